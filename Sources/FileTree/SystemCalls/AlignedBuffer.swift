internal import Glibc

/// Memory that direct I/O can use: its address is a multiple of `DiskFile.directGrain`.
public final class AlignedBuffer: @unchecked Sendable {
    // @unchecked: the memory belongs to whoever holds the buffer's turn; the owner of the turns is a Monitor.
    /// The memory.
    public let bytes: UnsafeMutableRawBufferPointer

    /// Allocates `size` bytes; the size is a multiple of `DiskFile.directGrain`.
    public init(size: Int) {
        precondition(size > 0 && size % DiskFile.directGrain == 0, "a buffer of whole grains")
        bytes = .allocate(byteCount: size, alignment: max(DiskFile.directGrain, min(size, AlignedBuffer.largePage)))
        // One large page is one segment of a request: a disk takes 4 MiB at once instead of in pieces.
        _ = madvise(bytes.baseAddress, size, MADV_HUGEPAGE)
    }

    /// The size of the large pages that x86-64 and ARM offer.
    private static let largePage = 2 << 20

    deinit { bytes.deallocate() }

    /// A part of the memory.
    public func part(at offset: Int, count: Int) -> UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer(rebasing: bytes[offset..<offset + count])
    }
}
