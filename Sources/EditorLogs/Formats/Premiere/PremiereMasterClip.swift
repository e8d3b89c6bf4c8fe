internal import XMLText

/// A clip of a bin, with all that people wrote of it.
struct PremiereMasterClip {
    private let media: PremiereMedia
    private let clip: LoggedClip

    init(_ media: PremiereMedia, _ clip: LoggedClip) {
        (self.media, self.clip) = (media, clip)
    }

    /// Writes it; its items are numbered behind `items`.
    ///
    /// Items stand in a `clip`: by themselves they lose their points in Premiere Pro.
    func write(to xml: inout XMLWriter, numberedAfter items: inout Int, comments: [String?]) {
        xml.begin("clip", attributes: [("id", media.masterClip)])
        xml.element("masterclipid", text: media.masterClip)
        xml.element("ismasterclip", text: "TRUE")
        xml.element("duration", text: "\(media.extent.count)")
        media.rate.write(to: &xml)
        xml.element("in", text: "-1")
        xml.element("out", text: "-1")
        xml.element("name", text: XMLWriter.carriable(clip.name))
        writeTracks(to: &xml, numberedAfter: &items)
        writeLogging(to: &xml)
        write(comments, to: &xml)
        if clip.isCircled == true {
            xml.beginLine("labels")
            xml.element("label2", text: "Forest")
            xml.end()
        }
        xml.end()
    }

    private func writeTracks(to xml: inout XMLWriter, numberedAfter items: inout Int) {
        let picture: [Int?] = clip.kind == .picture ? [nil] : []
        xml.begin("media")
        writeTracks(picture, "video", to: &xml, isFirst: true, numberedAfter: &items)
        let channels = (0..<media.sound.tracks).map { $0 + 1 }
        writeTracks(channels, "audio", to: &xml, isFirst: picture.isEmpty, numberedAfter: &items)
        xml.end()
    }

    private func writeTracks(
        _ channels: [Int?], _ kind: String, to xml: inout XMLWriter, isFirst: Bool, numberedAfter items: inout Int
    ) {
        guard !channels.isEmpty else { return }
        xml.begin(kind)
        for (place, channel) in channels.enumerated() {
            items += 1
            let item = PremiereItem(
                media: media, number: items, channel: channel, rate: media.rate,
                length: media.extent.count, place: 0..<media.extent.count, points: nil, isEnabled: true)
            xml.begin("track")
            item.write(clip, to: &xml, isFileWhole: isFirst && place == 0)
            xml.end()
        }
        xml.end()
    }

    private func writeLogging(to xml: inout XMLWriter) {
        let slate = clip.values.xmlText(.slate).map { "Slate \($0)" }
        let shot = clip.values.xmlText(.shot).map { "Shot \($0)" }
        let description = [slate, shot].compactMap { $0 }.joined(separator: ", ")
        let isGood = clip.isCircled == true ? "TRUE" : clip.isCircled == false || clip.isNoGood == true ? "FALSE" : nil
        let logging = [
            ("description", description.isEmpty ? nil : description), ("scene", clip.values.xmlText(.scene)),
            ("shottake", clip.values.xmlText(.take)), ("lognote", clip.values.xmlText(.notes)), ("good", isGood),
        ]
        guard logging.contains(where: { $0.1 != nil }) else { return }
        xml.begin("logginginfo")
        for (name, text) in logging { if let text { xml.element(name, text: text) } }
        xml.end()
    }

    /// Premiere Pro has four comments, `mastercomment1` to `mastercomment4`.
    private func write(_ comments: [String?], to xml: inout XMLWriter) {
        guard comments.contains(where: { $0 != nil }) else { return }
        xml.begin("comments")
        for (number, text) in comments.enumerated() {
            if let text { xml.element("mastercomment\(number + 1)", text: text) }
        }
        xml.end()
    }
}
