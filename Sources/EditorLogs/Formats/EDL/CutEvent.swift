internal import MediaTime

/// One event of a list: a whole clip.
struct CutEvent {
    /// Why a row is no event, as a clause.
    struct Refusal: Error {
        let sentence: String
    }

    let reel: String
    let source: TimecodeSpan
    /// The lines below it, in ASCII.
    let comments: [String]
    /// What it does not say as the log does.
    let exceptions: [LogException]

    var base: TimecodeBase { source.start.base }

    /// The rates that lists are read at: anybody else's frames would be counted as if they were of these.
    private static let rates: Set<FrameRate> = [
        .ntsc24, .fps24, .fps25, .ntsc30, .fps30, .ntsc48, .fps48, .fps50, .ntsc60, .fps60,
    ]

    static func made(from clip: LoggedClip, of roll: LoggedRoll) -> Result<CutEvent, Refusal> {
        guard clip.hasName else { return refused("its name is blank") }
        guard let start = clip.start else { return refused("no timecode is known") }
        guard rates.contains(start.base.rate) else {
            return refused("lists do not know \(start.base.rate) frames a second")
        }
        guard let length = clip.length else { return refused("no length is known") }
        guard length > 0 else { return refused("it has no frame") }
        guard let span = TimecodeSpan(start: start, frames: length), CutListText.fits(span) else {
            return refused("it is longer than a list")
        }
        guard start.advanced(by: length).frame > start.frame else {
            return refused("it reaches midnight, and a list has no days")
        }
        return .success(CutEvent(clip, of: roll, span))
    }

    private static func refused(_ sentence: String) -> Result<CutEvent, Refusal> {
        .failure(Refusal(sentence: sentence))
    }

    private init(_ clip: LoggedClip, of roll: LoggedRoll, _ span: TimecodeSpan) {
        reel = clip.values[.reel] ?? roll.name
        source = span
        let (name, file) = (ASCIIText(clip.name), ASCIIText(clip.sourceFile))
        let color = CutEvent.color(clip)
        comments =
            ["FROM CLIP NAME: \(name.text)", "SOURCE FILE: \(file.text)"] + color.compactMap(\.line)
            + CutEvent.slate(clip)
        let changed =
            (name.isChanged || file.isChanged
                ? ["Edit decision lists are ASCII: it is \(name.text), \(file.text) there."] : [])
            + color.filter { $0.line == nil }.map {
                "\($0.field.rawValue) is no ASC CDL and in no edit decision list: \(clip.values[$0.field] ?? "")."
            }
        exceptions = changed.map { LogException(.changedText, roll: roll.path, clip: clip.name, $0) }
    }

    private static func slate(_ clip: LoggedClip) -> [String] {
        let said = [("SCENE", LogField.scene), ("TAKE", .take)].compactMap { name, field in
            clip.values[field].map { "\(name): \(ASCIIText($0).text)" }
        }
        return said + (clip.isCircled == true ? ["CIRCLED: YES"] : []) + (clip.isNoGood == true ? ["NG: YES"] : [])
    }

    /// ASC CDL, ten numbers and no letters; without a line where it is none.
    private static func color(_ clip: LoggedClip) -> [(field: LogField, line: String?)] {
        let all: [(LogField, String, (String) -> String?)] = [
            (.cdlSOP, "ASC_SOP", sop), (.cdlSaturation, "ASC_SAT", fixedPoint),
        ]
        return all.compactMap { field, name, written in
            clip.values[field].map { (field, written($0).map { "\(name) \($0)" }) }
        }
    }

    /// `(1.0 1.0 1.0)(0.0 0.0 0.0)(1.0 1.0 1.0)`.
    private static func sop(_ text: String) -> String? {
        let triples = text.split(separator: ")").map { part in
            part.split(whereSeparator: { "( ,".contains($0) }).map { fixedPoint(String($0)) }
        }
        .filter { !$0.isEmpty }
        guard triples.count == 3, triples.allSatisfy({ $0.count == 3 && !$0.contains(nil) }) else { return nil }
        return triples.map { "(\($0.compactMap(\.self).joined(separator: " ")))" }.joined()
    }

    /// A decimal number with a point, as it was written: readers take neither `1` nor `1e-3`.
    private static func fixedPoint(_ text: String) -> String? {
        let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }),
            Double(text)?.isFinite == true
        else { return nil }
        return parts.count == 2 ? text : "\(text).0"
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
