/// A name and a value that a QuickTime or MP4 file carries beside its media: user data, or an item of a `meta` atom.
public struct QuickTimeKey: Hashable, Sendable {
    /// The key as it is written: `com.apple.quicktime.make`, `camera_type`, `©mak`.
    public let name: String
    /// The value as text; numbers as their digits.
    public let text: String

    /// Keys in one file; the cameras that write most write some hundreds.
    static let most = 4096
    /// Bytes of a value that are read: looks and maps can be larger, and are no text.
    static let longest = 4096
}

/// Collects the keys of a file.
struct QuickTimeKeys<Bytes: RandomBytes> {
    let reader: AtomReader<Bytes>
    private(set) var all: [QuickTimeKey] = []
    /// The XML that Sony's cameras put into a `meta` atom.
    private(set) var sonyXML: [UInt8]?
    /// What GoPro's cameras put into the user data.
    private(set) var goPro: GoProTelemetry?

    init(_ reader: AtomReader<Bytes>) {
        self.reader = reader
    }

    /// Bytes of XML that are read: what cameras write takes 10 KiB, some with a list of all frames 1 MiB.
    private static var longestXML: Int { 16 << 20 }
    /// Bytes of telemetry of a whole file that are read: cameras write 4 KiB.
    private static var longestTelemetry: Int { 1 << 20 }

    private mutating func add(_ name: String, _ text: String?) {
        guard let text, all.count < QuickTimeKey.most else { return }
        all.append(QuickTimeKey(name: name, text: text))
    }

    /// Reads `udta`.
    mutating func readUserData(_ atom: Atom) throws(MetadataError) {
        for entry in try reader.children(of: atom).atoms where entry.end <= atom.end {
            switch entry.kind {
            case "meta": try readMeta(entry)
            case "GPMF":
                let body = try reader.body(of: entry, upTo: QuickTimeKeys.longestTelemetry)
                goPro = GoProTelemetry(Array(body.bytes))
            case "FIRM", "LENS":
                add("\(entry.kind)", String(field: try reader.body(of: entry, upTo: QuickTimeKey.longest).bytes))
            case _ where entry.kind.bytes.first == 0xA9: try readText(entry)
            default: break
            }
        }
    }

    /// User data whose kind begins with ©: a length, a language, the text; further languages are left.
    private mutating func readText(_ atom: Atom) throws(MetadataError) {
        let body = try reader.body(of: atom, upTo: QuickTimeKey.longest)
        guard let length = body.short(0), let text = body.slice(4, length) else { return }
        add("\(atom.kind)", String(field: text))
    }

    /// Reads `meta`, which in MP4 has a version and flags of its own, and in QuickTime has none.
    mutating func readMeta(_ atom: Atom) throws(MetadataError) {
        let isPlain = try reader.body(of: atom, upTo: 8).code(4) == "hdlr"
        let run = try reader.children(of: atom, after: isPlain ? 0 : 4)
        let handler = try run.first("hdlr").map { atom throws(MetadataError) in
            try reader.body(of: atom, upTo: 12).code(8)
        }
        if handler == "nrtm", let xml = run.first("xml ") {
            sonyXML = Array(try reader.body(of: xml, from: 4, upTo: QuickTimeKeys.longestXML).bytes)
        }
        guard let list = run.first("ilst") else { return }
        let names = try run.first("keys").map { atom throws(MetadataError) in try self.names(in: atom) } ?? []
        for item in try reader.children(of: list).atoms.prefix(QuickTimeKey.most) where item.end <= list.end {
            let index = Int(item.kind.rawValue) - 1
            let name = names.indices.contains(index) ? names[index] : "\(item.kind)"
            guard let data = try reader.children(of: item).first("data") else { continue }
            add(name, QuickTimeKeys.text(try reader.body(of: data, upTo: QuickTimeKey.longest)))
        }
    }

    /// The names that the items of a list refer to by their number.
    private func names(in atom: Atom) throws(MetadataError) -> [String] {
        var names: [String] = []
        for key in try reader.children(of: atom, after: 8).atoms.prefix(QuickTimeKey.most) where key.end <= atom.end {
            names.append(String(field: try reader.body(of: key, upTo: 256).bytes) ?? "")
        }
        return names
    }

    /// A value of one of the well-known types of QuickTime's metadata; nil for pictures and other bytes.
    private static func text(_ data: BigEndianBytes) -> String? {
        guard let type = data.long(0), data.count > 8 else { return nil }
        let value = data.rest(8)
        switch type {
        case 1: return String(field: value.bytes)
        case 21, 65, 66, 67, 74: return value.signed.map(String.init)
        case 22, 75, 76, 77, 78: return value.unsigned.map(String.init)
        case 23: return value.number(UInt32.self, at: 0).map { Double(Float(bitPattern: $0)).metadataText }
        case 24: return value.number(UInt64.self, at: 0).map { Double(bitPattern: $0).metadataText }
        default: return nil
        }
    }
}

extension BigEndianBytes {
    /// All bytes as one number.
    fileprivate var unsigned: UInt64? {
        (1...8).contains(count) ? bytes.reduce(0) { $0 << 8 | UInt64($1) } : nil
    }

    /// All bytes as one number in two's complement.
    fileprivate var signed: Int64? {
        let shift = 64 - 8 * count
        return unsigned.map { Int64(bitPattern: $0 << shift) >> shift }
    }
}
