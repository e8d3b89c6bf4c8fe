internal import FileTree

/// The kinds of workers, numbered for the monitor.
enum Role: Hashable, Sendable {
    /// The thread that tells the story: wakes when there is something to tell.
    case story
    case reader
    case rechecker
    case hashLine(Int)
    case writer(lane: Int)
    case flusher(lane: Int)
    case readerBack(lane: Int)
    case placer(lane: Int)

    private static let beforeHashLines = 3
    private static let perLane = 4

    static func count(hashLines: Int, lanes: Int) -> Int { beforeHashLines + hashLines + perLane * lanes }

    func number(hashLines: Int) -> Int {
        let firstLane = Role.beforeHashLines + hashLines
        return switch self {
        case .story: 0
        case .reader: 1
        case .rechecker: 2
        case .hashLine(let line): Role.beforeHashLines + line
        case .writer(let lane): firstLane + Role.perLane * lane
        case .flusher(let lane): firstLane + Role.perLane * lane + 1
        case .readerBack(let lane): firstLane + Role.perLane * lane + 2
        case .placer(let lane): firstLane + Role.perLane * lane + 3
        }
    }

    init(number: Int, hashLines: Int) {
        let afterHashLines = number - Role.beforeHashLines - hashLines
        switch number {
        case 0: self = .story
        case 1: self = .reader
        case 2: self = .rechecker
        case ..<(Role.beforeHashLines + hashLines): self = .hashLine(number - Role.beforeHashLines)
        default:
            let lane = afterHashLines / Role.perLane
            switch afterHashLines % Role.perLane {
            case 0: self = .writer(lane: lane)
            case 1: self = .flusher(lane: lane)
            case 2: self = .readerBack(lane: lane)
            default: self = .placer(lane: lane)
            }
        }
    }
}

extension CopySchedule {
    var roleCount: Int { Role.count(hashLines: course.hashLines.count, lanes: lanes.count) }

    func isReady(_ role: Int) -> Bool {
        switch Role(number: role, hashLines: course.hashLines.count) {
        case .story: isDone
        case .reader: isOver || canRead
        case .rechecker: isOver || nextToRecheck != nil
        case .hashLine(let line): isOver || slotToHash(line) != nil
        case .writer(let lane): isEnd(of: lane) || nextToWrite(lane) != nil
        case .flusher(let lane): isEnd(of: lane) || groupToFlush(lane) != nil
        case .readerBack(let lane): isEnd(of: lane) || groupToReadBack(lane) != nil
        case .placer(let lane): isEnd(of: lane) || groupToPlace(lane) != nil
        }
    }

    /// Whether a destination's workers may go home.
    func isEnd(of lane: Int) -> Bool { isOver || lanes[lane].isDropped }

    /// The groups that are open, oldest first.
    var openGroups: [Int] { states.keys.sorted() }
}

extension CopySchedule {
    /// Whether there will be no more work for a role.
    func isEnd(for role: Role) -> Bool {
        switch role {
        case .story, .reader, .rechecker, .hashLine: isOver
        case .writer(let lane), .flusher(let lane), .readerBack(let lane), .placer(let lane): isEnd(of: lane)
        }
    }
}
