internal import MediaTime

/// The one time by which the clips of a roll lie beside their sound: that of a camera that was not jammed.
///
/// Sound covers its picture, with some seconds before and behind. So every pair of a clip and a take that is long enough
/// allows a stretch of offsets, and the right one is where the stretches of nearly all clips meet. Timecode alone
/// tells it only as exactly as the takes are tight, and it is never applied by itself.
struct ConstantOffset {
    /// Frames that the camera's timecode lacks.
    let frames: Int
    /// How the camera's timecode counts.
    let base: TimecodeBase
    /// Clips that sound covers then.
    let covered: Int
    /// Clips of the roll that could have sound.
    let clips: Int
    /// By how much it may be wrong to either side, in seconds rounded up; nil where it is whole hours, which clocks
    /// that were never set are wrong by.
    let uncertainty: Int?

    /// Fewer clips fit somewhere by chance.
    static let fewestClips = 3
    /// So much of the roll must fit, in fifths: some clips are without sound on every day.
    static let fewestFifths = 4
    /// So many clips are tried first; what fits them is then tried on all.
    private static let sample = 16
    /// More pairs of clips and takes are not looked at for one roll: the hint is not worth the time.
    fileprivate static let mostPairs = 200_000
    /// Nor are more rolls: where so many lie beside their sound, it was not one camera that was not jammed.
    static let mostRolls = 20
    /// Stretches that are longer leave the offset open.
    private static let longestStretch = 30 * Ticks.perSecond

    /// Whether the clips have their sound as they are: it covers most of them, or at least half of each of nearly all.
    ///
    /// Who starts the recorder after the camera all day long has no other timecode for it.
    static func isNeedless(_ pictures: [(clock: PictureClock, day: Int?)], _ index: inout SoundIndex) -> Bool {
        guard pictures.count >= fewestClips, let first = pictures.first?.clock else { return true }
        let pictures = pictures.filter { $0.clock.base == first.base }
        let trial = OffsetTrial(pictures: pictures, index: index, axis: index.axis(for: first))
        return trial.covered(at: 0) * 2 >= pictures.count
            || OffsetTrial.isEnough(trial.covered(at: 0, halves: 1), of: pictures.count)
    }

    /// Looks for it; nil where no offset, or more than one, fits.
    init?(_ pictures: [(clock: PictureClock, day: Int?)], _ index: inout SoundIndex) {
        guard let first = pictures.first?.clock else { return nil }
        let pictures = pictures.filter { $0.clock.base == first.base }
        let trial = OffsetTrial(pictures: pictures, index: index, axis: index.axis(for: first))
        let step = max(1, pictures.count / ConstantOffset.sample)
        let sample = trial.of(stride(from: 0, to: pictures.count, by: step).map { pictures[$0] })
        guard let found = sample.wholeHours ?? sample.stretch,
            found.length <= ConstantOffset.longestStretch,
            let frame = Ticks.of(frames: 1, at: first.base.rate)
        else { return nil }
        let middle = (found.start + found.length / 2 + frame / 2) / frame
        covered = trial.covered(at: middle * frame % first.day)
        guard OffsetTrial.isEnough(covered, of: pictures.count) else { return nil }
        (base, clips) = (first.base, pictures.count)
        frames = middle * 2 > base.framesPerDay ? middle - base.framesPerDay : middle
        uncertainty = found.length == 0 ? nil : found.length / (2 * Ticks.perSecond) + 1
    }
}

/// Clips and takes, to try offsets on.
private struct OffsetTrial {
    let pictures: [(clock: PictureClock, day: Int?)]
    let index: SoundIndex
    let axis: SoundAxis

    func of(_ pictures: [(clock: PictureClock, day: Int?)]) -> OffsetTrial {
        OffsetTrial(pictures: pictures, index: index, axis: axis)
    }

    static func isEnough(_ covered: Int, of clips: Int) -> Bool {
        covered >= ConstantOffset.fewestClips && covered * SoundChoice.fifth >= clips * ConstantOffset.fewestFifths
    }

    /// Clips of which a take of their day covers all, or half, when they are so much later.
    func covered(at offset: Int, halves: Int = 2) -> Int {
        let (axis, days, areSetAside) = (axis, index.days, index.areSetAside)
        return pictures.count { picture in
            let start = (picture.clock.span.start + offset) % axis.day
            let span = TickSpan(start: start, length: picture.clock.span.length)
            return axis.contains(meeting: span) { entry in
                entry.span.shared(with: span) >= span.length / 2 * halves && !areSetAside[entry.take]
                    && mayAgree(picture.day, days[entry.take])
            }
        }
    }

    private func isCandidate(_ take: Int, _ day: Int?) -> Bool {
        !index.areSetAside[take] && mayAgree(day, index.days[take])
    }

    /// Whole hours that fit, where no others fit half as well.
    var wholeHours: TickSpan? {
        let hour = axis.day / 24
        let tried = (1..<24).map { (offset: $0 * hour, covered: covered(at: $0 * hour)) }
        guard let best = tried.max(by: { $0.covered < $1.covered }),
            OffsetTrial.isEnough(best.covered, of: pictures.count),
            tried.count(where: { $0.covered * 2 > best.covered }) == 1
        else { return nil }
        return TickSpan(start: best.offset, length: 0)
    }

    /// The stretch of offsets that fit, where none elsewhere fits half as well.
    var stretch: TickSpan? {
        let levels = levels()
        guard let best = levels.map(\.count).max(), OffsetTrial.isEnough(best, of: pictures.count) else { return nil }
        let isHigh = levels.map { $0.count * 2 > best }
        // The day goes round: what is before the first level is the last one.
        let rises = isHigh.indices.count { isHigh[$0] && !isHigh[$0 == 0 ? isHigh.count - 1 : $0 - 1] }
        guard rises == 1, let first = levels.firstIndex(where: { $0.count == best }),
            let last = levels.lastIndex(where: { $0.count == best })
        else { return nil }
        let end = last + 1 < levels.count ? levels[last + 1].from : axis.day
        return TickSpan(start: levels[first].from, length: end - levels[first].from)
    }

    /// How many clips are covered from each offset of the day on, up to the next.
    private func levels() -> [(from: Int, count: Int)] {
        var changes: [(offset: Int, by: Int)] = [(0, 0)]
        for picture in pictures where changes.count < 2 * ConstantOffset.mostPairs {
            for entry in axis.once where isCandidate(entry.take, picture.day) {
                let room = entry.span.length - picture.clock.span.length
                guard room >= 0 else { continue }
                let ahead = entry.span.start - picture.clock.span.start
                let from = ahead < 0 ? ahead + axis.day : ahead
                changes += [(from, 1), (from + room + 1, -1)]
                if from + room >= axis.day { changes += [(0, 1), (from + room + 1 - axis.day, -1)] }
            }
        }
        changes.sort { $0.offset < $1.offset }
        var levels: [(from: Int, count: Int)] = []
        for change in changes where change.offset < axis.day {
            let count = (levels.last?.count ?? 0) + change.by
            if levels.last?.from == change.offset { levels.removeLast() }
            levels.append((change.offset, count))
        }
        return levels
    }
}
