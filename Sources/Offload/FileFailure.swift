public import Checksums
public import FileTree

/// Why one file of the card is not proved.
public struct FileFailure: Error, Hashable, Sendable {
    /// What happened.
    public enum Cause: Hashable, Sendable {
        /// The card did not give the file.
        case unreadable(DiskError)
        /// Size, time or identity changed between the plan and the end of the read.
        case changedWhileRead
        /// The second read of the card gave other content.
        case differsOnSecondRead(first: Checksum, second: Checksum)
        /// The card's own manifest says otherwise.
        case contradictsOwnManifest(manifest: RelativePath, expected: String, found: String)
        /// The copy that was read back is not what was read from the card.
        case copyDiffers(expected: Checksum, found: Checksum)
        /// A copy on a finished roll, read back, is not what the card holds; it was left as it is.
        case sealedCopyDiffers(expected: Checksum, found: Checksum)
        /// The destination did not give the copy back.
        case copyUnreadable(DiskError)
        /// Something else has taken the file's name on the destination.
        case nameTaken
        /// The sealed manifest on the destination says otherwise than the card.
        case contradictsSealedRoll(sealed: Checksum, card: Checksum)
    }

    /// The file's number in the card's snapshot.
    public let number: Int
    /// Which destination; nil when the card itself is the reason and no destination has the file.
    public let destination: Int?
    /// What happened.
    public let cause: Cause

    /// Describes a failure.
    public init(number: Int, destination: Int?, cause: Cause) {
        self.number = number
        self.destination = destination
        self.cause = cause
    }

    /// Whether content differed (rather than that it could not be read or written).
    public var isContentDifference: Bool {
        switch cause {
        case .differsOnSecondRead, .contradictsOwnManifest, .copyDiffers, .sealedCopyDiffers, .contradictsSealedRoll:
            true
        case .unreadable, .changedWhileRead, .copyUnreadable, .nameTaken: false
        }
    }

    /// What happened, as a clause that follows the file's name.
    public var sentence: String {
        switch cause {
        case .unreadable(let error): "could not be read from the card: \(error.cause)"
        case .changedWhileRead: "changed on the card while it was being read"
        case .differsOnSecondRead(let first, let second):
            "reads differently each time: \(first) and then \(second)"
        case .contradictsOwnManifest(let manifest, let expected, let found):
            "does not match the card's own manifest \(manifest): expected \(expected), found \(found)"
        case .copyDiffers(let expected, let found):
            "read back differently: expected \(expected), found \(found)"
        case .sealedCopyDiffers(let expected, let found):
            "is not the sealed file any more: expected \(expected), found \(found)"
        case .copyUnreadable(let error): "could not be read back: \(error.cause)"
        case .nameTaken: "could not take its name: something else has it now"
        case .contradictsSealedRoll(let sealed, let card):
            "on the card is not what the sealed roll holds: sealed \(sealed), card \(card)"
        }
    }

    /// What the person at the cart can do about it.
    public var nextStep: String {
        switch cause {
        case .unreadable, .differsOnSecondRead:
            "Try another reader or cable and run the same command again; keep the card."
        case .changedWhileRead: "Stop whatever writes to the card, then run the same command again."
        case .contradictsOwnManifest: "The card's copy is damaged: fetch the file from where the card was filled."
        case .copyDiffers, .copyUnreadable:
            "Check the cable and the destination, then run the same command again."
        case .sealedCopyDiffers:
            "It was left as it is: keep the card, and restore it with rushes heal COPY --from GOODCOPY."
        case .nameTaken: "Find out what writes to the destination, then run the same command again."
        case .contradictsSealedRoll: "Use --as to give this card a roll of its own."
        }
    }
}
