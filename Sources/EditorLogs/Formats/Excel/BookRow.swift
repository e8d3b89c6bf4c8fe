internal import ClipMetadata
internal import MediaTime

/// A row of the log with all that its cells are made from.
struct BookRow {
    let clip: LoggedClip
    let roll: LoggedRoll
    /// The rows of the sound that was recorded meanwhile.
    let sound: [LoggedClip]
    /// The names of the pictures that were shot while this sound was recorded.
    let pictures: [String]
    /// Where the cutting room finds it; nil where no `--map` covers it.
    let path: String?

    init(_ clip: LoggedClip, in log: EditorLog, pictures: [String], _ options: LogOptions) {
        self.pictures = pictures
        (self.clip, roll, sound) = (clip, log.roll(of: clip), log.sound(of: clip))
        path = options.path(of: clip, in: log)
    }

    func text(_ field: LogField) -> String { clip.values[field] ?? "" }

    /// The timecode behind the last frame.
    var end: String { span?.end.description ?? "" }

    /// How long it is, counted as its timecode counts: `00:00:10:00`.
    var duration: String {
        guard let base, let frames, frames < Timecode.dayLength(base) else { return "" }
        return Timecode(frame: frames, base: base).description
    }

    /// How long it is in seconds: of picture by its frames, to the millisecond; of sound to the sample.
    var seconds: String {
        if clip.kind == .sound, let time = sampledLength { return time.approximate.metadataText }
        if let rate = clip.rate, let length = clip.length {
            return BookRow.rounded(ExactSeconds(frames: length, at: rate))
        }
        return sampledLength.map(BookRow.rounded) ?? ""
    }

    /// `4.004`; halves of a millisecond go up.
    private static func rounded(_ time: ExactSeconds) -> String {
        guard let thousandths = time.samples(at: 1000) else { return "" }
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
    }

    /// The bytes of all its files.
    var size: Int64 { clip.files.reduce(clip.frames?.size ?? 0) { $0.addingReportingOverflow($1.size).partialValue } }

    /// The checksum of the file that an application imports.
    var checksum: String { clip.files.first { $0.path == clip.source }?.checksum ?? "" }

    /// Each copy, and how it is known to be good.
    var copies: String {
        zip(roll.copies, clip.evidence).map { "\($0.path): \($1.rawValue)" }.joined(separator: "; ")
    }

    /// What the spreadsheet could not say as the log does.
    var exceptions: [LogException] {
        let cut = LogField.allCases.filter { field in clip.values[field].map { CellText($0).isCut } ?? false }
        let changed = cut.map {
            LogException(
                .changedText, roll: roll.path, clip: clip.name,
                "\($0.rawValue) is longer than the \(CellText.mostUnits) characters of a cell, and was cut.",
                nextStep: "The whole text is in the log as JSON.")
        }
        guard path == nil else { return changed }
        return changed + [.outsideMap(of: clip, roll)]
    }

    private var base: TimecodeBase? { clip.start?.base ?? clip.rate.map { TimecodeBase($0) } }

    private var span: TimecodeSpan? {
        clip.span ?? clip.start.flatMap { start in frames.flatMap { TimecodeSpan(start: start, frames: $0) } }
    }

    /// Frames; of sound the nearest whole number.
    private var frames: Int? { clip.length ?? clip.rate.flatMap { sampledLength?.frames(at: $0) } }

    private var sampledLength: ExactSeconds? {
        guard let samples = clip.values[.samples].flatMap({ Int($0) }), samples >= 0,
            let rate = clip.values[.sampleRate].flatMap({ Int($0) })
        else { return nil }
        return ExactSeconds(samples, over: rate)
    }
}

extension Timecode {
    /// Frames of a day: a length of as many has no timecode of its own.
    fileprivate static func dayLength(_ base: TimecodeBase) -> Int {
        Timecode(frame: -1, base: base).frame + 1
    }
}
