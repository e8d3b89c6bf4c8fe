import Checksums
import FileTree
import Proof
import RushesFixtures
import Testing

@testable import Offload

@Suite("The schedule of a copy")
struct CopyScheduleTests {
    static let card: CardBuilder = ["a": "1", "b": "2", "c": "3", "d": "4", "e": "5"]

    @Test("shares files out to groups in their order")
    func groups() throws {
        let rehearsal = try Rehearsal(CopyScheduleTests.card)
        #expect(rehearsal.course.groups.map(\.files) == [[1, 2], [3, 4], [5]])
        #expect(rehearsal.course.groups.allSatisfy { $0.lanes == [.lane(0), .lane(1)] && $0.attempt == 0 })
    }

    @Test("reads no further than the slots reach, and frees a slot when hashed and written everywhere")
    func slots() throws {
        let rehearsal = try Rehearsal(CopyScheduleTests.card)
        #expect(rehearsal.readAll() == [0, 1, 2])
        rehearsal.hashAll()
        #expect(try rehearsal.writeAll(0) == 3)
        #expect(rehearsal.schedule.slots.allSatisfy { $0 != nil })
        #expect(try rehearsal.writeAll(1) == 3)
        #expect(rehearsal.schedule.slots.allSatisfy { $0 == nil })
    }

    @Test("hashes in the order of the card, however the reads come back")
    func order() throws {
        let rehearsal = try Rehearsal(CopyScheduleTests.card)
        let works = (0..<3).compactMap { _ in rehearsal.schedule.takeRead(now: 0) }
        rehearsal.schedule.filled(works[2].slot, attributes: [:], bytes: 0, now: 0)
        rehearsal.schedule.filled(works[1].slot, attributes: [:], bytes: 0, now: 0)
        #expect(rehearsal.schedule.slotToHash(0) == nil)
        rehearsal.schedule.filled(works[0].slot, attributes: [:], bytes: 0, now: 0)
        let order = (0..<3).compactMap { _ in rehearsal.schedule.takeHash(0)?.slot }
        #expect(order == works.map(\.slot))
    }

