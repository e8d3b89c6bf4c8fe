public import FileTree

/// The versions of one piece of work: what is there, what is missing, and which is the newest that can be used.
public struct VersionChain: Hashable, Sendable {
    /// One version.
    public struct Version: Hashable, Sendable {
        /// Its number.
        public let number: Int
        /// How it is written: `v003`.
        public let label: String
        /// What there is of it: `exr`, `mov`, `exr in matte`, `folder` where it is one that only holds other names.
        public let forms: [String]
        /// Where its first file, sequence or folder lies.
        public let path: RelativePath
        /// When the newest of its files was modified.
        public let modified: Instant
        /// The first and the last frame, where it has sequences.
        public let frames: ClosedRange<Int>?
        /// Why it is not complete; empty where it is.
        public let faults: [Fault]
    }

    /// Why a version is not complete; the names are stable.
    public enum Fault: String, Hashable, Sendable, CaseIterable {
        /// A file or frame of it holds nothing, or its folder does.
        case empty
        /// Frames are missing between its first and last. Where there is one every so many numbers, or the numbers are
        /// those of photographs or tiles, only if other versions have them all.
        case holes
        /// It lacks a form that most versions have.
        case lacksForm = "lacks-form"
        /// A file or folder of it could not be read: nobody knows whether it is complete.
        case unreadable
    }

    /// The name without version and extension: `AGM_104_0010_comp`; of folders that are called `v001` and no more, the
    /// name of the folder that they lie in.
    ///
    /// Raw bytes; of a chain that fields of a template make, the name of its newest version.
    public let nameBytes: [UInt8]
    /// The versions that are there, ascending.
    public let versions: [Version]
    /// The numbers that are missing, ascending.
    public let missing: [ClosedRange<Int>]
    /// The versions that are there twice and differ, ascending.
    public let doubled: [Int]

    /// The name for people; bytes that are not UTF-8 show as replacement characters.
    public var name: String { String(decoding: nameBytes, as: UTF8.self) }

    /// The highest complete version, whatever the dates say.
    ///
    /// Nil where none is complete, and where a higher one may be: it could not be read. One that is there twice and
    /// differs is not complete: nobody can say which of the two is meant.
    public var newest: Version? {
        versions.last { $0.faults.allSatisfy { $0 == .unreadable } && !doubled.contains($0.number) }
            .flatMap { $0.faults.isEmpty ? $0 : nil }
    }
}

/// The chains of a folder, bounded: nobody reads more of them.
public struct VersionChainList: Sendable {
    /// Chains in the order of the tree.
    public private(set) var chains: [VersionChain] = []
    /// How many there are besides.
    public private(set) var unlisted = 0

    /// So many are listed, the rest is counted: a show has some thousand shots.
    public static let most = 20_000

    /// So many versions are listed in all of them: a path and some words each.
    public static let mostVersions = 100_000

    private var versions = 0

    /// None.
    public init() {}

    /// Whether another one would be listed.
    var hasRoom: Bool { chains.count < VersionChainList.most && versions < VersionChainList.mostVersions }

    /// Adds one.
    mutating func add(_ chain: VersionChain) {
        chains.append(chain)
        versions += chain.versions.count
    }

    /// Counts one that is not listed.
    mutating func count() { unlisted += 1 }
}
