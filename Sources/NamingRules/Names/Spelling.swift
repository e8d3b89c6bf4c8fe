internal import FrameSequences

/// How a name is written, of a sequence all but its numbers.
struct Spelling: Hashable, Sendable {
    /// Without its extension.
    let stem: ArraySlice<UInt8>
    /// All of it.
    let name: ArraySlice<UInt8>

    /// Takes both as they are.
    init(stem: ArraySlice<UInt8>, name: ArraySlice<UInt8>) {
        (self.stem, self.name) = (stem, name)
    }

    /// The spelling of a thing.
    init(_ thing: Int, _ named: NamedTree) {
        if let sequence = named.sequence(of: thing) {
            self.init(stem: sequence.prefix[...], name: (sequence.prefix + sequence.suffix)[...])
        } else {
            let name = named.name(of: thing)
            self.init(stem: named.things[thing].kind == .file ? FileExtension.stem(of: name) : name, name: name)
        }
    }

    /// In what spellings of one name differ.
    enum Difference {
        case ending, letterCase, accents, both
        /// Signs that some systems take for other letters: `ß` and `ss`, the sign for kelvin and `K`.
        case letters

        /// As it is told.
        var words: String {
            switch self {
            case .ending: "how its extension is written"
            case .letterCase: "capitals"
            case .accents: "how an accent is written"
            case .both: "capitals and in how an accent is written"
            case .letters: "how letters are written"
            }
        }
    }

    /// In what several spellings of one name differ.
    static func difference(_ spellings: [Spelling]) -> Difference {
        if Set(spellings.map(\.stem)).count == 1 { return .ending }
        let small = spellings.map { NameFolding.small($0.name) }
        if Set(small).count == 1 { return .letterCase }
        let accentsOnly = NameFolding(foldsCase: false, foldsComposition: true)
        // Other signs are equal to Unicode, too: only accents change how many there are, or are signs of their own.
        guard Set(spellings.map(\.marks)).count > 1 || spellings[0].marks > 0,
            Set(small.map { accentsOnly.folded($0[...]) }).count == 1
        else { return .letters }
        return Set(spellings.map { accentsOnly.folded($0.name) }).count == 1 ? .accents : .both
    }

    /// How many accents stand behind their letters.
    private var marks: Int { NameCharacter.all(of: name).count { $0.scalar?.isMark == true } }

    /// What tells this name from another that looks the same, for a sentence; empty where nothing is to be told.
    func form(against other: Spelling) -> String {
        if marks == 0, other.marks > 0 { return ": here it is one character (composed), there a letter and an accent" }
        if marks > 0, other.marks == 0 {
            return ": here it is a letter and an accent (decomposed), there one character"
        }
        return ""
    }

    /// The bytes of this name that are not those of another: from the first to the last that differ, whole characters.
    func marked(against other: Spelling) -> Range<Int>? {
        let (one, two) = (Array(name), Array(other.name))
        let common = zip(one, two).prefix { $0 == $1 }.count
        let ending = zip(one[common...].reversed(), two[common...].reversed()).prefix { $0 == $1 }.count
        var (start, end) = (common, one.count - ending)
        while start > 0, start < one.count, one[start] & 0xC0 == 0x80 { start -= 1 }
        while end < one.count, one[end] & 0xC0 == 0x80 { end += 1 }
        return start < end ? start..<end : nil
    }
}
