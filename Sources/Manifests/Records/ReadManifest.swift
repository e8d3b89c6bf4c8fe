internal import Checksums
public import FileTree
internal import XMLText

/// One manifest as it was read, whatever its format, not yet held against any files.
public struct ReadManifest: Sendable {
    /// What it is.
    public let format: ManifestFormat
    /// Where it lies, below its disk's root: the list, or the folder `ascmhl`.
    public let place: RelativePath
    /// What it says.
    public internal(set) var history: History
    /// What a person should know of it.
    public internal(set) var problems: [ManifestFinding] = []

    /// Reads a lone manifest, finding out by its content what it is.
    ///
    /// - Throws: where it is none, or cannot be read.
    public init(at place: RelativePath, on disk: any ReadableDisk) throws(ManifestError) {
        let head = try onDisk { () throws(DiskError) in try disk.head(of: place) }
        if ReadManifest.isXML(head) {
            try self.init(xml: place, on: disk)
        } else {
            try self.init(list: place, on: disk)
        }
    }

    /// Reads the history of a folder, and those nested in it.
    ///
    /// - Parameter last: the name of the manifest after which nothing more is read; nil for the whole history. The
    ///   histories nested in it are then left out: only the newest generation says which of theirs are meant.
    /// - Throws: also where the folder has none (status 30).
    public init(
        historyOf folder: RelativePath, upTo last: String? = nil, on disk: any ReadableDisk
    ) throws(ManifestError) {
        let reader = HistoryReader(disk: disk, last: last.map { Array($0.utf8) })
        guard let history = try reader.history(of: folder, includingNested: last == nil, depth: 0) else {
            throw ManifestError(.historyMissing, at: folder, "there is no history here")
        }
        self.init(format: .ascMHL, place: ASCMHL.folder(of: folder), history: history)
    }

    /// Whether a file's name says that it is a plain list of checksums.
    public static func isListName(_ name: String) -> Bool { ChecksumList.isName(name.utf8) }

    private init(format: ManifestFormat, place: RelativePath, history: History) {
        self.format = format
        self.place = place
        self.history = history
    }

    /// A media hash list larger than this is refused: a million files with two hashes each take 400 MiB.
    private static let largestList = ByteCount.mebibytes(2048)
    /// A plain list larger than this is refused, as it is read whole: a million files by SHA-512 take 200 MiB.
    private static let largestPlainList = ByteCount.mebibytes(256)

    /// Whether a text begins as XML does, in any encoding, with or without a byte order mark.
    private static func isXML(_ head: [UInt8]) -> Bool {
        head.first { ![0, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x20, 0x9, 0xA, 0xD].contains($0) } == UInt8(ascii: "<")
    }

    // MARK: - XML

    private init(xml place: RelativePath, on disk: any ReadableDisk) throws(ManifestError) {
        let (history, notes, isASCMHL) = try ReadManifest.mediaHashList(at: place, on: disk)
        if !isASCMHL {
            self.init(format: .mhl, place: place, history: history)
            problems = notes.findings(at: place)
            return
        }
        let source = try ManifestSource(disk: disk, place: place, algorithms: [])
        defer { source.close() }
        var read = History()
        let (visitor, refusal) = source.readManifest(named: Array(place.name), into: &read)
        let c4 = try source.finish().c4
        if let refusal { throw ManifestError(.unreadable, at: place, "the manifest cannot be read (\(refusal))") }
        read.end(visitor.generation(number: 1, name: Array(place.name), c4: c4), of: visitor)
        self.init(format: .ascMHL, place: place, history: read)
    }

    private static func mediaHashList(
        at place: RelativePath, on disk: any ReadableDisk
    ) throws(ManifestError) -> (History, ListNotes, isASCMHL: Bool) {
        let source = try ManifestSource(disk: disk, place: place, algorithms: [], largest: largestList)
        defer { source.close() }
        var history = History()
        var notes = ListNotes()
        history.begin()
        let visitor = LegacyVisitor { entry throws(XMLReadError) in
            guard history.records.count < HistoryReader.mostRecords else {
                throw XMLReadError(line: entry.line, reason: "it has too many records")
            }
            try notes.take(entry, history.records.add(entry))
        }
        do throws(XMLReadError) {
            try XMLReader.read(from: source.pull, visitor: visitor)
        } catch _ where visitor.isASCMHL {
            return (History(), ListNotes(), true)
        } catch {
            throw ManifestError(.unreadable, at: place, "the list cannot be read (\(error))")
        }
        let c4 = try source.finish().c4
        history.end(
            History.Generation(
                number: 1, name: String(decoding: place.name, as: UTF8.self), createdAt: visitor.createdAt, process: "",
                tool: visitor.tool, fileCount: history.count, c4: c4))
        return (history, notes, false)
    }

