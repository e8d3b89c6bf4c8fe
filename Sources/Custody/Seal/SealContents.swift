internal import Checksums
internal import FileTree
internal import Manifests

/// What of a folder a generation is about, and what it leaves out by which pattern.
///
/// Files that systems leave in any folder they show are no part of a roll, unless its history lists them; a pattern
/// is recorded for each kind that was seen, as other tools would call them new.
struct SealContents {
    /// By entry number: whether it is meant.
    private(set) var isPresent: [Bool]
    /// Patterns for what was left out.
    private(set) var patterns: [String] = []
    /// Links, FIFOs, sockets, devices and mounted volumes: never listed.
    private(set) var special: [Int] = []

    init(of tree: TreeSnapshot, isListed: (Int) -> Bool) {
        isPresent = Array(repeating: true, count: tree.entries.count)
        let listed = SealContents.withListedContent(tree, isListed)
        for number in tree.entries.indices.dropFirst() {
            let entry = tree.entries[number]
            let name = String(decoding: tree.name(of: number), as: UTF8.self)
            let isSystem = SystemNames.contains(tree.name(of: number), entry.kind) || name == ".rushes"
            isPresent[number] = isPresent[Int(entry.parent)] && !(isSystem && !listed[number])
            if isPresent[Int(entry.parent)], !isPresent[number] {
                let pattern = entry.kind == .folder ? name + "/" : name
                if !patterns.contains(pattern) { patterns.append(pattern) }
            }
            switch entry.kind {
            case .file, .folder: break
            case .symbolicLink, .fifo, .socket, .device, .mount: special.append(number)
            }
        }
    }

    /// By entry number: whether a manifest lists it, or something in it.
    private static func withListedContent(_ tree: TreeSnapshot, _ isListed: (Int) -> Bool) -> [Bool] {
        var listed = tree.entries.indices.map(isListed)
        for number in tree.entries.indices.reversed() where listed[number] {
            listed[Int(tree.entries[number].parent)] = true
        }
        return listed
    }
}

extension History {
    /// The checksum that a next generation takes when nobody asks for another: the folders' own, else the first.
    var customaryAlgorithm: ChecksumAlgorithm? {
        if folderHashAlgorithms.count == 1 { return folderHashAlgorithms.first }
        return paths.lazy.flatMap { self.claims(for: $0).map(\.algorithm) }
            .first { ChecksumAlgorithm.sealable.contains($0) }
    }
}
