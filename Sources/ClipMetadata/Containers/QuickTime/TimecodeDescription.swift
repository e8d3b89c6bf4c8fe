internal import MediaTime

/// What a sample description says of timecode.
///
/// Source: QuickTime File Format, "Timecode Sample Description".
struct TimecodeDescription: Hashable {
    /// How it counts; nil for a counter, and where the fields contradict each other.
    let base: TimecodeBase?
    /// Whether its number may be below zero.
    let isSigned: Bool
    /// The reel it came from.
    private(set) var reel: String?

    init?<Bytes>(_ entry: Atom, _ reader: AtomReader<Bytes>) throws(MetadataError) {
        let body = try reader.body(of: entry, upTo: TimecodeDescription.ownSize)
        guard let flags = body.long(12), let timescale = body.long(16), let ticks = body.long(20),
            let count = body.slice(24, 1)?.first
        else { return nil }
        isSigned = flags & 4 != 0
        let isCounter = flags & 8 != 0
        base =
            isCounter
            ? nil
            : FrameRate(timescale, over: ticks).flatMap {
                // 8 bits do not hold the count of the fastest cameras; they write 0.
                TimecodeBase(rate: $0, counting: count == 0 ? $0.nominal : Int(count), dropFrame: flags & 1 != 0)
            }
        let extensions = try reader.children(of: entry, after: TimecodeDescription.ownSize)
        guard let name = extensions.first("name") else { return }
        let text = try reader.body(of: name, upTo: 260)
        // As user data has it: a length, a language, the text.
        if let length = text.short(0), let characters = text.slice(4, length) { reel = String(field: characters) }
    }

    /// Bytes of the description before the atoms in it.
    private static let ownSize = 26

    /// The timecode that a sample says.
    func start(_ sample: BigEndianBytes) -> Timecode? {
        guard let base else { return nil }
        let frame = isSigned ? sample.number(Int32.self, at: 0).map(Int.init) : sample.long(0)
        return frame.map { Timecode(frame: $0, base: base) }
    }
}
