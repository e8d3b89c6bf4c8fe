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

    /// The pictures that ran when the take began; several where several cameras ran, one of each roll.
    func byTimecode(_ note: SlateNote, _ place: NotedPlace) -> NoteMatch? {
        guard let text = note[.start].map(NotedLine.short) else { return nil }
        let ran = pictures(note) { base, time in time.start(in: base).map { running.rows(at: $0) } ?? [] }
        let began = pictures(note) { base, time in
            guard let start = time.start(in: base), let end = time.end(in: base) else { return [] }
            return TimecodeSpan(from: start, to: end).map { running.rows(beginningIn: $0) } ?? []
        }
        var answer = NoteMatch.unmatched("no clip of the log ran at \(text)")
        for rows in [ran, began] where !rows.isEmpty {
            answer = meant(
                among: rows, place, none: "no clip of its camera, roll and day ran at \(text)",
                several: "several clips of one roll ran at \(text)", isOne: isOnePerRoll)
            if case .rows = answer { return answer }
        }
        return answer
    }

    private func pictures(_ note: SlateNote, _ rows: (TimecodeBase, NotedTime) -> [Int]) -> [Int] {
        let time = NotedTime(note)
        return running.bases.flatMap { rows($0, time) }.sorted()
    }

    /// Of rows with one name those that ran when the take began, if there are some.
    func rowsThatRan(_ rows: [Int], _ note: SlateNote) -> [Int] {
        guard note[.start] != nil, rows.count <= NoteMatcher.mostCandidates else { return rows }
        let time = NotedTime(note)
        let ran = rows.filter { row in
            guard let span = clips[row].span, let start = time.start(in: span.start.base) else { return false }
            return span.contains(start)
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
