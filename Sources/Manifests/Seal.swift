internal import Checksums
internal import FileTree
internal import Proof
internal import XMLText

/// Seals one roll on one destination: nested histories first, so that their parents can name them.
struct Seal {
    let request: SealRequest
    let disk: any Disk
    let roll: RelativePath

    /// One history that gets a generation.
    struct Scope {
        /// The entry number of the folder it is about.
        let folder: Int
        /// Where that folder lies below the roll.
        let path: RelativePath
    }

    func run() throws(ManifestError) -> SealReceipt {
        precondition(request.isPresent.count == request.tree.entries.count, "one answer a tree entry")
        try checkAlgorithms()
        var receipt = SealReceipt()
        var sealed: [(scope: Scope, manifest: SealedManifest)] = []
        // Parents come before children in the tree, so backwards is bottom-up.
        for scope in try scopes().reversed() {
            let children = sealed.filter { isDirect($0.scope, child: scope, among: sealed.map(\.scope)) }
            let draft = try GenerationDraft(
                request: request, disk: disk, roll: roll, scope: scope,
                children: children.map { ($0.scope, $0.manifest) })
            let manifest = try draft.seal(into: &receipt)
            receipt.manifests.append(manifest)
            sealed.append((scope, manifest))
        }
        return receipt
    }

    private func checkAlgorithms() throws(ManifestError) {
        guard !request.algorithms.isEmpty,
            request.algorithms.allSatisfy({
                ChecksumAlgorithm.sealable.contains($0) && request.verified.algorithms.contains($0)
            })
        else {
            let names = request.algorithms.map(\.rawValue).joined(separator: ", ")
            throw ManifestError(.cannotCarry, at: roll, "ASC MHL cannot carry these checksums: \(names)")
        }
    }

    /// The roll itself, and every folder below it that has a history of its own on the destination.
    private func scopes() throws(ManifestError) -> [Scope] {
        var scopes = [Scope(folder: 0, path: .root)]
        let whole = RollTree(
            tree: request.tree, isPresent: request.isPresent, ignored: IgnorePatterns(ASCMHL.defaultIgnore))
        try whole.descend(from: 0) { (step, path) throws(ManifestError) in
            guard case .folder(let number) = step else { return }
            let place = RelativePath(unchecked: path)
            if try hasHistory(roll.appending(place)) { scopes.append(Scope(folder: number, path: place)) }
        }
        return scopes
    }

    private func hasHistory(_ folder: RelativePath) throws(ManifestError) -> Bool {
        do throws(DiskError) {
            return try disk.attributes(of: ASCMHL.folder(of: folder)).kind == .folder
        } catch  where error.reason == .notFound {
            return false
        } catch {
            throw ManifestError(error)
        }
    }

    private func isDirect(_ child: Scope, child parent: Scope, among scopes: [Scope]) -> Bool {
        guard child.path.lies(within: parent.path) else { return false }
        return !scopes.contains {
            $0.folder != child.folder && child.path.lies(within: $0.path) && $0.path.lies(within: parent.path)
        }
    }
}
