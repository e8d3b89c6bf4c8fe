internal import Checksums
internal import FileTree
internal import Manifests
internal import Proof

/// A card that somebody wants to erase: what on it needs copies, and what it was found to hold.
struct CardToErase {
    let folder: Folder
    let volume: Volume
    /// The files that need copies, by their numbers in the tree.
    let files: [Int]
    /// How many files systems left on the card: the fixed list; they need none.
    let systemFiles: Int
    /// Where these lie: the files, or the folder of a system around them.
    let systemPlaces: [Int]
    /// Links, FIFOs, sockets and devices: they hold no footage of their own.
    let specials: [Int]
    /// Volumes mounted below the card, over folders or files: what they hold is not looked at.
    let mounts: [Int]

    private(set) var hashed: HashedFiles
    private(set) var contents: [Content?]
    private(set) var failures: [Int: HashingFailure] = [:]

    var tree: TreeSnapshot { folder.tree }

    init(_ argument: String) throws(CustodyError) {
        let search = try RollSearch(argument)
        folder = search.folder
        do throws(DiskError) {
            volume = try folder.disk.volume()
        } catch {
            throw CustodyError(error, at: argument)
        }
        let tree = folder.tree
        let system = LeftBySystems(tree)
        let chains = CardToErase.chains(of: search)
        let needy = tree.entries.indices.filter {
            tree.entries[$0].kind == .file && !system.contains($0) && !chains.contains($0)
        }
        let bound = BoundFiles(among: needy, in: folder, on: volume)
        files = needy.filter { !bound.contains($0) }
        systemFiles = system.files
        systemPlaces = system.places
        let others = tree.entries.indices.filter {
            tree.entries[$0].kind != .file && tree.entries[$0].kind != .folder && !system.contains($0)
        }
        mounts = others.filter { tree.entries[$0].kind == .mount } + needy.filter { bound.contains($0) }
        specials = others.filter { tree.entries[$0].kind != .mount }
        hashed = HashedFiles(entryCount: tree.entries.count)
        contents = Array(repeating: nil, count: tree.entries.count)
    }

    /// The chains of sound histories that the card brought: a copy continues the history, so its chain is a longer one.
    ///
    /// The manifests that a chain names are files like others and need copies; so does a chain that nothing is read
    /// from.
    private static func chains(of search: RollSearch) -> Set<Int> {
        let sound = search.manifests.sources.filter { source in
            source.format == .ascMHL && !source.history.generations.isEmpty && search.damage(of: source.folder) == nil
        }
        return Set(
            sound.compactMap { source in
                source.place.appending(Array("ascmhl_chain.xml".utf8)).flatMap { search.folder.tree.number(at: $0) }
            })
    }

    /// How much is to be read.
    var size: ByteCount { files.reduce(.zero) { $0 + ByteCount(tree.entries[$1].size) } }

    /// Reads every file that needs copies, past the cache.
    mutating func read(_ algorithms: AlgorithmSet, by reading: inout Reading, progress: (ByteCount) -> Void) {
        let wanted = Dictionary(uniqueKeysWithValues: files.map { ($0, algorithms) })
        reading.read(wanted) { event in
            switch event {
            case .progress(let read): progress(read)
            case .file(let number, .success(let file)):
                hashed.insert(file)
                contents[number] = Content(file)
            case .file(let number, .failure(let failure)): failures[number] = failure
            }
        }
    }

    /// Whether the card holds now what it held when it was looked at first: it may still be in a camera.
    func isUnchanged() -> Bool {
        guard let now = try? TreeWalk.snapshot(of: folder.disk), now.entries.count == tree.entries.count else {
            return false
        }
        return tree.entries.indices.allSatisfy { number in
            let (before, after) = (tree.entries[number], now.entries[number])
            // Only what tells of content: a mount of the card that keeps access times changes nothing here.
            return before.kind == after.kind && before.size == after.size && before.inode == after.inode
                && before.modified == after.modified && before.parent == after.parent
                && tree.name(of: number).elementsEqual(now.name(of: number))
        }
    }
}
