internal import ClipMetadata
internal import SlateNotes

/// On which camera, roll and day a note says that it was shot.
struct NotedPlace {
    /// What it calls the roll of the camera.
    let cameraRolls: Set<SlateNumber>
    private let soundRolls: Set<SlateNumber>
    private let cameras: Set<String>
    /// The days that its date may mean: `3/12/26` is March in one country and December in another.
    let days: [ShootDate]

    init(_ note: SlateNote) {
        let cameras = note[.camera].map(NotedPlace.cameras) ?? []
        self.cameras = cameras
        cameraRolls = note[.cameraRoll].map { NotedPlace.rolls($0, of: cameras) } ?? []
        soundRolls = note[.soundRoll].map { NotedPlace.rolls($0, of: []) } ?? []
        days = note[.date].map(NotedPlace.days) ?? []
    }

    /// Whether it names a camera's roll or a camera.
    var namesCamera: Bool { !cameraRolls.isEmpty || !cameras.isEmpty }

    /// Whether a clip may be meant: nothing that is known of it contradicts.
    func allows(_ clip: ClipPlace) -> Bool { isOnRoll(clip) && isOfCamera(clip) && isOnDay(clip) }

    /// Whether the clip's roll is the one that is named; without one, any is.
    func isOnRoll(_ clip: ClipPlace) -> Bool {
        let rolls = clip.kind == .picture ? cameraRolls : soundRolls
        return rolls.isEmpty || !rolls.isDisjoint(with: clip.rolls)
    }

    private func isOfCamera(_ clip: ClipPlace) -> Bool {
        guard clip.kind == .picture, !cameras.isEmpty, let camera = clip.camera else { return true }
        return cameras.contains(camera)
    }

    private func isOnDay(_ clip: ClipPlace) -> Bool {
        guard !days.isEmpty, let day = clip.day else { return true }
        return days.contains { $0.agrees(with: day) }
    }

    /// `A001`; `1` of camera A is `A1` too.
    private static func rolls(_ text: String, of cameras: Set<String>) -> Set<SlateNumber> {
        var rolls = Set([RollName.whole(text)].compactMap { $0 })
        if text.allSatisfy(\.isNumber) { rolls.formUnion(cameras.compactMap { RollName.whole($0 + text) }) }
        return rolls
    }

    /// Words around the letter: `Cam A`, `A Camera`.
    private static let fillers: Set<String> = ["CAM", "CAMERA", "CAMERAS", "KAMERA"]
    /// Letters in one word of a column of cameras: `ABC` are three cameras, `ALEXA` is a make.
    private static let mostLetters = 4

    /// `A`, `Cam A`, `A/B`, `AB`: the letters of cameras.
    private static func cameras(_ text: String) -> Set<String> {
        let words = text.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let letters = words.filter { !fillers.contains($0) && $0.count <= mostLetters }
        return Set(letters + letters.filter { $0.allSatisfy(\.isLetter) }.flatMap { $0.map(String.init) })
    }
}

extension NotedPlace {
    /// The days that a text may mean: year first as anybody writes it, `12.3.2026`, and both readings of `3/12/26`.
    static func days(_ text: String) -> [ShootDate] {
        let parts = text.split { !$0.isASCII || !$0.isNumber }.map(String.init)
        if parts.count == 1 { return parts[0].count == 8 ? [ShootDate(parts[0])].compactMap { $0 } : [] }
        let numbers = parts.prefix(3).compactMap { $0.count <= 4 ? Int($0) : nil }
        guard numbers.count == 3 else { return [] }
        if parts[0].count == 4 {
            return [ShootDate(year: numbers[0], month: numbers[1], day: numbers[2])].compactMap { $0 }
        }
        // Files are younger than two digits of a year.
        let year = parts[2].count <= 2 ? 2000 + numbers[2] : numbers[2]
        let dayFirst = ShootDate(year: year, month: numbers[1], day: numbers[0])
        let monthFirst = text.contains(".") ? nil : ShootDate(year: year, month: numbers[0], day: numbers[1])
        return dayFirst == monthFirst ? [dayFirst].compactMap { $0 } : [dayFirst, monthFirst].compactMap { $0 }
    }
}
