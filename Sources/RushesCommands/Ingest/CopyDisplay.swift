internal import FileTree
internal import Ingest
internal import Offload

/// Shows how far a copy is, a line for each destination.
struct CopyDisplay {
    private var status: StatusLines
    private var lastShown: Int64 = 0
    private var meters: [RateMeter] = []
    private var roll: RelativePath?
    var namesWhatDoesNotAnswer = false

    /// After this much silence a destination is named.
    private static let silenceNamed = CopyLimits().hangNotice

    init(_ terminal: Terminal) {
        status = StatusLines(terminal)
    }

    mutating func show(_ progress: CopyProgress, of plan: CardPlan) {
        let now = Machine.ticks
        if roll != plan.roll {
            roll = plan.roll
            meters = plan.copies.map { _ in RateMeter() }
            lastShown = now
        }
        for index in meters.indices {
            let lane = progress.lanes[index]
            meters[index].add(written: lane.bytesWritten, read: lane.bytesReadBack, at: now)
        }
        let isSilent = progress.lanes.contains { $0.silence > Self.silenceNamed }
        guard
            status.areWatched || now - lastShown >= StatusLines.betweenLines
                || isSilent && now - lastShown >= Self.silenceNamed
        else { return }
        lastShown = now
        status.draw(lines(progress, of: plan))
    }

    /// Takes the lines away again, so that what is said next stands where they stood.
    mutating func clear() {
        status.clear()
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
