internal import FileTree
internal import Offload

/// What systems left on a card: the fixed list of names, and AppleDouble twins of files that are there.
struct LeftBySystems {
    /// How many files it is.
    let files: Int
    /// Where these lie: the files, or the folder of a system around them.
    let places: [Int]
    private let isLeft: [Bool]

    /// Systems give these names to files only: a folder that is called so is somebody's, and may hold footage.
    private static let fileNames: Set<String> = [".DS_Store", "Thumbs.db", "desktop.ini"]

    init(_ tree: TreeSnapshot) {
        let contents = CardContents(tree, ignore: IgnorePatterns([]))
        // By entry: the outermost entry that it is left with; 0 where it is not left by a system.
        var outermost = [Int](repeating: 0, count: tree.entries.count)
        for number in tree.entries.indices.dropFirst() {
            let above = outermost[Int(tree.entries[number].parent)]
            let isLeft = above != 0 || LeftBySystems.isLeft(number, contents.exclusions[number], in: tree)
            if isLeft { outermost[number] = above == 0 ? number : above }
        }
        let files = tree.entries.indices.filter { outermost[$0] != 0 && tree.entries[$0].kind == .file }
        self.files = files.count
        places = Set(files.map { outermost[$0] }).sorted()
        isLeft = outermost.map { $0 != 0 }
    }

    private static func isLeft(_ number: Int, _ exclusion: CardContents.Exclusion?, in tree: TreeSnapshot) -> Bool {
        switch exclusion {
        case .appleDouble?: return true
        case .systemFile(let name)?:
            // What lies in a folder is excluded with it: only the name itself counts here.
            guard tree.name(of: number).elementsEqual(name.utf8) else { return false }
            return tree.entries[number].kind == .file || !fileNames.contains(name)
        case .ignored?, .notAFile?, nil: return false
        }
    }

    func contains(_ number: Int) -> Bool { isLeft[number] }
}
