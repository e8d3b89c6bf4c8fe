internal import FileTree
internal import Ingest
internal import NamingRules

/// A path as a screen shows it, with a line of `^` under the very characters that are wrong.
struct MarkedPath {
    private let characters: [ShownCharacter]
    /// The columns that are marked; never empty.
    private let marked: Range<Int>?
    /// Where the last name begins.
    private let nameStart: Int

    /// Takes a path.
    ///
    /// - Parameters:
    ///   - sequence: how its name is shown where it stands for a whole sequence: `shot.[1001-1100].exr`.
    ///   - bytes: the bytes of the path that are wrong; an empty range where something is missing.
    ///   - spellsAccents: whether accents behind their letters are written as escapes: `e\u{0301}`.
    init(
        _ path: RelativePath, sequence: [UInt8]? = nil, marking bytes: Range<Int>? = nil, spellsAccents: Bool = false
    ) {
        var characters = ShownCharacter.all(of: path.isRoot ? Array(".".utf8) : path.bytes)
        let start = path.bytes.count - path.name.count
        if let sequence { characters = MarkedPath.showing(sequence, in: characters, path, from: start) }
        let isMarked = { (one: ShownCharacter) in bytes.map { one.bytes.overlaps($0) } ?? false }
        // What has no width of its own cannot be pointed at: it is written as an escape.
        if spellsAccents || !characters.contains(where: { isMarked($0) && $0.columns > 0 }) {
            characters = characters.map { spellsAccents || isMarked($0) ? $0.escaped : $0 }
        }
        self.characters = characters
        nameStart = MarkedPath.columns(of: characters.prefix { $0.bytes.lowerBound < start })
        marked = bytes.map { MarkedPath.columns(of: $0, in: characters) }
    }

    /// A finding's path.
    init(_ finding: Finding) {
        self.init(
            finding.path, sequence: finding.sequence, marking: finding.marked,
            spellsAccents: finding.code == .twinNames)
    }

    // MARK: - Lines

    /// Columns that are left free in front of all lines.
    static let indent = "  "

    /// The path, and a line of marks below it; where it is wider than the screen, below the part of it that is marked.
    ///
    /// - Parameter columns: of the screen; 0 where there is none.
    func lines(columns: Int) -> [String] {
        let path = MarkedPath.indent + characters.lazy.map(\.text).joined()
        guard let marked else { return [path] }
        let room = columns - MarkedPath.indent.count - 1
        guard columns >= WrappedText.narrowest, max(width, marked.upperBound) > room else {
            return [path, MarkedPath.marks(marked)]
        }
        return [path] + excerpt(around: marked, room: room)
    }

    private var width: Int { MarkedPath.columns(of: characters) }

    /// The part of the path around what is marked, and the marks below it: a screen that breaks the line would put them
    /// under other characters.
    private func excerpt(around marked: Range<Int>, room: Int) -> [String] {
        // The whole name where it fits, so that it is known again; else some of what stands before the marks.
        let before = marked.upperBound - nameStart < room - 2 ? nameStart : max(0, marked.lowerBound - room / 3)
        var (column, text, start) = (0, "", 0)
        for character in characters {
            defer { column += character.columns }
            guard column >= before else { continue }
            if text.isEmpty {
                start = column
                if column > 0 { text = "…" }
            }
            guard column + character.columns - start <= room - 2 else {
                text += "…"
                break
            }
            text += character.text
        }
        let shift = start > 0 ? 1 - start : 0
        let end = min(marked.upperBound + shift, room)
        let place = min(marked.lowerBound + shift, end - 1)
        return [MarkedPath.indent + text, MarkedPath.marks(place..<end)]
    }

    private static func marks(_ columns: Range<Int>) -> String {
        indent + String(repeating: " ", count: columns.lowerBound) + String(repeating: "^", count: columns.count)
    }

    // MARK: - Columns

    private static func columns(of characters: some Sequence<ShownCharacter>) -> Int {
        characters.reduce(0) { $0 + $1.columns }
    }

    private static func columns(of bytes: Range<Int>, in characters: [ShownCharacter]) -> Range<Int> {
        let start = columns(of: characters.prefix { $0.bytes.upperBound <= bytes.lowerBound })
        let width = columns(of: characters.lazy.filter { $0.bytes.overlaps(bytes) })
        return start..<(start + max(1, width))
    }

    /// The characters of a path with the numbers of all frames in place of that of the first: `[1001-1100]`.
    private static func showing(
        _ sequence: [UInt8], in characters: [ShownCharacter], _ path: RelativePath, from start: Int
    ) -> [ShownCharacter] {
        guard let numbers = numbers(of: sequence, in: path.name) else {
            // The path is another than that of the first frame: the sequence is shown as it calls itself.
            let folder = characters.prefix { $0.bytes.upperBound <= start }
            return folder + [ShownCharacter(SafeText.of(sequence[...]), for: start..<path.bytes.count)]
        }
        let bytes = (start + numbers.digits.lowerBound)..<(start + numbers.digits.upperBound)
        return characters.prefix { $0.bytes.upperBound <= bytes.lowerBound }
            + [ShownCharacter(numbers.text, for: bytes)]
            + characters.drop { $0.bytes.lowerBound < bytes.upperBound }
    }

    /// Which bytes of a frame's name are its number, and how the numbers of all are shown.
    private static func numbers(
        of shown: [UInt8], in name: ArraySlice<UInt8>
    ) -> (digits: Range<Int>, text: String)? {
        let name = Array(name)
        guard let open = shown.lastIndex(of: UInt8(ascii: "[")), let close = shown.lastIndex(of: UInt8(ascii: "]")),
            open + 1 < close
        else { return nil }
        let end = name.count - (shown.count - close - 1)
        guard open < end, name[..<open] == shown[..<open], name[end...].elementsEqual(shown[(close + 1)...]),
            shown[(open + 1)...].starts(with: name[open..<end])
        else { return nil }
        return (open..<end, String(decoding: shown[open...close], as: UTF8.self))
    }
}
