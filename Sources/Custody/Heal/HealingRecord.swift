internal import Checksums
internal import FileTree
internal import Manifests
internal import Proof

/// Reads healed files under their final names, and appends a generation that says so.
struct HealingRecord {
    let request: HealRequest
    let disk: any Disk
    let places: RollPlaces
    let algorithms: Set<ChecksumAlgorithm>
    let shouldStop: () -> Bool

    enum Answer {
        /// A generation was written; so many of the files did not pass when they were read again. Those that a pattern
        /// of the history leaves out are in no generation.
        case recorded([SealedManifest], wrong: Int, leftOut: [RelativePath])
        /// Nothing could be recorded: why, and the status it leads to.
        case refused(String, RunStatus)
        /// The person asked for a stop.
        case stopped
    }

    private static let unread = Answer.refused("not all of it could be read again", .sourceUnreadable)

    /// Reads and records these files of the roll, all of them that can be listed or none.
    func write(_ paths: [RelativePath]) -> Answer {
        do throws(ManifestError) {
            let roll = Subtree(disk: disk, folder: places.roll)
            let tree = try onDisk { () throws(DiskError) in try TreeWalk.snapshot(of: roll) }
            let index = TreeIndex(tree)
            let numbers = paths.compactMap { index.number(at: $0) }.filter { tree.entries[$0].kind == .file }
            guard numbers.count == paths.count else { return HealingRecord.unread }
            let request = recordRequest(tree, numbers)
            var wanted = try ASCMHL.plan(request, on: disk, at: places.roll).wanted
            let leftOut = numbers.filter { wanted[$0].isEmpty }.map { tree.path(of: $0) }
            let meant = Set(numbers.filter { !wanted[$0].isEmpty })
            guard !meant.isEmpty else { return .recorded([], wrong: 0, leftOut: leftOut) }
            for number in wanted.indices where !meant.contains(number) { wanted[number] = [] }
            var files = HashedFiles(entryCount: tree.entries.count)
            let hashing = InPlaceHashing(
                disk: disk, tree: tree, at: places.roll, wanted: wanted, trustsLoop: self.request.trustsLoop)
            let isWhole = hashing.run(
                take: { if case .success(let file) = $0.result { files.insert(file) } }, shouldStop: shouldStop)
            guard isWhole else { return .stopped }
            guard files.count == meant.count else { return HealingRecord.unread }
            let receipt = try ASCMHL.record(request, files, on: disk, at: places.roll)
            return .recorded(receipt.manifests, wrong: receipt.failed.count, leftOut: leftOut)
        } catch {
            let status = error.cause == nil ? error.runStatus : RunStatus.destinationFailed
            return .refused(error.description, status)
        }
    }

    /// Only the healed files and the folders around them: what else lies in the roll was not read for this.
    private func recordRequest(_ tree: TreeSnapshot, _ numbers: [Int]) -> RecordRequest {
        var isPresent = [Bool](repeating: false, count: tree.entries.count)
        isPresent[0] = true
        for number in numbers {
            var next = number
            while next != 0 {
                isPresent[next] = true
                next = Int(tree.entries[next].parent)
            }
        }
        let asked = ChecksumAlgorithm.sealable.filter(algorithms.contains)
        return RecordRequest(
            tree: tree, isPresent: isPresent, algorithms: asked.isEmpty ? [.xxh64] : asked,
            folderName: places.rollName, creator: request.creator, startedAt: request.startedAt, coverage: .someFiles)
    }

    private func onDisk<Result>(_ body: () throws(DiskError) -> Result) throws(ManifestError) -> Result {
        do throws(DiskError) {
            return try body()
        } catch {
            throw ManifestError(.disk, at: error.place, error.description, cause: error)
        }
    }
}
