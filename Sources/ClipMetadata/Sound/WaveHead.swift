/// The first twelve bytes: which kind of WAVE it is, and how long it says it is.
struct WaveHead {
    /// Whether sizes may take 64 bits, which then stand in the chunk `ds64`.
    let isWide: Bool
    /// The size as it is written, in 32 bits, without the eight bytes before it.
    let size: UInt32

    /// What stands where the true size takes 64 bits, or where nobody came back to fill it in.
    static let unfilled = UInt32.max

    /// Bytes of it.
    static let count = 12

    /// Whether a file that begins so is WAVE.
    static func begins(_ bytes: [UInt8]) -> Bool {
        bytes.count >= count && forms.contains(String(decoding: bytes.prefix(4), as: UTF8.self))
            && bytes[8..<count].elementsEqual("WAVE".utf8)
    }

    private static let forms = ["RIFF", "RF64", "BW64"]

    init(_ bytes: [UInt8], at place: String) throws(MetadataError) {
        let form = String(decoding: bytes.prefix(4), as: UTF8.self)
        guard let size = bytes.littleEndian(UInt32.self, at: 4), bytes.count == WaveHead.count else {
            throw MetadataError(.damaged, at: place, "it ends after \(bytes.count) bytes, in its head")
        }
        guard WaveHead.forms.contains(form) else {
            throw MetadataError(.wrongFormat, at: place, "it begins with none of RIFF, RF64 and BW64")
        }
        guard bytes[8...].elementsEqual("WAVE".utf8) else {
            throw MetadataError(.wrongFormat, at: place, "it is \(form), but holds no WAVE")
        }
        isWide = form != "RIFF"
        self.size = size
    }
}

/// The sizes that take 64 bits: the chunk `ds64` of EBU Tech 3306.
struct WideSizes {
    /// The size of the whole, without the eight bytes before it; 0 where it was never filled in.
    let riff: Int64
    /// The size of `data`; 0 where it was never filled in.
    let data: Int64
    private let others: [(name: [UInt8], size: Int64)]

    /// Rows of its table that are read: no file has as many large chunks.
    static let mostRows = 100
    /// Bytes of it that are read.
    static let longest = 28 + 12 * mostRows

    init?(_ bytes: [UInt8]) {
        guard let riff = bytes.littleEndian(UInt64.self, at: 0), let data = bytes.littleEndian(UInt64.self, at: 8),
            let rows = bytes.littleEndian(UInt32.self, at: 24)
        else { return nil }
        self.riff = WideSizes.bounded(riff)
        self.data = WideSizes.bounded(data)
        others = (0..<min(Int(rows), WideSizes.mostRows)).compactMap { row in
            let start = 28 + 12 * row
            return bytes.littleEndian(UInt64.self, at: start + 4).map {
                (Array(bytes[start..<start + 4]), WideSizes.bounded($0))
            }
        }
    }

    /// The size of a chunk; nil where nothing says it.
    func size(of name: String) -> Int64? {
        let size = name == "data" ? data : others.first { $0.name.elementsEqual(name.utf8) }?.size
        return size == 0 ? nil : size
    }

    /// No file is longer, and offsets may be added to it.
    private static func bounded(_ size: UInt64) -> Int64 { Int64(min(size, 1 << 62)) }
}
