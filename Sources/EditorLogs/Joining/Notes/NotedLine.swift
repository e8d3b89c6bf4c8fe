internal import DelimitedText
internal import MediaTime
internal import SlateNotes

/// A line of a file of notes, as its values and exceptions name it.
struct NotedLine {
    private let file: String
    private let note: SlateNote
    private let how: String
    private let origin: LogOrigin

    init(_ file: SlateFile, _ note: SlateNote, _ origin: LogOrigin) {
        self.init(NotedFile.name(file), note, origin, how: "")
    }

    private init(_ file: String, _ note: SlateNote, _ origin: LogOrigin, how: String) {
        (self.file, self.note, self.origin, self.how) = (file, note, origin, how)
    }

    /// The same line, found by the order of shooting: whoever doubts a value sees that.
    var byOrder: NotedLine { NotedLine(file, note, origin, how: ", by order") }

    /// Where a value stood: `script.csv, line 7, Scene`.
    func source(_ heading: String) -> LogSource { LogSource(origin, "\(file), line \(note.line), \(heading)\(how)") }

    /// No row fits it.
    func unmatched(_ why: String) -> LogException {
        switch origin {
        case .correction:
            LogException(
                .correctionUnmatched, "\(name): \(why), so nothing was corrected.",
                nextStep: "Name a file of the log in the column Clip, and its roll in the column Roll.")
        default:
            LogException(
                .slateUnmatched, "\(name): \(why).",
                nextStep: "Name its clip in a column File Name, or correct the clip with --correct.")
        }
    }

    /// Something in it cannot be.
    func refused(_ why: String, on clip: LoggedClip? = nil) -> LogException {
        let isCorrection = origin == .correction
        return LogException(
            isCorrection ? .correctionRefused : .slateRefused, clip: clip?.name ?? "",
            "\(name): \(why), so it is not used.",
            nextStep: isCorrection ? "Correct the line." : "Look at the slate, and correct the line.")
    }

    /// The sound roll says something else.
    func disagrees(withSound words: String, on clip: LoggedClip) -> LogException {
        LogException(
            .disagreement, clip: clip.name, "\(name): the sound roll says \(words).",
            nextStep: "Look at the slate in the picture; where the notes are wrong, correct the clip with --correct.")
    }

    /// An earlier line of the same file says something else of the same row.
    ///
    /// - Parameter count: how many lines are about the row.
    func contradicts(
        _ earlier: NotedLine, _ said: String, _ saysNow: String, of count: Int, on clip: LoggedClip
    ) -> LogException {
        let all = count > 2 ? "; \(count) lines are about it, and the last one counts" : ", and this line counts"
        return LogException(
            .disagreement, clip: clip.name,
            "\(name): line \(earlier.note.line) says \(said) of the same clip, this one \(saysNow)\(all).",
            nextStep: "Strike out the line that is wrong.")
    }

    /// What cannot be, whichever camera is meant.
    func refusals(_ bases: Set<TimecodeBase>) -> [LogException] {
        NotedTime(note).refusals(in: bases).map { refused($0) } + refusedTicks
    }

    /// What should be yes or no and is neither.
    var refusedTicks: [LogException] {
        note.refusedTicks.map { refused("\($0.heading) “\(NotedLine.short($0.text))” is neither yes nor no") }
    }

    /// What cannot be on these clips, though it could be on others.
    func refusals(of clips: [LoggedClip], _ bases: Set<TimecodeBase>) -> [LogException] {
        let own = Set(clips.compactMap { $0.kind == .picture ? $0.start?.base : nil })
        return refusals(own.isEmpty ? bases : own)
    }

    /// `script.csv, line 7 (scene 12A take 3)`.
    private var name: String {
        let parts: [(String, SlateField)] = [("scene", .scene), ("slate", .slate), ("take", .take)]
        let take = parts.compactMap { word, field in note[field].map { "\(word) \(NotedLine.short($0))" } }
        return "\(file), line \(note.line)\(take.isEmpty ? "" : " (\(take.joined(separator: " ")))")"
    }

    /// Characters of a cell that a sentence repeats.
    private static let mostRepeated = 40

    /// A cell in a sentence: one line, and not for ever.
    static func short(_ text: String) -> String {
        let line = String(text.prefix(mostRepeated + 1).map { $0.isNewline || $0 == "\t" ? " " : $0 })
        return line.count > mostRepeated ? line.prefix(mostRepeated) + "…" : line
    }
}
