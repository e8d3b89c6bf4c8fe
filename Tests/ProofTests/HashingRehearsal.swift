import Checksums
import FileTree
import RushesFixtures

@testable import Proof

/// Hashing in place that is driven by hand: no thread, no request to any disk, everything in an order of chance.
struct HashingRehearsal {
    enum Outcome: Hashable { case success, failure }

    let course: HashCourse
    var schedule: HashSchedule
    /// Work that readers have taken and not reported, and the same of hash lines.
    private(set) var out: [ReadingWork] = []
    private var hashing: [(line: Int, work: HashingWork)] = []
    /// What was told of each file.
    private(set) var told: [Int: [Outcome]] = [:]
    /// The bytes each line has hashed of each large file.
    private(set) var hashedBytes: [[Int: Int64]]
    /// Files in the order they were begun.
    private(set) var order: [Int] = []
    private(set) var open: Set<Int32> = []
    private(set) var mostOut = 0
    private(set) var begunAfterStop = 0
    /// Sentences about what should never happen.
    private(set) var mistakes: [String] = []
    var takesFindings = true
    private let isRotating: Bool
    private var generator: SeededGenerator
    /// Reports so far, the measuring left out.
    private var reports = 0

    /// - Parameter findingsAhead: how many findings may wait.
    init(_ card: CardBuilder, seed: UInt64, isRotating: Bool = false, findingsAhead: Int = 4096) throws {
        let disk = CrashDisk()
        try card.write(to: disk)
        let tree = try TreeWalk.snapshot(of: disk)
        var limits = HashingLimits()
        limits.slotSize = .kibibytes(8)
        limits.slots = 5
        limits.requests = 3
        limits.smallFile = .kibibytes(4)
        limits.findingsAhead = findingsAhead
        course = HashCourse(
            disk: disk, tree: tree, base: .root,
            wanted: tree.entries.map { $0.kind == .file ? [AlgorithmSet(.xxh64), AlgorithmSet(.md5)] : [] },
            trustsLoop: false, limits: limits)
        schedule = HashSchedule(course)
        hashedBytes = Array(repeating: [:], count: course.lines.count)
        generator = SeededGenerator(seed: seed)
        self.isRotating = isRotating
    }

    /// What each line has hashed when all went well.
    var bytesOfLargeFiles: [[Int: Int64]] {
        let large = course.files.filter { !course.isSmall($0) }
        let sizes = Dictionary(uniqueKeysWithValues: large.map { ($0, course.tree.entries[$0].size) })
        return Array(repeating: sizes, count: course.lines.count)
    }

    /// Takes steps by chance until there are none.
    ///
    /// - Parameters:
    ///   - failing: which reports tell of a failure, 1 being the first after the measuring.
    ///   - stop: the step at which the run is stopped.
    mutating func run(failing: Set<Int> = [], stoppingAt stop: Int? = nil) {
        var step = 0
        while true {
            if step == stop { schedule.isStopping = true }
            step += 1
            var steps: [(inout HashingRehearsal) -> Void] = []
            if schedule.nextStep != nil { steps.append { $0.begin() } }
            if !out.isEmpty { steps.append { $0.reportAny(failing) } }
            if !hashing.isEmpty { steps.append { $0.hashAny() } }
            for line in course.lines.indices where !schedule.isEnd(for: .line(line)) {
                // A line does one thing after the other.
                let isFree = !hashing.contains { $0.line == line }
                if isFree, schedule.slotToHash(line) != nil { steps.append { $0.beginHashing(line) } }
            }
            guard let next = steps.randomElement(using: &generator) else { break }
            next(&self)
            if takesFindings { takeFindings() }
        }
    }

    /// Takes all work that can be taken now.
    mutating func beginAll() {
        while schedule.nextStep != nil { begin() }
    }

    /// Reports all work that was taken, in order.
    mutating func reportAll() {
        while !out.isEmpty { report(out.removeFirst(), fails: false) }
    }

    mutating func takeFindings() {
        for finding in schedule.takeFindings() {
            let outcome: Outcome = if case .success = finding.result { .success } else { .failure }
            told[finding.number, default: []].append(outcome)
            guard case .success(let file) = finding.result else { continue }
            if file.size.bytes != course.tree.entries[file.number].size { mistakes.append("a size is wrong") }
            if file.checksums != checksums(of: file.number) { mistakes.append("checksums of \(file.number)") }
        }
    }

