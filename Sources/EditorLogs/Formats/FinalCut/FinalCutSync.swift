internal import MediaTime
internal import XMLText

/// A picture and the sound recorded meanwhile, in sync.
///
/// Its times are those of the picture's timecode. Where sound begins before the picture or ends behind it, gaps make
/// room for it, as Final Cut Pro itself does; the other way round the sound hangs on the picture.
struct FinalCutSync {
    private let clip: LoggedClip
    private let picture: FinalCutAsset
    private let base: TimecodeBase
    private let sounds: [Sound]
    private let resources: FinalCutResources
    /// Where the picture lies, and the whole.
    private let shown, whole: Range<Int>

    private struct Sound {
        let clip: LoggedClip
        let asset: FinalCutAsset
        /// Frames from the picture's first.
        let offset: Int
        /// Frames that it touches.
        let frames: Int
    }

    /// Nil for rows without sound that could be carried.
    init?(_ clip: LoggedClip, _ picture: FinalCutAsset, in log: EditorLog, _ resources: FinalCutResources) {
        guard let base = picture.base else { return nil }
        sounds = FinalCutSync.sounds(of: clip, base, in: log, resources)
        guard let earliest = sounds.map(\.offset).min(), let end = sounds.map({ $0.offset + $0.frames }).max() else {
            return nil
        }
        (self.clip, self.picture, self.base, self.resources) = (clip, picture, base, resources)
        // Sound before midnight: the picture lies on the next day, so that no time is below zero.
        let isBeforeMidnight = picture.start + min(0, earliest) < 0
        let start = picture.start + (isBeforeMidnight ? base.framesPerDay : 0)
        shown = start..<start + picture.length
        whole = start + min(0, earliest)..<start + max(picture.length, end)
    }

    private static func sounds(
        of clip: LoggedClip, _ base: TimecodeBase, in log: EditorLog, _ resources: FinalCutResources
    ) -> [Sound] {
        clip.sound.flatMap { match in
            match.rows.compactMap { row in
                guard match.offset.magnitude < base.framesPerDay, let asset = resources.assets[row],
                    let frames = SoundExtent(log.clips[row])?.framesTouched(at: base.rate)
                else { return nil }
                return Sound(clip: log.clips[row], asset: asset, offset: match.offset, frames: frames)
            }
        }
    }

    /// Writes it.
    func write(to xml: inout XMLWriter) {
        let (start, length) = (picture.clock.time(whole.lowerBound), picture.clock.time(whole.count))
        let format = resources.id(of: picture.format)
        xml.begin(
            "sync-clip",
            attributes: [
                ("name", XMLWriter.carriable("\(clip.name) - Synchronized Clip")), ("start", start),
                ("duration", length), ("format", format), ("tcStart", start),
                ("tcFormat", base.isDropFrame ? "DF" : "NDF"),
            ])
        let logging = FinalCutLogging(clip, start: start, length: length)
        logging.writeNote(to: &xml)
        if shown == whole { writePicture(to: &xml, holdingSound: true) } else { writeSpine(to: &xml) }
        logging.writeMarks(to: &xml)
        writeSources(to: &xml)
        FinalCutMetadata.ofTake(clip).write(to: &xml)
        xml.end()
    }

    private func writeSpine(to xml: inout XMLWriter) {
        let isSoundFirst = whole.lowerBound < shown.lowerBound
        xml.begin("spine")
        if isSoundFirst {
            xml.begin("gap", attributes: gap(whole.lowerBound..<shown.lowerBound))
            writeSounds(to: &xml, from: shown.lowerBound)
            xml.end()
        }
        writePicture(to: &xml, holdingSound: !isSoundFirst)
        if shown.upperBound < whole.upperBound {
            xml.empty("gap", attributes: gap(shown.upperBound..<whole.upperBound))
        }
        xml.end()
    }

    private func gap(_ frames: Range<Int>) -> [(key: String, value: String?)] {
        let start = picture.clock.time(frames.lowerBound)
        return [
            ("name", "Gap"), ("offset", start), ("start", start), ("duration", picture.clock.time(frames.count)),
        ]
    }

    private func writePicture(to xml: inout XMLWriter, holdingSound: Bool) {
        let use = FinalCutUse(clip, picture, format: resources.id(of: picture.format))
        let attributes = use.attributes(at: picture.clock.time(shown.lowerBound), lane: nil)
        guard holdingSound else { return xml.empty("asset-clip", attributes: attributes) }
        xml.begin("asset-clip", attributes: attributes)
        writeSounds(to: &xml, from: picture.start)
        xml.end()
    }

    /// Hangs the sound below what holds it, each file on a lane of its own; `start` is the picture's first frame in
    /// the time of the holder.
    private func writeSounds(to xml: inout XMLWriter, from start: Int) {
        for (number, sound) in sounds.enumerated() {
            let use = FinalCutUse(sound.clip, sound.asset, format: resources.id(of: sound.asset.format))
            let offset = picture.clock.time(start + sound.offset)
            let attributes = use.attributes(at: offset, lane: -1 - number)
            guard !FinalCutRoles(sound.clip).tracks.isEmpty else {
                xml.empty("asset-clip", attributes: attributes)
                continue
            }
            xml.begin("asset-clip", attributes: attributes)
            use.writeChannels(to: &xml)
            xml.end()
        }
    }

    /// Mutes what the camera recorded, and names what the recorder did.
    private func writeSources(to xml: inout XMLWriter) {
        if FileSound(clip).isThere {
            xml.begin("sync-source", ["sourceID": "storyline"])
            xml.empty("audio-role-source", attributes: [("role", FinalCutRoles.mainSubrole), ("active", "0")])
            xml.end()
        }
        var named: Set<String> = []
        xml.begin("sync-source", ["sourceID": "connected"])
        for sound in sounds {
            let roles = FinalCutRoles(sound.clip).tracks
            for role in roles.isEmpty ? [FinalCutRoles.mainSubrole] : roles where named.insert(role).inserted {
                xml.empty("audio-role-source", attributes: [("role", role)])
            }
        }
        xml.end()
    }
}