    // MARK: - Plain lists

    private init(list place: RelativePath, on disk: any ReadableDisk) throws(ManifestError) {
        let bytes = try onDisk { () throws(DiskError) in
            try disk.contents(of: place, limit: ReadManifest.largestPlainList)
        }
        var history = History()
        var notes = ListNotes()
        var unreadable: (count: Int, first: Int)?
        history.begin()
        do throws(XMLReadError) {
            try ChecksumList(bytes, name: place.name).read { (number, line) throws(XMLReadError) in
                guard let line else { return unreadable = ((unreadable?.count ?? 0) + 1, unreadable?.first ?? number) }
                // A hash alone is that of the file the list is named after: `a.mov.md5`.
                let name = line.name ?? Array(place.name.dropLastComponent)
                let entry = ManifestEntry(path: name, claims: [Claim(line.hash.alternatives)], line: number)
                try notes.take(entry, history.records.add(entry))
            }
        } catch {
            throw ManifestError(.unreadable, at: place, "the list cannot be read (\(error))")
        }
        guard history.records.count > 0, history.records.count <= HistoryReader.mostRecords else {
            throw ManifestError(.unreadable, at: place, "it is not a list of checksums that is known")
        }
        history.end(
            History.Generation(
                number: 1, name: String(decoding: place.name, as: UTF8.self), createdAt: "", process: "", tool: "",
                fileCount: history.count, c4: Checksum.of(bytes, .c4)))
        self.init(format: .list, place: place, history: history)
        problems = notes.findings(at: place)
        if let unreadable {
            problems.append(
                ManifestFinding(
                    .unknownHash, at: place,
                    "\(unreadable.count) of its lines cannot be read, the first is line \(unreadable.first)"))
        }
    }
}

/// What is noticed while a list is read; so much of each kind that a hostile one cannot fill the memory.
struct ListNotes {
    private var unknown: Set<String> = []
    private var quirks: Set<String> = []
    private var twice: [UInt8]?
    private var otherSize: [UInt8]?

    mutating func take(_ entry: ManifestEntry, _ addition: RecordTable.Addition) throws(XMLReadError) {
        if unknown.count < ManifestNotes.most { unknown.formUnion(entry.unknown) }
        if quirks.count < ManifestNotes.most { quirks.formUnion(entry.quirks) }
        switch addition {
        case .first: break
        case .again: twice = twice ?? entry.path
        case .againWithOtherSize: otherSize = otherSize ?? entry.path
        case .refused:
            let path = String(decoding: entry.path, as: UTF8.self)
            throw XMLReadError(line: entry.line, reason: "it has too many hashes of \(path)")
        }
    }

    func findings(at place: RelativePath) -> [ManifestFinding] {
        var findings = unknown.sorted().map {
            ManifestFinding(.unknownHash, at: place, "it holds \($0), which is no hash that is known")
        }
        findings += quirks.sorted().map { ManifestFinding(.remark, at: place, $0) }
        if let twice {
            let path = String(decoding: twice, as: UTF8.self)
            findings.append(ManifestFinding(.remark, at: place, "it lists \(path) twice"))
        }
        if let otherSize {
            let path = String(decoding: otherSize, as: UTF8.self)
            findings.append(ManifestFinding(.conflict, at: place, "it lists \(path) twice, with different sizes"))
        }
        return findings
    }
}

extension ArraySlice<UInt8> {
    /// A file name without its ending.
    fileprivate var dropLastComponent: ArraySlice<UInt8> {
        lastIndex(of: UInt8(ascii: ".")).map { self[..<$0] } ?? self
    }
}

extension ReadableDisk {
    /// The first bytes of a file: enough to see what it is.
    fileprivate func head(of path: RelativePath) throws(DiskError) -> [UInt8] {
        let file = try openForReading(path, direct: false)
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 64)
        let outcome: Result<Int, DiskError> = bytes.withUnsafeMutableBytes { buffer in
            do throws(DiskError) {
                return .success(try read(file, into: buffer, at: 0))
            } catch {
                return .failure(error)
            }
        }
        return Array(bytes[..<(try outcome.get())])
    }
}
