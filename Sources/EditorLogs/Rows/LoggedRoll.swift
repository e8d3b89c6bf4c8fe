/// A roll whose clips are logged.
public struct LoggedRoll: Hashable, Sendable {
    /// The path it has below its destinations, or its folder's name where that is not known: `20260312/Camera/A001R2GJ`.
    public let path: String
    /// The folder that was read, absolute; the paths of applications begin with it.
    public let folder: String
    /// What kind of card or roll it is, for people.
    public let title: String
    /// Whether it is a roll of sound.
    public let isSound: Bool
    /// Its copies that are on record.
    public var copies: [RollCopy]

    /// Describes a roll.
    public init(path: String, folder: String, title: String, isSound: Bool, copies: [RollCopy] = []) {
        (self.path, self.folder, self.title, self.isSound, self.copies) = (path, folder, title, isSound, copies)
    }

    /// The roll's own name: `A001R2GJ`.
    public var name: String { path.lastPathName ?? path }
}

/// One copy of a roll.
public struct RollCopy: Hashable, Sendable {
    /// Where it was when that was written down, absolute: `/media/RAID/A001R2GJ`.
    public let path: String
    /// What is on record, and when that was: `A001R2GJ_20260312T093015Z_ingest.json`, or a manifest's name.
    public let record: String
    /// When (UTC).
    public let at: String

    /// Describes a copy.
    public init(path: String, record: String, at: String) {
        (self.path, self.record, self.at) = (path, record, at)
    }
}

/// How it is known that one copy of a clip is good.
public enum CopyEvidence: String, Hashable, Sendable, CaseIterable {
    /// No record of this clip on this copy.
    case none
    /// It failed there, or is not there.
    case failed
    /// A manifest lists all of its files; nobody here knows how they were checked.
    case listed
    /// Hashed in flight; the copy itself was not read.
    case streamed
    /// Read again and equal, but not shown to come from the device.
    case readBack = "read-back"
    /// Read again past the cache, shown to come from the device, and equal.
    case proved
    /// The same, and a second read of the source gave the same.
    case provedSourceTwice = "proved, source twice"
}
