public import MediaTime
internal import SlateNotes

/// What somebody looks for in a log; all that is named must fit.
public struct ClipQuery: Sendable {
    private let scene: SlateNumber?
    private let take: SlateNumber?
    private let clip: String?
    private let timecode: String?

    /// Takes what to look for; case and leading zeros do not count.
    ///
    /// - Parameters:
    ///   - scene: a scene or slate: `12A`.
    ///   - clip: a clip's name, in the camera or in the log, or the name of one of its files, with its ending or without;
    ///     or as much of a name as stands before an underscore, as people write it: `A001C003`.
    ///   - timecode: a frame that the clip holds, counted as the clip does; a semicolon means drop-frame.
    /// - Throws: ``LogError/Code/usage`` where nothing is named, or something that cannot be.
    public init(scene: String? = nil, take: String? = nil, clip: String? = nil, timecode: String? = nil)
        throws(LogError)
    {
        self.scene = try ClipQuery.number(scene, "scene")
        self.take = try ClipQuery.number(take, "take")
        self.clip = clip?.lowercased()
        self.timecode = timecode
        guard scene != nil || take != nil || clip != nil || timecode != nil else {
            throw LogError(
                .usage, at: "rushes find", "Nothing is named that could be looked for.",
                nextStep: "Name a --scene, a --take, a --clip or a --tc.")
        }
        if let timecode { try ClipQuery.check(timecode) }
        if clip?.isEmpty == true { throw LogError(.usage, at: "--clip", "It is empty.") }
    }

    private static func number(_ text: String?, _ option: String) throws(LogError) -> SlateNumber? {
        guard let text else { return nil }
        guard let number = SlateNumber(text) else { throw LogError(.usage, at: "--\(option)", "It is empty.") }
        return number
    }

    /// Refuses what no clip can hold: whichever clip it is, its own rate says in the end.
    private static func check(_ text: String) throws(LogError) {
        guard Timecode(text, base: TimecodeBase(.fps120)) != nil else {
            throw LogError(
                .usage, at: "--tc \(text)", "This is no timecode.", nextStep: "Write hours:minutes:seconds:frames.")
        }
        let dropping = [FrameRate.ntsc30, .ntsc60, .ntsc120].compactMap { TimecodeBase($0, dropFrame: true) }
        guard !text.contains(";") || dropping.contains(where: { Timecode(text, base: $0) != nil }) else {
            throw LogError(
                .usage, at: "--tc \(text)",
                "Drop-frame timecode has no such number: it drops the first ones of a minute.",
                nextStep: "Write the number behind it, or a colon before the frames where none are dropped.")
        }
    }

    // MARK: - Looking

    /// The places of the rows that fit: those of picture, then those of sound that belongs to none of them.
    public func rows(in log: EditorLog) -> [Int] {
        let fitting = log.clips.indices.filter { fits(log.clips[$0]) }
        let pictures = fitting.filter { log.clips[$0].kind == .picture }
        let theirs = Set(pictures.flatMap { log.clips[$0].sound.flatMap(\.rows) })
        return pictures + fitting.filter { log.clips[$0].kind == .sound && !theirs.contains($0) }
    }

    private func fits(_ row: LoggedClip) -> Bool {
        fitsScene(row) && (take == nil || row.values[.take].flatMap { SlateNumber($0) } == take) && fitsName(row)
            && fitsTimecode(row)
    }

    /// Slates of American crews are scene and shot: `12A` may be scene 12, shot A.
    private func fitsScene(_ row: LoggedClip) -> Bool {
        guard let scene else { return true }
        let said = [row.values[.scene], row.values[.slate], row.values[.scene].map { $0 + (row.values[.shot] ?? "") }]
        return said.contains { $0.flatMap { SlateNumber($0) } == scene }
    }

    private func fitsName(_ row: LoggedClip) -> Bool {
        guard let clip else { return true }
        let names = [row.clip, row.name].map { $0.lowercased() }
        if names.contains(where: { $0 == clip || $0.hasPrefix("\(clip)_") }) { return true }
        return ([row.source] + row.files.map(\.path)).contains { path in
            let name = (path.split(separator: "/").last.map(String.init) ?? path).lowercased()
            return name == clip || name.hasPrefix(clip + ".") && !name.dropFirst(clip.count + 1).contains(".")
        }
    }

    private func fitsTimecode(_ row: LoggedClip) -> Bool {
        guard let timecode else { return true }
        guard let span = row.coveredSpan else { return false }
        let base = span.start.base
        guard !timecode.contains(";") || base.isDropFrame else { return false }
        return Timecode(timecode, base: base).map(span.contains) ?? false
    }
}

extension LoggedClip {
    /// The frames it takes, those of sound counted by its samples; nil where start or length is not known.
    public var coveredSpan: TimecodeSpan? { span ?? spanOfSound }

    /// The frames that a recording of sound takes, the last one perhaps not wholly.
    private var spanOfSound: TimecodeSpan? {
        guard let start, let samples = values[.samples].flatMap({ Int($0) }), samples >= 0,
            let sampleRate = values[.sampleRate].flatMap({ Int($0) }), sampleRate > 0
        else { return nil }
        let rate = start.base.rate
        let (dividend, overflow) = samples.multipliedReportingOverflow(by: rate.numerator)
        let (divisor, isTooLarge) = sampleRate.multipliedReportingOverflow(by: rate.denominator)
        guard !overflow, !isTooLarge else { return nil }
        return TimecodeSpan(start: start, frames: dividend / divisor + (dividend % divisor > 0 ? 1 : 0))
    }
}
