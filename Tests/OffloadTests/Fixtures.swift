import Checksums
import FileTree
import Proof
import RushesFixtures

@testable import Offload

extension TreeSnapshot {
    /// The snapshot of a card that is written down.
    init(_ card: CardBuilder) throws {
        let disk = CrashDisk()
        try card.write(to: disk)
        self = try TreeWalk.snapshot(of: disk)
    }
}

/// A copy that is driven by hand: no thread, no request to any disk but to open a flush window.
final class Rehearsal {
    let drive = CrashDisk()
    let course: CopyCourse
    var schedule: CopySchedule

    /// - Parameter lanes: how many destinations need every file.
    init(_ card: CardBuilder, lanes: Int = 2, sourceTwice: Bool = false) throws {
        let tree = try TreeSnapshot(card)
        var limits = CopyLimits()
        limits.slotSize = .kibibytes(8)
        limits.slots = 3
        limits.filesPerGroup = 2
        let needs = tree.entries.map { $0.kind == .file ? Need.copy : .nothing }
        let drive = drive
        let volume = try drive.volume()
        course = CopyCourse(
            card: drive, cardVolume: volume, tree: tree,
            lanes: (0..<lanes).map { _ in
                CopyLane(
                    disk: drive, volume: volume, place: RollPlace(roll: "A001"), base: "A001.partial", needs: needs,
                    verified: VerifiedFiles(algorithms: [.xxh64], entryCount: tree.entries.count), journal: nil)
            },
            groups: CopyCourse.groups(tree: tree, needs: Array(repeating: needs, count: lanes), limits: limits),
            algorithms: [.xxh64], comparing: .xxh64, hashLines: [[0]], sourceTwice: sourceTwice, trustsLoop: false,
            expectations: NoExpectations(), limits: limits)
        schedule = CopySchedule(course, now: 0)
    }

    /// Reads everything there is room for; answers the slots.
    func readAll() -> [Int] {
        var slots: [Int] = []
        while let work = schedule.takeRead(now: 0) {
            slots.append(work.slot)
            schedule.filled(work.slot, attributes: [:], bytes: 0, now: 0)
        }
        return slots
    }

    /// Hashes everything that is read: what every file holds is its number.
    func hashAll() {
        while let work = schedule.takeHash(0) {
            guard case .batch(let first, let end) = work.chunk else { continue }
            let finished = (first..<end).map { ($0, [0: Rehearsal.checksum(work.files[$0])]) }
            schedule.hashed(0, work.slot, finished: Dictionary(uniqueKeysWithValues: finished))
        }
    }

    /// Begins and writes everything that waits for a destination; answers how many chunks.
    func writeAll(_ lane: Int) throws -> Int {
        var chunks = 0
        while let work = schedule.takeWrite(lane, now: 0) {
            switch work {
            case .begin(let group, _):
                let window = try FlushWindow(on: drive, kind: course.lanes[lane].volume.kind)
                schedule.begun(group, lane, window: window, now: 0)
            case .write(let chunk):
                schedule.written(chunk.slot, lane, bytes: 0, refusedAttributes: 0, now: 0)
                chunks += 1
            }
        }
        return chunks
    }

    static func checksum(_ number: Int) -> Checksum { Checksum.of([UInt8(number)], .xxh64) }
}
