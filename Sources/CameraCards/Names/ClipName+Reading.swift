extension ClipName {
    /// Reads a name by one grammar, in any case; nil where it does not follow it.
    public init?(_ stem: String, by grammar: Grammar) {
        guard let reading = ClipName.reading(of: stem, by: grammar) else { return nil }
        self.init(grammar, of: stem)
        let original = Array(stem.utf8)
        for (field, range) in reading.fields {
            let text = String(decoding: original[range], as: UTF8.self)
            set(field, field.isFreeText(in: grammar) ? text : text.uppercased())
        }
        part = part ?? grammar.firstPart
    }

    /// Reads a name by the first of the grammars that it follows.
    public init?(_ stem: String, trying grammars: [Grammar]) {
        for grammar in grammars {
            guard let name = ClipName(stem, by: grammar) else { continue }
            self = name
            return
        }
        return nil
    }

    /// Reads a name by the first grammar that it follows, of those that need no folder to say whose the name is.
    public init?(_ stem: String) {
        self.init(stem, trying: Grammar.contextFree)
    }

    /// The stem of another part of the same recording; nil where the grammar has no parts, or not so many.
    static func stem(_ stem: String, ofPart part: Int, by grammar: Grammar) -> String? {
        if grammar == .goProOld, part == 0 { return ClipName(stem, by: grammar)?.clip.map { "GOPR" + $0 } }
        guard part >= 0, let range = reading(of: stem, by: grammar)?.fields.first(where: { $0.field == .part })?.range
        else { return nil }
        // A GoPro's first file has no number of a part.
        if grammar == .goProOld, part == 0 { return "GOPR" + stem.suffix(4) }
        let number = NumberWords.padded(part, range.count)
        guard number.utf8.count == range.count else { return nil }
        var bytes = Array(stem.utf8)
        bytes.replaceSubrange(range, with: number.utf8)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Only ASCII is made capital, so that every field has its place in the original too.
    private static func reading(of stem: String, by grammar: Grammar) -> NameReading? {
        let capitals = stem.utf8.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 - 32 : $0 }
        guard capitals.count <= longest else { return nil }
        for pattern in grammar.patterns {
            if let reading = NameReading(capitals, by: pattern) { return reading }
        }
        return nil
    }

    /// No file system has longer names, in bytes.
    private static let longest = 1024

    private mutating func set(_ field: NamePattern.Field, _ text: String) {
        switch field {
        case .camera: camera = text
        case .reel: reel = text
        case .position: position = text
        case .clip: clip = text
        case .kind: kind = text
        case .prefix: prefix = text
        case .part: part = Int(text)
        case .frame: frame = Int(text)
        case .date: date = text
        case .time: time = text
        case .serial: serial = text
        case .role: role = text
        case .track: track = text
        case .user: user = text
        case .scene: scene = text
        case .take: take = text
        }
    }
}

extension ClipName.Grammar {
    static let contextFree = allCases.filter { !$0.needsContext }

    /// The part that a name without a number is, where the grammar says it: after an old GoPro's GOPR comes GP01.
    var firstPart: Int? { self == .goProOld ? 0 : nil }
}

extension NamePattern.Field {
    /// Whether a person wrote it, so that its case means something.
    func isFreeText(in grammar: ClipName.Grammar) -> Bool {
        switch self {
        case .scene: grammar == .zoom || grammar == .soundDevices
        case .camera: grammar == .atomos || grammar == .bmcc
        case .user: true
        default: false
        }
    }
}
