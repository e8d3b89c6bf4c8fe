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
        let scopes = try scopes()
        // All histories are read and compared before the first of them gets a generation.
        var drafts: [GenerationDraft] = []
        for scope in scopes {
            let children = scopes.filter { isDirect($0, child: scope, among: scopes) }
            drafts.append(
                try GenerationDraft(
                    request: request, disk: disk, roll: roll, scope: scope, children: Set(children.map(\.folder))))
        }
        var receipt = SealReceipt()
        var sealed: [Int: GenerationDraft.Child] = [:]
        // Parents come before children in the tree, so backwards is bottom-up.
        for draft in drafts.reversed() {
            let manifest = try draft.seal(children: draft.records.children.compactMap { sealed[$0] }, into: &receipt)
            receipt.manifests.append(manifest)
            sealed[draft.scope.folder] = (draft.scope.path, manifest)
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
        } catch let error where error.reason == .notFound {
            return false
        } catch {
            throw ManifestError(error)
        }
    }

    private func isDirect(_ child: Scope, child parent: Scope, among scopes: [Scope]) -> Bool {
        guard child.folder != parent.folder, child.path.lies(within: parent.path) else { return false }
        return !scopes.contains { between in
            between.folder != child.folder && between.folder != parent.folder && child.path.lies(within: between.path)
                && between.path.lies(within: parent.path)
        }
    }
}
