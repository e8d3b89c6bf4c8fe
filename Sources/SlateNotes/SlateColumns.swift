internal import DelimitedText

/// The columns of a table of notes.
struct SlateColumns {
    /// The headings from the left.
    let headings: [SlateHeading]
    /// The columns of each field, the one that is asked first in front.
    private let places: [SlateField: [Int]]

    /// Takes the headings.
    ///
    /// - Parameter ofSound: whether a roll, where the heading says no more, is the sound's.
    init(_ headings: [SlateHeading], ofSound: Bool = false) {
        self.headings = headings
        var places: [SlateField: [Int]] = [:]
        for (place, heading) in headings.enumerated() {
            guard let field = heading.field(ofSound: ofSound) else { continue }
            places[field, default: []].append(place)
        }
        self.places = places.mapValues { $0.sorted { (headings[$0].rank, $0) < (headings[$1].rank, $1) } }
    }

    /// How many fields it has.
    var fieldCount: Int { places.count }

    /// Whether the headings are those of a table about takes.
    ///
    /// A clip and what was shot, or two columns of which one says which take is meant.
    var areOfTakes: Bool {
        fieldCount >= 2 && !SlateColumns.identifying.isDisjoint(with: places.keys)
    }

    /// Whether there is a column that names clips, and another one of any name: a list of corrections may have no more.
    var nameClips: Bool { places[.clip] != nil && headings.count { !$0.text.isEmpty } >= 2 }

    /// Whether the headings are those of a pull list: shots, and which version or frames of them.
    var areOfPulls: Bool { places[.shot] != nil && !SlateColumns.pulled.isDisjoint(with: places.keys) }

    /// What a pull list says of a shot.
    private static let pulled: Set<SlateField> = [.version, .firstFrame, .lastFrame, .frames, .clip]

    /// Whether the headings are those of a list of names, which may be all that it has: at least half of them are known,
    /// so that a title above a table is none.
    var areOfNames: Bool {
        let filled = headings.filter { !$0.text.isEmpty }
        return !SlateColumns.naming.isDisjoint(with: places.keys)
            && filled.count { $0.field != nil } * 2 >= filled.count
    }

    /// What lists name.
    private static let naming: Set<SlateField> = [.clip, .cameraRoll, .soundRoll, .shot]

    /// What tells one take from another.
    private static let identifying: Set<SlateField> = [.clip, .clipNumber, .slate, .scene, .take, .start]

    /// The filled cells of a field, the one that counts first.
    func cells(of field: SlateField, in row: [String]) -> [SlateNote.Cell] {
        (places[field] ?? []).compactMap { place in
            guard place < row.count, !row[place].isEmpty else { return nil }
            return SlateNote.Cell(row[place], headings[place].text)
        }
    }

    /// Whether there is such a column.
    func has(_ field: SlateField) -> Bool { places[field] != nil }

    /// All filled cells under a heading, from the left.
    func filled(_ row: [String]) -> [SlateNote.Cell] {
        zip(headings, row).compactMap { heading, text in
            heading.text.isEmpty || text.isEmpty ? nil : SlateNote.Cell(text, heading.text)
        }
    }
}

extension SlateHeading {
    /// What the column says in a report of the camera or of the sound.
    func field(ofSound: Bool) -> SlateField? {
        ofSound && field == .cameraRoll && SlateHeading.eitherRoll.contains(folded) ? .soundRoll : field
    }
}
