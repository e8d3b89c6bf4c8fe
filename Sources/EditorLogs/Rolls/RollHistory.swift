internal import Checksums
internal import FileTree
internal import Manifests

/// What the ASC MHL history of a roll lists; nobody here knows how its files were checked.
struct RollHistory {
    private let history: History?
    /// What is wrong with it, as a clause; nil where it is whole, or where there is none.
    let damage: String?

    /// Reads the history of a roll, whose folder is the root of `disk`.
    init(on disk: any ReadableDisk) {
        do throws(ManifestError) {
            history = try ASCMHL.history(on: disk, at: .root, includingNested: true)
            damage = nil
        } catch {
            (history, damage) = (nil, error.sentence)
        }
    }

    /// The roll at `place` as a copy on record; nil where no manifest lists anything.
    func copy(at place: String) -> RollCopy? {
        guard let history, history.count > 0, let newest = history.generations.last else { return nil }
        let at = Instant(xmlDateTime: newest.createdAt)?.utc ?? newest.createdAt
        return RollCopy(path: place, record: newest.name, at: at)
    }

    /// Files that it lists and that are not there; what was moved within the roll is not gone.
    func gone(from content: RollContent) -> Set<String> {
        guard let history else { return [] }
        let gone = history.paths.filter { !content.holds($0) }
        guard !gone.isEmpty else { return [] }
        let moved = Set(history.paths.compactMap(history.previousPath(of:)))
        return Set(gone.filter { !moved.contains($0) }.map(\.description))
    }

    /// What it lists, by file; a file that has another size than it says is not the one that was listed.
    func records(of tree: TreeSnapshot) -> RollRecords {
        guard let history else { return .none }
        let index = TreeIndex(tree)
        return RollRecords { path in
            history.record(for: path)?.checksums.first.map { "\($0.algorithm.rawValue):\($0)" }
        } evidence: { path in
            guard let record = history.record(for: path), !record.checksums.isEmpty else { return [.none] }
            let isSame = index.number(at: path).map { number in
                record.size.map { $0.bytes == tree.entries[number].size } ?? true
            }
            return [isSame == true ? .listed : .failed]
        }
    }
}
