import FileTree
import RushesFixtures
import Testing

@Suite("A file that is created whole is there whole, or not at all")
struct WholeFileTests {
    @Test("Whatever request the disk refuses, nothing half written stays, and nothing that was there is touched")
    func refused() throws {
        var failures = 0
        for turn in 1...10 {
            let disk = CrashDisk()
            let failing = FailingDisk(disk, failingAt: turn, number: FailingDisk.noSpace)
            let isThere = (try? failing.createWhole("file", [1, 2, 3], permissions: 0o600)) != nil
            if !isThere { failures += 1 }
            #expect(
                try TreeContents(of: disk) == TreeContents(isThere ? ["file": .file([1, 2, 3])] : [:]),
                "request \(turn)")
        }
        #expect(failures >= 3)
        let disk = CrashDisk()
        try disk.createWhole("file", [1], permissions: 0o644)
        let error = #expect(throws: DiskError.self) { try disk.createWhole("file", [2], permissions: 0o644) }
        #expect(error?.reason == .exists)
        #expect(try disk.contents(of: "file", limit: .mebibytes(1)) == [1])
    }
}
