internal import MediaTime

/// Joins sound to picture by timecode.
///
/// A take is a picture's when the rates of both agree, their shooting days are the same or neighbours, and they were
/// recorded at the same time of a timecode day, by at least one frame. The take that shares most is believed: what its
/// recorder wrote of scene and take goes to the picture. Rules and limits are those of ``SoundChoice``.
///
/// Timecode cannot tell whether a clap is a frame or two beside its sound: recorders start between frames, and
/// nothing else is measured. So no match is said to be off by frames.
public struct SoundJoin {
    private let offsets: [RollOffset]

    /// Takes what the person said of cameras that were not jammed.
    public init(offsets: [RollOffset] = []) {
        self.offsets = offsets
    }

    /// Notes on every row of picture the sound that was recorded meanwhile, and what did not match, both ways.
    ///
    /// What an earlier join noted is forgotten. In a log without sound, or without picture, nothing is noted but the
    /// offsets. Throws a sentence where an offset names no roll of the log, or not one alone.
    public func join(_ log: inout EditorLog) throws(LogError) {
        SoundJoin.forget(in: &log)
        try RollOffset.apply(offsets, to: &log)
        guard log.clips.contains(where: { $0.kind == .sound }), log.clips.contains(where: \.wantsSound) else { return }
        var joining = SoundJoining(log)
        joining.match()
        joining.write(into: &log)
    }

    /// Nothing else says which sound is whose: a log that was read may name rows that are others by now.
    private static func forget(in log: inout EditorLog) {
        log.exceptions.removeAll { codes.contains($0.code) }
        for row in log.clips.indices { (log.clips[row].sound, log.clips[row].jammedStart) = ([], nil) }
    }

    private static let codes: Set<LogException.Code> = [
        .noSound, .noPicture, .twoCandidates, .slightOverlap, .constantOffset,
    ]
}

extension LoggedClip {
    /// Whether it is a picture that sound is sought for.
    var wantsSound: Bool { kind == .picture && !isSetAside }
}

/// One run of the join: first every picture is asked for its sound, then all is written down.
struct SoundJoining {
    /// What is known of a picture.
    private enum Answer {
        case matched(SoundChoice, PictureClock)
        case missed(SoundMiss)
    }

    private let log: EditorLog
    private var index: SoundIndex
    private let sound: RecordedDays
    private let shown: ShownTimes
    private var answers: [Int: Answer] = [:]
    private var offsets: [Int: ConstantOffset] = [:]
    /// The picture that each take is of, or that preferred another one.
    private var taken: Set<Int> = []
    private var passedOver: [Int: Int] = [:]
    /// Pictures with more sound than is looked at.
    private var crowded: Set<Int> = []

    init(_ log: EditorLog) {
        self.log = log
        let index = SoundIndex(log)
        self.index = index
        sound = RecordedDays(
            index.clocks.indices.compactMap { take in
                index.areSetAside[take] ? nil : index.clocks[take].map { ($0.base, index.days[take]) }
            })
        shown = ShownTimes(
            index.takes.enumerated().compactMap { take, files in
                guard !index.areSetAside[take], let clock = index.clocks[take] else { return nil }
                return files.rows.first.map { ShownTimes.Recording(take: clock, day: index.days[take], $0) }
            })
    }

    /// Asks every picture, and then the rolls.
    mutating func match() {
        var rolls: [Int: [(clock: PictureClock, day: Int?)]] = [:]
        for (row, clip) in log.clips.enumerated() where clip.wantsSound {
            answers[row] = answer(of: clip, row)
            if let clock = PictureClock(clip), clip.offSpeed == nil, !clip.isMOS, clip.jammedStart == nil {
                rolls[clip.roll, default: []].append((clock, clip.shootDay))
            }
        }
        let beside = rolls.sorted { $0.key < $1.key }.filter { !ConstantOffset.isNeedless($0.value, &index) }
        for (roll, pictures) in beside.prefix(ConstantOffset.mostRolls) {
            offsets[roll] = ConstantOffset(pictures, &index)
        }
    }

