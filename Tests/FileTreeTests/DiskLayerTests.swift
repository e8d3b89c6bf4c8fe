import FileTree
import RushesFixtures
import Testing

@Suite("Disks that fail on purpose") struct DiskLayerTests {
    private let card: CardBuilder = ["A.mov": .random(5000), "B/C.mov": "text", "D": .folder]

    @Test("a disk that never fails counts, and leaves everything as it was")
    func counting() throws {
        let disk = FailingDisk(CrashDisk(), only: [.write, .create])
        try card.write(to: disk)
        #expect(disk.operationCount == 4)
        #expect(try TreeContents(of: disk).differences(from: card.contents) == [])
    }

    @Test("the nth operation fails and nothing of it happens", arguments: 1...9)
    func failingOnce(turn: Int) throws {
        let inner = CrashDisk()
        let disk = FailingDisk(inner, failingAt: turn, number: FailingDisk.noSpace, only: .changing)
        let failure = try #require(throws: DiskError.self) { try card.write(to: disk) }
        #expect(failure.reason == .full)
        #expect(inner.operationLog.count == turn - 1)
        #expect(inner.openFiles == 0)
        try disk.makeFolder("LATER", permissions: 0o755)
    }

    @Test("a disk that failed for good stays so")
    func failingForGood() throws {
        let disk = FailingDisk(CrashDisk(), failingAt: 2, .fromThenOn, only: [.makeFolder])
        try disk.makeFolder("A", permissions: 0o755)
        for _ in 0..<3 {
            #expect(throws: DiskError(.makeFolder, at: "B", number: FailingDisk.inputOutput)) {
                try disk.makeFolder("B", permissions: 0o755)
            }
        }
        #expect(try TreeContents(of: disk).nodes.count == 1)
    }

    @Test("one bit is flipped, once", arguments: [FlippingDisk.Target.write(1), .file(named: Array("A.mov".utf8))])
    func flipping(target: FlippingDisk.Target) throws {
        let disk = FlippingDisk(CrashDisk(), target, bit: 8)
        try card.write(to: disk)
        var expected = card.contents
        var bytes = try #require(expected[file: "A.mov"])
        bytes[1] ^= 1
        expected.nodes["A.mov"] = .file(bytes)
        #expect(disk.hasFlipped)
        #expect(try TreeContents(of: disk).differences(from: expected) == [])
    }

    @Test("a tree that differs says where")
    func differences() throws {
        var found = card.contents
        found.nodes["A.mov"] = nil
        found.nodes["B/C.mov"] = .file(Array("teXt!".utf8))
        found.nodes["E"] = .folder
        #expect(
            found.differences(from: card.contents) == [
                "A.mov: found nothing, expected a file of 5000 bytes",
                "B/C.mov: 5 bytes, expected 4; byte 2 is 88, expected 120",
                "E: found a folder, expected nothing",
            ])
    }

    @Test("a card written to a real folder is found there, and the folder is gone afterwards")
    func realFolder() throws {
        let path = try withTemporaryFolder { path in
            var card = card
            card[try #require(RelativePath([0x41, 0xFF]))] = "a name that is not UTF-8"
            try card.write(intoFolder: path)
            #expect(try TreeContents(ofFolder: path).differences(from: card.contents) == [])
            return path
        }
        #expect(Machine.kind(ofPath: path) == nil)
    }
}
