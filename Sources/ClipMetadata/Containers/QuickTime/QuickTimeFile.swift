/// What the structure of a QuickTime or MP4 file says, as MOV, MP4 and BRAW are.
///
/// Nothing is decoded. Source: ISO/IEC 14496-12; QuickTime File Format.
public struct QuickTimeFile: Sendable {
    /// Which of the cards that one recording went to this file lies on; Blackmagic's cameras say it.
    public struct Volume: Hashable, Sendable {
        /// The number of this one, from 1.
        public let number: Int
        /// How many there are.
        public let count: Int
    }

    /// The file, as it is named in claims and errors.
    public let place: String
    /// Keys and values beside the media, in the order they stand.
    public let keys: [QuickTimeKey]
    /// The XML that Sony's cameras put into the file, as it stands there; the same as beside it.
    public let sonyXML: [UInt8]?
    /// What a GoPro says of itself.
    public let goPro: GoProTelemetry?
    /// Whether the file is all there.
    public let completeness: Completeness
    /// Whether its media comes in fragments, each with an index of its own.
    public let isFragmented: Bool
    let tracks: [QuickTimeTrack]
    /// The timecode that the first sample of the timecode track says.
    let timecodeSample: BigEndianBytes?
    /// Seconds since 1904 at which the index was made; 0 is not said.
    let created: UInt64

    /// Kinds of atoms that a file begins with.
    static let heads: Set<FourCC> = ["ftyp", "moov", "mdat", "wide", "free", "skip", "pnot"]

    /// Reads the structure.
    ///
    /// - Throws: when the disk refuses, or it is no such file. A file that is cut or broken is told by
    ///   ``completeness``, and what could be read of it is there.
    public init(_ bytes: some RandomBytes, at place: String) throws(MetadataError) {
        let reader = AtomReader(bytes: bytes, place: place)
        let run = try reader.topLevel()
        guard let head = run.atoms.first, QuickTimeFile.heads.contains(head.kind) else {
            throw MetadataError(.wrongFormat, at: place, "it does not begin like a QuickTime or MP4 file")
        }
        var index = QuickTimeIndex()
        if let atom = run.first("moov") { index = try QuickTimeIndex(atom, reader) }
        var keys = QuickTimeKeys(reader)
        for atom in index.userData { try keys.readUserData(atom) }
        for atom in index.metas + run.all("meta") { try keys.readMeta(atom) }
        self.place = place
        self.keys = keys.all
        sonyXML = keys.sonyXML
        goPro = keys.goPro
        tracks = index.tracks
        created = index.created
        isFragmented = index.hasFragments || run.first("moof") != nil
        timecodeSample = try index.timecodeSample(reader)
        completeness =
            QuickTimeStructure(
                run: run, size: bytes.size, index: run.first("moov") == nil ? nil : index
            ).completeness
    }

    /// The text of the first key of this name.
    public func text(_ name: String) -> String? { keys.first { $0.name == name }?.text }

    /// Which part of a recording over several cards this is.
    public var volume: Volume? {
        guard let number = text("multicard_volume_number").flatMap({ Int($0) }),
            let count = text("multicard_volume_count").flatMap({ Int($0) }), number > 0, count >= number
        else { return nil }
        return Volume(number: number, count: count)
    }
}

/// What `moov` holds.
struct QuickTimeIndex {
    var tracks: [QuickTimeTrack] = []
    var userData: [Atom] = []
    var metas: [Atom] = []
    /// Whether it announces fragments (`mvex`).
    var hasFragments = false
    /// Seconds since 1904.
    var created: UInt64 = 0
    /// What is wrong with it.
    var fault: String?

    /// Tracks in one file; recorders write 20 and less.
    private static let mostTracks = 256

    init() {}

    init<Bytes>(_ atom: Atom, _ reader: AtomReader<Bytes>) throws(MetadataError) {
        let run = try reader.children(of: atom)
        fault = run.fault.map { $0.sentence(in: "its index") }
        for track in run.all("trak").prefix(QuickTimeIndex.mostTracks) {
            tracks.append(try QuickTimeTrack(track, reader))
        }
        fault = fault ?? tracks.lazy.compactMap(\.fault).first
        if tracks.isEmpty { fault = fault ?? "its index lists no track" }
        if run.first("cmov") != nil { fault = "its index is compressed" }
        userData = run.all("udta")
        metas = run.all("meta")
        hasFragments = run.first("mvex") != nil
        guard let head = run.first("mvhd") else { return }
        let body = try reader.body(of: head, upTo: 12)
        let isLong = body.bytes.first == 1
        created = (isLong ? body.number(UInt64.self, at: 4) : body.number(UInt32.self, at: 4).map(UInt64.init)) ?? 0
    }

    /// The first sample of the first timecode track.
    func timecodeSample<Bytes>(_ reader: AtomReader<Bytes>) throws(MetadataError) -> BigEndianBytes? {
        guard let track = tracks.first(where: { $0.timecode != nil && $0.isHere }), let place = track.table.ends.first
        else { return nil }
        return try reader.read(at: place.first, count: 4)
    }
}
