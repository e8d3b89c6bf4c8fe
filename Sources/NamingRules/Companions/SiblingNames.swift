internal import FileTree

/// What lies in folders, looked up by names in any case.
struct SiblingNames {
    private let tree: TreeSnapshot
    private let children: FolderChildren
    /// The entries of the folders that were asked for, by their names in small letters.
    private var sorted: [Int: [UInt32]] = [:]
    /// What was asked lately: neighbours share a reel's or folder's companions, and a folder is not read for each anew.
    private var recent: [Question: [Int]] = [:]

    private struct Question: Hashable {
        let folder: Int
        let glob: NameGlob
    }

    /// More questions than a rule has for one file.
    private static let mostRecent = 64

    init(_ tree: TreeSnapshot) {
        self.tree = tree
        children = FolderChildren(tree)
    }

    /// The entries of a folder that a pattern means, its folders left away.
    mutating func entries(in folder: Int, like glob: NameGlob) -> [Int] {
        // A whole name is found as fast as remembered.
        guard glob.pieces.contains(.any) else { return search(folder, glob) }
        let question = Question(folder: folder, glob: glob)
        if let found = recent[question] { return found }
        let found = search(folder, glob)
        if recent.count >= SiblingNames.mostRecent { recent = [:] }
        recent[question] = found
        return found
    }

    private mutating func search(_ folder: Int, _ glob: NameGlob) -> [Int] {
        let names = names(in: folder)
        let head = glob.head
        var (low, high) = (0, names.count)
        while low < high {
            let middle = (low + high) / 2
            if SiblingNames.precedes(tree.name(of: Int(names[middle])), head) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var found: [Int] = []
        for number in names[low...].lazy.map(Int.init) {
            let name = tree.name(of: number)
            guard name.count >= head.count, zip(name, head).allSatisfy({ $0.folded == $1 }) else { break }
            if glob.matches(name) { found.append(number) }
        }
        return found
    }

    /// The folder of that name in a folder, in any case.
    mutating func folder(in folder: Int, named name: [NameGlob.Piece]) -> Int? {
        entries(in: folder, like: NameGlob(name)).first { tree.entries[$0].kind == .folder }
    }

    private mutating func names(in folder: Int) -> [UInt32] {
        if let names = sorted[folder] { return names }
        let names = children.kept(in: folder).map { UInt32($0) }.sorted { one, other in
            SiblingNames.precedes(tree.name(of: Int(one)), tree.name(of: Int(other)))
        }
        sorted[folder] = names
        return names
    }

    private static func precedes(_ one: some Sequence<UInt8>, _ other: some Sequence<UInt8>) -> Bool {
        one.lexicographicallyPrecedes(other) { $0.folded < $1.folded }
    }
}
