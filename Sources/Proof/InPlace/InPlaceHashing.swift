public import Checksums
public import FileTree
internal import Synchronization

/// Reads the files of a tree where they lie, past the cache where it can be passed, and takes their checksums.
///
/// All checksums of a file come from one reading. Several requests are in flight, one on a rotating disk; they
/// are made by threads of their own, so that a disk that hangs never holds the thread that asked.
public struct InPlaceHashing {
    /// What came of one file.
    public typealias Finding = (number: Int, result: Result<HashedInPlace, HashingFailure>)

    private let course: HashCourse
    private let leftBehind = ThreadCount()

    /// - Parameters:
    ///   - disk: where the files lie.
    ///   - tree: the snapshot whose files are meant.
    ///   - base: where the snapshot's root lies on the disk.
    ///   - wanted: by entry number, the checksums to take; files with none are not read.
    ///   - trustsLoop: whether a loop device counts as a device (tests only; recorded when used).
    ///   - limits: how much is in flight, and whether the cache is passed.
    public init(
        disk: any ReadableDisk, tree: TreeSnapshot, at base: RelativePath = .root, wanted: [AlgorithmSet],
        trustsLoop: Bool = false, limits: HashingLimits = HashingLimits()
    ) {
        precondition(wanted.count == tree.entries.count, "one wish a tree entry")
        course = HashCourse(
            disk: disk, tree: tree, base: base, wanted: wanted, trustsLoop: trustsLoop, limits: limits)
    }

    /// Threads that a stopped run left behind because their requests never returned.
    ///
    /// While there are any, the process must end with ``FileTree/Machine/exitNow(_:)``: they and their buffers
    /// stay as long as the disk keeps them.
    public var threadsLeftBehind: Int { leftBehind.value.load(ordering: .relaxed) }

    /// Reads all files that are wanted.
    ///
    /// - Parameters:
    ///   - take: is given what came of each file, in any order, on the calling thread.
    ///   - progress: is told some times a second and at the end, on the calling thread, how many bytes have been read.
    ///   - shouldStop: is asked about ten times a second on the calling thread, also while the disk does not
    ///     answer; when it answers true no further request is made, and the run ends when those that are out
    ///     have returned or `HashingLimits.patience` is over.
    /// - Returns: false when it was stopped before all was read.
    public func run(
        take: (Finding) -> Void, progress: (ByteCount) -> Void = { _ in }, shouldStop: () -> Bool = { false }
    ) -> Bool {
        guard !course.files.isEmpty else { return true }
        if shouldStop() { return false }
        let monitor = Monitor(HashSchedule(course))
        startWorkers(monitor)
        var words = ProgressWords(every: course.limits.progressTick)
        var deadline: Int64?
        while true {
            monitor.wait(as: HashRole.story.number, nanoseconds: course.limits.tick)
            let (found, bytes, workers, isComplete) = monitor.withState {
                ($0.takeFindings(), $0.bytesRead, $0.workersLeft, $0.isComplete)
            }
            for finding in found { take(finding) }
            let isOver = workers == 0 || deadline.map { Machine.ticks >= $0 } ?? false
            words.tell(bytes, isLast: isOver, progress)
            if isOver {
                leftBehind.value.store(workers, ordering: .relaxed)
                return isComplete
            }
            if deadline == nil, shouldStop() {
                deadline = Machine.ticks + course.limits.patience
                monitor.withState { $0.isStopping = true }
            }
        }
    }

    private func startWorkers(_ monitor: Monitor<HashSchedule>) {
        let course = course
        var workers: [(name: String, body: @Sendable () -> Void)] = course.lines.indices.map { line in
            ("hash", { InPlaceHashLine(monitor: monitor, course: course, line: line).run() })
        }
        for _ in 0..<course.readers {
            workers.append(("read", { InPlaceReader(monitor: monitor, course: course).run() }))
        }
        monitor.withState { [count = workers.count] in $0.workersLeft = count }
        for worker in workers {
            DiskThread.start(named: worker.name) {
                worker.body()
                monitor.withState { $0.workersLeft -= 1 }
            }
        }
    }
}

/// Keeps the words about the progress few.
private struct ProgressWords {
    private let interval: Int64
    private var last = Machine.ticks
    private var bytes: Int64 = 0

    init(every interval: Int64) { self.interval = interval }

    mutating func tell(_ now: Int64, isLast: Bool, _ progress: (ByteCount) -> Void) {
        guard isLast || now != bytes && Machine.ticks - last >= interval else { return }
        bytes = now
        last = Machine.ticks
        progress(ByteCount(now))
    }
}

/// A number that a value shares with its copies.
private final class ThreadCount: Sendable {
    let value = Atomic(0)
}
