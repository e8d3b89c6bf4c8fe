internal import MediaTime
internal import XMLText

/// A file of picture or sound among the resources, and the times of its clip.
struct FinalCutAsset: Hashable, Sendable {
    /// Its place in the document: `r2`.
    let id: String
    /// What its times are counted in.
    let clock: FinalCutClock
    /// The time of its first frame or sample, and how many there are.
    let start, length: Int
    /// How its timecode counts; nil for sound.
    let base: TimecodeBase?
    /// Its format, for the clip.
    let format: FinalCutFormat
    /// Where it lies for the cutting room.
    let address: FileAddress
}

extension FinalCutAsset {
    /// Takes a row of picture.
    init(_ extent: FrameExtent, _ clock: FinalCutClock, of clip: LoggedClip, id: String, path: String) {
        self.init(
            id: id, clock: clock, start: extent.first?.frame ?? 0, length: extent.count, base: extent.base,
            format: .picture(extent.base.rate, PictureSize(clip)?.takenForGranted), address: FileAddress(path))
    }

    /// Takes a row of sound.
    init(_ sound: SoundExtent, of clip: LoggedClip, id: String, path: String) {
        self.init(
            id: id, clock: FinalCutClock(sound), start: FinalCutAsset.start(of: clip, sound), length: sound.samples,
            base: nil, format: .sound, address: FileAddress(path))
    }

    /// Samples since midnight as the recorder counted them, unless its timecode was corrected or counted at another
    /// rate: then the first of the timecode's frame.
    private static func start(of clip: LoggedClip, _ sound: SoundExtent) -> Int {
        guard let start = clip.start else { return 0 }
        if let samples = clip.values[.samplesSinceMidnight].flatMap({ Int($0) }),
            Timecode(samplesSinceMidnight: samples, sampleRate: sound.rate, base: start.base) == start
        {
            return samples
        }
        return start.samplesSinceMidnight(at: sound.rate) ?? 0
    }

    /// Writes the resource.
    func write(to xml: inout XMLWriter, for clip: LoggedClip, format: String?) {
        let sound = FileSound(clip)
        xml.begin(
            "asset",
            attributes: [
                ("id", id), ("name", XMLWriter.carriable(clip.name)), ("start", clock.time(start)),
                ("duration", clock.time(length)), ("hasVideo", base == nil ? nil : "1"), ("format", format),
                ("videoSources", base == nil ? nil : "1"), ("hasAudio", sound.isThere ? "1" : nil),
                ("audioSources", sound.isThere ? "1" : nil), ("audioChannels", sound.channels.map { "\($0)" }),
                ("audioRate", sound.rate.map { "\($0)" }),
            ])
        xml.empty("media-rep", attributes: [("kind", "original-media"), ("src", "file://\(address.path)")])
        FinalCutMetadata.ofFile(clip).write(to: &xml)
        xml.end()
    }
}
