internal import Checksums
internal import FileTree
internal import Proof

/// What a file holds, as far as two files are compared: its size and its XXH128.
struct Content: Hashable {
    private let size: Int64
    private let high: UInt64
    private let low: UInt64

    /// Taken of every file on the card and in its copies, whatever else their manifests ask for.
    static let algorithm = ChecksumAlgorithm.xxh128

    /// Nil when the file was not read for it.
    init?(_ file: HashedInPlace) {
        guard let checksum = file.checksum(Content.algorithm) else { return nil }
        size = file.size.bytes
        let number = { (bytes: ArraySlice<UInt8>) in bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        high = number(checksum.bytes.prefix(8))
        low = number(checksum.bytes.suffix(8))
    }
}
