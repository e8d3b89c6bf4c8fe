internal import Checksums
internal import FileTree
internal import Manifests
internal import Proof

/// Verifies one path: reads what its manifests list, compares, and counts.
struct ScopeVerification {
    private let scope: VerifyScope
    private let request: VerifyRequest
    private let tell: (VerifyEvent) -> Void
    private let shouldStop: () -> Bool
    private let coverage: Coverage
    private var outcome: VerifyOutcome

    private var tree: TreeSnapshot { scope.folder.tree }
    private var manifests: TreeManifests { scope.manifests }

    init(
        scope: VerifyScope, request: VerifyRequest, tell: @escaping (VerifyEvent) -> Void,
        shouldStop: @escaping () -> Bool
    ) {
        self.scope = scope
        self.request = request
        self.tell = tell
        self.shouldStop = shouldStop
        coverage = Coverage(of: scope.folder.tree, by: scope.manifests)
        outcome = VerifyOutcome(scope, request)
    }

    mutating func run() -> VerifyOutcome {
        let files = tree.entries.indices.filter { coverage[$0] == .listed && isAsked($0) }
        let needs = VerifyNeeds(scope, request, coverage, files: files)
        let read = request.sizesOnly ? [] : tree.entries.indices.filter { !needs.wanted[$0].isEmpty }
        let size = (request.sizesOnly ? files : read).reduce(ByteCount.zero) { $0 + self.size(of: $1) }
        tell(.began(path: scope.argument, witnesses: outcome.witnesses, files: files.count, size: size))
        // A file that is listed without a checksum is judged by its size alone.
        for number in files where request.sizesOnly || manifests.algorithms(of: number).isEmpty {
            judge(number, size: self.size(of: number), [])
        }
        if !request.sizesOnly { readAll(needs, size: size) }
        tellMissing()
        tellUnlisted()
        return outcome
    }

    private func size(of number: Int) -> ByteCount { ByteCount(tree.entries[manifests.content(of: number)].size) }

    private func isAsked(_ number: Int) -> Bool {
        scope.part.isRoot || tree.path(of: number).lies(within: scope.part)
    }

    // MARK: - Reading

    private mutating func readAll(_ needs: VerifyNeeds, size: ByteCount) {
        var reading = Reading(
            disk: scope.folder.disk, tree: tree, trustsLoop: request.trustsLoop, shouldStop: shouldStop)
        var suspects: [Int: [Checksum]] = [:]
        var hashed = needs.keepsFiles ? HashedFiles(entryCount: tree.entries.count) : nil
        reading.read(needs.wanted) { event in
            switch event {
            case .progress(let read): tell(.progress(read: read, of: size))
            case .file(let content, .success(let file)):
                outcome.size += file.size
                if !file.isFromDevice { outcome.isFromDevice = false }
                hashed?.insert(file)
                for number in needs.listed(content) {
                    if isWrong(number, file) {
                        tell(.suspect(path: tree.path(of: number)))
                        suspects[content] = file.checksums
                    } else {
                        judge(number, size: file.size, file.checksums)
                    }
                }
            case .file(let content, .failure(let failure)):
                for number in needs.listed(content) { tellUnreadable(number, failure) }
            }
        }
        readAgain(suspects, needs, &reading)
        outcome.isInterrupted = reading.wasStopped
        outcome.leftThreadsBehind = reading.leftThreadsBehind
        guard let hashed, !reading.wasStopped else { return }
        if request.comparesFolders { judgeFolders(hashed) }
        record(hashed, needs)
    }

    private mutating func judgeFolders(_ hashed: HashedFiles) {
        outcome.folders = manifests.judgeFolders(
            isHeld: { coverage.isContent($0) }, digest: { hashed.checksum($1, of: $0)?.bytes })
        for folder in outcome.folders {
            let difference: FileFinding.FolderDifference
            switch folder.result {
            case .equal, .unknown: continue
            case .contentDiffers: difference = .content
            case .structureDiffers: difference = .structure
            }
            outcome.counts.differingFolders += 1
            tell(
                .file(
                    FileFinding(
                        path: folder.path.bytes, size: nil, verdict: .folderDiffers(difference),
                        manifest: manifests.sources[folder.source].place)))
        }
    }

    /// Appends what was found to each roll's history.
    private mutating func record(_ hashed: HashedFiles, _ needs: VerifyNeeds) {
        for roll in needs.rolls {
            do throws(CustodyError) {
                outcome.recorded += try roll.record(hashed)
            } catch {
                outcome.notRecorded.append(error)
            }
        }
        outcome.notRecorded += needs.refused
    }

    /// Reads what differs a second time: twice the same points to the medium, anything else to the way to it.
    private mutating func readAgain(_ suspects: [Int: [Checksum]], _ needs: VerifyNeeds, _ reading: inout Reading) {
        var left = suspects
        reading.read(suspects.mapValues { AlgorithmSet($0.map(\.algorithm)) }) { event in
            guard case .file(let content, let second) = event, let first = left.removeValue(forKey: content) else {
                return
            }
            judgeSuspects(content, first, needs, second: second)
        }
        // Stopped before the second reading: that they differ is known all the same.
        for (content, first) in left.sorted(by: { $0.key < $1.key }) { judgeSuspects(content, first, needs) }
    }

