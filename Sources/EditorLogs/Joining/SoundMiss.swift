internal import MediaTime

/// Why a picture has no sound, or a take no picture.
enum SoundMiss: Hashable {
    case noTimecode
    case noLength
    /// Shot without sound.
    case mos
    case offSpeed(FrameRate, FrameRate)
    /// Only others that count otherwise are there.
    case rate(TimecodeBase, [TimecodeBase])
    /// Nothing of this day is there.
    case date
    /// Only one of another day has this timecode.
    case otherDay(String)
    /// Only one that was set aside was recorded meanwhile.
    case setAside(String)
    /// The picture, which another take shares more with.
    case passedOver(String)
    /// Only one that counts otherwise shows the same time: its name, how this one counts, and how that.
    case otherRate(String, TimecodeBase, TimecodeBase)
    /// The only picture, which is off speed.
    case offSpeedPicture(String)
    /// So much was recorded at once that nobody can tell what belongs together.
    case crowded
    case noOverlap
}

/// How the recordings of a kind count, and when they were made.
struct RecordedDays {
    private var days: [TimecodeBase?: Set<Int>] = [:]
    private var undated: Set<TimecodeBase?> = []

    /// Takes bases, and days as far as they are known.
    init(_ recordings: [(base: TimecodeBase?, day: Int?)]) {
        for (base, day) in recordings {
            if let day { days[base, default: []].insert(day) } else { undated.insert(base) }
        }
    }

    /// Why nothing of these was recorded at the same time as something of this base and day.
    func miss(_ base: TimecodeBase?, _ day: Int?) -> SoundMiss {
        let bases = Set(days.keys).union(undated)
        let agreeing = bases.filter { other in
            guard let base, let other else { return true }
            return base.agrees(with: other)
        }
        if agreeing.isEmpty, let base {
            return bases.isEmpty ? .noOverlap : .rate(base, bases.compactMap(\.self).sorted { $0.rate < $1.rate })
        }
        guard let day, agreeing.isDisjoint(with: undated) else { return .noOverlap }
        let isThere = agreeing.contains { base in
            days[base].map { days in (day - 1...day + 1).contains { days.contains($0) } } ?? false
        }
        return isThere ? .noOverlap : .date
    }
}

extension EditorLog {
    /// So many takes or rates are told by name, no more: a sentence has to be read.
    private static let mostNamed = 4

    fileprivate static func list(_ names: [String]) -> String {
        let more = names.count - mostNamed
        return names.prefix(mostNamed).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }

    private mutating func list(_ code: LogException.Code, _ row: Int, _ sentence: String, _ nextStep: String = "") {
        exceptions.append(
            LogException(
                code, roll: roll(of: clips[row]).path, clip: clips[row].name, sentence, nextStep: nextStep))
    }

    /// Lists a picture that hardly meets its take.
    mutating func noteSlight(_ take: String, _ frames: Int, _ row: Int) {
        list(
            .slightOverlap, row,
            "It shares only \(frames == 1 ? "1 frame" : "\(frames) frames") with \(take), which may be the sound of another take.",
            "Look and listen; scene and take are not taken from it.")
    }

    /// Lists a picture that several takes fit.
    mutating func noteRivals(_ chosen: [String], _ rivals: [String], _ row: Int) {
        list(
            .twoCandidates, row,
            "\(EditorLog.list(chosen + rivals)) were recorded at once while it ran; \(EditorLog.list(chosen)) is taken.",
            "Listen which of them it is.")
    }

    /// Lists a picture that runs on over several takes.
    mutating func noteRun(over takes: [String], _ row: Int) {
        list(
            .twoCandidates, row,
            "It runs over \(takes.count) takes: \(EditorLog.list(takes)); scene and take are those of the first named.",
            "See that each of them is found in the cutting room.")
    }

    /// Lists a roll whose camera was not jammed, with the words to say so.
    mutating func note(_ offset: ConstantOffset, _ roll: Int) {
        let others = rolls.count { $0.name.lowercased() == rolls[roll].name.lowercased() }
        let option = RollOffset(
            roll: others == 1 ? rolls[roll].name : rolls[roll].path, frames: offset.frames, base: offset.base)
        let exactness = offset.uncertainty.map { ", give or take \($0) s: set the frames by a clap" } ?? ""
        exceptions.append(
            LogException(
                .constantOffset, roll: rolls[roll].path,
                "Sound covers \(offset.covered) of \(offset.clips) clips when the roll's timecode is moved by one time\(exactness).",
                nextStep: option.option))
    }
}

