internal import MediaTime
internal import XMLText

/// A row as xmeml can carry it: its frames, their rate, its file.
struct PremiereMedia: Hashable, Sendable {
    /// Its place among the rows of the log; ids are made of it.
    let row: Int
    let extent: FrameExtent
    let rate: PremiereRate
    let sound: FileSound
    private let address: FileAddress

    /// Takes a row; the log's exceptions hear why it cannot be carried.
    init?(_ clip: LoggedClip, row: Int, noting exceptions: inout RowExceptions) {
        do throws(FrameExtent.Refusal) {
            extent = try FrameExtent(clip)
        } catch {
            exceptions.add(.leftOut, clip, error.sentence, nextStep: error.nextStep)
            return nil
        }
        guard let rate = PremiereRate(extent.base.rate) else {
            exceptions.add(
                .leftOut, clip,
                "It was left out: \(extent.base.rate) frames a second cannot be written for Premiere Pro.",
                nextStep: "Import the file by hand; Premiere Pro reads its rate itself.")
            return nil
        }
        (self.row, self.rate, sound) = (row, rate, FileSound(clip))
        address = FileAddress(exceptions.path(of: clip))
    }

    /// The id of its master clip, which every use of it names.
    var masterClip: String { "masterclip-\(row + 1)" }

    /// Writes its `file`: the whole of it, or the id alone where it was written before.
    func writeFile(of clip: LoggedClip, isWhole: Bool, to xml: inout XMLWriter) {
        guard isWhole else { return xml.empty("file", attributes: [("id", "file-\(row + 1)")]) }
        xml.begin("file", attributes: [("id", "file-\(row + 1)")])
        xml.element("name", text: XMLWriter.carriable(clip.sourceFile))
        xml.element("pathurl", text: "file://localhost\(address.path)")
        rate.write(to: &xml)
        xml.element("duration", text: "\(extent.count)")
        extent.first?.write(to: &xml, at: rate, reel: clip.values.xmlText(.reel))
        xml.begin("media")
        if clip.kind == .picture {
            xml.beginLine("video")
            PremierePicture(clip).write(to: &xml, at: rate)
            xml.end()
        }
        if sound.isThere { writeSound(to: &xml) }
        xml.end()
        xml.end()
    }

    private func writeSound(to xml: inout XMLWriter) {
        xml.beginLine("audio")
        if sound.bits != nil || sound.rate != nil {
            xml.beginLine("samplecharacteristics")
            if let bits = sound.bits { xml.element("depth", text: "\(bits)") }
            if let rate = sound.rate { xml.element("samplerate", text: "\(rate)") }
            xml.end()
        }
        if let channels = sound.channels { xml.element("channelcount", text: "\(channels)") }
        xml.end()
    }
}

/// How fast and how large a picture is.
struct PremierePicture {
    private let size: PictureSize?

    init(_ clip: LoggedClip) {
        size = PictureSize(clip)
    }

    /// Writes `samplecharacteristics`, with the size where it is known.
    func write(to xml: inout XMLWriter, at rate: PremiereRate) {
        xml.beginLine("samplecharacteristics")
        rate.write(to: &xml)
        if let size {
            xml.element("width", text: "\(size.width)")
            xml.element("height", text: "\(size.height)")
            if size.isSquare { xml.element("pixelaspectratio", text: "square") }
        }
        xml.end()
    }
}
