import FileTree
import RushesFixtures
import Synchronization

/// A card that answers a chosen read of one file with one wrong bit, and says nothing.
final class FickleCard: DiskLayer {
    let base: any Disk
    private let file: RelativePath
    private let turn: Int
    private let opened = Mutex<[Int32: Int]>([:])
    private let count = Mutex(0)

    /// - Parameter turn: which opening of the file gives other content, 1 being the first.
    init(_ base: any Disk, _ file: RelativePath, turn: Int) {
        self.base = base
        self.file = file
        self.turn = turn
    }

    func willPerform(_ operation: DiskOperation) {}

    func openForReading(_ path: RelativePath, direct: Bool) throws(DiskError) -> DiskFile {
        let open = try base.openForReading(path, direct: direct)
        guard path == file else { return open }
        let time = count.withLock { count in
            count += 1
            return count
        }
        opened.withLock { $0[open.number] = time }
        return open
    }

    func read(
        _ file: DiskFile, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
    ) throws(DiskError) -> Int {
        let read = try base.read(file, into: buffer, at: offset)
        if offset == 0, read > 0, opened.withLock({ $0[file.number] }) == turn { buffer[0] ^= 1 }
        return read
    }
}

/// A card on which something writes: a file's time moves on with every look at it once it is open.
final class LivingCard: DiskLayer {
    let base: any Disk
    private let file: RelativePath
    private let looks = Mutex<Int64>(0)

    init(_ base: any Disk, _ file: RelativePath) {
        self.base = base
        self.file = file
    }

    func willPerform(_ operation: DiskOperation) {}

    func attributes(of file: DiskFile) throws(DiskError) -> FileAttributes {
        var found = try base.attributes(of: file)
        guard file.place == self.file else { return found }
        let look = looks.withLock { looks in
            looks += 1
            return looks - 1
        }
        found.modified = Instant(nanoseconds: found.modified.nanoseconds + look)
        return found
    }
}

/// A card on FAT whose files fall out of the system's cache between two looks by name: each gets a new number.
final class RenumberingCard: DiskLayer {
    let base: any Disk
    private let numbers = Mutex<UInt64>(1000)
    private let open = Mutex<[Int32: UInt64]>([:])

    init(_ base: any Disk) { self.base = base }

    func willPerform(_ operation: DiskOperation) {}

    private func next() -> UInt64 {
        numbers.withLock { numbers in
            numbers += 1
            return numbers
        }
    }

    func openForReading(_ path: RelativePath, direct: Bool) throws(DiskError) -> DiskFile {
        let file = try base.openForReading(path, direct: direct)
        let number = next()
        open.withLock { $0[file.number] = number }
        return file
    }

    func attributes(of file: DiskFile) throws(DiskError) -> FileAttributes {
        var found = try base.attributes(of: file)
        found.inode = open.withLock { $0[file.number] } ?? found.inode
        return found
    }
}
