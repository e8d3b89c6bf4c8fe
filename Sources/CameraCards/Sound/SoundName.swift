/// What the name of a recording says: which take, and which track or part of it.
struct SoundName {
    /// The name without track and part: what the files of one take share.
    let base: String
    /// The grammar it follows, if any.
    let grammar: ClipName?

    /// Reads a name by the grammars of one family's recorders.
    init(_ stem: String, of family: CardFamily) {
        let zoom = ClipName(stem, by: .zoom)
        if family != .tascam, let zoom, let scene = zoom.scene, let take = zoom.take {
            (base, grammar) = ("\(scene)-T\(take)", zoom)
        } else if let whole = SoundName.withoutTrack(stem, of: family) {
            (base, grammar) = (whole, nil)
        } else {
            let name = ClipName(stem, by: .soundDevices)
            let end = name?.track.flatMap { track in stem.dropLast(track.count + 1) }
            (base, grammar) = (end.map(String.init) ?? stem, name)
        }
    }

    private static func withoutTrack(_ stem: String, of family: CardFamily) -> String? {
        switch family {
        case .tascam: tascam(stem)
        case .metacorder: metacorder(stem)
        default: nil
        }
    }

    /// `TASCAM_0001` of `TASCAM_0001_1`, `_1-2`, `_MIX`, `F`, `M`, `_A`, `_01`; nil for other names.
    ///
    /// Source: TASCAM's manual of the X6. The word before the number may be the person's own.
    static func tascam(_ stem: String) -> String? {
        let bytes = Array(stem.utf8)
        var end = 0
        // The word, an underscore and four digits; whatever follows is a track, a format or a part.
        for start in bytes.indices where bytes[start] == UInt8(ascii: "_") && start + 5 <= bytes.count {
            if bytes[(start + 1)...(start + 4)].allSatisfy(isDigit) { end = start + 5 }
            if end > 0 { break }
        }
        guard end > 5, end == bytes.count || !isDigit(bytes[end]) else { return nil }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    /// `Sr001-2C-01` of `Sr001-2C-01_01`: roll, scene, take and track; nil for other names.
    static func metacorder(_ stem: String) -> String? {
        guard let line = stem.lastIndex(of: "_") else { return nil }
        let track = stem[stem.index(after: line)...].utf8
        let parts = stem[..<line].split(separator: "-", omittingEmptySubsequences: false)
        guard track.count == 2, track.allSatisfy(isDigit), parts.count >= 3, let roll = parts.first,
            let take = parts.last, !take.isEmpty, take.utf8.allSatisfy(isDigit), let first = roll.unicodeScalars.first,
            first.properties.isAlphabetic, let end = roll.utf8.last, isDigit(end)
        else { return nil }
        return String(stem[..<line])
    }
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
