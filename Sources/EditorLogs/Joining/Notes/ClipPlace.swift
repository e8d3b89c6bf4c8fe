internal import ClipMetadata
internal import SlateNotes

/// On which camera, roll and day a clip was shot, as notes are asked about it.
struct ClipPlace {
    /// All that its roll answers to: a picture's reel, a recording's sound roll, and the folder's name.
    let rolls: Set<SlateNumber>
    /// The camera's letter in capitals, by itself or before the number of the reel; nil where neither is known.
    let camera: String?
    /// The shooting day.
    let day: ShootDate?
    let kind: LoggedClip.Kind

    init(_ clip: LoggedClip, in log: EditorLog) {
        let said = clip.values[clip.kind == .picture ? .reel : .soundRoll]
        rolls = RollName.all(log.roll(of: clip).name).union(said.map { RollName.all($0) } ?? [])
        camera = clip.values[.camera]?.uppercased() ?? clip.values[.reel].flatMap(ClipPlace.letter)
        day = clip.values[.date].flatMap { ShootDate($0) }
        kind = clip.kind
    }

    private static func letter(ofReel reel: String) -> String? {
        guard let letter = reel.first, letter.isLetter, reel.dropFirst().first?.isNumber == true else { return nil }
        return letter.uppercased()
    }
}
