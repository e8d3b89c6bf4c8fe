internal import FileTree
internal import Ingest
internal import Offload

/// Shows how far a copy is: lines that are drawn over on a terminal, a line now and then elsewhere.
struct ProgressDisplay {
    private let terminal: Terminal
    private var linesShown = 0
    private var lastShown: Int64 = 0
    private var meters: [RateMeter] = []
    private var roll: RelativePath?
    var namesWhatDoesNotAnswer = false

    /// Nanoseconds between two lines where nobody watches.
    private static let betweenLines: Int64 = 30_000_000_000
    /// After this much silence a destination is named.
    private static let silenceNamed = CopyLimits().hangNotice

    init(_ terminal: Terminal) {
        self.terminal = terminal
    }

    mutating func show(_ progress: CopyProgress, of plan: CardPlan) {
        let now = Machine.ticks
        if roll != plan.roll {
            roll = plan.roll
            meters = plan.copies.map { _ in RateMeter() }
            lastShown = now
        }
        for index in meters.indices {
            meters[index].add(progress.lanes[index], at: now)
        }
        let isSilent = progress.lanes.contains { $0.silence > Self.silenceNamed }
        guard
            terminal.isTerminal || now - lastShown >= Self.betweenLines
                || isSilent && now - lastShown >= Self.silenceNamed
        else { return }
        lastShown = now
        clear()
        let lines = self.lines(progress, of: plan)
        let width = terminal.columns
        for line in lines { terminal.write((width > 0 ? String(line.prefix(width - 1)) : line) + "\n") }
        if terminal.isTerminal { linesShown = lines.count }
    }

    /// Takes the lines away again, so that what is said next stands where they stood.
    mutating func clear() {
        guard linesShown > 0 else { return }
        terminal.write("\u{1B}[\(linesShown)A\u{1B}[J")
        linesShown = 0
    }

    private func lines(_ progress: CopyProgress, of plan: CardPlan) -> [String] {
        let files = plan.card.contents.files.count
        let bytes = plan.card.contents.size.bytes
        var lines = zip(plan.copies, progress.lanes).enumerated().map { index, pair in
            let (copy, lane) = pair
            return "\(SafeText.of(copy.destination)): " + words(lane, copy, meters[index], files: files, bytes: bytes)
        }
        let limit = namesWhatDoesNotAnswer ? Copier.tick * 5 : Self.silenceNamed
        if progress.sourceSilence > limit {
            lines.append("The card has not answered for \(progress.sourceSilence / 1_000_000_000) s.")
        }
        return lines
    }

    private func words(
        _ lane: LaneProgress, _ copy: CardPlan.Copy, _ meter: RateMeter, files: Int, bytes: Int64
    ) -> String {
        if lane.isDropped { return "failed" }
        if lane.silence > (namesWhatDoesNotAnswer ? Copier.tick * 5 : Self.silenceNamed) {
            return "has not answered for \(lane.silence / 1_000_000_000) s"
        }
        let work = copy.bytes + (copy.kind == .continue ? copy.bytes : bytes)
        let left = work - lane.bytesWritten - lane.bytesReadBack
        let written = "\(ByteCount(lane.bytesWritten)) of \(ByteCount(copy.bytes)) written, "
        return (copy.kind == .compare ? "" : written) + "\(ByteCount(lane.bytesReadBack)) read back, "
            + "\(lane.filesProved) of \(files) files proved" + meter.words(bytesLeft: max(0, left))
    }
}

/// How fast bytes have moved lately.
struct RateMeter {
    private var samples: [(written: Int64, readBack: Int64, time: Int64)] = []

    /// What counts as lately, in nanoseconds.
    private static let window: Int64 = 10_000_000_000
    /// Samples are kept at most so often.
    private static let grain: Int64 = 500_000_000

    mutating func add(_ progress: LaneProgress, at time: Int64) {
        if let last = samples.last, time - last.time < Self.grain { return }
        samples.append((progress.bytesWritten, progress.bytesReadBack, time))
        while let first = samples.first, time - first.time > Self.window { samples.removeFirst() }
    }

    /// `, 412.0 MB/s, 2 m 05 s left`: how fast bytes are written or, once all are, read back, and when both will
    /// be done; nothing while too little is known.
    func words(bytesLeft: Int64) -> String {
        guard let first = samples.first, let last = samples.last else { return "" }
        let (written, readBack) = (last.written - first.written, last.readBack - first.readBack)
        guard last.time > first.time, written + readBack > 0 else { return "" }
        let elapsed = Double(last.time - first.time) / 1e9
        let seconds = Int64(Double(bytesLeft) / (Double(written + readBack) / elapsed))
        let shown = Int64(Double(written > 0 ? written : readBack) / elapsed)
        return ", \(ByteCount(shown))/s, \(Self.duration(seconds)) left"
    }

    private static func duration(_ seconds: Int64) -> String {
        if seconds >= 3600 { return "\(seconds / 3600) h \(seconds / 60 % 60) m" }
        return seconds >= 60 ? "\(seconds / 60) m \(seconds % 60) s" : "\(seconds) s"
    }
}
