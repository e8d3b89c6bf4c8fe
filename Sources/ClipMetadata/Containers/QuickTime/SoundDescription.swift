/// What a sample description says of sound.
///
/// Source: QuickTime File Format, "Sound Sample Description", versions 0 to 2; ISO/IEC 14496-12, 12.2.
struct SoundDescription: Hashable {
    /// Nil for AAC that does not say; the field of its description holds 2 for any number.
    let channels: Int?
    /// Samples a second; nil where the field cannot hold it.
    let rate: Int?
    /// Bits of a sample; only where samples are stored as they are.
    let bits: Int?
    /// Whether the samples are stored as they are.
    let isPCM: Bool

    init?<Bytes>(_ entry: Atom, _ reader: AtomReader<Bytes>) throws(MetadataError) {
        let body = try reader.body(of: entry, upTo: 64)
        guard let version = body.short(8) else { return nil }
        isPCM = SoundDescription.pcm.keys.contains(entry.kind)
        let (count, written): (Int, Int?)
        if version == 2 {
            guard let pattern = body.number(UInt64.self, at: 32), let long = body.long(40) else { return nil }
            count = long
            rate = Int(exactly: Double(bitPattern: pattern).rounded()).flatMap { $0 > 0 ? $0 : nil }
            written = body.long(48)
        } else {
            guard let short = body.short(16), let size = body.short(18), let fixed = body.long(24) else { return nil }
            count = short
            rate = fixed >> 16 > 0 ? fixed >> 16 : nil
            written = size
        }
        guard (1...SoundDescription.mostChannels).contains(count) else { return nil }
        channels =
            entry.kind == "mp4a"
            ? try SoundDescription.advancedAudio(entry, version: version, reader)?.channels : count
        bits = SoundDescription.pcm[entry.kind].flatMap { $0 == 0 ? written : $0 }
            .flatMap { (8...64).contains($0) ? $0 : nil }
    }

    /// What AAC says of itself, in the description or one level deeper, as QuickTime has it.
    private static func advancedAudio<Bytes>(
        _ entry: Atom, version: Int, _ reader: AtomReader<Bytes>
    ) throws(MetadataError) -> AudioSpecificConfiguration? {
        let run = try reader.children(of: entry, after: [0: 28, 1: 44][version] ?? 64)
        let nested = try run.first("wave").map { atom throws(MetadataError) in try reader.children(of: atom) }
        guard let atom = run.first("esds") ?? nested?.first("esds") else { return nil }
        return AudioSpecificConfiguration(elementaryStream: try reader.body(of: atom, from: 4, upTo: 256))
    }

    /// More than any recorder has; AES67 and MADI rooms have 128 and less.
    private static let mostChannels = 1024

    /// Codecs that store samples as they are, with their bits; 0 where the description says how many.
    private static let pcm: [FourCC: Int] = [
        "sowt": 0, "twos": 0, "lpcm": 0, "ipcm": 0, "fpcm": 0, "raw ": 8, "in24": 24, "in32": 32, "fl32": 32,
        "fl64": 64,
    ]
}