    private mutating func judgeSuspects(
        _ content: Int, _ first: [Checksum], _ needs: VerifyNeeds,
        second: Result<HashedInPlace, HashingFailure>? = nil
    ) {
        let size = ByteCount(tree.entries[content].size)
        for number in needs.listed(content) where isWrong(number, size, first) {
            judge(number, size: size, first, second: second)
        }
    }

    private func isWrong(_ number: Int, _ file: HashedInPlace) -> Bool { isWrong(number, file.size, file.checksums) }

    private func isWrong(_ number: Int, _ size: ByteCount, _ checksums: [Checksum]) -> Bool {
        manifests.judge(number, size: size, checksums: checksums).contains { $0.judgement.isWrong }
    }

    // MARK: - Judging

    private mutating func judge(
        _ number: Int, size: ByteCount, _ checksums: [Checksum],
        second: Result<HashedInPlace, HashingFailure>? = nil
    ) {
        let judgements = manifests.judge(number, size: size, checksums: checksums)
        for (source, judgement) in judgements { outcome.witnesses[source].count(judgement) }
        guard let worst = judgements.max(by: { $0.judgement.weight < $1.judgement.weight }) else { return }
        let verdict = FileFinding.Verdict(worst.judgement, second: second)
        outcome.counts.count(verdict)
        tell(
            .file(
                FileFinding(
                    path: tree.path(of: number).bytes, size: size,
                    expectedSize: worst.judgement.isWrong ? expectedSize(of: number, by: worst.source) : nil,
                    verdict: verdict, checksums: checksums, manifest: manifests.sources[worst.source].place)))
    }

    private func expectedSize(of number: Int, by source: Int) -> ByteCount? {
        let place = manifests.sources[source].place
        for expectation in manifests.expectations(for: number) where expectation.manifest == place {
            if case .size(let size) = expectation.claim { return size }
        }
        return nil
    }

    private mutating func tellUnreadable(_ number: Int, _ failure: HashingFailure) {
        let size = self.size(of: number)
        let judgements = manifests.judge(number, size: size, checksums: [])
        for (source, _) in judgements { outcome.witnesses[source].unreadable += 1 }
        outcome.counts.unreadable += 1
        tell(
            .file(
                FileFinding(
                    path: tree.path(of: number).bytes, size: size, verdict: .unreadable(failure), checksums: [],
                    manifest: judgements.first.map { manifests.sources[$0.source].place })))
    }

    // MARK: - What is not there, and what nobody lists

    private mutating func tellMissing() {
        var seen: Set<[UInt8]> = []
        for (place, source) in manifests.sources.enumerated() {
            for file in source.missing {
                let path = source.folder.joined(file.bytes)
                guard scope.part.isRoot || RelativePath(path)?.lies(within: scope.part) == true else { continue }
                guard !isHidden(path) else {
                    outcome.counts.unknown += 1
                    continue
                }
                if let only = request.only, let inside = RelativePath(file.bytes),
                    !only.matchesOrHolds(inside)
                {
                    outcome.counts.notHere += 1
                    continue
                }
                outcome.witnesses[place].missing += 1
                guard seen.insert(path).inserted else { continue }
                outcome.counts.missing += 1
                tell(missing: path, .missing(reason: file.reason), by: source)
            }
            if scope.part.isRoot { outcome.counts.leftOut += source.leftOut }
            for folder in source.missingFolders where folder.lies(within: scope.part) && !isHidden(folder.bytes) {
                if let only = request.only, !only.matchesOrHolds(folder) { continue }
                outcome.witnesses[place].missing += 1
                guard seen.insert(folder.bytes).inserted else { continue }
                outcome.counts.missingFolders += 1
                tell(missing: folder.bytes, .folderMissing, by: source)
            }
        }
    }

    /// Whether a path lies in a folder that could not be listed: nothing is known of it.
    private func isHidden(_ path: [UInt8]) -> Bool {
        guard !tree.unreadable.isEmpty, let path = RelativePath(path) else { return false }
        return tree.unreadable.contains { path.lies(within: $0.place) }
    }

    private func tell(missing path: [UInt8], _ verdict: FileFinding.Verdict, by source: TreeManifests.Source) {
        tell(.file(FileFinding(path: path, size: nil, verdict: verdict, checksums: [], manifest: source.place)))
    }

    private mutating func tellUnlisted() {
        for number in tree.entries.indices.dropFirst() where isAsked(number) {
            switch coverage[number] {
            case .listed, .manifest, .folder: break
            case .newFolder:
                outcome.counts.foldersNotListed += 1
                tell(unlisted: number, .folderNotListed)
            case .unknown: outcome.counts.unknown += 1
            case .ignored: outcome.counts.ignored += 1
            case .system: outcome.counts.system += 1
            case .own: outcome.counts.own += 1
            case .special:
                outcome.counts.special += 1
                tell(unlisted: number, .notAFile(tree.entries[number].kind))
            case .notListed where scope.countsUnlisted:
                outcome.counts.notListed += 1
                tell(unlisted: number, .notListed)
            case .notListed: break
            }
        }
    }

    private func tell(unlisted number: Int, _ verdict: FileFinding.Verdict) {
        tell(
            .file(
                FileFinding(
                    path: tree.path(of: number).bytes, size: ByteCount(tree.entries[number].size), verdict: verdict,
                    checksums: [], manifest: nil)))
    }
}
