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
}

/// Reads chains and manifests into histories.
struct HistoryReader {
    let disk: any ReadableDisk

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
            throw ManifestError(
                .manifestMissing, at: folder.appending(link.name) ?? folder,
                "the chain names \(String(decoding: link.name, as: UTF8.self)), which is not there")
        }
        var history = History()
        let listed = Set(chain.links.map(\.name))
        history.unlisted = names.subtracting(listed).compactMap { folder.appending($0) }.sorted()
        var references: [History.Reference] = []
        for link in chain.links {
            references += try read(link, in: folder, scope: scope, into: &history)
        }
        try follow(references, of: scope, includingNested, depth, into: &history)
        return history
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

    private func read(
        _ link: Chain.Link, in folder: RelativePath, scope: RelativePath, into history: inout History
    ) throws(ManifestError) -> [History.Reference] {
        guard let place = folder.appending(link.name) else { return [] }
        var grown = history
        // The visitor's closure must own what it changes; it gives it back below.
        history = History()
        var count = 0
        let visitor = ManifestVisitor { record throws(XMLReadError) in
            if !record.isFolder { count += 1 }
            guard count <= HistoryReader.mostRecords else {
                throw XMLReadError(line: record.line, reason: "it has too many records")
            }
            grown.take(record, from: link.name)
        }
        let source = try ManifestSource(disk: disk, place: place, algorithms: link.checksums.map(\.algorithm))
        defer { source.close() }
        var refusal: XMLReadError?
        do throws(XMLReadError) {
            try XMLReader.read(from: source.pull, visitor: visitor)
        } catch {
            refusal = error
        }
        let (c4, found) = try source.finish()
        guard !link.checksums.isEmpty, link.checksums.allSatisfy(found.contains) else {
            throw ManifestError(.altered, at: place, "the manifest is not the one its chain names: it was altered")
        }
        if let refusal { throw ManifestError(.unreadable, at: place, "the manifest cannot be read (\(refusal))") }
        grown.generations.append(
            History.Generation(
                number: link.sequence, name: String(decoding: link.name, as: UTF8.self), createdAt: visitor.createdAt,
                process: visitor.process, tool: visitor.tool, fileCount: count, c4: c4))
        grown.ignorePatterns = visitor.patterns
        grown.failed = visitor.failed
        grown.folderHashAlgorithms.formUnion(visitor.rootAlgorithms)
        history = grown
        return visitor.references
    }

    /// Looks up the nested histories that manifests refer to.
    ///
    /// The reference tool only prints a child's wrong hash, and lets a child that is gone pass; here both fail.
    private func follow(
        _ references: [History.Reference], of scope: RelativePath, _ includingNested: Bool, _ depth: Int,
        into history: inout History
    ) throws(ManifestError) {
        var children: [RelativePath: [History.Reference]] = [:]
        for reference in references {
            guard let path = RelativePath(reference.path), path.parent.name.elementsEqual(ASCMHL.folderName) else {
                history.remarks.append("a reference leads nowhere: \(String(decoding: reference.path, as: UTF8.self))")
                continue
            }
            children[path.parent.parent, default: []].append(reference)
        }
        history.nested = children.keys.sorted()
        guard includingNested, depth < HistoryReader.deepest else { return }
        for folder in history.nested {
            let place = scope.appending(folder)
            guard let child = try self.history(of: place, includingNested: true, depth: depth + 1) else {
                throw ManifestError(
                    .nestedHistoryMissing, at: place, "the history of the roll refers to one here, which is gone")
            }
            for reference in children[folder] ?? [] { try check(reference, against: child, at: place) }
            history.add(child, at: folder)
        }
    }

    private func check(
        _ reference: History.Reference, against child: History, at place: RelativePath
    ) throws(ManifestError) {
        guard let path = RelativePath(reference.path) else { return }
        let name = String(decoding: path.name, as: UTF8.self)
        guard let generation = child.generations.first(where: { $0.name == name }) else {
            throw ManifestError(
                .manifestMissing, at: place, "the roll's history refers to \(name), which its chain lacks")
        }
        guard reference.c4 == generation.c4 else {
            throw ManifestError(.altered, at: place, "\(name) is not the manifest that the roll's history refers to")
        }
    }
}

extension History {
    /// Takes a record as it was read; one that leads out of the roll is only remarked on.
    fileprivate mutating func take(_ record: ManifestVisitor.Record, from manifest: [UInt8]) {
        if record.isFolder { return folderHashAlgorithms.formUnion(record.folderAlgorithms) }
        let source = String(decoding: manifest, as: UTF8.self)
        guard let path = RelativePath(record.path) else {
            remarks.append("\(source), line \(record.line): the path \(record.path) leads out of the roll")
            return
        }
        for name in record.unknown {
            remarks.append("\(source), line \(record.line): \(name) is not a hash that is known")
        }
        let isFirst = add(
            path, size: record.size, checksums: record.checksums,
            previousPath: record.previousPath.flatMap { RelativePath($0) })
        if !isFirst { remarks.append("\(source), line \(record.line): \(path) is listed a second time") }
    }
}

/// A manifest's bytes, hashed while they are read.
final class ManifestSource {
    private let disk: any ReadableDisk
    private let file: DiskFile
    private let c4 = RunningChecksum(.c4)
    private let others: [RunningChecksum]
    private var offset: Int64 = 0
    private var failure: DiskError?

    init(disk: any ReadableDisk, place: RelativePath, algorithms: [ChecksumAlgorithm]) throws(ManifestError) {
        self.disk = disk
        others = algorithms.filter { $0 != .c4 }.map(RunningChecksum.init)
        file = try onDisk { () throws(DiskError) in try disk.openForReading(place, direct: false) }
        let size = try onDisk { () throws(DiskError) in try disk.attributes(of: file).size }
        guard size <= HistoryReader.largestManifest else {
            disk.close(file)
            throw ManifestError(.unreadable, at: place, "the manifest is larger than any manifest should be (\(size))")
        }
    }

    func close() {
        disk.close(file)
    }

    /// Fills the buffer; less than zero when the disk refused.
    func pull(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        do throws(DiskError) {
            let count = try disk.read(file, into: buffer, at: offset)
            offset += Int64(count)
            let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            c4.update(bytes)
            for running in others { running.update(bytes) }
            return count
        } catch {
            failure = error
            return -1
        }
    }

    /// Reads what a reader that gave up has left, and gives the checksums of the whole.
    func finish() throws(ManifestError) -> (c4: Checksum, all: Set<Checksum>) {
        withUnsafeTemporaryAllocation(byteCount: ManifestFile.piece, alignment: 1) { buffer in
            while failure == nil, pull(buffer) > 0 {}
        }
        if let failure { throw ManifestError(failure) }
        let whole = c4.finish()
        return (whole, Set(others.map { $0.finish() }).union([whole]))
    }
}
