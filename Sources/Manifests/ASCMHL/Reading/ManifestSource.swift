internal import Checksums
internal import FileTree
internal import XMLText

/// A manifest's bytes, hashed while they are read.
final class ManifestSource {
    private let disk: any ReadableDisk
    private let file: DiskFile
    private let c4 = RunningChecksum(.c4)
    private let others: [RunningChecksum]
    private var offset: Int64 = 0
    private var failure: DiskError?

    init(
        disk: any ReadableDisk, place: RelativePath, algorithms: [ChecksumAlgorithm],
        largest: ByteCount = HistoryReader.largestManifest
    ) throws(ManifestError) {
        self.disk = disk
        others = algorithms.filter { $0 != .c4 }.map(RunningChecksum.init)
        file = try onDisk { () throws(DiskError) in try disk.openForReading(place, direct: false) }
        let size = try onDisk { () throws(DiskError) in try disk.attributes(of: file).size }
        guard size <= largest else {
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

extension ManifestSource {
    /// Reads the ASC MHL manifest that this is into the generation of `history` that is not ended yet.
    ///
    /// - Returns: what the manifest says of itself, and why it was refused; then the history is of no use.
    func readManifest(
        named name: [UInt8], into history: inout History
    ) -> (visitor: ManifestVisitor, refusal: XMLReadError?) {
        var grown = history
        // The visitor's closure must own what it changes; it gives it back below.
        history = History()
        grown.begin()
        var notes = ManifestNotes(name)
        var count = 0
        let visitor = ManifestVisitor { entry throws(XMLReadError) in
            count += 1
            guard count <= HistoryReader.mostRecords else {
                throw XMLReadError(line: entry.line, reason: "it has too many records")
            }
            try grown.take(entry, &notes)
        }
        var refusal: XMLReadError?
        do throws(XMLReadError) {
            try XMLReader.read(from: pull, visitor: visitor)
        } catch {
            refusal = error
        }
        grown.remarks += notes.sentences
        history = grown
        visitor.fileCount = notes.fileCount
        return (visitor, refusal)
    }
}

/// What is noticed while one manifest is read; so much of each kind that a hostile one cannot fill the memory.
struct ManifestNotes {
    /// So many sentences of one manifest are kept; more would say nothing new.
    static let most = 20

    private let name: String
    private var kept: [String] = []
    private var more = 0
    var fileCount = 0

    init(_ name: [UInt8]) {
        self.name = String(decoding: name, as: UTF8.self)
    }

    mutating func add(_ line: Int, _ sentence: @autoclosure () -> String) {
        guard kept.count < ManifestNotes.most else { return more += 1 }
        kept.append("\(name), line \(line): \(sentence())")
    }

    var sentences: [String] { more == 0 ? kept : kept + ["\(name): \(more) more remarks of this kind"] }
}

extension History {
    /// Takes what an ASC MHL manifest says of a file or folder; a path that leads out of the roll is only told of.
    fileprivate mutating func take(_ written: ManifestEntry, _ notes: inout ManifestNotes) throws(XMLReadError) {
        var entry = written
        var words: String { String(decoding: written.path, as: UTF8.self) }
        guard let path = RelativePath(written.path) ?? RelativePath(respelled: written.path) else {
            if outside.count < ManifestNotes.most { outside.append(written.path) }
            return
        }
        if path.bytes != written.path {
            notes.add(entry.line, "the path \(words) is taken for \(path)")
            entry.path = path.bytes
        }
        if let former = entry.previousPath {
            entry.previousPath = (RelativePath(former) ?? RelativePath(respelled: former))?.bytes
        }
        if entry.isFolder {
            folderHashAlgorithms.formUnion(entry.content.map(\.algorithm))
        } else {
            notes.fileCount += 1
        }
        for name in entry.unknown { notes.add(entry.line, "\(name) is not a hash that is known") }
        if entry.lacksAction, entry.hasFailed == false {
            notes.add(entry.line, "a hash does not say what it is: original or verified")
        }
        if entry.hasFailed, entry.claims.isEmpty, records.number(ofFileAt: entry.path) == nil {
            notes.add(entry.line, "only a failed hash is known of \(words)")
        }
        switch records.add(entry) {
        case .first: break
        case .again: notes.add(entry.line, "\(words) is listed a second time")
        case .againWithOtherSize: notes.add(entry.line, "\(words) is listed a second time, with another size")
        case .refused: throw XMLReadError(line: entry.line, reason: "it has too many hashes of \(words)")
        }
    }
}

extension RelativePath {
    /// A path that starts with `/` or holds `.` and empty parts, as some tools write them, without these.
    ///
    /// Nil for one that climbs: what `..` means depends on links, and nobody needs it.
    init?(respelled path: [UInt8]) {
        let parts = path.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
        self.init(Array(parts.joined(separator: [UInt8(ascii: "/")])))
    }
}