    private mutating func answer(of clip: LoggedClip, _ row: Int) -> Answer {
        if let (sensor, playback) = clip.offSpeed { return .missed(.offSpeed(sensor, playback)) }
        guard let clock = PictureClock(clip) else {
            return .missed(clip.isMOS ? .mos : clip.start == nil ? .noTimecode : .noLength)
        }
        let meanwhile = SoundMeanwhile(clock, day: clip.shootDay, in: &index)
        guard !meanwhile.isCrowded else {
            crowded.insert(row)
            return .missed(.crowded)
        }
        let choice = SoundChoice(meanwhile.candidates, for: clock)
        guard !choice.chosen.isEmpty else {
            if let take = meanwhile.setAside { return .missed(.setAside(name(take))) }
            if let take = meanwhile.ofOtherDay { return .missed(.otherDay(name(take))) }
            return .missed(clip.isMOS ? .mos : miss(of: clip, row, clock))
        }
        for candidate in choice.chosen { taken.insert(candidate.take) }
        for take in (choice.rivals + choice.passedOver).map(\.take) + meanwhile.passedOver {
            passedOver[take] = passedOver[take] ?? row
        }
        return .matched(choice, clock)
    }

    private func miss(of clip: LoggedClip, _ row: Int, _ clock: PictureClock) -> SoundMiss {
        let miss = sound.miss(clock.base, clip.shootDay)
        guard miss == .noOverlap, let picture = ShownTimes.Recording(picture: clip, row),
            let other = shown.otherRate(beside: picture)
        else { return miss }
        return .otherRate(log.clips[other.row].name, other.mine, other.other)
    }

    private func name(_ take: Int) -> String { index.takes[take].rows.first.map { log.clips[$0].name } ?? "" }

    /// Writes matches and words on the rows, and lists what somebody should look at.
    func write(into log: inout EditorLog) {
        // The check of the rows may have listed those already.
        let offSpeed = Set(log.exceptions.filter { $0.code == .offSpeed }.map { [$0.roll, $0.clip] })
        var misses = MissList(.noSound, of: "clip")
        for row in log.clips.indices {
            switch answers[row] {
            case .missed(let miss)?:
                let clip = log.clips[row]
                let words = miss.words(picture: clip, isBeside: offsets[clip.roll] != nil)
                guard case .offSpeed = miss else {
                    misses.add(words, row, roll: clip.roll)
                    continue
                }
                let roll = log.roll(of: clip).path
                if !offSpeed.contains([roll, clip.name]) {
                    log.exceptions.append(LogException(.offSpeed, roll: roll, clip: clip.name, words.one))
                }
            case .matched(let choice, let clock)?: write(choice, clock, row, into: &log)
            case nil: break
            }
        }
        log.exceptions += misses.exceptions(in: log)
        for (roll, offset) in offsets.sorted(by: { $0.key < $1.key }) { log.note(offset, roll) }
        listTakes(in: &log)
    }

    private func write(_ choice: SoundChoice, _ clock: PictureClock, _ row: Int, into log: inout EditorLog) {
        let isBeside = offsets[log.clips[row].roll] != nil
        log.clips[row].sound = matches(choice, clock, isDoubtful: choice.isDoubtful || isBeside)
        guard let first = choice.chosen.first else { return }
        // What may be another take's says nothing of this one's scene.
        if !choice.isSlight, !isBeside { log.clips[row].say(words(of: index.takes[first.take])) }
        if choice.isSlight { log.noteSlight(name(first.take), clock.frames(first.shared), row) }
        if !choice.rivals.isEmpty {
            log.noteRivals([first.take].map(name), choice.rivals.map(\.take).map(name), row)
        } else if choice.chosen.count > 1 {
            log.noteRun(over: choice.chosen.map(\.take).map(name), row)
        }
    }

    /// The pieces of the chosen takes that the picture meets: the one that shares most first, then by time.
    private func matches(_ choice: SoundChoice, _ clock: PictureClock, isDoubtful: Bool) -> [MatchedSound] {
        let met = choice.chosen.flatMap { candidate in
            index.takes[candidate.take].pieces.compactMap { piece in
                MetPiece(piece, of: candidate, index.clocks[candidate.take], clock)
            }
        }
        let best = met.indices.max { met[$0].shared < met[$1].shared || met[$0].shared == met[$1].shared && $0 > $1 }
        guard let best else { return [] }
        let others = met.indices.filter { $0 != best }.sorted { met[$0].start < met[$1].start }
        return ([best] + others).map { met[$0].match(clock, isDoubtful: isDoubtful) }
    }

