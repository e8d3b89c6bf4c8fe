internal import FileTree
internal import Manifests
internal import Offload

/// What the manifests of a tree have to do with each of its entries.
public struct Coverage: Sendable {
    /// What an entry is to the manifests.
    public enum Standing: UInt8, Hashable, Sendable {
        /// A manifest lists it.
        case listed
        /// A file of the crew's that no manifest lists.
        case notListed
        /// A file in the folder of a history that cannot be used: whether it is listed is not known.
        case unknown
        /// A manifest, or a part of a history's own folder.
        case manifest
        /// The history leaves it out by its patterns.
        case ignored
        /// A file that systems leave in any folder they show.
        case system
        /// A log of ours beside the roll it is about, or what an unfinished run keeps.
        case own
        /// A link, FIFO, socket, device or mounted volume: never followed, never read.
        case special
        /// A folder.
        case folder
        /// A folder that the history around it does not list, without files of its own to tell of.
        case newFolder
    }

    private var standings: [Standing]
    /// By entry, whether it is a folder that is no part of what is around it.
    private var isLeftOut: [Bool]

    /// Looks at every entry of a tree that manifests were found in.
    init(of tree: TreeSnapshot, by manifests: TreeManifests) {
        let contents = CardContents(tree, ignore: IgnorePatterns([]))
        let own = OwnFolders(of: tree, histories: manifests.histories)
        let unusable = UnusableHistories(of: tree, manifests)
        standings = Array(repeating: .folder, count: tree.entries.count)
        isLeftOut = Array(repeating: false, count: tree.entries.count)
        for number in tree.entries.indices.dropFirst() {
            standings[number] = Coverage.standing(of: number, tree, manifests, contents, own)
            if standings[number] == .folder {
                isLeftOut[number] =
                    isLeftOut[Int(tree.entries[number].parent)] || manifests.isPartOfManifests(number)
                    || own.holds(number) || !contents.isIncluded(number) || manifests.isIgnored(number)
            }
            if standings[number] == .notListed, unusable.hold(number) { standings[number] = .unknown }
        }
        markNewFolders(tree, manifests)
    }

    /// What an entry is to the manifests.
    public subscript(number: Int) -> Standing { standings[number] }

    private mutating func markNewFolders(_ tree: TreeSnapshot, _ manifests: TreeManifests) {
        var holdsFiles = Array(repeating: false, count: tree.entries.count)
        // Entries come parents first: backwards, all that lies in a folder is known before the folder.
        for number in tree.entries.indices.dropFirst().reversed() {
            if [.listed, .notListed, .unknown, .manifest].contains(standings[number]) { holdsFiles[number] = true }
            if holdsFiles[number] { holdsFiles[Int(tree.entries[number].parent)] = true }
        }
        for number in tree.entries.indices.dropFirst() where tree.entries[number].kind == .folder {
            guard !holdsFiles[number], !isLeftOut[number], manifests.isNewFolder(number) else { continue }
            standings[number] = .newFolder
        }
    }

    /// Whether an entry is a part of what its folder holds, as folder hashes count it.
    func isContent(_ number: Int) -> Bool {
        switch standings[number] {
        case .listed, .notListed: true
        case .folder, .newFolder: !isLeftOut[number]
        case .manifest, .ignored, .system, .own, .special, .unknown: false
        }
    }

    private static func standing(
        of number: Int, _ tree: TreeSnapshot, _ manifests: TreeManifests, _ contents: CardContents, _ own: OwnFolders
    ) -> Standing {
        switch tree.entries[number].kind {
        case .folder: return .folder
        case .file: break
        case .symbolicLink, .fifo, .socket, .device, .mount:
            // A link to a file of the tree may be listed: then that file's content counts.
            if manifests.isListed(number) { return .listed }
            if manifests.isPartOfManifests(number) { return .manifest }
            return manifests.isIgnored(number) ? .ignored : .special
        }
        if manifests.isListed(number) { return .listed }
        if manifests.isPartOfManifests(number) { return .manifest }
        if own.holds(number) { return .own }
        if !contents.isIncluded(number) { return .system }
        return manifests.isIgnored(number) ? .ignored : .notListed
    }
}

/// The folders whose histories are there and cannot be used.
private struct UnusableHistories {
    private var isInside: [Bool]

    init(of tree: TreeSnapshot, _ manifests: TreeManifests) {
        isInside = Array(repeating: false, count: tree.entries.count)
        let folders = manifests.sources.filter { $0.format == .ascMHL && $0.history.generations.isEmpty }.map(\.folder)
        guard !folders.isEmpty else { return }
        let index = TreeIndex(tree)
        for folder in folders { index.number(at: folder).map { isInside[$0] = true } }
        for number in tree.entries.indices.dropFirst() {
            isInside[number] = isInside[number] || isInside[Int(tree.entries[number].parent)]
        }
    }

    func hold(_ number: Int) -> Bool { isInside[number] }
}

/// The folders in which our own runs keep what belongs beside rolls: `Logs/<roll>` and `.rushes`.
struct OwnFolders {
    private var isOwn: [Bool]

    /// A folder below `Logs` counts only if the roll it is about lies beside: a crew may have a folder `Logs` too.
    init(of tree: TreeSnapshot, histories: [RelativePath]) {
        isOwn = Array(repeating: false, count: tree.entries.count)
        let index = TreeIndex(tree)
        for roll in histories {
            for cut in roll.components.indices {
                let names = [roll.components[..<cut], [Array("Logs".utf8)[...]], roll.components[cut...]].joined()
                let path = RelativePath(Array(names.joined(separator: [UInt8(ascii: "/")])))
                if let number = path.flatMap({ index.number(at: $0) }) { isOwn[number] = true }
            }
        }
        for number in tree.entries.indices.dropFirst() {
            let entry = tree.entries[number]
            let isRunFolder = entry.kind == .folder && tree.name(of: number).elementsEqual(".rushes".utf8)
            isOwn[number] = isOwn[number] || isRunFolder || isOwn[Int(entry.parent)]
        }
    }

    func holds(_ number: Int) -> Bool { isOwn[number] }
}
