/// A recording of sound written down: WAVE as recorders write it, and as they write it wrong.
///
/// ```swift
/// let take = WaveBuilder(bext: .init(timeReference: 2_190_940_753), ixml: "<SCENE>A101</SCENE><TAKE>1</TAKE>")
/// let card: CardBuilder = ["A101_1.WAV": .bytes(take.bytes)]
/// ```
public struct WaveBuilder: Sendable {
    /// The first four letters.
    public enum Form: String, Sendable, CaseIterable {
        case riff = "RIFF"
        case rf64 = "RF64"
        case bw64 = "BW64"
    }

    /// The fields of a `bext` chunk.
    public struct Broadcast: Sendable {
        /// What stands in the free text.
        public var description = ""
        /// Who made the file.
        public var originator = ""
        /// Its identifier.
        public var reference = ""
        /// The day, as it is written.
        public var date = "2018-12-31"
        /// The time of day, as it is written.
        public var time = "12:40:00"
        /// Samples since midnight.
        public var timeReference: UInt64 = 0
        /// The version of the chunk.
        public var version: UInt16 = 1
        /// The coding history.
        public var history = ""
        /// What fills the fields behind the NUL that ends their text.
        public var junk: [UInt8] = [0]

        /// Fills in some of them.
        public init(
            description: String = "", originator: String = "", reference: String = "", timeReference: UInt64 = 0
        ) {
            self.description = description
            self.originator = originator
            self.reference = reference
            self.timeReference = timeReference
        }
    }

    /// Which form it has.
    public var form = Form.riff
    /// Channels.
    public var channels = 1
    /// Samples a second.
    public var sampleRate = 48_000
    /// Bits of a sample.
    public var bits = 24
    /// Samples of each channel.
    public var samples = 100
    /// The `bext` chunk; nil for none.
    public var bext: Broadcast?
    /// What stands inside `BWFXML`; nil for no chunk.
    public var ixml: String?
    /// The content of the iXML chunk where it is not that.
    public var ixmlBytes: [UInt8]?
    /// What fills up the chunk behind the XML.
    public var padding: [UInt8] = []
    /// Whether iXML stands behind the sound.
    public var ixmlAfterData = false
    /// The size of the file as it is written in 32 bits, where that is not the true one.
    public var writtenSize: UInt32?
    /// The size of the sound as it is written in 32 bits, where that is not the true one.
    public var writtenDataSize: UInt32?
    /// Whether a byte follows a chunk with an odd size.
    public var evensChunks = true
    /// Bytes behind the end that the head names.
    public var tail: [UInt8] = []

    /// A recording with silence in it.
    public init(bext: Broadcast? = nil, ixml: String? = nil, samples: Int = 100) {
        self.bext = bext
        self.ixml = ixml
        self.samples = samples
    }

    /// The file.
    public var bytes: [UInt8] {
        let data = [UInt8](repeating: 0, count: samples * block)
        let before = (bext.map { chunk("bext", content(of: $0)) } ?? []) + (ixmlAfterData ? [] : xmlChunk)
        let body =
            before + chunk("fmt ", format)
            + chunk("data", data, written: writtenDataSize ?? (form == .riff ? nil : .max))
            + (ixmlAfterData ? xmlChunk : [])
        guard form != .riff else { return head(4 + body.count) + body + tail }
        let wide = number(UInt64(4 + 36 + body.count)) + number(UInt64(data.count)) + number(UInt64(samples))
        return head(4 + 36 + body.count) + chunk("ds64", wide + number(UInt32(0))) + body + tail
    }

    private var block: Int { channels * ((bits + 7) / 8) }

    private func head(_ size: Int) -> [UInt8] {
        Array(form.rawValue.utf8) + number(writtenSize ?? (form == .riff ? UInt32(size) : .max)) + Array("WAVE".utf8)
    }

    private var format: [UInt8] {
        number(UInt16(1)) + number(UInt16(channels)) + number(UInt32(sampleRate)) + number(UInt32(sampleRate * block))
            + number(UInt16(block)) + number(UInt16(bits))
    }

    private var xmlChunk: [UInt8] {
        let text = ixml.map { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<BWFXML>\($0)</BWFXML>\n" }
        guard let content = ixmlBytes ?? text.map({ Array($0.utf8) }) else { return [] }
        return chunk("iXML", content + padding)
    }

    private func content(of bext: Broadcast) -> [UInt8] {
        func field(_ text: String, _ size: Int) -> [UInt8] {
            var bytes = Array(text.utf8.prefix(size))
            if bytes.count < size { bytes.append(0) }
            while bytes.count < size { bytes.append(bext.junk[bytes.count % bext.junk.count]) }
            return bytes
        }
        return field(bext.description, 256) + field(bext.originator, 32) + field(bext.reference, 32)
            + field(bext.date, 10) + field(bext.time, 8) + number(bext.timeReference) + number(bext.version)
            + [UInt8](repeating: 0, count: 254) + Array(bext.history.utf8)
    }

    private func chunk(_ name: String, _ content: [UInt8], written: UInt32? = nil) -> [UInt8] {
        let filling: [UInt8] = evensChunks && content.count % 2 == 1 ? [0] : []
        return Array(name.utf8) + number(written ?? UInt32(content.count)) + content + filling
    }

    private func number<Number: FixedWidthInteger>(_ value: Number) -> [UInt8] {
        (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> Number($0 * 8)) }
    }
}
