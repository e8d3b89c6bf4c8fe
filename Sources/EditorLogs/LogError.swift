internal import FileTree

/// Why a log could not be read, made or written.
public struct LogError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of failure; the names are stable.
    public enum Code: String, Sendable {
        /// A file that was named could not be read.
        case unreadable
        /// It is not of a kind that is understood here, or damaged.
        case notUnderstood = "not-understood"
        /// What was asked for contradicts itself.
        case usage
        /// There is something else where the log should be written.
        case exists
        /// The place where it should be written belongs to a roll or card.
        case insideRoll = "inside-roll"
        /// It could not be written.
        case notWritten = "not-written"
        /// The person stopped the run.
        case stopped
    }

    /// What kind of failure.
    public let code: Code
    /// The file or folder it concerns, as the person wrote it or where it was found.
    public let place: String
    /// What is wrong, for people, with a full stop.
    public let sentence: String
    /// What to do, with a full stop; empty where there is nothing to add.
    public let nextStep: String

    /// Describes a failure.
    public init(_ code: Code, at place: String, _ sentence: String, nextStep: String = "") {
        (self.code, self.place, self.sentence, self.nextStep) = (code, place, sentence, nextStep)
    }

    /// Place, sentence and next step.
    public var description: String {
        "\(place.isEmpty ? "\"\"" : place): \(sentence)\(nextStep.isEmpty ? "" : " \(nextStep)")"
    }
}

extension LogError {
    /// What keeps a file that was named from being read.
    init(_ error: NamedFileError, at place: String) {
        switch error {
        case .nothingThere: self.init(.usage, at: place, error.sentence, nextStep: "Check the path.")
        case .notAFile: self.init(.usage, at: place, error.sentence)
        case .tooLarge: self.init(.notUnderstood, at: place, error.sentence)
        case .unreadable(let cause): self.init(.unreadable, at: place, error.sentence, nextStep: cause.nextStep)
        }
    }
}
