internal import FileTree
internal import FrameSequences

/// The files of a tree's things, without what systems and tools write for themselves.
struct BackupFiles {
    /// The entries of all things, those of one behind each other.
    private(set) var entries: [Int] = []
    /// By thing, where its entries end.
    private var ends: [Int] = []

    init(_ named: NamedTree) {
        let index = TreeIndex(named.tree)
        for thing in named.things.indices {
            if named.things[thing].kind != .folder { entries += named.entries(of: thing, index) }
            ends.append(entries.count)
        }
    }

    /// The entries of a thing, by its frames where it is a sequence; none of a folder.
    func entries(of thing: Int) -> [Int] { Array(entries[(thing == 0 ? 0 : ends[thing - 1])..<ends[thing]]) }
}

/// Folders of which a backup has nothing: what lies in them is told as one.
struct AbsentFolders {
    private var byThing: [Int: Int] = [:]
    private var told: Set<Int> = []
    /// How many files lie in the whole folder, where the backup has none of them.
    private(set) var ofRoot: Int?

    /// - Parameter isApart: whether a thing is told by itself in any case.
    init(_ named: NamedTree, _ files: BackupFiles, _ pairs: BackupPairs, isApart: (Int) -> Bool) {
        let tree = named.tree
        var holdsSome = Array(repeating: false, count: tree.entries.count)
        for thing in named.things.indices {
            guard files.entries(of: thing).contains(where: { pairs[$0] != .absent }) else { continue }
            var entry = Int(tree.entries[named.things[thing].entry].parent)
            while !holdsSome[entry] {
                holdsSome[entry] = true
                entry = Int(tree.entries[entry].parent)
            }
        }
        var things: [Int: [Int]] = [:]
        for thing in named.things.indices where named.things[thing].kind != .folder && !isApart(thing) {
            var entry = Int(tree.entries[named.things[thing].entry].parent)
            guard !holdsSome[entry] else { continue }
            while entry != 0, !holdsSome[Int(tree.entries[entry].parent)] { entry = Int(tree.entries[entry].parent) }
            things[entry, default: []].append(thing)
        }
        var counts: [Int: Int] = [:]
        for (entry, inside) in things where inside.count > 1 {
            let count = inside.reduce(0) { $0 + files.entries(of: $1).count }
            if entry == 0 { ofRoot = count } else { counts[entry] = count }
            told.formUnion(inside)
        }
        for thing in named.things.indices where named.things[thing].kind == .folder {
            if let count = counts[named.things[thing].entry] { byThing[thing] = count }
        }
    }

    /// How many files of a folder are told as one; nil where they are not.
    func count(_ thing: Int) -> Int? { byThing[thing] }

    /// Whether a thing is told with its folder.
    func isTold(_ thing: Int) -> Bool { told.contains(thing) }
}