    @Test("never uses a buffer again that a dropped destination may still be writing from")
    func lostBuffer() throws {
        let rehearsal = try Rehearsal(CopyScheduleTests.card)
        _ = rehearsal.readAll()
        rehearsal.hashAll()
        _ = try rehearsal.writeAll(1)
        guard case .begin(let group, _)? = rehearsal.schedule.takeWrite(0, now: 0) else {
            Issue.record("a destination begins a group before it writes")
            return
        }
        let window = try FlushWindow(on: rehearsal.drive, kind: rehearsal.course.lanes[0].volume.kind)
        rehearsal.schedule.begun(group, 0, window: window, now: 0)
        var outstanding: ChunkToWrite?
        while outstanding == nil, let work = rehearsal.schedule.takeWrite(0, now: 0) {
            if case .write(let chunk) = work { outstanding = chunk }
        }
        let chunk = try #require(outstanding)
        let others = rehearsal.schedule.buffers.indices.filter { $0 != chunk.slot }
        let before = rehearsal.schedule.buffers
        let asked = rehearsal.schedule.lanes[0].activity.outstanding
        rehearsal.schedule.drop(0, because: .silent(1))
        #expect(rehearsal.schedule.slots.allSatisfy { $0 == nil })
        #expect(rehearsal.schedule.buffers[chunk.slot].bytes.baseAddress != chunk.buffer.bytes.baseAddress)
        #expect(
            others.allSatisfy {
                rehearsal.schedule.buffers[$0].bytes.baseAddress == before[$0].bytes.baseAddress
            })
        // It answers after all: that is noted, and nothing else.
        rehearsal.schedule.written(chunk.slot, 0, bytes: 1, refusedAttributes: 0, now: 2)
        #expect(rehearsal.schedule.lanes[0].progress.bytesWritten == 0)
        #expect(rehearsal.schedule.lanes[0].activity.outstanding == asked - 1)
    }

    @Test("is over when the last destination is dropped, and done when the last worker has gone")
    func allDropped() throws {
        let rehearsal = try Rehearsal(CopyScheduleTests.card)
        rehearsal.schedule.workersLeft = 2
        _ = rehearsal.readAll()
        rehearsal.schedule.drop(0, because: .silent(1))
        #expect(!rehearsal.schedule.isOver)
        rehearsal.schedule.drop(1, because: .silent(1))
        #expect(rehearsal.schedule.isOver)
        #expect(!rehearsal.schedule.isDone)
        rehearsal.schedule.workersLeft = 0
        #expect(rehearsal.schedule.isDone)
    }

    @Test("counts a refused request as returned, so that nobody is taken for stuck")
    func refused() throws {
        let rehearsal = try Rehearsal(CopyScheduleTests.card)
        rehearsal.schedule.workersLeft = 1
        _ = rehearsal.readAll()
        _ = rehearsal.schedule.takeWrite(0, now: 0)
        rehearsal.schedule.refused(0, DiskError(.write, at: "x", number: 5), now: 1)
        rehearsal.schedule.isStopping = true
        #expect(rehearsal.schedule.lanes[0].activity.outstanding == 0)
        #expect(!rehearsal.schedule.isDone)
    }

    @Test("copies a group again whose flush failed, for that destination alone, and gives up the second time")
    func copyAgain() throws {
        let rehearsal = try Rehearsal(CopyScheduleTests.card)
        _ = rehearsal.readAll()
        rehearsal.hashAll()
        _ = try rehearsal.writeAll(0)
        let flush = rehearsal.schedule.takeFlush(0, now: 0)
        let work = try #require(flush)
        #expect(work.staged == [1, 2])
        rehearsal.schedule.flushFailed(work.group, 0, DiskError(.flush, at: .root, number: 5), now: 0)
        #expect(rehearsal.schedule.groups.last == CopyGroup(files: [1, 2], lanes: .lane(0), attempt: 1))
        #expect(!rehearsal.schedule.lanes[0].isDropped)
        rehearsal.schedule.openState(of: 3)
        rehearsal.schedule.flushFailed(3, 0, DiskError(.flush, at: .root, number: 5), now: 0)
        #expect(rehearsal.schedule.lanes[0].isDropped)
        #expect(!rehearsal.schedule.lanes[1].isDropped)
    }

    @Test("copies nothing again for a destination that was dropped while its flush was out")
    func flushFailsAfterDrop() throws {
        let rehearsal = try Rehearsal(CopyScheduleTests.card)
        _ = rehearsal.readAll()
        rehearsal.hashAll()
        _ = try rehearsal.writeAll(0)
        let flush = rehearsal.schedule.takeFlush(0, now: 0)
        let work = try #require(flush)
        rehearsal.schedule.drop(0, because: .silent(1))
        rehearsal.schedule.flushFailed(work.group, 0, DiskError(.flush, at: .root, number: 5), now: 0)
        #expect(rehearsal.schedule.groups.count == 3)
    }

    @Test("drops a destination that is silent for the limit, and no earlier", arguments: [(119, false), (120, true)])
    func silence(_ seconds: Int64, _ isDropped: Bool) throws {
        let rehearsal = try Rehearsal(CopyScheduleTests.card)
        _ = rehearsal.readAll()
        _ = rehearsal.schedule.takeWrite(0, now: 0)
        let (progress, _, _) = rehearsal.schedule.report(now: seconds * 1_000_000_000)
        #expect(rehearsal.schedule.lanes.map(\.isDropped) == [isDropped, false])
        #expect(progress.lanes[0].silence == seconds * 1_000_000_000)
    }

    @Test("every role has a number of its own")
    func roles() {
        for hashLines in 1...3 {
            let numbers = (0..<Role.count(hashLines: hashLines, lanes: 2))
            #expect(
                numbers.map { Role(number: $0, hashLines: hashLines).number(hashLines: hashLines) } == Array(numbers))
        }
    }
}
