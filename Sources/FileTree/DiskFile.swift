/// A file that is open on a disk.
///
/// A plain value: whoever opened it closes it, once, with ``ReadableDisk/close(_:)``.
public struct DiskFile: Hashable, Sendable {
    /// The disk's own number for it; a file descriptor on a real disk.
    public let number: Int32
    /// Whether reads and writes go past the operating system's cache.
    ///
    /// Then buffers, offsets and lengths are multiples of ``directGrain``.
    public let isDirect: Bool
    /// Where it was opened, for errors.
    public let place: RelativePath

    /// What buffers, offsets and lengths of direct requests are multiples of, in bytes.
    ///
    /// 4096 satisfies every logical block size in use (512 and 4096).
    public static let directGrain = 4096

    /// Names an open file.
    public init(number: Int32, isDirect: Bool, place: RelativePath) {
        self.number = number
        self.isDirect = isDirect
        self.place = place
    }

    /// A length rounded up to whole grains: what a direct request asks for at the end of a file, and no more.
    ///
    /// The system fills what a direct request asks for behind the end with zeros, so asking for more costs time.
    package static func padded(_ length: Int64) -> Int {
        (Int(length) + directGrain - 1) / directGrain * directGrain
    }
}
