public import Checksums
public import FileTree

/// What was sealed.
public struct SealReceipt: Hashable, Sendable {
    /// The manifests, those of nested histories first and the roll's own last.
    public var manifests: [SealedManifest] = []
    /// How many files they list together.
    public var listed = 0
    /// How many files of the roll have names that a manifest cannot carry; they are not listed.
    public var unlistable = 0
    /// How many files the history knows only by algorithms that this run did not compute; they are not listed.
    public var uncompared = 0

    init() {}
}

/// A manifest that is in its chain.
public struct SealedManifest: Hashable, Sendable {
    /// Where it lies below the disk's root, as the roll is named now.
    public let path: RelativePath
    /// Its number in its history, 1 being the first.
    public let generation: Int
    /// The C4 ID of its bytes.
    public let c4: Checksum
}

/// What was recorded of a folder; files by their entry numbers.
public struct RecordReceipt: Hashable, Sendable {
    /// The manifests, those of nested histories first and the folder's own last; none when nothing was to be said.
    public internal(set) var manifests: [SealedManifest] = []
    /// How many files a history lists for the first time.
    public internal(set) var original = 0
    /// How many files are as their history has them, renamed ones included.
    public internal(set) var verified = 0
    /// The files that are not as their history has them.
    public internal(set) var failed: [Int] = []
    /// The files that are listed under a new name.
    public internal(set) var renamed: [Int] = []
    /// Files whose history has none of the checksums that were taken; not listed.
    ///
    /// Another writer listed them while they were read: record again.
    public internal(set) var uncompared: [Int] = []

    init() {}
}
