/// What shells and programs take a name for that it is not.
struct AwkwardName: Sendable {
    /// What is wrong: `begins with a hyphen, which programs take for an option`.
    private(set) var clauses: [String] = []
    /// The first bytes that are wrong.
    private(set) var marked: Range<Int>?
    /// The name without that; nil where it cannot be told.
    private(set) var mended: String?

    /// Characters that shells change even between double quotes, and those they look up as patterns.
    static let changedByShells = ByteSet("$`!\\*?")

    /// Looks at a name.
    ///
    /// - Parameters:
    ///   - told: characters that a target refuses, so that they are told already.
    ///   - isFile: whether it has an extension.
    init(_ name: ArraySlice<UInt8>, told: ByteSet, isFile: Bool) {
        if name.first == UInt8(ascii: "-") {
            tell("begins with a hyphen, which programs take for an option", 0..<1)
            mended = AwkwardName.without(name.prefix { $0 == UInt8(ascii: "-") }.count, name)
        } else if name.first == UInt8(ascii: ".") {
            tell("begins with a dot, which hides it", 0..<1)
        } else if name.first == UInt8(ascii: "~"), !told.contains(UInt8(ascii: "~")) {
            tell("begins with ~, which shells take for a home folder", 0..<1)
        }
        let changed = name.indices.filter { AwkwardName.changedByShells.contains(name[$0]) && !told.contains(name[$0]) }
        if let first = changed.first {
            let words = CharacterWords.words(for: changed.map { Unicode.Scalar(name[$0]) })
            tell("has \(words), which shells change", (first - name.startIndex)..<(first - name.startIndex + 1))
        }
        if isFile { judgeExtension(name) }
    }

    private mutating func tell(_ clause: String, _ range: Range<Int>) {
        clauses.append(clause)
        marked = marked ?? range
    }

    private mutating func judgeExtension(_ name: ArraySlice<UInt8>) {
        guard let last = FileExtension(name), let before = FileExtension(name[..<last.dot]),
            last.bytes.elementsEqual(before.bytes, by: { $0.folded == $1.folded })
        else { return }
        let range = (before.dot - name.startIndex)..<name.count
        if clauses.isEmpty { mended = String(validating: name[..<last.dot], as: UTF8.self) }
        tell("has its extension twice", range)
    }

    private static func without(_ count: Int, _ name: ArraySlice<UInt8>) -> String? {
        let rest = name.dropFirst(count)
        guard let first = rest.first, first != UInt8(ascii: ".") else { return nil }
        return String(validating: rest, as: UTF8.self)
    }
}
