internal import FileTree

/// What the rules of all families ask of a card's tree.
extension CardTree {
    /// The number of the entry at this very path.
    func number(of path: RelativePath) -> Int? {
        var number = 0
        for component in path.components {
            guard let next = child(named: component, of: number) else { return nil }
            number = next
        }
        return number
    }

    /// Found by halving, because a card may have a layout in each of a hundred thousand folders.
    private func child(named name: some Collection<UInt8>, of folder: Int) -> Int? {
        let children = children(of: folder)
        var (low, high) = (0, children.count)
        while low < high {
            let middle = low + (high - low) / 2
            let number = children[children.index(children.startIndex, offsetBy: middle)]
            let own = tree.name(of: number)
            if own.elementsEqual(name) { return number }
            if own.lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// The folders at these places; the root too, where it is called as one of them: the layout's own folder was given.
    func folders(at places: String...) -> [Int] {
        let label = label.uppercased()
        let isItself = places.contains { $0.split(separator: "/").last.map(String.init) == label }
        return (isItself ? [0] : []) + places.compactMap { folder(at: $0) }
    }

    /// The files at all depths below a folder, by the raw bytes of the paths of their folders.
    func allFiles(below folder: Int) -> [Int] {
        var (found, waiting) = ([Int](), [folder])
        while let next = waiting.popLast() {
            found += files(in: next)
            waiting += folders(in: next).reversed()
        }
        return found
    }

    /// The file itself, or the files at all depths below the folder.
    func filesBelow(_ number: Int) -> [Int] { isFolder(number) ? allFiles(below: number) : [number] }

    /// The files at all depths below a folder, by the way there in capitals: `CLIP/C0001.MXF`.
    ///
    /// For whoever looks up many; one is found by ``file(at:from:)``.
    func filesByWay(below folder: Int) -> [String: Int] {
        let start = folder == 0 ? 0 : path(of: folder).bytes.count + 1
        let ways = allFiles(below: folder).map { file in
            (String(decoding: path(of: file).bytes.dropFirst(start), as: UTF8.self).uppercased(), file)
        }
        return Dictionary(ways, uniquingKeysWith: { first, _ in first })
    }

    /// The folder that an entry lies in.
    func folder(of number: Int) -> RelativePath { path(of: Int(tree.entries[number].parent)) }

    /// An entry's own name in capitals.
    func capitals(of number: Int) -> String { name(of: number).uppercased() }

    /// Clauses that say which of these marks are there.
    func reasons(_ marks: Int?...) -> [String] {
        marks.compactMap { $0 }.map { $0 == 0 ? "the folder is called \(label)" : "there is \(path(of: $0))" }
    }

    /// What is kept whole with a folder: all of `PRIVATE` where it lies in it, else the folder.
    func sealed(_ folder: Int) -> RelativePath {
        var top = folder
        while top != 0, tree.entries[top].parent != 0 { top = Int(tree.entries[top].parent) }
        return path(of: capitals(of: top) == "PRIVATE" ? top : folder)
    }
}

extension LayoutClips {
    /// Whatever lies in the layout's folders and became part of no clip belongs to the layout as a whole.
    mutating func shareRest(of layout: CardLayout, on card: CardTree) {
        var rest = Set(layout.folders.compactMap(card.number(of:)).flatMap(card.filesBelow))
        for clip in clips { rest.subtract(clip.files.map(\.number)) }
        shared.formUnion(rest)
    }
}
