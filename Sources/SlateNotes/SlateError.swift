/// Why a file of notes could not be understood.
public struct SlateError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of failure; the names are stable.
    public enum Code: String, Sendable {
        /// There is no row of headings in it.
        case noHeadings = "no-headings"
        /// It is of that kind, and damaged.
        case damaged
        /// It is larger than any real one.
        case beyondLimits = "beyond-limits"
    }

    /// What kind of failure.
    public let code: Code
    /// The file as the person named it.
    public let place: String
    /// What is wrong, for people, with a full stop.
    public let sentence: String
    /// What to do, with a full stop.
    public let nextStep: String

    /// Describes a failure.
    public init(_ code: Code, at place: String, _ sentence: String, nextStep: String) {
        (self.code, self.place, self.sentence, self.nextStep) = (code, place, sentence, nextStep)
    }

    /// Place, sentence and next step.
    public var description: String { "\(place): \(sentence) \(nextStep)" }
}