    private static let written = LogField.allCases.filter(LogField.written.contains)

    /// What the recorder, and people, wrote of a take: the first of its files that says something counts.
    private func words(of take: LoggedTake) -> [(LogField, LoggedValue)] {
        SoundJoining.written.compactMap { field in
            take.rows.lazy.compactMap { log.clips[$0].values.all[field] }.first.map { (field, $0) }
        }
    }

    private func listTakes(in log: inout EditorLog) {
        let pictures = RecordedDays(
            self.log.clips.compactMap { clip in
                clip.wantsSound ? PictureClock(clip).map { ($0.base, clip.shootDay) } : nil
            })
        let shot = ShownTimes(
            self.log.clips.enumerated().compactMap { row, clip in
                clip.wantsSound ? ShownTimes.Recording(picture: clip, row) : nil
            })
        var misses = MissList(.noPicture, of: "take")
        for (take, files) in index.takes.enumerated() where !taken.contains(take) && !index.areSetAside[take] {
            guard let row = files.rows.first else { continue }
            let clip = log.clips[row]
            misses.add(miss(of: take, clip, row, pictures, shot).words(take: clip), row, roll: clip.roll)
        }
        log.exceptions += misses.exceptions(in: log)
    }

    /// Why a take is no picture's.
    private func miss(
        of take: Int, _ clip: LoggedClip, _ row: Int, _ pictures: RecordedDays, _ shot: ShownTimes
    ) -> SoundMiss {
        guard let clock = index.clocks[take] else { return clip.values[.start] == nil ? .noTimecode : .noLength }
        if let picture = passedOver[take] { return .passedOver(log.clips[picture].name) }
        let miss = pictures.miss(clock.base, index.days[take])
        guard miss == .noOverlap else { return miss }
        let recording = ShownTimes.Recording(take: clock, day: index.days[take], row)
        if let picture = shot.first(beside: recording, where: { $0.isOffSpeed }) {
            return .offSpeedPicture(log.clips[picture.row].name)
        }
        if !crowded.isEmpty, shot.first(beside: recording, where: { crowded.contains($0.row) }) != nil {
            return .crowded
        }
        return shot.otherRate(beside: recording).map { .otherRate(log.clips[$0.row].name, $0.mine, $0.other) } ?? miss
    }
}

/// A piece of a take that a picture meets.
private struct MetPiece {
    let rows: [Int]
    let start: Int
    let shared: Int
    private let base: TimecodeBase?

    /// Nil where both share less than a frame.
    init?(_ piece: LoggedTake.Piece, of candidate: SoundCandidate, _ take: SoundClock?, _ picture: PictureClock) {
        guard let take, let clock = piece.clock else { return nil }
        let behind = (clock.start - take.start) % take.day
        let span = TickSpan(
            start: candidate.span.start + (behind < 0 ? behind + take.day : behind), length: clock.length)
        guard span.shared(with: picture.span) >= picture.frame else { return nil }
        (rows, start, shared, base) = (piece.rows, span.start, span.shared(with: picture.span), clock.base)
    }

    func match(_ picture: PictureClock, isDoubtful: Bool) -> MatchedSound {
        let base = base ?? picture.base
        let frame = Ticks.of(frames: 1, at: base.rate) ?? picture.frame
        return MatchedSound(
            rows: rows, offset: picture.frames(start - picture.span.start), overlap: shared / picture.frame,
            start: Timecode(frame: (start + picture.day + frame / 2) / frame, base: base), isDoubtful: isDoubtful)
    }
}

extension LoggedClip {
    /// Takes over what was written of its sound.
    ///
    /// That it was circled, or is not good, counts only where somebody said so: recorders write no for every take.
    fileprivate mutating func say(_ words: [(LogField, LoggedValue)]) {
        var values = values
        for (field, value) in words where ![.circled, .noGood].contains(field) || value.text == "yes" {
            let people: Set<LogOrigin> = [.correction, .slate]
            let origin = people.contains(value.source.origin) ? value.source.origin : .soundRoll
            values.add(field, value.text, LogSource(origin, value.source.place))
        }
        self.values = values
    }
}
