public import FileTree

/// One request made of a disk that can fail.
public struct DiskOperation: Hashable, Sendable, CustomStringConvertible {
    /// What was asked; closing, dropping the cache and unlocking cannot fail and are no operations.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case look, list, openForReading, read, readExtendedAttributes, measure
        case makeFolder, create, openForWriting, write, allocate, resize, setModified, setExtendedAttributes
        case flush, flushFolder, beginFlushWindow, flushVolume
        case rename, replace, remove, removeFolder, lock, lockFolder
    }

    /// What was asked.
    public let kind: Kind
    /// Of what.
    public let place: RelativePath

    /// Names an operation.
    public init(_ kind: Kind, _ place: RelativePath) {
        self.kind = kind
        self.place = place
    }

    /// In words: `write CLIP/A001.mov`.
    public var description: String { "\(kind.rawValue) \(place)" }
}

extension Set<DiskOperation.Kind> {
    /// Every operation.
    public static let all = Set(DiskOperation.Kind.allCases)
    /// Operations that leave the disk as it is.
    public static let reading: Set = [
        .look, .list, .openForReading, .read, .readExtendedAttributes, .measure, .lockFolder,
    ]
    /// Operations that change the disk, or make a change last.
    public static let changing = all.subtracting(reading)
    /// Operations that make changes last.
    public static let flushing: Set = [.flush, .flushFolder, .flushVolume]
}

extension DiskOperation.Kind {
    /// The words a `DiskError` about this operation carries.
    public var request: DiskError.Request {
        switch self {
        case .look, .readExtendedAttributes: .look
        case .list: .list
        case .openForReading, .openForWriting, .beginFlushWindow: .open
        case .read: .read
        case .measure: .measure
        case .makeFolder: .makeFolder
        case .create: .create
        case .write: .write
        case .allocate: .allocate
        case .resize: .resize
        case .setModified, .setExtendedAttributes: .setAttributes
        case .flush, .flushFolder, .flushVolume: .flush
        case .rename, .replace: .rename
        case .remove, .removeFolder: .remove
        case .lock, .lockFolder: .lock
        }
    }
}
