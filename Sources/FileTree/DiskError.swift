/// A request that a disk refused: which, where, and in plain words why.
public struct DiskError: Error, Hashable, Sendable {
    /// What was asked of the disk, in the words of the sentence "could not …".
    public enum Request: String, Sendable {
        case look = "look at", list, makeFolder = "make the folder", create, open, read, write
        case allocate = "make room for", resize, setAttributes = "set the attributes of"
        case flush, rename, remove, lock, measure = "measure the volume of"
    }

    /// Why, grouped by what a caller can do about it.
    public enum Reason: Hashable, Sendable {
        /// There is no such name.
        case notFound
        /// The name exists already.
        case exists
        /// The volume, or the person's quota on it, is full.
        case full
        /// The volume is read-only.
        case readOnly
        /// The caller may not.
        case denied
        /// The device or the cable failed.
        case hardware
        /// The volume is gone: unmounted, unplugged, or no longer answering.
        case gone
        /// The name is not allowed there, or too long.
        case badName
        /// The file system does not offer this.
        case unsupported
        /// Another process holds it.
        case busy
        /// Anything else.
        case other
    }

    /// The number of our own for a folder deeper than ``TreeWalk/deepest``; no system has numbers below zero.
    static let tooDeep: Int32 = -1

    /// What was asked.
    public let request: Request
    /// On which name, below the disk's root.
    public let place: RelativePath
    /// The system's error number (errno); 0 when the disk itself answered nonsense.
    public let number: Int32

    /// Describes a refused request.
    public init(_ request: Request, at place: RelativePath, number: Int32) {
        self.request = request
        self.place = place
        self.number = number
    }
}
