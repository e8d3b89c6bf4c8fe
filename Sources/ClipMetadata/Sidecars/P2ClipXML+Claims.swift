internal import MediaTime

extension SidecarClaims {
    mutating func addEssence(of list: SidecarElement?) {
        guard let list else { return }
        let audio = list.all("Audio")
        if !audio.isEmpty { add(\.channels, audio.count, "EssenceList/Audio") }
        add(\.sampleRate, Int(said: audio.first?.first("SamplingRate")?.text), "Audio/SamplingRate")
        add(\.sampleBits, Int(said: audio.first?.first("BitsPerSample")?.text), "Audio/BitsPerSample")
        guard let video = list.first("Video") else { return }
        add(\.codec, video.first("Codec")?.text, "Video/Codec")
        let rate = video.first("FrameRate")
        guard let frames = FrameRate(said: rate?.text) else { return }
        let start = P2ClipXML.timecode(
            video.first("StartTimecode")?.text ?? "", frames, isDropFrame: rate?["DropFrameFlag"] == "true")
        add(\.start, start, "Video/StartTimecode")
    }

    mutating func addNews(of clip: SidecarElement?) {
        guard let clip else { return }
        // False is what a camera writes when nobody pressed the button.
        if clip.first("ShotMark")?.text == "true" { add(\.isCircled, true, "ShotMark") }
        add(\.make, clip.first("Device", "Manufacturer")?.text, "Device/Manufacturer")
        add(\.model, clip.first("Device", "ModelName")?.text, "Device/ModelName")
        add(\.serial, clip.first("Device", "SerialNo.")?.text, "Device/SerialNo.")
        add(\.scene, clip.first("Scenario", "SceneNo.")?.text, "Scenario/SceneNo.")
        add(\.take, clip.first("Scenario", "TakeNo.")?.text, "Scenario/TakeNo.")
        if let start = WrittenMoment(clip.first("Shoot", "StartDate")?.text) {
            add(start, "Shoot/StartDate")
        } else {
            add(WrittenMoment(clip.first("Access", "CreationDate")?.text), "Access/CreationDate")
        }
        for memo in clip.first("MemoList")?.all("Memo") ?? [] {
            add(\.notes, memo.first("Text")?.text, "MemoList/Memo/Text")
        }
        let location = clip.first("Shoot", "Location")
        add(\.location, WrittenPlace(location)?.text, "Shoot/Location")
        let unit = clip.descendant("CameraUnitMetadata")
        add(\.iso, Int(said: unit?.first("ISOSensitivity")?.text), "CameraUnitMetadata/ISOSensitivity")
        add(\.gamma, unit?.first("Gamma", "CaptureGamma")?.text, "Gamma/CaptureGamma")
        add(\.gamut, unit?.first("Gamut", "CaptureGamut")?.text, "Gamut/CaptureGamut")
    }
}

extension WrittenPlace {
    /// `Latitude`, `Longitude` and `Altitude` as Panasonic and Canon write them: `N48.1371`, `48.1371`, metres.
    init?(_ element: SidecarElement?) {
        self.init(
            latitude: WrittenPlace.degrees(element?.first("Latitude")?.text),
            longitude: WrittenPlace.degrees(element?.first("Longitude")?.text),
            altitude: Double(said: element?.first("Altitude")?.text))
    }
}

extension P2ClipXML {
    /// The first frame's; at 50 and 59.94 frames a second one number stands for two frames, as Adobe reads it too.
    fileprivate static func timecode(_ text: String, _ rate: FrameRate, isDropFrame: Bool) -> Timecode? {
        let perNumber = rate.nominal > 30 ? 2 : 1
        guard let base = TimecodeBase(rate, dropFrame: isDropFrame),
            let counted = FrameRate(rate.numerator, over: rate.denominator * perNumber),
            let countedBase = TimecodeBase(counted, dropFrame: isDropFrame),
            let start = Timecode(text, base: countedBase)
        else { return nil }
        return Timecode(frame: start.frame * perNumber, base: base)
    }
}
