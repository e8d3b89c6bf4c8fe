internal import MediaTime
internal import XMLText

/// All pictures that count alike, one behind the other: picture on V1, their sound below.
struct PremiereStringout {
    private let base: TimecodeBase
    private let rate: PremiereRate
    private let log: EditorLog
    private var picture: [Laid] = []
    private var sound: [[Laid]] = []
    /// The ids of each shot's items, which are selected together.
    private var links: [[String]] = []
    private var length = 0

    /// Items that are linked to each other: up to picture, two channels of the camera, eight of the mixer.
    ///
    /// Each names all of them, so larger groups would be most of the document; they stay unlinked.
    private static let linked = 2...11

    /// An item, and the shot it belongs to.
    private struct Laid {
        let item: PremiereItem
        let shot: Int
    }

    /// Puts rows of picture behind each other; their items are numbered behind `items`.
    init(_ rows: [PremiereMedia], in log: EditorLog, _ all: [PremiereMedia?], numberedAfter items: inout Int) {
        (base, rate, self.log) = (rows[0].extent.base, rows[0].rate, log)
        let cameraTracks = rows.map(\.sound.tracks).max() ?? 0
        for media in rows {
            add(PremiereShot(media, behind: cameraTracks, in: log, all), numberedAfter: &items)
            length += media.extent.count
        }
    }

    private mutating func add(_ shot: PremiereShot, numberedAfter items: inout Int) {
        let number = links.count
        links.append([])
        for use in shot.uses {
            items += 1
            let item = PremiereItem(
                media: use.media, number: items, channel: use.channel, rate: rate, length: use.length,
                place: use.place.lowerBound + length..<use.place.upperBound + length,
                points: use.first..<use.first + use.place.count, isEnabled: use.isEnabled)
            lay(Laid(item: item, shot: number), on: use.track)
            links[number].append(item.id)
        }
        if !PremiereStringout.linked.contains(links[number].count) { links[number] = [] }
    }

    /// Puts an item behind the others of a track.
    private mutating func lay(_ laid: Laid, on track: Int?) {
        guard let track else { return picture.append(laid) }
        while sound.count <= track { sound.append([]) }
        sound[track].append(laid)
    }

    /// Writes the sequence.
    ///
    /// Files are written whole once more at their first use in it: other readers of this format find no file that only
    /// a bin describes.
    func write(to xml: inout XMLWriter, number: Int, name: String) {
        var known: Set<Int> = []
        xml.begin("sequence", attributes: [("id", "sequence-\(number)")])
        xml.element("name", text: XMLWriter.carriable(name))
        xml.element("duration", text: "\(length)")
        rate.write(to: &xml)
        // Sequences begin at one hour, by custom.
        Timecode(frame: base.framesPerDay / 24, base: base).write(to: &xml, at: rate)
        xml.begin("media")
        xml.begin("video")
        if let first = picture.first {
            xml.begin("format")
            PremierePicture(log.clips[first.item.media.row]).write(to: &xml, at: rate)
            xml.end()
        }
        write(picture, to: &xml, known: &known)
        xml.end()
        if !sound.isEmpty {
            xml.begin("audio")
            for track in sound { write(track, to: &xml, known: &known) }
            xml.end()
        }
        xml.end()
        xml.end()
    }

    private func write(_ track: [Laid], to xml: inout XMLWriter, known: inout Set<Int>) {
        xml.begin("track")
        for laid in track {
            let isFirst = known.insert(laid.item.media.row).inserted
            laid.item.write(
                log.clips[laid.item.media.row], to: &xml, isFileWhole: isFirst, links: links[laid.shot])
        }
        xml.end()
    }
}
