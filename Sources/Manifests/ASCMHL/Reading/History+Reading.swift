internal import Checksums
public import FileTree
internal import XMLText

extension ASCMHL {
    /// Reads the history of a roll: its chain and all manifests the chain names, each checked against the chain.
    ///
    /// - Parameters:
    ///   - disk: where the roll lies.
    ///   - roll: its folder.
    ///   - includingNested: also reads the histories it refers to, and adds what they know under their folders.
    /// - Returns: nil where there is no `ascmhl` folder.
    /// - Throws: with a status of the published table where the history is not whole.
    public static func history(
        on disk: any ReadableDisk, at roll: RelativePath, includingNested: Bool = false
    ) throws(ManifestError) -> History? {
        try HistoryReader(disk: disk).history(of: roll, includingNested: includingNested, depth: 0)
    }

    /// Whether a folder has a history, whole or not.
    public static func hasHistory(on disk: any ReadableDisk, at folder: RelativePath) throws(ManifestError) -> Bool {
        do throws(DiskError) {
            return try disk.attributes(of: ASCMHL.folder(of: folder)).kind == .folder
        } catch let error where error.reason == .notFound {
            return false
        } catch {
            throw ManifestError(error)
        }
    }
}

/// Reads chains and manifests into histories.
struct HistoryReader {
    let disk: any ReadableDisk
    /// The manifest after which nothing more is read; nil for all.
    var last: [UInt8]?

    /// A manifest larger than this is refused: one of a million files with six hashes each is smaller.
    static let largestManifest = ByteCount.mebibytes(2048)
    /// A list of more records than this is refused: no card holds so many files.
    static let mostRecords = 5_000_000
    /// Histories nested deeper than this are refused; a parent cannot contain itself, but a hostile one may say so.
    private static let deepest = 32

    func history(of scope: RelativePath, includingNested: Bool, depth: Int) throws(ManifestError) -> History? {
        let folder = ASCMHL.folder(of: scope)
        guard let names = try manifestNames(in: folder) else { return nil }
        let chain = try Chain.read(on: disk, of: scope)
        for link in chain.links where !names.contains(link.name) {
            let name = String(decoding: link.name, as: UTF8.self)
            throw ManifestError(
                .manifestMissing, at: folder.appending(link.name) ?? folder,
                ManifestName.generation(in: link.name) == nil
                    ? "the chain names \"\(name)\", which is no manifest of this folder"
                    : "the chain names \(name), which is not there")
        }
        var history = History()
        let listed = Set(chain.links.map(\.name))
        history.unlisted = names.subtracting(listed).compactMap { folder.appending($0) }.sorted()
        for link in try links(of: chain, in: folder) { try read(link, in: folder, into: &history) }
        try follow(of: scope, includingNested, depth, into: &history)
        return history
    }

    private func links(of chain: Chain, in folder: RelativePath) throws(ManifestError) -> ArraySlice<Chain.Link> {
        guard let last else { return chain.links[...] }
        guard let end = chain.links.firstIndex(where: { $0.name == last }) else {
            throw ManifestError(
                .unlistedManifest, at: folder.appending(last) ?? folder,
                "the chain beside this manifest does not list it")
        }
        return chain.links[...end]
    }

    /// The manifests in a history's folder; nil when there is no such folder.
    private func manifestNames(in folder: RelativePath) throws(ManifestError) -> Set<[UInt8]>? {
        do throws(DiskError) {
            guard try disk.attributes(of: folder).kind == .folder else { return nil }
            let files = try disk.entries(of: folder).filter { $0.attributes.kind == .file }
            return Set(files.map(\.name).filter { ManifestName.generation(in: $0) != nil })
        } catch let error where error.reason == .notFound {
            return nil
        } catch {
            throw ManifestError(error)
        }
    }

