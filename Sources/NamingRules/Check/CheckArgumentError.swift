/// Why something besides FOLDER and rules that a check was given cannot be used: a ledger, a backup.
public struct CheckArgumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of failure; the names are stable.
    public enum Code: String, Sendable {
        /// There is nothing there, or it is not of the kind that is needed.
        case notThere = "not-there"
        /// It lies where it must not: in FOLDER, around it, in a card or a sealed roll.
        case wrongPlace = "wrong-place"
        /// It is larger than any real one.
        case beyondLimits = "beyond-limits"
        /// It is not what it should be; the line says where.
        case notUnderstood = "not-understood"
        /// It could not be read.
        case unreadable
        /// It could not be written.
        case notWritten = "not-written"
    }

    /// What kind of failure.
    public let code: Code
    /// The place as the person named it.
    public let place: String
    /// The line, 1 being the first; nil for the whole.
    public let line: Int?
    /// What is wrong, for people, with a full stop.
    public let sentence: String
    /// What to do, with a full stop.
    public let nextStep: String

    /// Describes a failure.
    public init(_ code: Code, at place: String, line: Int? = nil, _ sentence: String, nextStep: String) {
        (self.code, self.place, self.line, self.sentence, self.nextStep) = (code, place, line, sentence, nextStep)
    }

    /// Place, line, sentence and next step.
    public var description: String { "\(place)\(line.map { ":\($0)" } ?? ""): \(sentence) \(nextStep)" }
}
