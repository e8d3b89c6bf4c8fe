/// Why a sidecar or a media file could not be understood.
public struct MetadataError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of failure; the names are stable.
    public enum Code: String, Sendable {
        /// The disk refused to give it.
        case disk
        /// It is not of the format that its name promises.
        case wrongFormat = "wrong-format"
        /// It is of that format, and damaged or cut short.
        case damaged
        /// It is larger, deeper or longer than any real one.
        case beyondLimits = "beyond-limits"
        /// A program that reads media for us is not installed.
        case toolMissing = "tool-missing"
        /// That program crashed, hung, or answered nonsense about this file.
        case toolFailed = "tool-failed"
        /// The person stopped the run before it was this file's turn.
        case stopped
    }

    /// What kind of failure.
    public let code: Code
    /// The file it concerns, as its path on the card or as it was named by the person.
    public let place: String
    /// What is wrong, for people, without a full stop.
    public let sentence: String

    /// Describes a failure.
    public init(_ code: Code, at place: String, _ sentence: String) {
        self.code = code
        self.place = place
        self.sentence = sentence
    }

    /// Place and sentence: `C0001M01.XML: line 12: it holds a DOCTYPE`.
    public var description: String { "\(place): \(sentence)" }
}
