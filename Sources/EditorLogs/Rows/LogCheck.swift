internal import MediaTime

/// What an assistant should look at in a whole log, from its rows alone.
public struct LogCheck {
    private let log: EditorLog

    /// Takes a log.
    public init(_ log: EditorLog) {
        self.log = log
    }

    /// Notes everything in the log, in the place of what was noted before.
    public static func note(in log: inout EditorLog) {
        log.exceptions.removeAll { codes.contains($0.code) }
        log.exceptions += LogCheck(log).all
    }

    private static let codes: Set<LogException.Code> = [
        .notProved, .noTimecode, .noLength, .oddRate, .offSpeed, .overlap,
    ]

    /// Everything, by rule.
    public var all: [LogException] { notProved + noTimecode + noLength + oddRates + offSpeed + overlaps }

    // MARK: - Rules

    /// Rolls with rows of which no copy is on record as proved.
    private var notProved: [LogException] {
        var (bare, all) = (log.rolls.map { _ in 0 }, log.rolls.map { _ in 0 })
        for clip in log.clips {
            all[clip.roll] += 1
            if !clip.evidence.contains(where: { $0 >= .proved }) { bare[clip.roll] += 1 }
        }
        return log.rolls.indices.filter { bare[$0] > 0 }.map { place in
            let whose =
                bare[place] == all[place]
                ? "its \(counted(all[place], "row"))" : "\(bare[place]) of its \(all[place]) rows"
            return LogException(
                .notProved, roll: log.rolls[place].path, "No copy of \(whose) is on record as proved.",
                nextStep: "Keep the card until `rushes ingest` has proved a copy of it.")
        }
    }

    private var noTimecode: [LogException] {
        log.clips.filter { $0.start == nil }.map { clip in
            exception(
                .noTimecode, clip, "\(clip.sourceFile) has no timecode that anybody said.",
                "It is found by its name alone; --correct can give it a start.")
        }
    }

    private var noLength: [LogException] {
        log.clips.filter { $0.length == nil && !($0.kind == .sound && $0.values[.samples] != nil) }.map { clip in
            exception(
                .noLength, clip, "How long \(clip.sourceFile) is was not said by anybody.",
                "Applications see it when they open the file; --correct can give its length.")
        }
    }

    /// What the clips of a roll have in common that run at another rate than most.
    private struct OddRate: Hashable {
        let roll: Int
        let rate: FrameRate
    }

    /// Pictures that run at another rate than most: once for each roll and rate.
    private var oddRates: [LogException] {
        var counts: [FrameRate: Int] = [:]
        for clip in log.pictures { if let rate = clip.rate { counts[rate, default: 0] += 1 } }
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key, counts.count > 1 else {
            return []
        }
        var odd: [OddRate: [Int]] = [:]
        for (row, clip) in log.clips.enumerated() where clip.kind == .picture {
            guard let rate = clip.rate, rate != most else { continue }
            odd[OddRate(roll: clip.roll, rate: rate), default: []].append(row)
        }
        return odd.sorted { ($0.value.first ?? 0) < ($1.value.first ?? 0) }.map { alike, rows in
            let rates = "\(alike.rate.decimalText) frames a second, most of the log at \(most.decimalText)"
            return log.exception(
                .oddRate, of: rows,
                one: "It runs at \(rates).", several: "\(rows.count) clips run at \(rates): \(log.names(of: rows)).",
                nextStep: "Ask the camera crew whether that was meant.")
        }
    }

    /// Pictures whose sensor ran at another rate than they play at; a pull-down alone is no other speed.
    private var offSpeed: [LogException] {
        log.pictures.compactMap { clip in
            guard let (sensor, playback) = clip.offSpeed else { return nil }
            return exception(
                .offSpeed, clip,
                "The sensor ran at \(sensor.decimalText) frames a second, and the clip plays at \(playback.decimalText).",
                "Its timecode is no clock: sound that was recorded meanwhile does not match it.")
        }
    }

    private var overlaps: [LogException] {
        ReelOverlaps(log).pairs.map { pair in
            let (one, other) = (log.clips[pair.clip], log.clips[pair.earlier])
            return exception(
                .overlap, one,
                "Its timecode is also that of \(other.name): both say that they are of reel \(one.values[.reel] ?? "").",
                "Relink them by name and folder, not by reel and timecode.")
        }
    }

    private func exception(
        _ code: LogException.Code, _ clip: LoggedClip, _ sentence: String, _ nextStep: String
    ) -> LogException {
        LogException(code, roll: log.roll(of: clip).path, clip: clip.name, sentence, nextStep: nextStep)
    }
}

/// Which pictures of one reel claim the same timecode.
struct ReelOverlaps {
    /// A row, and one that is there in its timecode already.
    struct Pair {
        let clip: Int
        let earlier: Int
    }

    private struct Reel: Hashable {
        let name: String
        let base: TimecodeBase
    }

    /// Frames of the day that a row takes.
    private struct Stretch {
        let start: Int
        let end: Int
        let clip: Int
    }

    private let stretches: [Reel: [Stretch]]

    init(_ log: EditorLog) {
        var stretches: [Reel: [Stretch]] = [:]
        for (place, clip) in log.clips.enumerated() where clip.kind == .picture {
            guard let reel = clip.values[.reel], let span = clip.span, span.frames > 0 else { continue }
            let key = Reel(name: reel.lowercased(), base: span.start.base)
            let (start, end, day) = (span.start.frame, span.start.frame + span.frames, span.start.base.framesPerDay)
            stretches[key, default: []].append(Stretch(start: start, end: min(end, day), clip: place))
            if end > day { stretches[key, default: []].append(Stretch(start: 0, end: end - day, clip: place)) }
        }
        self.stretches = stretches
    }

    /// For each row that overlaps, one that it does with; in the order of the rows.
    var pairs: [Pair] {
        var earlier: [Int: Int] = [:]
        for stretches in stretches.values where stretches.count > 1 {
            var last: Stretch?
            for stretch in stretches.sorted(by: { ($0.start, $0.clip, $0.end) < ($1.start, $1.clip, $1.end) }) {
                if let last, stretch.start < last.end, last.clip != stretch.clip, earlier[stretch.clip] == nil {
                    earlier[stretch.clip] = last.clip
                }
                if stretch.end > last?.end ?? 0 { last = stretch }
            }
        }
        return earlier.sorted { $0.key < $1.key }.map { Pair(clip: $0.key, earlier: $0.value) }
    }
}
