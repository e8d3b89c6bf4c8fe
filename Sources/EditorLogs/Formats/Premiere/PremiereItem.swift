internal import XMLText

/// One use of a file on one track.
struct PremiereItem {
    /// What is used.
    let media: PremiereMedia
    let clip: LoggedClip
    /// Its number in the document.
    let number: Int
    /// The channel of the file, the first being 1; nil for picture.
    let channel: Int?
    /// The rate of its own numbers, and how long the file is in frames of it.
    let rate: PremiereRate
    let length: Int
    /// Where it lies on the track; from the file's start in a master clip.
    let place: Range<Int>
    /// What is used of the file; nil where nobody set points.
    let points: Range<Int>?
    /// Whether it is heard and seen.
    let isEnabled: Bool

    /// The id that links name it by.
    var id: String { "clipitem-\(number)" }

    /// Writes it; the file as a whole only at its first use.
    func write(to xml: inout XMLWriter, isFileWhole: Bool, links: [PremiereLink] = []) {
        xml.begin("clipitem", attributes: [("id", id)])
        xml.element("masterclipid", text: media.masterClip)
        xml.element("name", text: XMLWriter.carriable(clip.name))
        if !isEnabled { xml.element("enabled", text: "FALSE") }
        xml.element("duration", text: "\(length)")
        rate.write(to: &xml)
        xml.element("start", text: "\(place.lowerBound)")
        xml.element("end", text: "\(place.upperBound)")
        xml.element("in", text: "\(points?.lowerBound ?? -1)")
        xml.element("out", text: "\(points?.upperBound ?? -1)")
        media.writeFile(of: clip, isWhole: isFileWhole, to: &xml)
        if let channel {
            xml.beginLine("sourcetrack")
            xml.element("mediatype", text: "audio")
            xml.element("trackindex", text: "\(channel)")
            xml.end()
        }
        for link in links { link.write(to: &xml) }
        xml.end()
    }
}

/// One of the items that are selected together.
struct PremiereLink {
    let item: String
    let isPicture: Bool
    /// The track among those of its kind, and the item on it, the first being 1.
    let track, place: Int

    /// Items that are linked to each other: picture, two channels of the camera, five of the mixer.
    ///
    /// Each names all of them, so larger groups would be most of the document; they stay unlinked.
    static let most = 8

    func write(to xml: inout XMLWriter) {
        xml.beginLine("link")
        xml.element("linkclipref", text: item)
        xml.element("mediatype", text: isPicture ? "video" : "audio")
        xml.element("trackindex", text: "\(track)")
        xml.element("clipindex", text: "\(place)")
        xml.end()
    }
}
