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

        /// As it is told.
        var words: String {
            switch self {
            case .ending: "how its extension is written"
            case .letterCase: "capitals"
            case .accents: "how an accent is written"
            case .both: "capitals and in how an accent is written"
            }
        }
    }

    /// In what several spellings of one name differ.
    static func difference(_ spellings: [Spelling]) -> Difference {
        if Set(spellings.map(\.stem)).count == 1 { return .ending }
        let caseOnly = NameFolding(foldsCase: true, foldsComposition: false)
        if Set(spellings.map { caseOnly.folded($0.name) }).count == 1 { return .letterCase }
        let accentsOnly = NameFolding(foldsCase: false, foldsComposition: true)
        return Set(spellings.map { accentsOnly.folded($0.name) }).count == 1 ? .accents : .both
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
