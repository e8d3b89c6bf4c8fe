internal import CameraCards
internal import SlateNotes

/// What a row of a list expects: the most exact thing that it names.
enum ExpectedThing: Hashable, Sendable {
    /// A clip or file of a camera, a recorder or anybody.
    case clip(ExpectedClip)
    /// A shot of visual effects.
    case shot(ExpectedShot)
    /// A take, where the names of recordings tell it.
    case take(ExpectedTake)
    /// A roll, with anything on it.
    case roll(RollKey)
}

/// A clip that is expected.
struct ExpectedClip: Hashable, Sendable {
    /// Its names, each of which may be on the disk.
    var names: [ExpectedName]
    /// Its number on a roll, where that is all that is said.
    var numbered: NumberedClip?
    /// The roll it should be on: names like `C0001` come again on every card.
    var roll: RollKey?

    /// The roll that its number or one of its names tells.
    var ownRoll: RollKey? { numbered?.roll ?? names.lazy.compactMap(\.roll).first }
}

/// A name that is expected.
struct ExpectedName: Hashable, Sendable {
    /// What it is found by.
    let key: String
    /// Its extension, in small letters; nil where it has none that is known.
    let ending: String?
    /// The roll that a camera's name tells.
    let roll: RollKey?
    /// The grammar of a camera that it follows.
    let grammar: ClipName.Grammar?

    /// Reads a name as a list writes it; an extension that is not one of media belongs to it.
    init(_ written: String) {
        let bytes = Array(written.utf8)
        let parts = MediaKind.parts(of: bytes[...])
        let isMedia = MediaKind(extension: parts.extension) != nil
        let key = ClipKey(isMedia ? parts.stem : bytes[...])
        self.key = key.text
        ending = isMedia ? String(decoding: parts.extension, as: UTF8.self).lowercased() : nil
        roll = key.grammar.flatMap { RollKey($0) }
        grammar = key.grammar?.grammar
    }
}

/// A shot that is expected.
struct ExpectedShot: Hashable, Sendable {
    /// The words of its name.
    let words: [String]
    /// Its version; nil where any will do.
    let version: Version?

    /// How a list writes a version.
    enum Version: Hashable, Sendable {
        case number(Int)
        /// Anything that is no number must stand in the name as a word.
        case word(String)
    }
}

/// A take that is expected.
struct ExpectedTake: Hashable, Sendable {
    let scene: SlateNumber
    let take: SlateNumber
}

/// Lines of a list, for sentences.
struct ExpectedLines: Hashable, Sendable {
    /// The first of them.
    private(set) var listed: [Int] = []
    /// How many there are.
    private(set) var count = 0

    /// So many are named in a sentence.
    private static let most = 3

    mutating func add(_ line: Int) {
        if listed.count < ExpectedLines.most { listed.append(line) }
        count += 1
    }

    mutating func add(_ other: ExpectedLines) {
        listed = Array((listed + other.listed).sorted().prefix(ExpectedLines.most))
        count += other.count
    }

    /// The first; 0 where there is none.
    var first: Int { listed.first ?? 0 }

    /// `Line 3`, `Lines 3 and 4`, `Lines 3, 4, 5 and 12 more`.
    var words: String {
        let rest = count - listed.count
        guard rest == 0 else { return "Lines \(listed.map(String.init).joined(separator: ", ")) and \(rest) more" }
        guard let last = listed.last, listed.count > 1 else { return "Line \(first)" }
        return "Lines \(listed.dropLast().map(String.init).joined(separator: ", ")) and \(last)"
    }

    /// The verb behind the lines.
    var expect: String { count == 1 ? "expects" : "expect" }
}
