internal import FileTree
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
    init(_ error: DiskError, at place: String) {
        self.init(
            .unreadable, at: place, "It could not be looked at: \(error.description).", nextStep: error.nextStep,
            status: .sourceUnreadable)
    }

    /// A manifest's failure.
    init(_ error: ManifestError, at place: String) {
        self.init(.manifest, at: place, "\(error.description).", status: error.runStatus)
    }

    static func notThere(_ path: String) -> CustodyError {
        CustodyError(.notThere, at: path, "There is nothing there.", nextStep: "Check the path.", status: .usage)
    }
}
