internal import FileTree

/// Files that may be ones that are gone: they have the same name and size, and lie elsewhere.
struct MovedFiles {
    private struct Trait: Hashable {
        let name: [UInt8]
        let size: Int64
    }

    private var entries: [Trait: [Int]] = [:]

    /// So many are read to find one: names as `0001.dpx`, which all shots have, tell nothing.
    private static let most = 4

    /// None.
    init() {}

    /// Looks for files that are gone.
    init(_ lines: [Ledger.Line], in tree: TreeSnapshot) {
        let wanted = Set(lines.map(MovedFiles.trait))
        let names = Set(wanted.map(\.name))
        for (number, entry) in tree.entries.enumerated() where entry.kind == .file {
            let name = Array(tree.name(of: number))
            guard names.contains(name) else { continue }
            let trait = Trait(name: name, size: entry.size)
            if wanted.contains(trait) { entries[trait, default: []].append(number) }
        }
        entries = entries.filter { $0.value.count <= MovedFiles.most }
    }

    private static func trait(_ line: Ledger.Line) -> Trait {
        Trait(name: Array(line.path.name), size: line.size.bytes)
    }

    /// All that may be one.
    var candidates: [Int] { entries.values.joined().sorted() }

    /// What may be the file of a line, in the order of the tree.
    func candidates(for line: Ledger.Line) -> [Int] { entries[MovedFiles.trait(line)] ?? [] }
}