    private func read(_ link: Chain.Link, in folder: RelativePath, into history: inout History) throws(ManifestError) {
        guard let place = folder.appending(link.name) else { return }
        guard !link.checksums.isEmpty else {
            throw ManifestError(
                .altered, at: place,
                link.hasUnreadableHash
                    ? "the chain has a hash of this manifest that is none" : "the chain has no hash of this manifest")
        }
        let source = try ManifestSource(disk: disk, place: place, algorithms: link.checksums.map(\.algorithm))
        defer { source.close() }
        let (visitor, refusal) = source.readManifest(named: link.name, into: &history)
        let (c4, found) = try source.finish()
        guard link.checksums.allSatisfy(found.contains) else {
            throw ManifestError(.altered, at: place, "the manifest is not the one its chain names: it was altered")
        }
        if let refusal { throw ManifestError(.unreadable, at: place, "the manifest cannot be read (\(refusal))") }
        history.end(visitor.generation(number: link.sequence, name: link.name, c4: c4), of: visitor)
    }

    /// Looks up the nested histories that manifests refer to.
    ///
    /// The reference tool only prints a child's wrong hash, and lets a child that is gone pass; here both fail.
    private func follow(
        of scope: RelativePath, _ includingNested: Bool, _ depth: Int, into history: inout History
    ) throws(ManifestError) {
        var children: [RelativePath: [History.Reference]] = [:]
        for reference in history.references {
            guard let child = reference.folder else {
                history.remarks.append("a reference leads nowhere: \(String(decoding: reference.path, as: UTF8.self))")
                continue
            }
            guard !child.isRoot else {
                // It names one of its own: never read again for that, which would have no end.
                if includingNested { try history.check(reference, at: scope) }
                continue
            }
            children[history.currentName(ofFolder: child), default: []].append(reference)
        }
        history.nested = children.keys.sorted()
        guard includingNested, depth < HistoryReader.deepest else { return }
        var held: Set<RelativePath> = []
        for folder in history.nested {
            let place = scope.appending(folder)
            // Parents come first: what one of them has brought along is only held against what is said of it here.
            let isHeld = held.contains(folder)
            guard let child = try self.history(of: place, includingNested: !isHeld, depth: depth + 1) else {
                throw ManifestError(
                    .nestedHistoryMissing, at: place, "the history of the roll refers to one here, which is gone")
            }
            for reference in children[folder] ?? [] { try child.check(reference, at: place) }
            guard !isHeld else { continue }
            held.formUnion(child.nested.map { folder.appending($0) })
            history.add(child, at: folder)
            history.ignorePatterns += NestedPatterns.texts(child.ignorePatterns, above: folder)
        }
    }
}

extension History.Reference {
    /// The folder of the nested history, below the folder of the one that refers to it.
    var folder: RelativePath? {
        guard let path = RelativePath(path), path.parent.name.elementsEqual(ASCMHL.folderName) else { return nil }
        return path.parent.parent
    }
}

extension History {
    /// Holds what a parent says of one of this history's manifests against what is there.
    func check(_ reference: Reference, at place: RelativePath) throws(ManifestError) {
        guard let path = RelativePath(reference.path) else { return }
        let name = String(decoding: path.name, as: UTF8.self)
        guard let generation = generations.first(where: { $0.name == name }) else {
            throw ManifestError(
                .manifestMissing, at: place, "the roll's history refers to \(name), which its chain lacks")
        }
        guard reference.c4 == generation.c4 else {
            throw ManifestError(.altered, at: place, "\(name) is not the manifest that the roll's history refers to")
        }
    }

    /// Ends a generation that a visitor has read.
    mutating func end(_ generation: Generation, of visitor: ManifestVisitor) {
        // The list is inherited, and can only grow: a tool that writes none does not take it back.
        if !visitor.patterns.isEmpty { ignorePatterns = visitor.patterns }
        failed += visitor.failed
        folderHashAlgorithms.formUnion(visitor.root.content.map(\.algorithm))
        if !visitor.root.content.isEmpty || !visitor.root.structure.isEmpty {
            rootHash = FolderHash(
                generation: generations.count, content: visitor.root.content, structure: visitor.root.structure)
        }
        references += visitor.references
        end(generation)
    }
}
