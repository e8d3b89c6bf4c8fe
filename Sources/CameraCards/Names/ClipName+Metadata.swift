public import ClipMetadata

extension ClipName {
    /// What the name says, as claims of a file name at `place`; some names tell more when the family is known.
    public func metadata(place: String, of family: CardFamily? = nil) -> ClipMetadata {
        let speaker = NameClaims(grammar: grammar, place: place)
        var metadata = ClipMetadata()
        speaker.add(reelName(of: family), as: "reel", to: &metadata.reel)
        speaker.add(cameraIndex, as: "camera", to: &metadata.cameraIndex)
        speaker.add(clipNumber, as: "clip", to: &metadata.clipNumber)
        speaker.add(scene, as: "scene", to: &metadata.scene)
        speaker.add(takeNumber, as: "take", to: &metadata.take)
        speaker.add(shootDate, as: "date", to: &metadata.date)
        speaker.add(shootTime, as: "time", to: &metadata.time)
        speaker.add(serialNumber(of: family).map { String($0) }, as: "serial", to: &metadata.serial)
        return metadata
    }

    /// The camera's letter or letters; an underscore only stands where there is no second one: `A_0076`.
    ///
    /// What stands for the camera in an old Blackmagic's or an Atomos' name is its unit's name.
    var cameraIndex: String? {
        guard grammar != .bmcc, grammar != .atomos, let camera else { return nil }
        return camera.last == "_" ? String(camera.dropLast()) : camera
    }

    /// D001 is not the first clip of its reel, and no maker says which number it has.
    private var clipNumber: Int? {
        grammar == .atomos || grammar.continuesWithD && position == "D" ? nil : clip.flatMap { Int($0) }
    }

    /// Files themselves write a take without the zeros that their names have.
    private var takeNumber: String? { take.flatMap { Int($0) }.map { String($0) } }
}

/// A file's name, speaking.
private struct NameClaims {
    let grammar: ClipName.Grammar
    let place: String

    func add<Value>(_ value: Value?, as key: String, to claims: inout Claims<Value>) {
        guard let value else { return }
        claims.add(Claim(value, ValueSource(.fileName, file: place, key: "\(grammar.rawValue).\(key)")))
    }
}
