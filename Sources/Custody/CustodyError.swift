public import FileTree
public import Manifests

/// Why a command about copies could not do what it was asked.
public struct CustodyError: Error, Hashable, Sendable {
    /// What kind of failure; the names are stable.
    public enum Code: String, Sendable {
        /// There is nothing at a path that was named.
        case notThere
        /// What lies there is not of the kind that is needed.
        case wrongKind
        /// It could not be looked at.
        case unreadable
        /// A manifest or history that was named cannot be used.
        case manifest
        /// Nothing may be written there.
        case notWritable
        /// What was asked for contradicts itself.
        case usage
        /// The person stopped the run before it was begun.
        case stopped
    }

    /// What kind of failure.
    public let code: Code
    /// The path as the person wrote it, or where it was found.
    public let place: String
    /// What is wrong, for people, with a full stop.
    public let sentence: String
    /// What to do, with a full stop; empty where there is nothing to add.
    public let nextStep: String
    /// The exit status it leads to.
    public let status: RunStatus

    /// Describes a failure.
    public init(_ code: Code, at place: String, _ sentence: String, nextStep: String = "", status: RunStatus) {
        self.code = code
        self.place = place
        self.sentence = sentence
        self.nextStep = nextStep
        self.status = status
    }

    /// A disk's refusal.
    public init(_ error: DiskError, at place: String) {
        self.init(
            .unreadable, at: place, "It could not be looked at: \(error.description).", nextStep: error.nextStep,
            status: .sourceUnreadable)
    }

    /// A manifest's failure.
    init(_ error: ManifestError, at place: String) {
        self.init(.manifest, at: place, error.fullSentence, nextStep: error.nextStep, status: error.runStatus)
    }

    static func stopped(_ path: String) -> CustodyError {
        CustodyError(.stopped, at: path, "It was not looked at: the run was stopped before.", status: .interrupted)
    }

    static func partOfRoll(_ path: String) -> CustodyError {
        CustodyError(
            .usage, at: path, "A generation is about a whole roll, and this is a part of one.",
            nextStep: "Verify the roll with --record, or record the part with rushes seal --only.", status: .usage)
    }

    static func notThere(_ path: String) -> CustodyError {
        CustodyError(.notThere, at: path, "There is nothing there.", nextStep: "Check the path.", status: .usage)
    }
}

extension ManifestError {
    /// What is wrong and where, with a full stop; what concerns the folder itself needs no place.
    var fullSentence: String {
        place.isRoot ? "\(sentence.prefix(1).uppercased())\(sentence.dropFirst())." : "\(description)."
    }

    /// What to do, with a full stop; empty where there is nothing to add.
    var nextStep: String {
        switch code {
        case .historyMissing: "rushes seal begins a history."
        case .altered, .unreadable, .chainMissing, .manifestMissing, .nestedHistoryMissing:
            "Get the history from another copy."
        case .unlistedManifest: "Find out where that manifest is from, and move it away."
        case .disk: cause?.nextStep ?? ""
        case .contradictsHistory, .cannotCarry, .nameTaken, .readOnlyMedium: ""
        }
    }
}
