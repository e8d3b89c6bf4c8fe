internal import DelimitedText

/// Captions that a DJI drone writes beside a clip, once a second or with every frame: `DJI_0001.SRT`.
///
/// Source: published captions of a dozen models; makes of firmware differ in names, units and the order of coordinates. The
/// first value of each kind is taken. Focal lengths are what the drone writes: those of a 35 mm camera with the same view.
public struct DJICaptions: Sidecar {
    /// What it says of the clip.
    public let metadata: ClipMetadata

    /// Captions that must be a drone's: subtitles of a film may quote one.
    private static let leastCues = 3
    /// Captions that are looked at: half a minute of one with every frame, or half an hour of one a second.
    ///
    /// A drone that has no fix until then flies indoors.
    private static let mostCues = 2_000
    /// Bytes that are looked at: those captions with twice the words of the longest seen.
    private static let mostBytes = 2 << 20
    /// Bytes of a line: twenty times those of the newest firmware.
    private static let longestLine = 8_192
    /// Lines of a caption: no published one has more than six.
    private static let mostLines = 32

    /// Reads the file; see ``Sidecar/init(_:at:)``.
    public init(_ bytes: [UInt8], at place: String) throws(MetadataError) {
        var claims = SidecarClaims(place)
        var count = 0
        DJICaptions.eachCue(of: PlainText(DJICaptions.head(of: bytes)).utf8) { cue in
            guard cue.isDrones else { return true }
            count += 1
            claims.addFirst(of: cue)
            return count < DJICaptions.leastCues || !claims.hasAllOfACaption
        }
        guard count >= DJICaptions.leastCues else {
            throw MetadataError(
                .wrongFormat, at: place, "fewer than \(DJICaptions.leastCues) of its captions are a drone's")
        }
        metadata = claims.metadata
    }

    /// Whole lines; two hours of captions with every frame take more than 100 MB.
    private static func head(of bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > mostBytes else { return bytes }
        let head = bytes.prefix(mostBytes)
        return Array(head[...(head.lastIndex(of: 0x0A) ?? head.endIndex - 1)])
    }

    /// A line of digits alone begins a caption, and its number; a time of appearance may follow or not.
    ///
    /// - Parameter take: says whether it wants more.
    private static func eachCue(of text: [UInt8], _ take: (DJICue) -> Bool) {
        var lines: [[UInt8]] = []
        var count = 0
        for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            guard line.count <= longestLine else { continue }
            if line.allSatisfy({ (0x30...0x39).contains($0) }) {
                if count > 0, !take(DJICue(lines)) { return }
                lines.removeAll(keepingCapacity: true)
                count += 1
                if count > mostCues { return }
            } else if lines.count < mostLines {
                lines.append(Array(line))
            }
        }
        if count > 0 { _ = take(DJICue(lines)) }
    }
}

extension SidecarClaims {
    /// Whether nothing is left to look for in most makes of firmware.
    fileprivate var hasAllOfACaption: Bool {
        !(metadata.date.all.isEmpty || metadata.iso.all.isEmpty || metadata.shutterTime.all.isEmpty
            || metadata.aperture.all.isEmpty || metadata.location.all.isEmpty)
    }

    /// Notes what no earlier caption said.
    fileprivate mutating func addFirst(of cue: DJICue) {
        if metadata.date.all.isEmpty { add(cue.moment, "date") }
        addFirst(\.iso, cue.iso)
        addFirst(\.shutterTime, cue.shutter)
        addFirst(\.aperture, cue.aperture)
        addFirst(\.focalLength, cue.focalLength)
        addFirst(\.whiteBalance, cue.whiteBalance)
        addFirst(\.gamma, cue.gamma)
        addFirst(\.location, cue.place.map { ($0.value.text, $0.key) })
    }

    private mutating func addFirst<Value>(
        _ field: WritableKeyPath<ClipMetadata, Claims<Value>>, _ said: DJICue.Said<Value>?
    ) {
        guard let said, metadata[keyPath: field].all.isEmpty else { return }
        add(field, said.value, said.key)
    }

    /// Texts are only taken where they say something: `[color_md : ]` does not.
    private mutating func addFirst(
        _ field: WritableKeyPath<ClipMetadata, Claims<String>>, _ said: DJICue.Said<String>?
    ) {
        guard let said, metadata[keyPath: field].all.isEmpty else { return }
        add(field, said.value, said.key)
    }
}
