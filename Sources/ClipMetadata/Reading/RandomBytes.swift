public import FileTree

/// A file, or bytes in memory, read at any place.
public protocol RandomBytes {
    /// How many there are.
    var size: Int64 { get }
    /// The bytes at an offset: fewer than asked for only at the end.
    func bytes(at offset: Int64, count: Int) throws(DiskError) -> [UInt8]
}

/// Bytes in memory.
public struct MemoryBytes: RandomBytes {
    private let bytes: [UInt8]

    /// Takes them.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// How many there are.
    public var size: Int64 { Int64(bytes.count) }

    /// Those at an offset.
    public func bytes(at offset: Int64, count: Int) throws(DiskError) -> [UInt8] {
        guard offset >= 0, offset < size, count > 0 else { return [] }
        return Array(bytes[Int(offset)..<min(bytes.count, Int(offset) + count)])
    }
}
