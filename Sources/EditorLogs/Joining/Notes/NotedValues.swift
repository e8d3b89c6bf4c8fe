internal import ClipMetadata
internal import SlateNotes

/// What a note says of a row, by the fields of the log.
struct NotedValues {
    /// A value, and the heading it stood under.
    struct Value: Hashable {
        let field: LogField
        let text: String
        let heading: String
    }

    /// What people write of a take.
    let ofTake: [Value]
    /// What a note only says where nobody has spoken: the camera measures it.
    let ofCamera: [Value]

    init(_ note: SlateNote) {
        let texts: [(LogField, SlateField)] = [
            (.scene, .scene), (.slate, .slate), (.shot, .shot), (.take, .take), (.notes, .notes), (.unit, .unit),
            (.soundRoll, .soundRoll),
        ]
        let ticks: [(LogField, SlateField, Bool?)] = [
            (.circled, .circled, note.isCircled), (.noGood, note[.noGood] == nil ? .circled : .noGood, note.isNoGood),
        ]
        ofTake =
            texts.compactMap { field, said in
                note.cells[said].map { Value(field: field, text: $0.text, heading: $0.heading) }
            }
            + ticks.compactMap { field, said, isTicked in
                isTicked.flatMap { isTicked in
                    note.cells[said].map { Value(field: field, text: isTicked ? "yes" : "no", heading: $0.heading) }
                }
            }
        let camera: [(LogField, SlateField)] = [(.lensModel, .lens)]
        var ofCamera = camera.compactMap { field, said in
            note.cells[said].map { Value(field: field, text: $0.text, heading: $0.heading) }
        }
        let days = NotedPlace(note).days
        if days.count == 1, let cell = note.cells[.date] {
            ofCamera.append(Value(field: .date, text: days[0].metadataText, heading: cell.heading))
        }
        self.ofCamera = ofCamera
    }
}
