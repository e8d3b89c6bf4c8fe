import Checksums
import FileTree
import RushesFixtures
import Testing

@testable import Proof

@Suite("The schedule of hashing in place")
struct HashScheduleTests {
    /// Small files and large ones (over 4 KiB), empty ones and exact ends of slots (8 KiB), in an order of their own.
    static let tree: CardBuilder = [
        "A/1.mov": zeros(40_000), "A/1.xml": zeros(900), "A/2.mov": zeros(8192), "A/2.xml": zeros(0),
        "B/1.mov": zeros(8193), "B/2.mov": zeros(16_384), "B/3.txt": zeros(4096), "B/4.txt": zeros(4097),
        "C/1.wav": zeros(24_583), "C/2.wav": zeros(100),
    ]

    /// Content that is never read.
    static func zeros(_ count: Int) -> CardBuilder.Content { .bytes(Array(repeating: 0, count: count)) }

    static let seeds = Array(1...40 as ClosedRange<UInt64>)

    @Test("tells of every file once, and hashes its bytes in their order, however requests come back", arguments: seeds)
    func anyOrder(seed: UInt64) throws {
        var rehearsal = try HashingRehearsal(HashScheduleTests.tree, seed: seed)
        rehearsal.run()
        #expect(rehearsal.schedule.isComplete)
        #expect(rehearsal.told.keys.sorted() == rehearsal.course.files)
        #expect(rehearsal.told.values.allSatisfy { $0 == [.success] })
        #expect(rehearsal.hashedBytes == rehearsal.bytesOfLargeFiles)
        #expect(rehearsal.mistakes == [])
        #expect(rehearsal.open == [])
    }

    @Test("whichever request fails, one file has failed and the others have not", arguments: 1...25)
    func anyFailure(turn: Int) throws {
        for seed in HashScheduleTests.seeds.prefix(8) {
            var rehearsal = try HashingRehearsal(HashScheduleTests.tree, seed: seed)
            rehearsal.run(failing: [turn])
            #expect(rehearsal.schedule.isComplete)
            #expect(rehearsal.told.keys.sorted() == rehearsal.course.files)
            #expect(rehearsal.told.values.allSatisfy { $0.count == 1 })
            #expect(rehearsal.told.values.count { $0 == [.failure] } == 1)
            #expect(rehearsal.mistakes == [])
            #expect(rehearsal.open == [])
        }
    }

    @Test("when every request fails, every file has failed once and nothing is left open", arguments: seeds)
    func everythingFails(seed: UInt64) throws {
        var rehearsal = try HashingRehearsal(HashScheduleTests.tree, seed: seed)
        rehearsal.run(failing: Set(1...1000))
        #expect(rehearsal.schedule.isComplete)
        #expect(rehearsal.told.keys.sorted() == rehearsal.course.files)
        #expect(rehearsal.told.values.allSatisfy { $0 == [.failure] })
        #expect(rehearsal.open == [])
    }

    @Test("a stop at any moment begins nothing new, says nothing wrong, and leaves nothing open", arguments: 0...110)
    func anyStop(step: Int) throws {
        for seed in HashScheduleTests.seeds.prefix(4) {
            var rehearsal = try HashingRehearsal(HashScheduleTests.tree, seed: seed)
            rehearsal.run(stoppingAt: step)
            #expect(rehearsal.begunAfterStop == 0)
            #expect(rehearsal.told.values.allSatisfy { $0 == [.success] })
            #expect(rehearsal.mistakes == [])
            #expect(rehearsal.open == [])
            #expect(rehearsal.schedule.isEnd(for: .reader))
            #expect(rehearsal.schedule.isEnd(for: .line(0)))
        }
    }

    @Test("a single large file has all requests in flight, and no more than the slots hold")
    func depth() throws {
        var rehearsal = try HashingRehearsal(["A.mov": HashScheduleTests.zeros(1 << 20)], seed: 1)
        rehearsal.beginAll()
        #expect(rehearsal.out.map(\.name) == ["measure"])
        rehearsal.reportAll()
        rehearsal.beginAll()
        #expect(rehearsal.out.map(\.name) == ["open 1"])
        rehearsal.reportAll()
        rehearsal.beginAll()
        #expect(rehearsal.out.map(\.name) == ["read 1 at 0", "read 1 at 8192", "read 1 at 16384"])
        rehearsal.reportAll()
        rehearsal.beginAll()
        // Five slots, three of them read and not hashed.
        #expect(rehearsal.out.map(\.name) == ["read 1 at 24576", "read 1 at 32768"])
    }

