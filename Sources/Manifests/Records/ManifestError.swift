public import FileTree

/// Why a manifest could not be written or read.
public struct ManifestError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of failure; the names are stable.
    public enum Code: String, Sendable {
        /// A manifest is not the one its chain or its parent names (status 31).
        case altered
        /// There is an `ascmhl` folder without a chain (status 32).
        case chainMissing
        /// A manifest that the chain names is not there (status 33).
        case manifestMissing
        /// There is no history at all (status 30).
        case historyMissing
        /// A parent names a nested history that is not there (status 30).
        case nestedHistoryMissing
        /// A chain or manifest is not well-formed, or not what it says it is (status 31).
        case unreadable
        /// A manifest lies in the history that its chain does not name.
        case unlistedManifest
        /// A verified file differs from what the history holds of it.
        case contradictsHistory
        /// The format cannot hold what is asked for.
        case cannotCarry
        /// The medium cannot be written; nothing was.
        case readOnlyMedium
        /// Another file has the name that the manifest would get.
        case nameTaken
        /// The disk refused; `cause` says what.
        case disk
    }

    /// What kind of failure.
    public let code: Code
    /// The folder or file it concerns, below the disk's root.
    public let place: RelativePath
    /// What is wrong, for people, without a full stop.
    public let sentence: String
    /// The disk's refusal behind it, if there was one.
    public let cause: DiskError?
    /// All files and folders it concerns, below the roll, where it is about several of them.
    public let concerned: [RelativePath]

    /// Describes a failure.
    public init(
        _ code: Code, at place: RelativePath, _ sentence: String, cause: DiskError? = nil,
        concerning concerned: [RelativePath] = []
    ) {
        self.code = code
        self.place = place
        self.sentence = sentence
        self.cause = cause
        self.concerned = concerned
    }

    /// A refusal of the disk, in its own words.
    init(_ cause: DiskError) {
        self.init(.disk, at: cause.place, cause.description, cause: cause)
    }

    /// The status of the published table (30 to 33); nil for failures that have none there.
    public var status: Int? {
        switch code {
        case .historyMissing, .nestedHistoryMissing: 30
        // What cannot be read is not what it was when its writer ended.
        case .altered, .unreadable: 31
        case .chainMissing: 32
        case .manifestMissing: 33
        case .unlistedManifest, .contradictsHistory, .cannotCarry, .readOnlyMedium, .nameTaken, .disk: nil
        }
    }

    /// The place and the sentence.
    public var description: String { "\(place): \(sentence)" }
}

/// Runs requests to a disk where a manifest's errors are wanted.
func onDisk<Value>(_ body: () throws(DiskError) -> Value) throws(ManifestError) -> Value {
    do throws(DiskError) {
        return try body()
    } catch {
        throw ManifestError(error)
    }
}
