public import FileTree
import Synchronization

/// A disk that stores one wrong bit and says nothing: a bad cable, bad memory, a bad block.
public final class FlippingDisk: DiskLayer {
    /// Which write goes wrong.
    public enum Target: Hashable, Sendable {
        /// The nth write to any file, 1 being the first.
        case write(Int)
        /// The first write to a file whose name (without folders) is this.
        case file(named: [UInt8])
    }

    /// The disk below.
    public let base: any Disk
    private let target: Target
    private let bit: Int
    private let state = Mutex(State())

    private struct State {
        var writes = 0
        var isDone = false
    }

    /// Lays one flipped bit over a disk.
    ///
    /// - Parameter bit: counted from the start of the buffer that goes wrong; taken modulo its length.
    public init(_ base: any Disk, _ target: Target, bit: Int = 5) {
        self.base = base
        self.target = target
        self.bit = bit
    }

    /// Whether the wrong bit was written yet.
    public var hasFlipped: Bool { state.withLock { $0.isDone } }

    /// Lets everything pass: what goes wrong goes wrong silently.
    public func willPerform(_ operation: DiskOperation) {}

    /// Writes the buffer, or the same with one bit wrong.
    public func write(_ file: DiskFile, _ buffer: UnsafeRawBufferPointer, at offset: Int64) throws(DiskError) {
        guard !buffer.isEmpty, isTurn(file) else { return try base.write(file, buffer, at: offset) }
        // Aligned like the buffer it stands for: the disk below may ask for that.
        let wrong = UnsafeMutableRawBufferPointer.allocate(
            byteCount: buffer.count, alignment: DiskFile.directGrain)
        defer { wrong.deallocate() }
        wrong.copyMemory(from: buffer)
        wrong[bit / 8 % buffer.count] ^= 1 << UInt8(bit % 8)
        try base.write(file, UnsafeRawBufferPointer(wrong), at: offset)
    }

    private func isTurn(_ file: DiskFile) -> Bool {
        state.withLock { state in
            state.writes += 1
            let isTurn =
                switch target {
                case .write(let turn): state.writes == turn
                case .file(let name): !state.isDone && file.place.name.elementsEqual(name)
                }
            if isTurn { state.isDone = true }
            return isTurn
        }
    }
}
