internal import FileTree

/// Tells whether a place lies on a card or in a roll that nobody named: nothing of ours is ever written there.
package enum CardAround {
    /// Folders are looked at so far up: a card's deepest folder of recordings is `PRIVATE/AVCHD/BDMV/STREAM`.
    private static let highest = 5
    /// So much of each is listed: what marks a card stands at its top, and the folders around may be a whole disk.
    private static let deepest = 5, most = 4000

    /// The card or sealed roll that a folder lies in; nil where there is none.
    ///
    /// - Parameter folder: an absolute path without links.
    package static func folder(around folder: String) -> String? {
        Machine.folder(holding: "ascmhl", around: folder) ?? card(around: folder)
    }

    private static func card(around folder: String) -> String? {
        var names = folder.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
        var below: [[UInt8]] = []
        for _ in 0...highest where !names.isEmpty {
            // Our own logs of an ARRI roll look like its reel folder.
            if names.contains(where: ShallowDisk.isOurs) {
                below.insert(names.removeLast(), at: 0)
                continue
            }
            let place = "/" + names.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
            if isCard(place, names.last ?? [], below) { return place }
            below.insert(names.removeLast(), at: 0)
        }
        return nil
    }

    /// Whether a folder is a card that the folder `below` in it belongs to.
    private static func isCard(_ place: String, _ name: [UInt8], _ below: [[UInt8]]) -> Bool {
        guard let disk = try? CardDisk(path: place),
            let tree = try? TreeWalk.snapshot(of: ShallowDisk(disk, deepest: deepest, most: most)),
            let below = RelativePath(Array(below.joined(separator: [UInt8(ascii: "/")])))
                ?? (below.isEmpty ? .root : nil)
        else { return false }
        let search = CardSearch(tree, on: disk, label: String(decoding: name, as: UTF8.self))
        guard let card = search.cards(besides: []).first(where: { $0.path.isRoot })?.card else { return false }
        // Sound is told from recordings at any depth: a disk that holds some somewhere is no card.
        return card.parts.map(\.layout).contains { layout in
            let isCamera = !layout.family.isSound && layout.confidence > .guess
            if below.isRoot { return isCamera || layout.family.isSound && holdsRecordings(tree) }
            return isCamera && layout.folders.contains { !$0.isRoot && below.lies(within: $0) }
        }
    }

    /// Whether recordings of sound lie in the folder itself.
    private static func holdsRecordings(_ tree: TreeSnapshot) -> Bool {
        tree.entries.indices.dropFirst().contains { number in
            tree.entries[number].parent == 0 && tree.entries[number].kind == .file
                && String(decoding: tree.name(of: number), as: UTF8.self).lowercased().hasSuffix(".wav")
        }
    }
}
