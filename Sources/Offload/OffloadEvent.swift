public import Proof

/// What happens while a card is copied, as facts; printers choose the words.
public enum OffloadEvent: Sendable {
    /// These files now carry their names on a destination.
    case proved([VerifiedFile], destination: Int)
    /// A file is not proved, on one destination or on all.
    case fileFailed(FileFailure)
    /// A destination was given up; the others go on.
    case destinationFailed(Int, DestinationFailure)
    /// Files are read from the card again, for one destination: a flush failed there, or what lay there was not equal.
    case copiedAgain(files: Int, destination: Int)
}
