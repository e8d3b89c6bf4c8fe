internal import CameraCards
internal import MediaTime
internal import SlateNotes

extension NoteMatcher {
    /// The rows among these that a place allows, those of the very day before those of its neighbours; why not, where
    /// there are none, too many, or several.
    func meant(
        among rows: [Int], _ place: NotedPlace, none: String, several: String, isOne: ([Int]) -> Bool
    ) -> NoteMatch {
        guard rows.count <= NoteMatcher.mostCandidates else {
            return .unmatched("more than \(NoteMatcher.mostCandidates) clips could be meant")
        }
        let allowed = rows.filter { place.allows(places[$0]) }
        guard !allowed.isEmpty else { return .unmatched(none) }
        let sameDay = allowed.filter { places[$0].day.map { place.days.contains($0) } ?? false }
        let found = sameDay.isEmpty ? allowed : sameDay
        return isOne(found) ? .rows(found) : .unmatched(several)
    }

    /// Whether a note names a file or a camera's clip, so that no other one can be meant.
    func namesFile(_ note: SlateNote) -> Bool {
        note.names.contains { cell in
            let stem = cell.text.prefix { $0 != "." }
            return stem.count < cell.text.count || ClipName(String(stem))?.clip != nil
        }
    }

    /// The clip with the number that a note says, on its roll or of its camera: `3`, `C003`.
    func byNumber(_ note: SlateNote, _ place: NotedPlace) -> NoteMatch? {
        guard place.namesCamera, let number = (note[.clipNumber] ?? note[.clip]).flatMap(NoteMatcher.clipNumber) else {
            return nil
        }
        return meant(
            among: rows(numbered: number, place), place, none: "no clip \(number) of its roll and camera is in the log",
            several: "several clips of its roll and camera have the number \(number)"
        ) { $0.count == 1 }
    }

    /// Digits of a clip's number: cameras have three to five.
    private static let mostDigits = 6

    private static func clipNumber(_ text: String) -> Int? {
        let digits = text.first.map { "Cc#".contains($0) } == true ? text.dropFirst() : text[...]
        guard (1...mostDigits).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            return nil
        }
        return Int(digits)
    }

    /// The pictures that ran while the take did, one of each roll: where it has an end every camera that ran meanwhile, also
    /// one that started late; else those that ran at its beginning.
    func byTimecode(_ note: SlateNote, _ place: NotedPlace) -> NoteMatch? {
        guard let text = note[.start].map(NotedLine.short) else { return nil }
        let time = NotedTime(note)
        let met = running.bases.flatMap { base in time.stretch(in: base).map { running.rows(meeting: $0) } ?? [] }
        guard !met.isEmpty else { return .unmatched("no clip of the log ran at \(text)") }
        let found = meant(
            among: met.sorted(), place, none: "no clip of its camera, roll and day ran at \(text)", several: ""
        ) { _ in true }
        guard case .rows(let rows) = found else { return found }
        return oneOfEachRoll(rows, time).map { .rows($0) } ?? .unmatched("several clips of one roll ran at \(text)")
    }

    /// Of several clips of one roll the one that mainly ran meanwhile: another one only reached into it.
    ///
    /// Nil where two did.
    private func oneOfEachRoll(_ rows: [Int], _ time: NotedTime) -> [Int]? {
        if isOnePerRoll(rows) { return rows }
        let rolls = Dictionary(grouping: rows) { clips[$0].roll }
        let chosen = rolls.values.flatMap { rows in
            isOnePerRoll(rows) ? rows : rows.filter { ranMainly($0, time) }
        }
        return Set(chosen.map { clips[$0].roll }).count == rolls.count && isOnePerRoll(chosen) ? chosen.sorted() : nil
    }

    private func ranMainly(_ row: Int, _ time: NotedTime) -> Bool {
        guard let span = clips[row].span, let stretch = time.stretch(in: span.start.base) else { return false }
        return span.isMainly(in: stretch)
    }

    /// Of rows with one name those that ran while the take did, if there are some.
    func rowsThatRan(_ rows: [Int], _ note: SlateNote) -> [Int] {
        guard note[.start] != nil, rows.count <= NoteMatcher.mostCandidates else { return rows }
        let time = NotedTime(note)
        let ran = rows.filter { row in
            guard let span = clips[row].span, let stretch = time.stretch(in: span.start.base) else { return false }
            return stretch.shared(with: span) > 0
        }
        return ran.isEmpty ? rows : ran
    }

    /// The rows whose slate or scene and take are those of the note, and whose other numbers are no others.
    func byTake(_ note: SlateNote, _ place: NotedPlace) -> NoteMatch? {
        let keys = TakeKey.keys { TakeKey.said(note, $0) }
        guard let first = keys.first else { return nil }
        let known = keys.lazy.map { rows(ofTake: $0) }.first { !$0.isEmpty } ?? []
        let agreeing =
            known.count > NoteMatcher.mostCandidates
            ? known : known.filter { TakeKey.agree(note, clips[$0].values) }
        return meant(
            among: agreeing, place, none: "no clip of the log is \(first)",
            several: "several clips of one roll are \(first)", isOne: isOnePerRoll)
    }

    /// Whether no two clips of one roll of pictures are among rows.
    private func isOnePerRoll(_ rows: [Int]) -> Bool {
        var names: [Int: String] = [:]
        return rows.allSatisfy { row in
            guard clips[row].kind == .picture else { return true }
            let other = names.updateValue(clips[row].clip, forKey: clips[row].roll)
            return other == nil || other == clips[row].clip
        }
    }
}