    private mutating func begin() {
        guard let work = schedule.takeRead() else { return mistakes.append("a ready reader found nothing") }
        switch work {
        case .close, .measure: break
        case .batch(let numbers): order += numbers
        case .open(let number): order.append(number)
        case .piece(_, let slot, let buffer, _):
            let isTaken = hashing.contains { $0.work.slot == slot } || out.contains { $0.buffer === buffer }
            if isTaken { mistakes.append("slot \(slot) is used twice") }
        }
        if schedule.isStopping, !work.isClosing { begunAfterStop += 1 }
        out.append(work)
        mostOut = max(mostOut, out.count)
        if out.count(where: { $0.buffer != nil }) > course.limits.requests { mistakes.append("too many requests") }
    }

    private mutating func reportAny(_ failing: Set<Int>) {
        let work = out.remove(at: Int.random(in: out.indices, using: &generator))
        if case .measure = work { return report(work, fails: false) }
        reports += 1
        report(work, fails: failing.contains(reports))
    }

    private mutating func report(_ work: ReadingWork, fails: Bool) {
        switch work {
        case .measure: schedule.measured(HashSchedule.Traits(showsDevice: true, isRotating: isRotating))
        case .batch(let numbers):
            let findings = numbers.enumerated().map { place, number in
                small(number, fails: fails && place == 0)
            }
            schedule.read(findings, deviceBytes: 0)
        case .open(let number):
            guard !fails, let before = try? course.disk.attributes(of: course.path(of: number)) else {
                return schedule.opened(number, .failure(DiskError(.open, at: .root, number: 5)))
            }
            let file = DiskFile(number: Int32(number), isDirect: true, place: course.path(of: number))
            open.insert(file.number)
            schedule.opened(number, .success(FileToClose(file: file, before: before)))
        case .piece(let piece, let slot, _, _):
            let last = schedule.read(
                piece, slot: slot, deviceBytes: 0,
                failure: fails ? .disk(DiskError(.read, at: .root, number: 5)) : nil)
            guard let last else { return }
            close(last.file)
            schedule.closed(piece.number, failure: nil, at: Instant(nanoseconds: 0))
        case .close(let file):
            close(file)
            schedule.closedAfterStop()
        }
    }

    private mutating func close(_ file: DiskFile) {
        if open.remove(file.number) == nil { mistakes.append("\(file.place) is closed twice") }
        let isBeingRead = out.contains { if case .piece(_, _, _, file) = $0 { true } else { false } }
        if isBeingRead { mistakes.append("\(file.place) is closed while it is read") }
    }

    private mutating func beginHashing(_ line: Int) {
        guard let work = schedule.takeHash(line) else { return mistakes.append("a ready line found nothing") }
        hashing.append((line, work))
    }

    private mutating func hashAny() {
        let (line, work) = hashing.remove(at: Int.random(in: hashing.indices, using: &generator))
        let piece = work.piece
        if !work.wanted.isEmpty {
            if hashedBytes[line][piece.number, default: 0] != piece.offset { mistakes.append("bytes out of order") }
            hashedBytes[line][piece.number, default: 0] += Int64(piece.length)
        }
        let isWhole = piece.isLast && !work.wanted.isEmpty
        schedule.hashed(
            work,
            checksums: isWhole ? checksums(of: piece.number).filter { course.lines[line].contains($0.algorithm) } : [])
    }

    private func small(_ number: Int, fails: Bool) -> SmallFinding {
        let size = course.tree.entries[number].size
        let content = FoundInPlace(size: size, checksums: checksums(of: number), hashedAt: Instant(nanoseconds: 0))
        return SmallFinding(
            number: number, result: fails ? .failure(.changedWhileRead) : .success(content), bytesRead: size)
    }

    /// What every file holds is its number.
    private func checksums(of number: Int) -> [Checksum] {
        course.wanted[number].algorithms.map { Checksum.of([UInt8(number)], $0) }
    }
}

extension ReadingWork {
    /// In words: `read 3 at 8192`.
    var name: String {
        switch self {
        case .measure: "measure"
        case .batch(let numbers): "batch \(numbers)"
        case .open(let number): "open \(number)"
        case .piece(let piece, _, _, _): "read \(piece.number) at \(piece.offset)"
        case .close(let file): "close \(file.place)"
        }
    }

    fileprivate var isClosing: Bool { if case .close = self { true } else { false } }

    fileprivate var buffer: AlignedBuffer? { if case .piece(_, _, let buffer, _) = self { buffer } else { nil } }
}
