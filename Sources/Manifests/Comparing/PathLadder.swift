internal import FileTree

/// Finds what lies in a tree by the names that manifests give it.
///
/// Exact bytes come first. A list may also spell a name in another composition (macOS), with white space around
/// it, or with backslashes (Windows); such a name is found, and it is said that it was not the same. Nothing is
/// ever looked for outside the tree: the ladder only knows the snapshot.
struct PathLadder {
    enum Match: Equatable {
        case exact(Int)
        /// The file of that name in another spelling.
        case respelled(Int)
        case missing
        /// The path leads out of the tree.
        case outside

        var number: Int? {
            switch self {
            case .exact(let number), .respelled(let number): number
            case .missing, .outside: nil
            }
        }
    }

    private let tree: TreeSnapshot
    private let index: TreeIndex
    private let links: TreeLinks
    /// The components of the absolute path of the tree's root, where that is known.
    private let root: [ArraySlice<UInt8>]
    /// The folder that was found last, with its path: manifests list folder by folder.
    private var last: (start: Int, path: ArraySlice<UInt8>, number: Int)?
    /// By folder, its names beyond ASCII by their canonical form (Swift compares strings so); -1 where two agree.
    private var equivalents: [Int: [String: Int]] = [:]
    private lazy var childrenBeyondASCII: [Int: [Int]] = PathLadder.childrenBeyondASCII(of: tree)

    /// - Parameter rootPath: the absolute path of the tree's root: a path of a list that starts with it lies inside.
    init(_ tree: TreeSnapshot, rootPath: [UInt8] = [], links: TreeLinks = TreeLinks()) {
        self.tree = tree
        self.links = links
        index = TreeIndex(tree)
        root = rootPath.split(separator: PathLadder.slash)
    }

    /// What a manifest means by `path`, which starts in `folder`.
    mutating func match(
        _ path: [UInt8], from folder: Int, kind: FileAttributes.Kind = .file
    ) -> Match {
        // Most names are spelled as they are: nothing else is tried for those.
        if let number = plain(path, from: folder, kind) { return .exact(number) }
        var isOutside = true
        for (place, spelling) in spellings(of: path).enumerated() {
            for components in starts(of: spelling, in: folder) {
                isOutside = false
                if let number = find(components, from: 0, kind) {
                    return place == 0 ? .exact(number) : .respelled(number)
                }
                if let number = respelled(components[...], from: 0, kind) { return .respelled(number) }
            }
        }
        return isOutside ? .outside : .missing
    }

    /// As it is, without white space around it, and with the separators of Windows.
    private func spellings(of path: [UInt8]) -> [[UInt8]] {
        var spellings = [path]
        let trimmed = Array(String(decoding: path, as: UTF8.self).trimmed.utf8)
        if trimmed.count < path.count { spellings.append(trimmed) }
        if path.contains(UInt8(ascii: "\\")) {
            spellings.append((spellings.last ?? path).map { $0 == UInt8(ascii: "\\") ? PathLadder.slash : $0 })
        }
        return spellings
    }

    /// The places a path may mean, as components below the tree's root.
    ///
    /// Some recorders write a slash in front; a path is never taken from the machine's own root, unless it names
    /// the tree's own place there.
    private func starts(of path: [UInt8], in folder: Int) -> [[ArraySlice<UInt8>]] {
        let parts = path.split(separator: PathLadder.slash)
        let above = root + names(leadingTo: folder)
        guard path.first == PathLadder.slash else { return [below(above, parts)].compactMap { $0 } }
        return [below(above, parts), below(root, parts), root.isEmpty ? nil : below([], parts)].compactMap { $0 }
    }

    /// What remains below the tree's root of `parts` followed from `start`; nil when they lead out.
    private func below(_ start: [ArraySlice<UInt8>], _ parts: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>]? {
        var components = start
        for part in parts where !part.elementsEqual(".".utf8) {
            if part.elementsEqual("..".utf8) {
                guard components.popLast() != nil else { return nil }
            } else {
                components.append(part)
            }
        }
        guard components.count >= root.count, zip(components, root).allSatisfy({ $0.elementsEqual($1) }) else {
            return nil
        }
        return Array(components[root.count...])
    }

