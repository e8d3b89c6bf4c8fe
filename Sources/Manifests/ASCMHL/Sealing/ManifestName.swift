internal import FileTree
internal import XMLText

/// The name of a manifest: `0001_A001R2GJ_2026-11-22_010203Z.mhl`.
struct ManifestName {
    /// The longest name that any file system in use takes, in bytes (NAME_MAX).
    private static let longest = 255

    let bytes: [UInt8]

    /// - Parameters:
    ///   - generation: 1 for the first; four digits, more above 9999.
    ///   - folder: the raw name of the folder it is about.
    init(generation: Int, folder: some Collection<UInt8>, startedAt: Instant) {
        let digits = String(generation)
        let head = Array((String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_").utf8)
        let tail = Array("_\(startedAt.fileNameStamp).mhl".utf8)
        let room = ManifestName.longest - head.count - tail.count
        bytes = head + ManifestName.text(of: folder, atMost: room) + tail
    }

    /// A folder's name as far as XML can carry it and the name has room for it, cut between characters.
    static func text(of folder: some Collection<UInt8>, atMost room: Int) -> [UInt8] {
        let repaired = XMLWriter.canCarry(folder) ? Array(folder) : Array(underscored(folder).utf8)
        guard repaired.count > room else { return repaired }
        var end = room
        while end > 0, repaired[end] & 0xC0 == 0x80 { end -= 1 }
        return Array(repaired[..<end])
    }

    private static func underscored(_ name: some Collection<UInt8>) -> String {
        let decoded = String(decoding: Array(name), as: UTF8.self)
        return ASCMHL.carriable(
            String(String.UnicodeScalarView(decoded.unicodeScalars.map { $0 == "\u{FFFD}" ? "_" : $0 })))
    }

    /// The generation that a file's name claims; nil when it is not a manifest's name.
    ///
    /// As the reference reads them: at least four digits, then nothing or `_` and anything, then `.mhl`.
    static func generation(in name: some Collection<UInt8>) -> Int? {
        let name = Array(name)
        let ending = Array(".mhl".utf8)
        guard name.suffix(ending.count).elementsEqual(ending) else { return nil }
        let stem = name.dropLast(ending.count)
        let digits = stem.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let rest = stem.dropFirst(digits.count)
        guard digits.count >= 4, rest.isEmpty || rest.first == UInt8(ascii: "_") else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