    @Test("the next large file is opened and read while the last pieces of one are on their way")
    func ahead() throws {
        var rehearsal = try HashingRehearsal(
            ["A.mov": HashScheduleTests.zeros(10_000), "B.mov": HashScheduleTests.zeros(10_000)], seed: 1)
        for _ in 0..<2 {
            rehearsal.beginAll()
            rehearsal.reportAll()
        }
        rehearsal.beginAll()
        #expect(rehearsal.out.map(\.name) == ["read 1 at 0", "read 1 at 8192", "read 2 at 0"])
    }

    @Test("a rotating disk is asked for one thing at a time, in the order of the files", arguments: seeds.prefix(8))
    func rotating(seed: UInt64) throws {
        var rehearsal = try HashingRehearsal(HashScheduleTests.tree, seed: seed, isRotating: true)
        rehearsal.run()
        #expect(rehearsal.mostOut == 1)
        #expect(rehearsal.order == rehearsal.course.files)
        #expect(rehearsal.told.values.allSatisfy { $0 == [.success] })
    }

    @Test("when nobody takes the findings, no more files are begun than there is room for")
    func backPressure() throws {
        let names = (1000..<1100).compactMap { RelativePath("\($0)") }
        let card = CardBuilder(
            Dictionary(uniqueKeysWithValues: names.map { ($0, HashScheduleTests.zeros(10)) }))
        var rehearsal = try HashingRehearsal(card, seed: 1, findingsAhead: 8)
        rehearsal.takesFindings = false
        rehearsal.run()
        #expect((8..<100).contains(rehearsal.schedule.findings.count))
        #expect(rehearsal.schedule.isReady(HashRole.story.number))
        rehearsal.takesFindings = true
        rehearsal.takeFindings()
        rehearsal.run()
        #expect(rehearsal.told.count == 100)
    }

    @Test(
        "files read together come from the device when together that much was read from it",
        arguments: [
            (HashSchedule.Traits(showsDevice: true), 1000, true), (HashSchedule.Traits(showsDevice: true), 999, false),
            (HashSchedule.Traits(showsDevice: false), 1000, false),
        ])
    func group(traits: HashSchedule.Traits, deviceBytes: Int64, expected: Bool) throws {
        let card: CardBuilder = [
            "a": HashScheduleTests.zeros(600), "b": HashScheduleTests.zeros(0), "c": HashScheduleTests.zeros(400),
        ]
        var rehearsal = try HashingRehearsal(card, seed: 1)
        rehearsal.schedule.measured(traits)
        let content = [600, 0, 400].map { FoundInPlace(size: $0, checksums: [], hashedAt: Instant(nanoseconds: 0)) }
        let batch = zip(1..., content).map { SmallFinding(number: $0, result: .success($1), bytesRead: $1.size) }
        rehearsal.schedule.read(batch, deviceBytes: deviceBytes)
        let found = rehearsal.schedule.takeFindings()
        #expect(found.compactMap { try? $0.result.get().isFromDevice } == [expected, expected, expected])
    }

    @Test("what was read in vain does not speak for the files beside it")
    func inVain() throws {
        var rehearsal = try HashingRehearsal(
            ["a": HashScheduleTests.zeros(600), "b": HashScheduleTests.zeros(400)], seed: 1)
        rehearsal.schedule.measured(HashSchedule.Traits(showsDevice: true))
        let content = FoundInPlace(size: 600, checksums: [], hashedAt: Instant(nanoseconds: 0))
        rehearsal.schedule.read(
            [
                SmallFinding(number: 1, result: .success(content), bytesRead: 600),
                SmallFinding(number: 2, result: .failure(.changedWhileRead), bytesRead: 400),
            ], deviceBytes: 600)
        #expect(try rehearsal.schedule.takeFindings()[0].result.get().isFromDevice == false)
    }

    @Test("every role has a number of its own")
    func roles() {
        #expect((0..<6).map { HashRole(number: $0).number } == Array(0..<6))
    }
}
