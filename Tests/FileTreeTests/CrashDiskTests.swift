import FileTree
import RushesFixtures
import Testing

/// The disk that loses its power is itself put to the test: what it forgets, other tests rely on.
@Suite("CrashDisk") struct CrashDiskTests {
    /// What a file named `A` may hold after a power cut, over all states; nil stands for no file.
    private func outcomes(of disk: CrashDisk, at path: RelativePath = "A") throws -> Set<[UInt8]?> {
        try Set(disk.crashStates(limit: 1024).map { try TreeContents(of: disk.crashed($0))[file: path] })
    }

    private func write(_ bytes: [UInt8], to path: RelativePath, on disk: CrashDisk) throws -> DiskFile {
        let file = try disk.create(path, permissions: 0o644, direct: false)
        try disk.write(file, bytes, at: 0)
        return file
    }

    @Test("what was never flushed may be whole, torn, zeros, empty or gone")
    func nothingFlushed() throws {
        let disk = CrashDisk()
        disk.close(try write([1, 2, 3, 4], to: "A", on: disk))
        #expect(try outcomes(of: disk) == [nil, [], [1, 2], [0, 0, 0, 0], [1, 2, 3, 4]])
    }

    @Test("content that was flushed always survives where its name does")
    func flushedContent() throws {
        let disk = CrashDisk()
        let file = try write([1, 2, 3, 4], to: "A", on: disk)
        try disk.flush(file)
        #expect(try outcomes(of: disk) == [nil, [1, 2, 3, 4]])
        try disk.flushFolder(.root)
        #expect(try outcomes(of: disk) == [[1, 2, 3, 4]])
        #expect(disk.pendingOperations == 0)
    }

    @Test("a name that was flushed does not save the content")
    func flushedName() throws {
        let disk = CrashDisk()
        let file = try write([1, 2, 3, 4], to: "A", on: disk)
        try disk.resize(file, to: ByteCount(3))
        try disk.flushFolder(.root)
        #expect(try outcomes(of: disk) == [[], [0, 0, 0], [1, 2, 3], [1, 2, 3, 4], [1, 2, 0]])
    }

    @Test("a rename that was not flushed may or may not have happened, but never half")
    func unflushedRename() throws {
        let disk = CrashDisk()
        try disk.flush(try write([7], to: "A", on: disk))
        try disk.makeFolder("B", permissions: 0o755)
        try disk.flushFolder(.root)
        #expect(try disk.rename("A", to: "B/C") == .atomic)
        let trees = try Set(disk.crashStates(limit: 16).map { try TreeContents(of: disk.crashed($0)).files })
        #expect(trees == [["A"], ["B/C"]])
        try disk.flushFolder("B")
        #expect(disk.pendingOperations == 0)
        #expect(try TreeContents(of: disk.crashed(keeping: [])).files == ["B/C"])
    }

    @Test("the rename of a file whose creation was lost is dropped")
    func renameWithoutGround() throws {
        let disk = CrashDisk()
        try disk.flush(try write([7], to: "A", on: disk))
        _ = try disk.rename("A", to: "B")
        #expect(disk.pendingOperations == 2)
        #expect(try TreeContents(of: disk.crashed(keeping: [1])).nodes.isEmpty)
        #expect(try TreeContents(of: disk.crashed(keeping: [0])).files == ["A"])
        #expect(try TreeContents(of: disk.crashed(keeping: [0, 1])).files == ["B"])
    }

    @Test("flushing the folder of a new name also makes the creation under the old name last")
    func renameFlushedWithItsGround() throws {
        let disk = CrashDisk()
        try disk.makeFolder("STAGING", permissions: 0o755)
        try disk.makeFolder("ROLL", permissions: 0o755)
        try disk.flushFolder(.root)
        try disk.flush(try write([7], to: "STAGING/1", on: disk))
        _ = try disk.rename("STAGING/1", to: "ROLL/A")
        try disk.flushFolder("ROLL")
        for state in disk.crashStates(limit: 64) {
            #expect(try TreeContents(of: disk.crashed(state)).files == ["ROLL/A"], "\(state)")
        }
    }

    @Test("names in a folder whose own name was lost cannot be found")
    func lostFolder() throws {
        let disk = CrashDisk()
        try disk.makeFolder("A", permissions: 0o755)
        try disk.flush(try write([7], to: "A/B", on: disk))
        try disk.flushFolder("A")
        #expect(try TreeContents(of: disk.crashed(keeping: [])).nodes.isEmpty)
        try disk.flushFolder(.root)
        #expect(try TreeContents(of: disk.crashed(keeping: [])).files == ["A/B"])
    }

