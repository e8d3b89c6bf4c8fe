/// Why a rule file could not be used.
public struct RuleFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of failure; the names are stable.
    public enum Code: String, Sendable {
        /// It could not be read.
        case unreadable
        /// It is larger, deeper or longer than any real one.
        case beyondLimits = "beyond-limits"
        /// It is not YAML.
        case notYAML = "not-yaml"
        /// Its schema is not `naming-rules/1`.
        case schema
        /// A key that means nothing there.
        case unknownKey = "unknown-key"
        /// A value that cannot be, or is missing.
        case value
        /// A field, template, scope or rule that is nowhere described.
        case unknownName = "unknown-name"
        /// A template by which a name cannot be taken apart in one way only.
        case ambiguous
        /// One of its own tests does not hold.
        case failedTest = "failed-test"
    }

    /// What kind of failure.
    public let code: Code
    /// The file as the person named it.
    public internal(set) var place: String
    /// The line, 1 being the first; nil for the whole file.
    public let line: Int?
    /// What is wrong, for people, with a full stop.
    public let sentence: String
    /// What to do, with a full stop.
    public let nextStep: String

    /// Describes a failure.
    public init(_ code: Code, line: Int?, at place: String = "", _ sentence: String, nextStep: String) {
        (self.code, self.line, self.place, self.sentence, self.nextStep) = (code, line, place, sentence, nextStep)
    }

    /// Place, line, sentence and next step.
    public var description: String { "\(place)\(line.map { ":\($0)" } ?? ""): \(sentence) \(nextStep)" }
}
