internal import ClipMetadata
internal import MediaTime
internal import SlateNotes

/// A field that a row of corrections sets.
struct CorrectedValue {
    /// Why a value cannot be, as a clause.
    struct Refusal: Error {
        let why: String
    }

    let field: LogField
    let text: String
    let heading: String

    /// The same as notes would say it.
    var noted: NotedValues.Value { NotedValues.Value(field: field, text: text, heading: heading) }

    /// Fields by which sound is joined.
    static let times: Set<LogField> = [
        .start, .frames, .rate, .sensorRate, .samples, .sampleRate, .samplesSinceMidnight, .date,
    ]

    /// Fields that are a count.
    private static let counts: Set<LogField> = [
        .frames, .samples, .sampleRate, .sampleBits, .samplesSinceMidnight, .width, .height, .bitDepth, .clipNumber,
    ]

    /// What a row sets, in the order of the fields: all but what says which clip is meant.
    static func all(of note: SlateNote) -> [CorrectedValue] {
        var values: [LogField: CorrectedValue] = [:]
        for cell in note.written {
            guard let field = field(named: cell.heading) else { continue }
            values[field] = CorrectedValue(field: field, text: cell.text, heading: cell.heading)
        }
        let measured: [(LogField, SlateField)] = [
            (.camera, .camera), (.clipNumber, .clipNumber), (.start, .start), (.rate, .rate), (.date, .date),
            (.lensModel, .lens),
        ]
        for (field, said) in measured {
            guard let cell = note.cells[said] else { continue }
            values[field] = CorrectedValue(field: field, text: cell.text, heading: cell.heading)
        }
        for field in [LogField.circled, .noGood] { values[field] = nil }
        for value in NotedValues(note).ofTake {
            values[value.field] = CorrectedValue(field: value.field, text: value.text, heading: value.heading)
        }
        return LogField.allCases.compactMap { values[$0] }
    }

    /// The field that has this name in JSON, whatever its case: `start_tc`, `Start TC`.
    static func field(named heading: String) -> LogField? {
        LogField(rawValue: String(heading.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 }))
    }

    /// The value as the log has it.
    ///
    /// - Parameter clips: the rows that it is for: their timecode says how another one counts.
    func checked(on clips: [LoggedClip], rate: SlateRate?) throws(Refusal) -> CorrectedValue {
        guard clips.count == 1 || LogField.written.contains(field) else {
            throw Refusal(why: "\(quoted) is for one file, and the clip has \(clips.count)")
        }
        guard let text = try formed(clips.first, rate) else {
            throw Refusal(why: "\(quoted) is \(kind(clips.first, rate))")
        }
        return CorrectedValue(field: field, text: text, heading: heading)
    }

    private func formed(_ clip: LoggedClip?, _ rate: SlateRate?) throws(Refusal) -> String? {
        switch field {
        case .start: return try start(clip, rate)
        case .rate, .sensorRate: return SlateRate(text)?.rate.description
        case .date:
            let days = NotedPlace.days(text)
            if days.count > 1 { throw Refusal(why: "\(quoted) may be two days (write 2026-03-12)") }
            return days.first?.metadataText
        case .isLookBurnedIn: return SlateTick(text).flatMap { $0 == .noGood ? nil : $0 == .yes ? "yes" : "no" }
        case .frames: return CorrectedValue.count(text, to: (clip?.start?.base ?? TimecodeBase(.fps120)).framesPerDay)
        case let field where CorrectedValue.counts.contains(field):
            return CorrectedValue.count(text, to: CorrectedValue.mostCounted)
        default: return text
        }
    }

    /// What is counted of a clip is less: two days of samples at 768 kHz are a tenth of it.
    private static let mostCounted = 1_000_000_000_000

    private static func count(_ text: String, to most: Int) -> String? {
        Int(text).flatMap { (0...most).contains($0) ? "\($0)" : nil }
    }

    /// What a refused value is not.
    private func kind(_ clip: LoggedClip?, _ rate: SlateRate?) -> String {
        switch field {
        case .start:
            let own = rate.flatMap { TimecodeBase($0.rate, dropFrame: $0.isDropFrame ?? false) }
            let base = text.contains("@") ? nil : own ?? clip?.start?.base ?? clip?.rate.map { TimecodeBase($0) }
            return "no timecode" + (base.map { " at \($0.words)" } ?? "")
        case .rate, .sensorRate: return "no rate"
        case .date: return "no day"
        case .isLookBurnedIn: return "neither yes nor no"
        case .frames: return "no count of frames of one day"
        default: return "no count"
        }
    }

    /// A timecode with its rate: its own behind an `@`, that of the row, or that of the clip.
    private func start(_ clip: LoggedClip?, _ rate: SlateRate?) throws(Refusal) -> String? {
        if text.contains("@") { return Timecode(logged: text).map(CorrectedValue.logged) }
        if let rate { return rate.timecode(text).map(CorrectedValue.logged) }
        guard let base = clip?.start?.base ?? clip?.rate.map({ TimecodeBase($0) }) else {
            throw Refusal(why: "\(quoted) has no rate (write 10:00:00:00@25)")
        }
        let drops = text.utf8.contains(UInt8(ascii: ";"))
        if drops, clip?.start == nil { return Timecode(text, rate: base.rate).map(CorrectedValue.logged) }
        return drops && !base.isDropFrame ? nil : Timecode(text, base: base).map(CorrectedValue.logged)
    }

    private static func logged(_ timecode: Timecode) -> String { "\(timecode)@\(timecode.base.rate)" }

    private var quoted: String { "\(heading) “\(NotedLine.short(text))”" }
}