    private func names(leadingTo folder: Int) -> [ArraySlice<UInt8>] {
        var names: [ArraySlice<UInt8>] = []
        var number = folder
        while number != 0 {
            names.append(tree.name(of: number))
            number = Int(tree.entries[number].parent)
        }
        return names.reversed()
    }

    /// The common case: each component is a name of the tree, byte for byte.
    private mutating func plain(_ path: [UInt8], from folder: Int, _ kind: FileAttributes.Kind) -> Int? {
        guard let end = path.lastIndex(of: PathLadder.slash) else {
            return child(path[...], of: folder, kind)
        }
        let parent = path[..<end]
        if let last, last.start == folder, last.path.elementsEqual(parent) {
            return child(path[(end + 1)...], of: last.number, kind)
        }
        var number = folder
        for part in parent.split(separator: PathLadder.slash, omittingEmptySubsequences: false) {
            guard let next = index.child(named: part, of: number) else { return nil }
            number = next
        }
        last = (folder, parent, number)
        return child(path[(end + 1)...], of: number, kind)
    }

    private func child(_ name: ArraySlice<UInt8>, of folder: Int, _ kind: FileAttributes.Kind) -> Int? {
        index.child(named: name, of: folder).flatMap { isOf(kind, $0) ? $0 : nil }
    }

    /// Whether an entry is of a kind; a link to a file of the tree is one.
    private func isOf(_ kind: FileAttributes.Kind, _ number: Int) -> Bool {
        tree.entries[number].kind == kind || kind == .file && links.file(behind: number) != nil
    }

    private func find(_ components: [ArraySlice<UInt8>], from folder: Int, _ kind: FileAttributes.Kind) -> Int? {
        var number = folder
        for component in components {
            guard let next = index.child(named: component, of: number) else { return nil }
            number = next
        }
        return isOf(kind, number) ? number : nil
    }

    private mutating func respelled(
        _ components: ArraySlice<ArraySlice<UInt8>>, from folder: Int, _ kind: FileAttributes.Kind
    ) -> Int? {
        // Only names beyond ASCII have another composition; that spares most misses the search.
        guard components.contains(where: { $0.contains { $0 >= 0x80 } }) else { return nil }
        var number = folder
        for component in components {
            guard let next = index.child(named: component, of: number) ?? equivalent(of: component, in: number) else {
                return nil
            }
            number = next
        }
        return isOf(kind, number) ? number : nil
    }

    private mutating func respelled(
        _ components: [ArraySlice<UInt8>], from folder: Int, _ kind: FileAttributes.Kind
    ) -> Int? {
        respelled(components[...], from: folder, kind)
    }

    /// The one child whose name is canonically the same; none when there are two.
    private mutating func equivalent(of name: ArraySlice<UInt8>, in folder: Int) -> Int? {
        guard let wanted = String(validating: name, as: UTF8.self) else { return nil }
        if equivalents[folder] == nil {
            var names: [String: Int] = [:]
            for child in childrenBeyondASCII[folder] ?? [] {
                let name = String(decoding: tree.name(of: child), as: UTF8.self)
                names[name] = names[name] == nil ? child : -1
            }
            equivalents[folder] = names
        }
        return equivalents[folder]?[wanted].flatMap { $0 < 0 ? nil : $0 }
    }

    private static func childrenBeyondASCII(of tree: TreeSnapshot) -> [Int: [Int]] {
        var children: [Int: [Int]] = [:]
        for number in tree.entries.indices.dropFirst() where tree.name(of: number).contains(where: { $0 >= 0x80 }) {
            children[Int(tree.entries[number].parent), default: []].append(number)
        }
        return children
    }

    private static let slash = UInt8(ascii: "/")
}
