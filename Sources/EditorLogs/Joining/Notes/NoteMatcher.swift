internal import CameraCards
internal import SlateNotes

/// Finds the rows that a note is about: by the clip's name, by camera and number, by timecode, by scene and take.
///
/// A way that finds more clips of one camera than one finds none: nothing is guessed.
struct NoteMatcher {
    /// Clips of one name, number, moment or take that are told apart: no shoot has so many cameras.
    static let mostCandidates = 1024

    let clips: [LoggedClip]
    let places: [ClipPlace]
    let running: RunningClips
    private let names: ClipNameIndex
    private var rolls: [SlateNumber: [Int]] = [:]
    private var numbers: [Numbered: [Int]] = [:]
    private var takes: [TakeKey: [Int]] = [:]

    /// A clip's number, on a roll or on any.
    private struct Numbered: Hashable {
        let number: Int
        let roll: SlateNumber?
    }

    init(_ log: EditorLog) {
        clips = log.clips
        places = log.clips.map { ClipPlace($0, in: log) }
        names = ClipNameIndex(log)
        running = RunningClips(log.clips)
        for (row, place) in places.enumerated() where place.kind == .picture {
            for roll in place.rolls { rolls[roll, default: []].append(row) }
            guard let number = clips[row].values[.clipNumber].flatMap({ Int($0) }) else { continue }
            for roll in place.rolls { numbers[Numbered(number: number, roll: roll), default: []].append(row) }
            numbers[Numbered(number: number, roll: nil), default: []].append(row)
        }
        learn(log.clips)
    }

    /// Learns the takes that are known by now: a later file may mean what an earlier one said.
    mutating func learn(_ clips: [LoggedClip]) {
        takes.removeAll(keepingCapacity: true)
        for (row, clip) in clips.enumerated() {
            for key in TakeKey.keys({ clip.values[$0] }) { takes[key, default: []].append(row) }
        }
    }

    /// The rows of a note.
    func match(_ note: SlateNote) -> NoteMatch {
        let place = NotedPlace(note)
        if let named = byName(note, place) {
            guard case .unmatched = named, !namesFile(note) else { return named }
        }
        var why: String?
        for way in [byNumber, byTimecode, byTake, byName] {
            switch way(note, place) {
            case .rows(let rows): return .rows(rows)
            case .unmatched(let clause): why = why ?? clause
            case nil: break
            }
        }
        return .unmatched(why ?? "it names no clip, no timecode and no take")
    }

    /// The rows that have the name that a note says; nil where it names none.
    func byName(_ note: SlateNote, _ place: NotedPlace) -> NoteMatch? {
        // Laboratories and RED's tools have the clip's name in the column of the tape.
        let tape = note[.cameraRoll].flatMap { ClipName($0)?.clip == nil ? nil : $0 }
        for name in note.names.map(\.text) + [tape].compactMap({ $0 }) {
            let found = names.rows(called: name)
            guard !found.isEmpty else { continue }
            if areOneClip(found) { return .rows(found) }
            let several = "\(found.count) clips are called “\(NotedLine.short(name))”"
            return meant(among: rowsThatRan(found, note), place, none: several, several: several, isOne: areOneClip)
        }
        return note.names.first.map { .unmatched("no clip is called “\(NotedLine.short($0.text))”") }
    }

    /// The rows of pictures of a roll.
    func rows(onRoll roll: SlateNumber) -> [Int] { rolls[roll] ?? [] }

    /// The rows of pictures that have a number, on the roll that is named if one is.
    func rows(numbered number: Int, _ place: NotedPlace) -> [Int] {
        let rolls = place.cameraRolls.isEmpty ? [nil] : place.cameraRolls.map { Optional($0) }
        return Set(rolls.flatMap { numbers[Numbered(number: number, roll: $0)] ?? [] }).sorted()
    }

    /// The rows that are known to be of a take.
    func rows(ofTake take: TakeKey) -> [Int] { takes[take] ?? [] }

    /// Whether rows are files of one recording: one clip, its parts, or the mono files of its tracks.
    private func areOneClip(_ rows: [Int]) -> Bool {
        guard let first = rows.first.map({ clips[$0] }) else { return false }
        return rows.allSatisfy { row in
            let clip = clips[row]
            return clip.roll == first.roll && clip.kind == first.kind
                && (clip.kind == .sound || clip.clip == first.clip)
        }
    }
}
