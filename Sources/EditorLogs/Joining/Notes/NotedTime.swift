internal import MediaTime
internal import SlateNotes

/// When a note says that a take began and ended.
///
/// A timecode that does not exist is never used: 10:01:00;00 was dropped, and at 25 there is no frame 25.
struct NotedTime {
    private let note: SlateNote
    private let rate: SlateRate?

    init(_ note: SlateNote) {
        self.note = note
        rate = note[.rate].flatMap { SlateRate($0) }
    }

    /// Where it begins in the count of a camera; nil where it says nothing, or nothing that can be.
    func start(in base: TimecodeBase) -> Timecode? { timecode(.start, in: base) }

    /// Where it ends in the count of a camera.
    func end(in base: TimecodeBase) -> Timecode? { timecode(.end, in: base) }

    /// From its beginning up to its end, and its first frame where it says no end; nil where it says no beginning.
    func stretch(in base: TimecodeBase) -> TimecodeSpan? {
        guard let start = start(in: base) else { return nil }
        if let whole = whole(in: base), whole.frames > 0, !NotedTime.isReversed(whole) { return whole }
        return TimecodeSpan(start: start, frames: 1)
    }

    private func whole(in base: TimecodeBase) -> TimecodeSpan? {
        guard let start = start(in: base), let end = end(in: base) else { return nil }
        return TimecodeSpan(from: start, to: end)
    }

    /// No take is half a day long: its end was written before its beginning.
    private static func isReversed(_ span: TimecodeSpan) -> Bool { span.frames > span.start.base.framesPerDay / 2 }

    /// Without a rate of its own a note is counted as the camera counts; with one, only cameras that count the same
    /// seconds are meant: 25 is 50, 24 is not 24000/1001.
    private func timecode(_ field: SlateField, in base: TimecodeBase) -> Timecode? {
        guard let text = note[field] else { return nil }
        guard let rate else {
            let read = SlateRate(base.rate).timecode(text)
            return read?.base == base ? read : nil
        }
        return rate.timecode(text).flatMap { NotedTime.same($0, in: base) }
    }

    private static func same(_ timecode: Timecode, in base: TimecodeBase) -> Timecode? {
        let own = timecode.base
        guard own.isDropFrame == base.isDropFrame, own.rate.isPulledDown == base.rate.isPulledDown else { return nil }
        let (one, other) = (own.rate.nominal, base.rate.nominal)
        guard one % other == 0 || other % one == 0, own.day == base.day else { return nil }
        return Timecode(frame: timecode.frame * other / one, base: base)
    }

    /// What is wrong with what it says, as clauses.
    ///
    /// - Parameter bases: how the cameras count that may be meant; one of them must have the number.
    func refusals(in bases: some Collection<TimecodeBase>) -> [String] {
        let isNoRate = note[.rate] != nil && rate == nil
        let rates = isNoRate ? ["\(quoted(.rate)) is no rate"] : []
        let isReversed = bases.contains { whole(in: $0).map(NotedTime.isReversed) ?? false }
        let reversed = isReversed ? ["\(quoted(.end)) is before \(quoted(.start))"] : []
        return rates + [.start, .end].compactMap { refusal($0, bases) } + reversed
    }

    private func refusal(_ field: SlateField, _ bases: some Collection<TimecodeBase>) -> String? {
        guard let text = note[field] else { return nil }
        if let rate {
            let flag = rate.isDropFrame == true ? " drop-frame" : ""
            return rate.timecode(text) == nil
                ? "\(quoted(field)) is no timecode at \(rate.rate.decimalText)\(flag)" : nil
        }
        let rates = bases.isEmpty ? [FrameRate.fps120, .ntsc120] : bases.map(\.rate)
        guard rates.allSatisfy({ SlateRate($0).timecode(text) == nil }) else { return nil }
        let known = Set(bases.map(\.words)).sorted().joined(separator: ", ")
        return "\(quoted(field)) is no timecode\(known.isEmpty ? "" : " at \(known)")"
    }

    private func quoted(_ field: SlateField) -> String {
        note.cells[field].map { "\($0.heading) “\(NotedLine.short($0.text))”" } ?? field.rawValue
    }
}
