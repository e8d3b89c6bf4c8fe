internal import MediaTime

/// One track of a QuickTime or MP4 file.
struct QuickTimeTrack: Hashable {
    /// What it carries: `vide`, `soun`, `tmcd`, `gpmd`.
    var handler: FourCC = "none"
    /// The name its recorder gave to the handler.
    var handlerName: String?
    /// Ticks of its clock in a second.
    var timescale = 0
    /// Its length in ticks; 0 when it is not said.
    var duration = 0
    /// How its samples are coded.
    var codec: FourCC?
    var picture: PictureDescription?
    var sound: SoundDescription?
    var timecode: TimecodeDescription?
    var table = SampleTable()
    /// What is wrong with its structure.
    var fault: String?
    /// Whether its samples lie in this file.
    var isHere = true

    /// Frames a second, where all take the same time.
    var rate: FrameRate? { table.ticks.flatMap { FrameRate(timescale, over: $0) } }
}

extension QuickTimeTrack {
    /// Reads `trak`.
    init<Bytes>(_ atom: Atom, _ reader: AtomReader<Bytes>) throws(MetadataError) {
        guard let media = try step(into: "mdia", of: atom, reader) else { return }
        try readHeads(media, reader)
        guard let information = media.first("minf") else {
            note("a track has no minf")
            return
        }
        guard let table = try step(into: "stbl", of: information, reader) else { return }
        isHere = try QuickTimeTrack.isHere(try reader.children(of: information), reader)
        self.table = try SampleTable(in: table, reader)
        fault = fault ?? self.table.fault
        try readDescription(table, reader)
    }

    /// What lies in the atom of a kind in an atom; nil when it is not there.
    private mutating func step<Bytes>(
        into kind: FourCC, of atom: Atom, _ reader: AtomReader<Bytes>
    ) throws(MetadataError) -> AtomRun? {
        let run = try reader.children(of: atom)
        if let fault = run.fault { note(fault.sentence(in: "a track")) }
        guard let found = run.first(kind) else {
            note("a track has no \(kind)")
            return nil
        }
        let inside = try reader.children(of: found)
        if let fault = inside.fault { note(fault.sentence(in: "a track")) }
        return inside
    }

    private mutating func note(_ sentence: String) {
        fault = fault ?? sentence
    }

    /// The clock and the handler.
    private mutating func readHeads<Bytes>(_ run: AtomRun, _ reader: AtomReader<Bytes>) throws(MetadataError) {
        if let atom = run.first("hdlr") {
            let body = try reader.body(of: atom, upTo: 256)
            handler = body.code(8) ?? handler
            // QuickTime counts the bytes of the name, MP4 ends it with NUL: control characters are no part of it.
            handlerName = String(field: body.rest(24).bytes.drop { $0 < 0x20 })
        }
        guard let atom = run.first("mdhd") else { return }
        let body = try reader.body(of: atom, upTo: 36)
        let isLong = body.bytes.first == 1
        timescale = body.long(isLong ? 20 : 12) ?? 0
        let length = isLong ? body.number(UInt64.self, at: 24) : body.number(UInt32.self, at: 16).map(UInt64.init)
        duration = Int(clamping: length ?? 0)
    }

    /// The first sample description; recorders write one.
    private mutating func readDescription<Bytes>(_ run: AtomRun, _ reader: AtomReader<Bytes>) throws(MetadataError) {
        guard let atom = run.first("stsd") else { return }
        guard let entry = try reader.children(of: atom, after: 8).atoms.first, entry.end <= atom.end else { return }
        codec = entry.kind
        switch handler {
        case "vide": picture = try PictureDescription(entry, reader)
        case "soun": sound = try SoundDescription(entry, reader)
        case "tmcd": timecode = try TimecodeDescription(entry, reader)
        default: break
        }
    }

    /// Whether the first data reference says that the media is in the file that refers to it.
    private static func isHere<Bytes>(_ run: AtomRun, _ reader: AtomReader<Bytes>) throws(MetadataError) -> Bool {
        guard let data = run.first("dinf"), let list = try reader.children(of: data).first("dref"),
            let reference = try reader.children(of: list, after: 8).atoms.first
        else { return true }
        return try reader.body(of: reference, upTo: 4).long(0).map { $0 & 1 == 1 } ?? true
    }
}
