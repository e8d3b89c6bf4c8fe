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

    private static func list(_ names: [String]) -> String {
        let more = names.count - mostNamed
        return names.prefix(mostNamed).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }

    private mutating func list(_ code: LogException.Code, _ row: Int, _ sentence: String, _ nextStep: String = "") {
        exceptions.append(
            LogException(
                code, roll: roll(of: clips[row]).path, clip: clips[row].name, sentence, nextStep: nextStep))
    }

    /// Lists a picture without sound.
    mutating func note(_ miss: SoundMiss, _ row: Int) {
        switch miss {
        case .offSpeed(let sensor, let playback):
            list(
                .offSpeed, row,
                "Its sensor ran at \(sensor.decimalText) frames a second and it plays at \(playback.decimalText): "
                    + "no sound can be in sync.")
        case .mos: list(.noSound, row, "Shot without sound (MOS).")
        case .noTimecode: list(.noSound, row, "Without timecode no sound can be found.")
        case .noLength: list(.noSound, row, "Without a length no sound can be found.")
        case .rate(let base, let others):
            list(
                .noSound, row,
                "Its timecode counts \(base.words) frames a second, that of all sound \(EditorLog.rates(others)).",
                "Ask which rate camera and recorder were set to.")
        case .date:
            list(
                .noSound, row, "No sound of its day, \(day(of: row)), is in this log.",
                "Add the sound roll of that day with --sound.")
        case .otherDay(let take):
            list(.noSound, row, "Only \(take) has its timecode, and that was recorded on another day.")
        case .setAside(let take):
            list(
                .noSound, row, "Only \(take) was recorded meanwhile, which the recorder marks as a false take.",
                "Listen whether it is the take after all.")
        case .passedOver, .noOverlap:
            list(
                .noSound, row, "No sound was recorded while it ran.",
                "If its camera was not jammed, say by how much it is off with --offset.")
        }
    }

    /// Lists a take without picture.
    mutating func note(take miss: SoundMiss, _ row: Int) {
        let sentence =
            switch miss {
            case .noTimecode: "Without timecode no picture can be found."
            case .noLength: "Without a length no picture can be found."
            case .rate(let base, let others):
                "Its timecode counts \(base.words) frames a second, that of all pictures \(EditorLog.rates(others))."
            case .date: "No picture of its day, \(day(of: row)), is in this log."
            case .passedOver(let clip): "It was recorded while \(clip) ran, which shares more with another take."
            default: "No picture was shot while it ran."
            }
        list(.noPicture, row, sentence)
    }

    private static func rates(_ bases: [TimecodeBase]) -> String { list(bases.map(\.words)) }

    private func day(of row: Int) -> String { clips[row].values[.date] ?? "" }

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
