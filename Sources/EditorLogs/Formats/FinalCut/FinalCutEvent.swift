internal import MediaTime
internal import XMLText

/// The event: a clip for each row, then one for each picture with its sound.
struct FinalCutEvent {
    private let log: EditorLog
    private let resources: FinalCutResources

    init(_ log: EditorLog, _ resources: FinalCutResources) {
        (self.log, self.resources) = (log, resources)
    }

    /// Writes it.
    func write(to xml: inout XMLWriter, name: String) {
        xml.begin("event", attributes: [("name", XMLWriter.carriable(name))])
        for (asset, clip) in zip(resources.assets, log.clips) {
            if let asset { write(clip, asset, to: &xml) }
        }
        for (asset, clip) in zip(resources.assets, log.clips) {
            guard let asset, let sync = FinalCutSync(clip, asset, in: log, resources) else { continue }
            sync.write(to: &xml)
        }
        xml.end()
    }

    private func write(_ clip: LoggedClip, _ asset: FinalCutAsset, to xml: inout XMLWriter) {
        let use = FinalCutUse(clip, asset, format: resources.id(of: asset.format))
        xml.begin("asset-clip", attributes: use.attributes)
        let logging = FinalCutLogging(
            clip, start: asset.clock.time(asset.start), length: asset.clock.time(asset.length))
        logging.writeNote(to: &xml)
        logging.writeMarks(to: &xml)
        if clip.kind == .sound { use.writeChannels(to: &xml) }
        FinalCutMetadata.ofTake(clip).write(to: &xml)
        xml.end()
    }
}

/// A clip that plays the whole of a file.
struct FinalCutUse {
    private let clip: LoggedClip
    private let asset: FinalCutAsset
    private let format: String

    init(_ clip: LoggedClip, _ asset: FinalCutAsset, format: String) {
        (self.clip, self.asset, self.format) = (clip, asset, format)
    }

    /// The clip's attributes.
    var attributes: [(key: String, value: String?)] { attributes(at: nil, lane: nil) }

    /// The clip's attributes at a place in another clip.
    func attributes(at offset: String?, lane: Int?) -> [(key: String, value: String?)] {
        [
            ("ref", asset.id), ("lane", lane.map { "\($0)" }), ("offset", offset),
            ("name", XMLWriter.carriable(clip.name)), ("start", asset.clock.time(asset.start)),
            ("duration", asset.clock.time(asset.length)), ("format", format),
            ("tcFormat", asset.base.map { $0.isDropFrame ? "DF" : "NDF" }),
            ("audioRole", FileSound(clip).isThere ? FinalCutRoles.main : nil),
        ]
    }

    /// Names the tracks of sound.
    func writeChannels(to xml: inout XMLWriter) {
        for (track, role) in FinalCutRoles(clip).tracks.enumerated() {
            xml.empty("audio-channel-source", attributes: [("srcCh", "\(track + 1)"), ("role", role)])
        }
    }
}
