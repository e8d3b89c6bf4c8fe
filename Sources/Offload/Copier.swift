public import Checksums
public import FileTree
public import Proof

/// One destination, ready to be copied to.
public struct Lane: Sendable {
    /// The destination's disk.
    public var disk: any Disk
    /// Its volume.
    public var volume: Volume
    /// Where the roll lies on it.
    public var place: RollPlace
    /// The folder the roll lies in while this copy runs.
    public var base: RelativePath
    /// Per entry of the card's snapshot, what is needed there.
    public var needs: [Need]
    /// What an earlier run proved there and still holds.
    public var verified: VerifiedFiles
    /// The journal; nil when nothing will be written.
    public var journal: Journal?

    /// Puts a lane together.
    public init(
        disk: any Disk, volume: Volume, place: RollPlace, base: RelativePath, needs: [Need], verified: VerifiedFiles,
        journal: Journal?
    ) {
        self.disk = disk
        self.volume = volume
        self.place = place
        self.base = base
        self.needs = needs
        self.verified = verified
        self.journal = journal
    }
}

/// What a copy is asked to do.
public struct CopyRequest: Sendable {
    /// The card.
    public var card: any ReadableDisk
    /// The card's volume.
    public var cardVolume: Volume
    /// What the card holds.
    public var tree: TreeSnapshot
    /// The destinations.
    public var lanes: [Lane]
    /// All checksums to take in the one read.
    public var algorithms: [ChecksumAlgorithm]
    /// The one of them that copies are compared by.
    public var comparing: ChecksumAlgorithm
    /// Whether the card is read a second time, past its cache.
    public var sourceTwice = false
    /// Whether a loop device counts as a block device (tests; recorded when used).
    public var trustsLoop = false
    /// What is already known about the content.
    public var expectations: any ContentExpectations = NoExpectations()
    /// How much is in flight.
    public var limits = CopyLimits()

    /// Puts a request together.
    public init(
        card: any ReadableDisk, cardVolume: Volume, tree: TreeSnapshot, lanes: [Lane],
        algorithms: [ChecksumAlgorithm], comparing: ChecksumAlgorithm
    ) {
        self.card = card
        self.cardVolume = cardVolume
        self.tree = tree
        self.lanes = lanes
        self.algorithms = algorithms
        self.comparing = comparing
    }
}

/// How far a copy is.
public struct CopyProgress: Sendable {
    /// Bytes read from the card.
    public var bytesRead: Int64
    /// For how long the card has not answered, in nanoseconds.
    public var sourceSilence: Int64
    /// The destinations, in order.
    public var lanes: [LaneProgress]

    package init(bytesRead: Int64, sourceSilence: Int64, lanes: [LaneProgress]) {
        self.bytesRead = bytesRead
        self.sourceSilence = sourceSilence
        self.lanes = lanes
    }
}

/// What came of a copy.
public struct CopyOutcome: Sendable {
    /// What came of it on one destination.
    public struct Lane: Sendable {
        /// The files that are proved there, those of earlier runs included.
        public let verified: VerifiedFiles
        /// The files that are not, for a reason of its own.
        public let failures: [FileFailure]
        /// Why it was given up; nil when it was not.
        public let failure: DestinationFailure?
        /// What the destination could not do as it should.
        public let shortfalls: Shortfalls
        /// Bytes written.
        public let bytesWritten: Int64

        package init(
            verified: VerifiedFiles, failures: [FileFailure], failure: DestinationFailure?, shortfalls: Shortfalls,
            bytesWritten: Int64
        ) {
            self.verified = verified
            self.failures = failures
            self.failure = failure
            self.shortfalls = shortfalls
            self.bytesWritten = bytesWritten
        }
    }

    /// The destinations, in order.
    public let lanes: [Lane]
    /// Files that the card did not give, by number.
    public let cardFailures: [FileFailure]
    /// Bytes read from the card in the first read.
    public let bytesRead: Int64
    /// Bytes read from it again for single destinations.
    public let bytesReadAgain: Int64
    /// Whether it was stopped before the end.
    public let isInterrupted: Bool
    /// Threads that were left behind because a request never returned.
    public let threadsLeftBehind: Int
}

