public import FileTree

/// Why a destination was given up.
public struct DestinationFailure: Error, Hashable, Sendable {
    /// What happened.
    public enum Cause: Hashable, Sendable {
        /// It refused a request.
        case refused(DiskError)
        /// The flush of a group failed twice, the bytes having been written anew in between.
        case flushFailedTwice(DiskError)
        /// It completed no request for so many nanoseconds.
        case silent(Int64)
        /// Its path leads to another folder than the one that was written to.
        case exchanged
        /// A proved file does not lie under its name any more.
        case moved(RelativePath)
        /// The roll could not be sealed.
        case notSealed(String)
        /// The roll is sealed and has its name, but the MHL v1.1 list that was asked for is not there.
        case notListed(String)
    }

    /// What happened.
    public let cause: Cause

    /// Describes a failure.
    public init(_ cause: Cause) {
        self.cause = cause
    }

    /// What happened, as a clause that follows the destination's name.
    public var sentence: String {
        switch cause {
        case .refused(let error): error.description
        case .flushFailedTwice(let error): "could not make what was written last, twice: \(error.cause)"
        case .silent(let time): "did not complete a request for \(time / 1_000_000_000) s"
        case .exchanged: "was unmounted or exchanged for another folder in mid-run"
        case .moved(let path): "no longer holds \(path), which was proved there: something moved or changed it"
        case .notSealed(let reason): "the roll could not be sealed: \(reason)"
        case .notListed(let reason): "the roll is sealed, but its MHL v1.1 list could not be written: \(reason)"
        }
    }

    /// What the person at the cart can do about it.
    public var nextStep: String {
        switch cause {
        case .refused(let error), .flushFailedTwice(let error): error.nextStep
        case .silent: "Check its cable and power; then run the same command again."
        case .exchanged: "Connect and mount it again where it was, then run the same command again."
        case .moved: "Find out what works on that folder, then run the same command again."
        case .notSealed: "Run the same command again; what is proved will not be copied again."
        case .notListed: "Run the same command again; it compares the roll and writes the list."
        }
    }
}