extension SoundMiss {
    /// What is said of a picture without sound.
    ///
    /// - Parameter isBeside: whether its whole roll lies beside the sound by one time, which is told elsewhere.
    func words(picture clip: LoggedClip, isBeside: Bool) -> MissWords {
        switch self {
        case .offSpeed(let sensor, let playback):
            MissWords(
                "Its sensor ran at \(sensor.decimalText) frames a second and it plays at \(playback.decimalText): "
                    + "no sound can be in sync.")
        case .mos: MissWords("Shot without sound (MOS).", of: ("Shot without sound (MOS) were ", ""))
        case .noTimecode:
            MissWords(
                "Without timecode no sound can be found.", of: ("Without timecode no sound can be found for ", ""))
        case .noLength:
            MissWords(
                "Without a length no sound can be found.", of: ("Without a length no sound can be found for ", ""))
        case .rate(let base, let others):
            SoundMiss.words(
                base, "that of all sound \(SoundMiss.rates(others))",
                "Ask which rate camera and recorder were set to.")
        case .otherRate(_, let base, let other):
            MissWords(
                "Sound was recorded while it ran, but that counts \(other.words) frames a second, and it \(base.words).",
                of: (
                    "Sound was recorded while ",
                    " ran, but that counts \(other.words) frames a second, and they \(base.words)"
                ), nextStep: "Ask which rate camera and recorder were set to.")
        case .date:
            MissWords(
                "No sound of its day, \(SoundMiss.day(clip)), is in this log.",
                of: ("No sound of \(SoundMiss.day(clip)), the day of ", ", is in this log"),
                nextStep: "Add the sound roll of that day with --sound.")
        case .otherDay(let take):
            MissWords(
                "Only \(take) has its timecode, and that was recorded on another day.",
                of: ("Only sound of another day has the timecode of ", ""),
                nextStep: "Add the sound roll of its own day with --sound, or see which date is wrong.")
        case .setAside(let take):
            MissWords(
                "Only \(take) was recorded meanwhile, which the recorder marks as a false take.",
                nextStep: "Listen whether it is the take after all.")
        case .crowded:
            MissWords(
                "So many takes were recorded while it ran that nobody can tell which is its sound.",
                of: ("So many takes were recorded at once that nobody can tell which is the sound of ", ""),
                nextStep: "Look whether the clock of the recorder was set.")
        case .passedOver, .offSpeedPicture, .noOverlap:
            MissWords(
                "No sound was recorded while it ran.", of: ("No sound was recorded while ", " ran"),
                nextStep: isBeside
                    ? "Log it again with the --offset that is told for this roll."
                    : "If its camera was not jammed, say by how much it is off with --offset.")
        }
    }

    /// What is said of a take without picture.
    func words(take clip: LoggedClip) -> MissWords {
        switch self {
        case .noTimecode:
            MissWords(
                "Without timecode no picture can be found.", of: ("Without timecode no picture can be found for ", ""))
        case .noLength:
            MissWords(
                "Without a length no picture can be found.", of: ("Without a length no picture can be found for ", ""))
        case .rate(let base, let others):
            SoundMiss.words(base, "that of all pictures \(SoundMiss.rates(others))", "")
        case .otherRate(let picture, let base, let other):
            MissWords(
                "\(picture) was shot while it ran, but that counts \(other.words) frames a second, and it \(base.words)."
            )
        case .offSpeedPicture(let picture):
            MissWords("\(picture) was shot while it ran, but off speed: no sound can be in sync with that.")
        case .crowded:
            MissWords(
                "So many takes were recorded at once that nobody can tell which is whose.",
                of: ("", ", all recorded at once: nobody can tell which is whose"))
        case .date:
            MissWords(
                "No picture of its day, \(SoundMiss.day(clip)), is in this log.",
                of: ("No picture of \(SoundMiss.day(clip)), the day of ", ", is in this log"))
        case .passedOver(let picture):
            MissWords("It was recorded while \(picture) ran, which shares more with another take.")
        case .mos, .offSpeed, .otherDay, .setAside, .noOverlap:
            MissWords("No picture was shot while it ran.", of: ("No picture was shot while ", " ran"))
        }
    }

    private static func words(_ base: TimecodeBase, _ others: String, _ nextStep: String) -> MissWords {
        MissWords(
            "Its timecode counts \(base.words) frames a second, \(others).",
            of: ("The timecode of ", " counts \(base.words) frames a second, \(others)"), nextStep: nextStep)
    }

    private static func rates(_ bases: [TimecodeBase]) -> String { EditorLog.list(bases.map(\.words)) }

    private static func day(_ clip: LoggedClip) -> String { clip.values[.date] ?? "" }
}
