internal import MediaTime

/// The text of one list.
struct CutListText {
    private let title: String
    private let events: ArraySlice<CutEvent>
    private let base: TimecodeBase
    private let reels: ReelTable
    private let variant: CutListVariant

    /// Where the record side begins.
    private static let firstHour = 1
    /// Characters of a title, as CMX has room for.
    private static let titleLength = 70

    init(
        title: String, _ events: ArraySlice<CutEvent>, at base: TimecodeBase, _ reels: ReelTable,
        _ variant: CutListVariant
    ) {
        (self.title, self.events, self.base, self.reels, self.variant) = (title, events, base, reels, variant)
    }

    /// Whether a list has room for it between one o'clock and midnight.
    static func fits(_ span: TimecodeSpan) -> Bool { span.frames < room(at: span.start.base) }

    private static func room(at base: TimecodeBase) -> Int {
        Timecode(frame: -1, base: base).frame - start(at: base).frame
    }

    private static func start(at base: TimecodeBase) -> Timecode {
        Timecode(hours: firstHour, minutes: 0, seconds: 0, frames: 0, base: base) ?? Timecode(frame: 0, base: base)
    }

    /// Events list by list: another one begins where numbers or the hours until midnight run out.
    static func lists(of events: [CutEvent], at base: TimecodeBase, as variant: CutListVariant) -> [ArraySlice<
        CutEvent
    >] {
        var lists: [ArraySlice<CutEvent>] = []
        var (first, frames) = (0, 0)
        for (place, event) in events.enumerated() {
            frames += event.source.frames
            guard place - first == variant.mostEvents || frames >= room(at: base) else { continue }
            lists.append(events[first..<place])
            (first, frames) = (place, event.source.frames)
        }
        return first < events.count ? lists + [events[first...]] : lists
    }

    /// Title, way of counting, events, and behind the last one the reels: before the first event readers allow nothing.
    var text: String {
        var lines = [
            "TITLE: \(ASCIIText(title).text.prefix(CutListText.titleLength))",
            "FCM: \(base.isDropFrame ? "DROP FRAME" : "NON-DROP FRAME")", "",
        ]
        var record = CutListText.start(at: base)
        var written: Set<String> = []
        var table: [String] = []
        for (number, event) in events.enumerated() {
            let end = record.advanced(by: event.source.frames)
            lines.append(line(number + 1, event, record, end))
            lines += event.comments.map { "* \($0)" }
            if written.insert(event.reel).inserted { table.append(reels.line(event.reel)) }
            record = end
        }
        return (lines + table).joined(separator: "\r\n") + "\r\n"
    }

    private func line(_ number: Int, _ event: CutEvent, _ start: Timecode, _ end: Timecode) -> String {
        let digits = String(number)
        let zeros = String(repeating: "0", count: max(0, variant.eventDigits - digits.count))
        let reel = reels[event.reel]
        let spaces = String(repeating: " ", count: max(0, variant.reelWidth - reel.utf8.count))
        let times = [event.source.start, event.source.end, start, end].map(\.description).joined(separator: " ")
        return "\(zeros)\(digits)  \(reel)\(spaces) V     C        \(times)"
    }
}
