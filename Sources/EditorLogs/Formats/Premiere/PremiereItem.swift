internal import XMLText

/// One use of a file on one track.
struct PremiereItem {
    /// What is used.
    let media: PremiereMedia
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

    /// Writes it, a use of a row's file; the file as a whole only at its first use, and the ids of the items that are
    /// selected with it.
    func write(_ clip: LoggedClip, to xml: inout XMLWriter, isFileWhole: Bool, links: [String] = []) {
        xml.beginLine("clipitem", attributes: [("id", id)])
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
        for link in links {
            xml.beginLine("link")
            xml.element("linkclipref", text: link)
            xml.end()
        }
        xml.end()
    }
}
