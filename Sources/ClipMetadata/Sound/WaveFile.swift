internal import FileTree
internal import XMLText

/// What the structure of a recording of sound holds: WAVE as RIFF, RF64 or BW64, with its `bext` and `iXML`.
///
/// Only heads and these two chunks are read, wherever they stand; the sound is not.
public struct WaveFile: Hashable, Sendable {
    /// The file, as it was named.
    public let place: String
    /// How its samples are kept; nil where the file does not say.
    public let format: WaveFormat?
    /// How many samples of each channel are there; nil where nobody can say.
    public let samples: Int?
    /// The broadcast extension, where there is one that can be read.
    public let bext: BroadcastExtension?
    /// The recorder's own words on the take, where there are some that can be read.
    public let ixml: IXML?
    /// Whether it is all there.
    public let completeness: Completeness
    /// Why a `bext` or an `iXML` that is there could not be read, each a clause.
    public let unread: [String]

    /// Reads it.
    ///
    /// - Throws: where it is not WAVE, or the disk refuses; what is cut or broken behind its head shows in
    ///   ``completeness``.
    public init(_ bytes: some RandomBytes, at place: String) throws(MetadataError) {
        let first = try MetadataError.reading(place) { () throws(DiskError) in
            try bytes.bytes(at: 0, count: WaveHead.count)
        }
        let head = try WaveHead(first, at: place)
        let chunks = try MetadataError.reading(place) { () throws(DiskError) in try WaveChunks(head, of: bytes) }
        let texts = try MetadataError.reading(place) { () throws(DiskError) in try WaveTexts(chunks, of: bytes) }
        self.place = place
        format = texts.format
        samples = texts.format.flatMap { format in chunks.first("data").map { Int($0.size) / format.blockSize } }
        bext = texts.bext
        ixml = texts.ixml
        unread = texts.unread
        let hasStrangeFormat = format == nil && chunks.first("fmt ")?.isWhole == true
        completeness = chunks.fault ?? (hasStrangeFormat ? .damaged("its chunk fmt makes no sense") : .complete)
    }
}

/// The chunks of a recording that are read, and why one could not be.
private struct WaveTexts {
    private(set) var format: WaveFormat?
    private(set) var bext: BroadcastExtension?
    private(set) var ixml: IXML?
    private(set) var unread: [String] = []

    init(_ chunks: WaveChunks, of bytes: some RandomBytes) throws(DiskError) {
        if let chunk = chunks.first("fmt ") {
            format = WaveFormat(try bytes.bytes(at: chunk.start, count: Int(min(chunk.size, 40))))
        }
        if let chunk = chunks.first("bext") {
            let count = min(chunk.size, Int64(BroadcastExtension.longest))
            bext = BroadcastExtension(try bytes.bytes(at: chunk.start, count: Int(count)))
            if bext == nil { unread.append("its chunk bext ends after \(chunk.size) bytes") }
        }
        if let chunk = chunks.first("iXML") { try read(chunk, of: bytes) }
    }

    private mutating func read(_ chunk: WaveChunks.Chunk, of bytes: some RandomBytes) throws(DiskError) {
        guard chunk.size <= IXML.largest else {
            return unread.append("its iXML has \(chunk.size) bytes, more than any recorder writes")
        }
        let content = try bytes.bytes(at: chunk.start, count: Int(chunk.size))
        guard content.contains(where: { $0 != 0 && $0 != 0x20 }) else { return }
        do throws(XMLReadError) {
            ixml = try IXML(chunk: content)
        } catch {
            unread.append("its iXML cannot be read: \(error)")
        }
    }
}