    @Test("replacing leaves the old or the new content, nothing between")
    func replacing() throws {
        let disk = CrashDisk()
        try disk.flush(try write([1], to: "A", on: disk))
        try disk.flushFolder(.root)
        try disk.flush(try write([2], to: "A.new", on: disk))
        try disk.replace("A", with: "A.new")
        #expect(try outcomes(of: disk) == [[1], [2]])
    }

    @Test("flushing the volume makes everything last")
    func flushedVolume() throws {
        let disk = CrashDisk()
        let window = try disk.beginFlushWindow()
        let card: CardBuilder = ["A/B.mov": .random(10_000), "C": .folder, "D": "text"]
        try card.write(to: disk)
        try disk.flushVolume(since: window)
        disk.close(window)
        #expect(disk.openFiles == 0)
        #expect(try TreeContents(of: disk.crashed(keeping: [])).differences(from: card.contents) == [])
    }

    @Test("attributes last with the file and keep their numbers and times")
    func attributes() throws {
        let disk = CrashDisk()
        let file = try write([7], to: "A", on: disk)
        try disk.setModified(file, to: Instant(nanoseconds: 5))
        let mark = ExtendedAttribute(name: "user.mark", value: [1])
        #expect(
            try disk.setExtendedAttributes(file, [mark, ExtendedAttribute(name: "trusted.x", value: [])]) == [
                "trusted.x"
            ])
        try disk.flush(file)
        try disk.flushFolder(.root)
        let found = disk.crashed(keeping: [])
        #expect(try found.attributes(of: "A") == disk.attributes(of: "A"))
        #expect(try found.attributes(of: "A").modified == Instant(nanoseconds: 5))
        #expect(try found.extendedAttributes(of: found.openForReading("A", direct: false)) == [mark])
    }

    @Test("after the last operation everything is refused, and nothing of it happens", arguments: 0...4)
    func powerCut(operations: Int) throws {
        let disk = CrashDisk()
        disk.crash(afterOperation: operations)
        let done = (0..<6).count { place in
            (try? disk.makeFolder(RelativePath(stringLiteral: "\(place)"), permissions: 0o755)) != nil
        }
        #expect(done == operations)
        #expect(disk.operationLog.count == operations)
        #expect(disk.pendingOperations == operations)
        #expect(throws: DiskError(.look, at: "0", number: FailingDisk.inputOutput)) { try disk.attributes(of: "0") }
        #expect(try TreeContents(of: disk.copy()).nodes.count == operations)
    }

    @Test("a power cut lets go of every lock")
    func locks() throws {
        let disk = CrashDisk()
        let holder = LockHolder(host: "cart", process: 7, boot: "one")
        let other = LockHolder(host: "cart", process: 8, boot: "one")
        #expect(try disk.lock("lock", for: holder) == .taken(HeldLock(place: "lock", number: 0)))
        #expect(try disk.lock("lock", for: other) == .held(by: holder))
        #expect(try disk.copy().lock("lock", for: other) == .taken(HeldLock(place: "lock", number: 0)))
        disk.unlock(HeldLock(place: "lock", number: 0))
        #expect(try TreeContents(of: disk).nodes.isEmpty)
    }

    @Test("few pending operations give all subsets; many a selection that is the same every time")
    func states() throws {
        let disk = CrashDisk()
        for place in 0..<6 { try disk.makeFolder(RelativePath(stringLiteral: "\(place)"), permissions: 0o755) }
        #expect(Set(disk.crashStates(limit: 64).map(\.kept)).count == 64)
        let some = disk.crashStates(limit: 20)
        #expect(some.count == 20)
        #expect(some == disk.crashStates(limit: 20))
        let all = Set(0..<6)
        let always = [[], all] + all.map { [$0] } + all.map { all.subtracting([$0]) }
        #expect(Set(some.map(\.kept)).isSuperset(of: always))
    }

    @Test("direct requests must be aligned, as a device would ask")
    func alignment() throws {
        let disk = CrashDisk()
        let file = try disk.create("A", permissions: 0o644, direct: true)
        #expect(file.isDirect)
        let buffer = AlignedBuffer(size: 8192)
        #expect(throws: DiskError.self) {
            try disk.write(file, UnsafeRawBufferPointer(buffer.part(at: 0, count: 100)), at: 0)
        }
        try disk.write(file, UnsafeRawBufferPointer(buffer.bytes), at: 4096)
        #expect(try disk.attributes(of: file).size == ByteCount(12_288))
    }
}
