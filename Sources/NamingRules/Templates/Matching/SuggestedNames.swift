internal import FileTree

/// Which of the names that are suggested are free: nobody may lose a file by following a suggestion.
struct SuggestedNames {
    private let named: NamedTree
    private let index: TreeIndex?
    /// How many things of a folder are suggested the same name.
    private var wanted: [Key: Int] = [:]

    private struct Key: Hashable {
        let folder: UInt32
        let name: [UInt8]
    }

    init(_ suggestions: [(thing: Int, name: [UInt8]?)], in named: NamedTree) {
        self.named = named
        for case (let thing, let name?) in suggestions {
            wanted[Key(folder: SuggestedNames.folder(of: thing, in: named), name: name), default: 0] += 1
        }
        index = wanted.isEmpty ? nil : TreeIndex(named.tree)
    }

    /// Whether nothing in a thing's folder is called so, and nothing else there is to be.
    func isFree(_ name: [UInt8], for thing: Int) -> Bool {
        let folder = SuggestedNames.folder(of: thing, in: named)
        return wanted[Key(folder: folder, name: name)] == 1 && index?.child(named: name, of: Int(folder)) == nil
    }

    private static func folder(of thing: Int, in named: NamedTree) -> UInt32 {
        named.tree.entries[named.things[thing].entry].parent
    }
}
