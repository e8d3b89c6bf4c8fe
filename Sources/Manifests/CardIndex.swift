internal import FileTree

/// Finds a card's files by the names that lists give them.
///
/// Exact bytes come first. A list may also spell a name in another composition (macOS), with white space around
/// it, or with backslashes (Windows); such a name is found, and it is said that it was not the same.
struct CardIndex {
    enum Match: Equatable {
        case exact(Int)
        /// The file of that name in another spelling.
        case respelled(Int)
        case missing
        /// The path leads out of the card.
        case outside

        var number: Int? {
            switch self {
            case .exact(let number), .respelled(let number): number
            case .missing, .outside: nil
            }
        }
    }

    private let tree: TreeSnapshot
    /// The children of all folders, one folder's after another's, each by the bytes of the name.
    private var children: [UInt32]
    private var starts: [Int]

    init(_ tree: TreeSnapshot) {
        self.tree = tree
        starts = Array(repeating: 0, count: tree.entries.count + 1)
        for entry in tree.entries.dropFirst() { starts[Int(entry.parent) + 1] += 1 }
        for number in tree.entries.indices { starts[number + 1] += starts[number] }
        children = Array(repeating: 0, count: max(0, tree.entries.count - 1))
        var next = starts
        for number in tree.entries.indices.dropFirst() {
            let parent = Int(tree.entries[number].parent)
            children[next[parent]] = UInt32(number)
            next[parent] += 1
        }
    }

    /// The file that a list lying in `folder` means by `path`.
    func match(_ path: some Collection<UInt8>, from folder: Int) -> Match {
        let slash = UInt8(ascii: "/")
        let path = Array(path)
        // Most names are spelled as they are: nothing else is tried for those.
        if path.first != slash, let components = components(of: path, from: folder),
            let number = file(at: components, isExact: true)
        {
            return .exact(number)
        }
        var spellings = [path]
        let trimmed = Array(String(decoding: path, as: UTF8.self).trimmed.utf8)
        if trimmed.count < path.count { spellings.append(trimmed) }
        if path.contains(UInt8(ascii: "\\")) {
            spellings.append((spellings.last ?? path).map { $0 == UInt8(ascii: "\\") ? slash : $0 })
        }
        var isOutside = true
        for (place, spelling) in spellings.enumerated() {
            // Some recorders write a slash in front; a path is never taken from the machine's own root.
            for start in spelling.first == slash ? [folder, 0] : [folder] {
                guard let components = components(of: spelling, from: start) else { continue }
                isOutside = false
                if let number = file(at: components, isExact: true) {
                    return place == 0 ? .exact(number) : .respelled(number)
                }
                if let number = file(at: components, isExact: false) { return .respelled(number) }
            }
        }
        return isOutside ? .outside : .missing
    }

    /// The components from the card's root down; nil when the path climbs out of it.
    private func components(of path: [UInt8], from folder: Int) -> [ArraySlice<UInt8>]? {
        var components: [ArraySlice<UInt8>] = []
        var number = folder
        while number != 0 {
            components.insert(tree.name(of: number), at: 0)
            number = Int(tree.entries[number].parent)
        }
        for part in path.split(separator: UInt8(ascii: "/")) {
            if part.elementsEqual(".".utf8) { continue }
            if part.elementsEqual("..".utf8) {
                guard components.popLast() != nil else { return nil }
            } else {
                components.append(part)
            }
        }
        return components
    }

    private func file(at components: [ArraySlice<UInt8>], isExact: Bool) -> Int? {
        var number = 0
        for component in components {
            let exact = child(named: component, of: number)
            guard let next = exact ?? (isExact ? nil : equivalent(of: component, in: number)) else { return nil }
            number = next
        }
        return tree.entries[number].kind == .file ? number : nil
    }

    private func child(named name: ArraySlice<UInt8>, of folder: Int) -> Int? {
        var low = starts[folder]
        var high = starts[folder + 1]
        while low < high {
            let middle = (low + high) / 2
            let number = Int(children[middle])
            if tree.name(of: number).lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
        }
        guard low < starts[folder + 1] else { return nil }
        let number = Int(children[low])
        return tree.name(of: number).elementsEqual(name) ? number : nil
    }

    /// The one child whose name is canonically the same (Swift compares strings so); none when there are two.
    private func equivalent(of name: ArraySlice<UInt8>, in folder: Int) -> Int? {
        // Only names beyond ASCII have another composition; that spares most misses the search.
        guard name.contains(where: { $0 >= 0x80 }), let wanted = String(validating: name, as: UTF8.self) else {
            return nil
        }
        let found = children[starts[folder]..<starts[folder + 1]].filter { number in
            let other = tree.name(of: Int(number))
            return other.contains { $0 >= 0x80 } && String(decoding: other, as: UTF8.self) == wanted
        }
        return found.count == 1 ? found.first.map { Int($0) } : nil
    }
}
