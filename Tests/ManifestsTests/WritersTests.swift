import Checksums
import FileTree
import Manifests
import Proof
import RushesFixtures
import Testing

@Suite("Several writers of one history")
struct WritersTests {
    @Test("a writer that came in between is taken into account: what it listed is verified, not original again")
    func between() throws {
        let roll = try Roll()
        let request = try roll.recordRequest(after: 60)
        let files = try roll.hashed(request)
        try roll.record()
        let receipt = try ASCMHL.record(request, files, on: roll.disk, at: roll.place)
        #expect((receipt.original, receipt.verified) == (0, 2))
        #expect(receipt.manifests.map(\.generation) == [2])
        #expect(try lines(of: roll.manifest(2)) == ["a.mov xxh64 verified", "s/b.txt xxh64 verified"])
    }

    @Test("what it listed by other checksums alone is not listed, and is told")
    func uncompared() throws {
        let roll = try Roll()
        let request = try roll.recordRequest(after: 60)
        let files = try roll.hashed(request)
        try roll.record([.md5])
        let receipt = try ASCMHL.record(request, files, on: roll.disk, at: roll.place)
        #expect(receipt.uncompared.map { request.tree.path(of: $0).description } == ["a.mov", "s/b.txt"])
        #expect(try roll.manifest(2).contains("because the history has other checksums of them: 2."))
    }

    @Test("a history that began below in between gets the records of its files")
    func nestedBetween() throws {
        let roll = try Roll(["A001/a.mov": "abc"])
        let request = try roll.recordRequest(after: 60)
        let files = try roll.hashed(request)
        try roll.record(below: "A001")
        let receipt = try ASCMHL.record(request, files, on: roll.disk, at: roll.place)
        #expect((receipt.original, receipt.verified) == (0, 1))
        #expect(receipt.manifests.map(\.generation) == [2, 1])
    }

    @Test("a rename is judged by the history as it is then")
    func renameBetween() throws {
        let roll = try Roll()
        try roll.record()
        try roll.move("a.mov", to: "c.mov")
        let request = try roll.recordRequest(after: 120, detectsRenames: true)
        let files = try roll.hashed(request)
        try roll.record(after: 60, detectsRenames: true)
        let receipt = try ASCMHL.record(request, files, on: roll.disk, at: roll.place)
        #expect((receipt.original, receipt.verified, receipt.renamed.count) == (0, 2, 0))
    }

    @Test("four at once write four generations, one after another, also where they start in the same second")
    func four() throws {
        let roll = try Roll(["A001/a.mov": "abc", "b.mov": "hello"])
        try roll.record(below: "A001")
        let request = try roll.recordRequest(after: 60)
        let files = try roll.hashed(request)
        let home = roll.home
        let place = roll.place
        let results = onThreads(4) { _ in
            Result { try ASCMHL.record(request, files, on: PosixDisk(path: home), at: place) }
        }
        let numbers = try results.map { try #require($0.get().manifests.last).generation }
        #expect(numbers.sorted() == [1, 2, 3, 4])
        #expect(try roll.history(includingNested: true).generations.map(\.number) == [1, 2, 3, 4])
        #expect(try roll.history().unlisted == [])
        #expect(try results.map { try $0.get().original }.sorted() == [0, 0, 0, 1])
    }

    @Test("runs that begin at different folders of one tree never wait for each other in a circle")
    func crossing() throws {
        let roll = try Roll(["A/a.mov": "1", "A/B/b.mov": "2", "A/B/C/c.mov": "3", "A/D/d.mov": "4"])
        for folder in ["A/B/C", "A/B", "A/D", "A"] { try roll.record(below: folder) }
        let folders = ["A/B", nil, "A", "A/B/C", nil, "A/D"]
        let home = roll.home
        let runs = try folders.map { folder in
            let request = try roll.recordRequest(after: 60, below: folder)
            let place = try folder.map { roll.place.appending(try path($0)) } ?? roll.place
            return (request: request, files: try roll.hashed(request, below: folder), place: place)
        }
        let results = onThreads(runs.count) { number in
            Result {
                for _ in 0..<5 {
                    _ = try ASCMHL.record(
                        runs[number].request, runs[number].files, on: PosixDisk(path: home), at: runs[number].place)
                }
            }
        }
        for result in results { try result.get() }
        #expect(try roll.history().generations.count == 10)
        let history = try roll.history(includingNested: true)
        #expect(history.count == 4)
        #expect(history.unlisted == [])
    }

    @Test("a writer waits until the lock is given back, and leaves nothing of it")
    func waits() throws {
        let roll = try Roll()
        let request = try roll.recordRequest()
        let files = try roll.hashed(request)
        let lock = try roll.disk.lockFolder(roll.place, or: path("unused"), for: Machine.holder)
        let gate = GatedDisk(try PosixDisk(path: roll.home), at: 1, of: .makeFolder)
        gate.open()
        let place = roll.place
        let finished = Monitor(Finished())
        DiskThread.start(named: "writer") {
            let result = Result { try ASCMHL.record(request, files, on: gate, at: place) }
            finished.withState { $0.result = result }
        }
        // Whatever the thread has done by now, it cannot have come to write anything.
        #expect(!gate.isReached)
        #expect(try roll.manifests() == [])
        roll.disk.unlockFolder(lock)
        let result = finished.wait(as: 0) { $0.result }
        #expect(try result.get().original == 2)
        #expect(try roll.leftovers() == [])
        #expect(try roll.disk.entries(of: .root).count == 1)
    }

    private struct Finished: MonitoredState {
        var result: Result<RecordReceipt, any Error>?
        let roleCount = 1

        func isReady(_ role: Int) -> Bool { result != nil }
    }
}
