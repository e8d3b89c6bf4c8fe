internal import CLinux
internal import Glibc

/// A file without a name that lies in memory, for libraries that write to a path and to nothing else.
public final class MemoryFile: Sendable {
    private let descriptor: Int32

    /// Makes an empty one.
    public init() throws(DiskError) {
        descriptor = try SystemCalls.check(.create, at: .root) { rushes_memory_file("rushes") }
    }

    deinit { close(descriptor) }

    /// Where this process, and no other, opens it.
    public var path: String { "/proc/self/fd/\(descriptor)" }

    /// What has been written to it.
    public func bytes() throws(DiskError) -> [UInt8] {
        let size = Int(try SystemCalls.attributes(of: descriptor, at: .root).size.bytes)
        var failure: DiskError?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            do throws(DiskError) {
                while filled < size {
                    let count = try SystemCalls.check(.read, at: .root) {
                        pread(descriptor, buffer.baseAddress?.advanced(by: filled), size - filled, off_t(filled))
                    }
                    guard count > 0 else { return }
                    filled += count
                }
            } catch { failure = error }
        }
        if let failure { throw failure }
        return bytes
    }
}
