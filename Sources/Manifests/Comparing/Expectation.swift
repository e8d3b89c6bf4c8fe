public import Checksums
public import FileTree

/// What a manifest on the card says of one of its files.
public struct Expectation: Hashable, Sendable {
    /// What is said.
    public enum Claim: Hashable, Sendable {
        /// The file should have this size, and has another.
        case size(ByteCount)
        /// The file should have one of these checksums, all of one algorithm.
        ///
        /// There are two where tools do not agree how a number is written: XXH64 in either byte order, XXH32 in
        /// decimal or hex digits.
        case checksum(ChecksumAlgorithm, alternatives: [Checksum])
    }

    /// What is said.
    public let claim: Claim
    /// The list that says it, or the `ascmhl` folder of the history.
    public let manifest: RelativePath

    /// The algorithm to check it with; nil for a size.
    public var algorithm: ChecksumAlgorithm? {
        switch claim {
        case .size: nil
        case .checksum(let algorithm, _): algorithm
        }
    }

    /// Whether the file is what the manifest says, given its checksum by ``algorithm``.
    ///
    /// A size is only ever claimed here when it differs, so no checksum meets it.
    public func isMet(by checksum: Checksum) -> Bool {
        switch claim {
        case .size: false
        case .checksum(_, let alternatives): alternatives.contains(checksum)
        }
    }
}

/// A file that a manifest on the card lists and that is not there.
public struct MissingFile: Hashable, Sendable {
    /// The path as the manifest has it, in raw bytes.
    public let bytes: [UInt8]
    /// The list that names it, or the `ascmhl` folder of the history.
    public let manifest: RelativePath
    /// The folder that the path starts from.
    public let folder: RelativePath
    /// Why the offload could not copy it, where the history says so.
    public let reason: String?

    /// The path as the manifest has it; bytes that are not UTF-8 show as replacement characters.
    public var path: String { String(decoding: bytes, as: UTF8.self) }
}

/// Something about a card's manifest that a person should know.
public struct ManifestFinding: Hashable, Sendable {
    /// What kind of thing; the names are stable.
    public enum Code: String, Sendable {
        /// It cannot be read, or is not what its name says.
        case unreadable
        /// A history is not whole; the status says how.
        case damaged
        /// It has hashes of a kind that is not known, or that are no hash of their kind.
        case unknownHash
        /// A path leads out of the card.
        case outside
        /// Names are spelled otherwise on the card: composition, white space or separators.
        case respelled
        /// It says two different things of one file.
        case conflict
        /// An ASC MHL manifest lies outside any history; or in one, but not in its chain.
        case stray
        /// Anything else its reader wants to say.
        case remark
    }

    /// What kind of thing.
    public let code: Code
    /// The list, or the folder of the history.
    public let place: RelativePath
    /// What it is, for people, without a full stop.
    public let sentence: String
    /// The status of the published table: 30 to 33 for a damaged history, 40 where the disk does not give it.
    public let status: Int?

    init(_ code: Code, at place: RelativePath, _ sentence: String, status: Int? = nil) {
        self.code = code
        self.place = place
        self.sentence = sentence
        self.status = status
    }

    /// What could not be used: never without a status, or it would be passed over.
    init(_ code: Code, at error: ManifestError) {
        self.init(code, at: error.place, error.sentence, status: Int(error.runStatus.rawValue))
    }
}
