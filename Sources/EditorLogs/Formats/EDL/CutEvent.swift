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

    static func made(from clip: LoggedClip, of roll: LoggedRoll) -> Result<CutEvent, Refusal> {
        guard clip.hasName else { return refused("its name is blank") }
        guard let start = clip.start else { return refused("no timecode is known") }
        guard FrameRate.logged.contains(start.base.rate) else {
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

    /// ASC CDL; without a line where it is none.
    private static func color(_ clip: LoggedClip) -> [(field: LogField, line: String?)] {
        let all: [(LogField, String, (String) -> String?)] = [
            (.cdlSOP, "ASC_SOP", ColorDecision.sop), (.cdlSaturation, "ASC_SAT", ColorDecision.saturation),
        ]
        return all.compactMap { field, name, written in
            clip.values[field].map { (field, written($0).map { "\(name) \($0)" }) }
        }
    }
}
