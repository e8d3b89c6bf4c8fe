internal import SlateNotes

/// Lays the notes of a roll beside its clips in the order in which they were shot.
///
/// For notes that say no more than roll and take. Only when there are as many notes as clips, when the clips' own numbers
/// say their order, and when no clip already has another scene or take: otherwise nothing is matched.
struct ShootingOrder {
    private let matcher: NoteMatcher

    init(_ matcher: NoteMatcher) {
        self.matcher = matcher
    }

    /// The answers to the notes of a file that say no more than roll and take, by their place in the file.
    func matches(_ notes: [SlateNote]) -> [Int: NoteMatch] {
        let rolls = Dictionary(grouping: notes.indices) { notes[$0][.cameraRoll].flatMap(RollName.whole) }
        var matches: [Int: NoteMatch] = [:]
        for (roll, places) in rolls {
            guard let roll, places.contains(where: { ShootingOrder.fits(notes[$0]) }) else { continue }
            let clips = matcher.rows(onRoll: roll)
            let refusal = refusal(places.map { notes[$0] }, clips)
            for (order, place) in places.enumerated() where ShootingOrder.fits(notes[place]) {
                matches[place] = refusal.map { .unmatched($0) } ?? .rows([clips[order]])
            }
        }
        return matches
    }

    /// Whether a note says no more than its roll and its take.
    private static func fits(_ note: SlateNote) -> Bool {
        note[.cameraRoll] != nil && note[.take] != nil && note.names.isEmpty && note[.start] == nil
            && note[.clipNumber] == nil
    }

    /// Why notes do not lie beside clips one by one, as a clause; nil where they do.
    private func refusal(_ notes: [SlateNote], _ rows: [Int]) -> String? {
        let roll = "roll “\(NotedLine.short(notes.first?[.cameraRoll] ?? ""))”"
        if rows.isEmpty { return "no clip of \(roll) is in the log" }
        if !notes.allSatisfy(ShootingOrder.fits) { return "other notes of \(roll) name their clips" }
        if rows.count != notes.count { return "\(roll) has \(rows.count) clips and \(notes.count) notes" }
        if !areInOrder(rows) { return "no numbers say in which order the clips of \(roll) were shot" }
        let agree = zip(notes, rows).allSatisfy { TakeKey.agree($0, matcher.clips[$1].values) }
        return agree ? nil : "another scene or take is already known of a clip of \(roll)"
    }

    private func areInOrder(_ rows: [Int]) -> Bool {
        guard Set(rows.map { matcher.clips[$0].roll }).count == 1 else { return false }
        let numbers = rows.compactMap { matcher.clips[$0].values[.clipNumber].flatMap { Int($0) } }
        return numbers.count == rows.count && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
    }
}
