/// A recipe that turns bytes into a fingerprint.
///
/// The raw value is the name ASC MHL, the command line and our records use.
public enum ChecksumAlgorithm: String, Hashable, Sendable, CaseIterable {
    case c4
    case md5
    case sha1
    case xxh128
    case xxh3
    case xxh64
    /// Legacy MHL's `xxhash`; too short to be offered.
    case xxh32
    /// Found in checksum lists; ASC MHL cannot carry it.
    case sha256
    /// Found in checksum lists; ASC MHL carries the same digest as `c4`.
    case sha512

    /// How many bytes its fingerprint has.
    public var digestLength: Int {
        switch self {
        case .xxh32: 4
        case .xxh64, .xxh3: 8
        case .md5, .xxh128: 16
        case .sha1: 20
        case .sha256: 32
        case .c4, .sha512: 64
        }
    }

    /// The ones an ASC MHL manifest can carry, in the order its schema demands (alphabetical).
    public static let sealable: [ChecksumAlgorithm] = [.c4, .md5, .sha1, .xxh128, .xxh3, .xxh64]

    /// Whether one core keeps up with any disk: then it runs where the bytes are, else on a thread of its own.
    public var isFast: Bool {
        switch self {
        case .xxh64, .xxh3, .xxh128, .xxh32: true
        case .c4, .md5, .sha1, .sha256, .sha512: false
        }
    }
}
