internal import Checksums
internal import FileTree
internal import Manifests
internal import Proof

/// The next generation of one roll in a folder that is verified.
struct RollRecording {
    private let folder: Folder
    private let place: RelativePath
    private let disk: PosixDisk
    private let request: RecordRequest
    private let plan: GenerationPlan
    /// The roll's entries in the folder's own snapshot.
    private let numbers: Range<Int>

    /// Decides what to read, before anything is.
    init(of place: RelativePath, in scope: VerifyScope, creator: Creator) throws(CustodyError) {
        folder = scope.folder
        self.place = place
        disk = try folder.opened()
        do throws(DiskError) {
            let tree = try TreeWalk.snapshot(of: folder.disk, at: place)
            numbers = try RollRecording.numbers(of: tree, at: place, in: folder.tree)
            let (offset, manifests) = (numbers.lowerBound, scope.manifests)
            let contents = SealContents(of: tree) { manifests.isListed($0 + offset) }
            let source = manifests.sources.first { $0.format == .ascMHL && $0.folder == place }
            request = RecordRequest(
                tree: tree, isPresent: contents.isPresent,
                algorithms: [source?.history.customaryAlgorithm ?? .xxh64],
                folderName: place.isRoot ? Array(folder.name.utf8) : Array(place.name), creator: creator,
                startedAt: Machine.now, ignore: contents.patterns)
        } catch {
            throw CustodyError(error, at: folder.argument)
        }
        do throws(ManifestError) {
            plan = try ASCMHL.plan(request, on: disk, at: place)
            try plan.checkNames(at: place)
        } catch {
            throw CustodyError(sealing: error, at: folder.argument)
        }
    }

    /// A roll's entries follow one another in the snapshot of the folder it lies in.
    private static func numbers(
        of roll: TreeSnapshot, at place: RelativePath, in tree: TreeSnapshot
    ) throws(DiskError) -> Range<Int> {
        let changed = DiskError(.look, at: place, number: 0)
        guard let first = place.isRoot ? 0 : TreeIndex(tree).number(at: place) else { throw changed }
        let numbers = first..<first + roll.entries.count
        guard numbers.upperBound <= tree.entries.count,
            roll.entries.indices.allSatisfy({ $0 == 0 || roll.name(of: $0).elementsEqual(tree.name(of: $0 + first)) })
        else { throw changed }
        return numbers
    }

    /// By the folder's entry numbers, the checksums that the generation takes.
    var wanted: [(number: Int, algorithms: AlgorithmSet)] {
        zip(numbers, plan.wanted).filter { !$0.1.isEmpty }.map { ($0, $1) }
    }

    /// Appends the generation.
    func record(_ files: HashedFiles) throws(CustodyError) -> [SealedManifest] {
        do throws(ManifestError) {
            return try ASCMHL.record(request, files.part(numbers), on: disk, at: place).manifests
        } catch {
            throw CustodyError(sealing: error, at: folder.argument)
        }
    }
}