/// Copies a card: reads it once, writes every destination, and proves each copy.
public struct Copier: Sendable {
    private let course: CopyCourse
    private let monitor: Monitor<CopySchedule>

    /// How often the teller is asked for words while a copy runs.
    public static let tick: Int64 = 200_000_000
    /// Second reads of the card in flight.
    private static let recheckers = 2

    /// Prepares a copy; nothing moves yet.
    public init(_ request: CopyRequest) {
        precondition(request.lanes.count <= LaneSet.most, "more destinations than a set has places")
        course = CopyCourse(
            card: request.card, cardVolume: request.cardVolume, tree: request.tree,
            lanes: request.lanes.map {
                CopyLane(
                    disk: $0.disk, volume: $0.volume, place: $0.place, base: $0.base, needs: $0.needs,
                    verified: $0.verified, journal: $0.journal)
            },
            groups: CopyCourse.groups(
                tree: request.tree, needs: request.lanes.map(\.needs), limits: request.limits),
            algorithms: request.algorithms, comparing: request.comparing,
            hashLines: CopyCourse.hashLines(for: request.algorithms), sourceTwice: request.sourceTwice,
            trustsLoop: request.trustsLoop, expectations: request.expectations, limits: request.limits)
        monitor = Monitor(CopySchedule(course, now: Machine.ticks))
    }

    /// Runs the copy to its end.
    ///
    /// - Parameter tell: called every tick and at the end with what has happened since; answers whether to go on.
    ///   Once it answers no, nothing new is begun and the copy ends when the last request returns.
    public func run(tell: (CopyProgress, [OffloadEvent]) -> Bool) -> CopyOutcome {
        startWorkers()
        let story = Role.story.number(hashLines: course.hashLines.count)
        var isInterrupted = false
        while true {
            let (progress, events, isDone) = monitor.withState { $0.report(now: Machine.ticks) }
            if !tell(progress, events) {
                isInterrupted = true
                monitor.withState { $0.isStopping = true }
            }
            if isDone { break }
            monitor.wait(as: story, nanoseconds: Copier.tick)
        }
        return monitor.withState { $0.outcome(isInterrupted: isInterrupted) }
    }

    private func startWorkers() {
        var workers: [(String, @Sendable () -> Void)] = []
        let (monitor, course) = (monitor, course)
        func add(_ count: Int, _ name: String, _ body: @escaping @Sendable () -> Void) {
            workers += Array(repeating: (name, body), count: count)
        }
        add(course.limits.readers, "read card") { CardReader(monitor: monitor, course: course).run() }
        if course.sourceTwice {
            add(Copier.recheckers, "read twice") { CardRechecker(monitor: monitor, course: course).run() }
        }
        for line in course.hashLines.indices {
            add(1, "hash") { HashLine(monitor: monitor, course: course, line: line).run() }
        }
        for lane in course.lanes.indices {
            let limits = course.limits
            let isRotating = course.lanes[lane].volume.isRotating
            let readersBack = isRotating ? limits.readersBackOnRotatingDisk : limits.readersBackPerDestination
            add(limits.writersPerDestination, "write \(lane)") {
                LaneWriter(monitor: monitor, course: course, index: lane).run()
            }
            add(1, "flush \(lane)") { LaneFlusher(monitor: monitor, course: course, index: lane).run() }
            add(readersBack, "read back \(lane)") {
                LaneReaderBack(monitor: monitor, course: course, index: lane).run()
            }
            add(1, "name \(lane)") { LanePlacer(monitor: monitor, course: course, index: lane).run() }
        }
        monitor.withState { [count = workers.count] in $0.workersLeft = count }
        for (name, body) in workers {
            DiskThread.start(named: name) {
                body()
                monitor.withState { $0.workersLeft -= 1 }
            }
        }
    }
}
