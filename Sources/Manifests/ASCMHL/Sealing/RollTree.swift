internal import FileTree

/// What a manifest is about: the part of a card's tree that a roll holds and that is not ignored.
struct RollTree {
    let tree: TreeSnapshot
    var isPresent: [Bool]
    let ignored: IgnorePatterns

    enum Step {
        case file(Int)
        /// A folder starts; what it holds follows.
        case folder(Int)
        /// A folder has been seen whole.
        case end(Int)
    }

    /// Visits what lies below a folder, and last the folder's own end.
    ///
    /// The path handed over is below `root`, of the file or folder itself.
    func descend<Failure: Error>(
        from root: Int, _ visit: (Step, [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var path: [UInt8] = []
        /// The folders we are in, with the length of the path that leads to their parents.
        var open: [(folder: Int, before: Int)] = [(root, 0)]
        var number = root + 1
        while number < tree.entries.count, Int(tree.entries[number].parent) >= root {
            let parent = Int(tree.entries[number].parent)
            while let last = open.last, last.folder != parent {
                try visit(.end(last.folder), path)
                path.removeSubrange(last.before...)
                open.removeLast()
            }
            let before = path.count
            if before > 0 { path.append(UInt8(ascii: "/")) }
            path += tree.name(of: number)
            switch tree.entries[number].kind {
            case .folder where holds(number, path, isFolder: true):
                try visit(.folder(number), path)
                open.append((number, before))
                number += 1
                continue
            case .file where holds(number, path, isFolder: false):
                try visit(.file(number), path)
            default: break
            }
            path.removeSubrange(before...)
            number = end(of: number)
        }
        while let last = open.popLast() {
            try visit(.end(last.folder), path)
            path.removeSubrange(last.before...)
        }
    }

    private func holds(_ number: Int, _ path: [UInt8], isFolder: Bool) -> Bool {
        isPresent[number] && !ignored.leavesOut(RelativePath(unchecked: path), isFolder: isFolder)
    }

    /// The number behind an entry and all that lies in it.
    private func end(of number: Int) -> Int {
        var next = number + 1
        while next < tree.entries.count, Int(tree.entries[next].parent) >= number { next += 1 }
        return next
    }
}
