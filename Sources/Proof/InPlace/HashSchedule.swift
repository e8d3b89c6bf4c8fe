internal import Checksums
internal import FileTree

/// Who does what next while a tree is hashed where it lies: the whole machine, without a single request to a disk.
///
/// Workers ask it for work (`take…`), do it, and report. Small files are read and hashed by one thread, many
/// threads at once. A large file is cut into pieces that lie in slots of a ring: several are read at once, and
/// each hash line takes them in the order of the bytes.
struct HashSchedule: MonitoredState {
    /// What is asked of the volume before the first file is read.
    struct Traits: Hashable, Sendable {
        var showsDevice = false
        var isRotating = false
    }

    /// One slot of the ring, while a piece is in it.
    struct Slot: Sendable {
        let piece: Piece
        let sequence: Int
        var isFilled = false
        var linesLeft: Int
    }

    /// A large file, from its opening until it is told what came of it.
    struct LargeFile: Sendable {
        var file: DiskFile?
        var before: FileAttributes?
        /// How far it is cut into pieces.
        var cut: Int64 = 0
        /// Whether no further piece will be cut.
        var isCut = false
        /// Requests that have not come back.
        var requests = 1
        /// Whether a worker closes it, or has.
        var isClosing = false
        /// When it was looked at for the last time.
        var closedAt: Instant?
        var linesLeft: Int
        var checksums: [Checksum] = []
        var deviceBytes: Int64 = 0
        var failure: HashingFailure?
    }

    let course: HashCourse
    /// Nil until the volume was measured.
    var traits: Traits?
    var isMeasuring = false
    /// The place of the next file that nobody has begun.
    var next = 0
    /// Work that readers have taken and not reported.
    var requests = 0
    var pieces = 0
    var large: [Int: LargeFile] = [:]
    /// Large files that are not cut to their end, in order.
    var uncut: [Int] = []
    var slots: [Slot?]
    var buffers: [AlignedBuffer?]
    var nextSequence = 0
    /// Per hash line, the sequence number it takes next.
    var nextToHash: [Int]
    var findings: [InPlaceHashing.Finding] = []
    var bytesRead: Int64 = 0
    var isStopping = false
    /// Workers that have not ended yet.
    var workersLeft = 0

    init(_ course: HashCourse) {
        self.course = course
        slots = Array(repeating: nil, count: course.limits.slots)
        buffers = Array(repeating: nil, count: course.limits.slots)
        nextToHash = Array(repeating: 0, count: course.lines.count)
    }

    /// Whether every file is given out and every large one cut to its end.
    var isGivenOut: Bool { next == course.files.count && uncut.isEmpty }

    /// Whether it is known of every file what came of it.
    var isComplete: Bool { isGivenOut && requests == 0 && large.isEmpty }

    /// Takes what was found since the last time.
    mutating func takeFindings() -> [InPlaceHashing.Finding] {
        defer { findings = [] }
        return findings
    }

    /// Tells what came of a file that was read to its end.
    mutating func tell(_ content: FoundInPlace, of number: Int, isFromDevice: Bool) {
        findings.append(
            (
                number,
                .success(
                    HashedInPlace(
                        number: number, size: ByteCount(content.size),
                        checksums: course.wanted[number].algorithms.compactMap { algorithm in
                            content.checksums.first { $0.algorithm == algorithm }
                        },
                        isFromDevice: isFromDevice, hashedAt: content.hashedAt))
            ))
    }

    /// Whether so many bytes read from the device show that so much content came from there.
    func isShown(_ deviceBytes: Int64, for contentBytes: Int64) -> Bool {
        course.limits.cache == .passed && traits?.showsDevice == true && deviceBytes >= contentBytes
    }
}

/// The content of a file that was read whole and undisturbed.
struct FoundInPlace: Hashable, Sendable {
    let size: Int64
    let checksums: [Checksum]
    let hashedAt: Instant
}

/// The kinds of workers, numbered for the monitor.
enum HashRole: Hashable, Sendable {
    /// The calling thread: wakes when there is something to hand over.
    case story
    case reader
    case line(Int)

    var number: Int {
        switch self {
        case .story: 0
        case .reader: 1
        case .line(let line): 2 + line
        }
    }

    init(number: Int) {
        self =
            switch number {
            case 0: .story
            case 1: .reader
            default: .line(number - 2)
            }
    }
}

extension HashSchedule {
    var roleCount: Int { 2 + course.lines.count }

    func isReady(_ role: Int) -> Bool {
        let role = HashRole(number: role)
        return switch role {
        // Half of the room: woken for every finding, it would do nothing but wake.
        case .story: workersLeft == 0 || findings.count >= course.limits.findingsAhead / 2
        case .reader: isEnd(for: role) || nextStep != nil
        case .line(let line): isEnd(for: role) || slotToHash(line) != nil
        }
    }

    /// Whether there will be no more work for a role.
    func isEnd(for role: HashRole) -> Bool {
        switch role {
        case .story: workersLeft == 0
        case .reader: isStopping ? fileLeftOpen == nil : isGivenOut
        case .line(let line): isStopping || isGivenOut && nextToHash[line] == nextSequence
        }
    }
}

extension Monitor where State == HashSchedule {
    /// The next work for a role; nil when there will be none.
    func next<Work>(as role: HashRole, take: (inout HashSchedule) -> Work?) -> Work? {
        wait(as: role.number) { schedule -> Work?? in
            if schedule.isEnd(for: role) { return .some(nil) }
            return take(&schedule).map { .some($0) }
        }
    }
}
