internal import Checksums
internal import FileTree
internal import XMLText

/// Reads the elements of one ASC MHL manifest.
///
/// Names count, prefixes and the order of elements do not. What lies in a `metadata` that is not ours is passed
/// over whole: the same names mean other things there.
final class ManifestVisitor: XMLVisitor {
    private(set) var createdAt = ""
    private(set) var tool = ""
    private(set) var process = ""
    private(set) var patterns: [String] = []
    private(set) var references: [History.Reference] = []
    private(set) var failed: [FailedFile] = []
    /// The hashes of the root folder.
    private(set) var root = ManifestEntry(isFolder: true)

    /// How many files it lists; whoever takes them counts.
    var fileCount = 0

    /// More patterns than this are refused: each is held against each file, and nobody writes a hundred.
    static let mostPatterns = 1000
    /// More nested histories than this are refused: each is a folder of its own.
    static let mostReferences = 100_000
    /// More hashes in one record are refused before they are kept: nine kinds are known.
    static let mostHashes = ClaimTable.most

    private let take: (ManifestEntry) throws(XMLReadError) -> Void
    private var names: [String] = []
    /// Where the last element started.
    private var line = 0
    private var entry: ManifestEntry?
    private var hash = (action: Claim.Action?.none, hasFailed: false, lacksAction: false, date: Instant?.none)
    private var foreignDepth: Int?
    private var reference = (path: "", c4: "")
    private var absent = (name: "", reason: "", isEscaped: false)

    /// - Parameter take: is given what the manifest says of each file or folder.
    init(take: @escaping (ManifestEntry) throws(XMLReadError) -> Void) {
        self.take = take
    }

    func begin(_ element: XMLElement) throws(XMLReadError) {
        line = element.line
        names.append(element.name)
        if names.count == 1 {
            guard element.name == "hashlist", element.namespace.isEmpty || element.namespace == ASCMHL.namespace else {
                throw XMLReadError(line: element.line, reason: "it is not an ASC MHL manifest")
            }
        }
        guard foreignDepth == nil else { return }
        switch element.name {
        case "metadata" where entry != nil: foreignDepth = names.count
        case _ where names.count > 2 && names[1] == "metadata" && element.namespace != ASCMHL.ownNamespace:
            foreignDepth = names.count
        case "hash": entry = ManifestEntry(line: element.line)
        case "directoryhash": entry = ManifestEntry(isFolder: true, line: element.line)
        case "path" where entry != nil:
            entry?.size = element.attributes["size"].flatMap { Int64($0) }.flatMap { $0 >= 0 ? $0 : nil }
            entry?.modified = element.attributes["lastmodificationdate"].flatMap { Instant(xmlDateTime: $0) }
        case "absentName" where element.namespace == ASCMHL.ownNamespace:
            absent.isEscaped = element.attributes["escaped"] == "percent"
        default: beginHash(element)
        }
    }

    private func beginHash(_ element: XMLElement) {
        let action = element.attributes["action"]
        hash.hasFailed = action == "failed"
        hash.lacksAction = action == nil
        hash.action = action == "original" ? .original : action == "verified" ? .verified : nil
        hash.date = element.attributes["hashdate"].flatMap { Instant(xmlDateTime: $0) }
    }

    func end(_ name: String, text: String) throws(XMLReadError) {
        names.removeLast()
        if let depth = foreignDepth {
            if names.count < depth { foreignDepth = nil }
            return
        }
        if entry == nil {
            endOutside(name, text)
            guard patterns.count <= ManifestVisitor.mostPatterns else {
                throw XMLReadError(line: line, reason: "it has too many patterns to ignore")
            }
            guard root.hashCount <= ManifestVisitor.mostHashes else {
                throw XMLReadError(line: line, reason: "its root has too many hashes")
            }
            guard references.count <= ManifestVisitor.mostReferences else {
                throw XMLReadError(line: line, reason: "it has too many references")
            }
            return
        }
        switch name {
        case "hash", "directoryhash":
            if let finished = entry { try take(finished) }
            entry = nil
        case "path": entry?.path = Array(text.utf8)
        case "previousPath": entry?.previousPath = Array(text.utf8)
        case "content", "structure": break
        default:
            takeHash(name, text)
            guard (entry?.hashCount ?? 0) <= ManifestVisitor.mostHashes else {
                throw XMLReadError(line: line, reason: "a record in it has too many hashes")
            }
        }
    }

    private func takeHash(_ name: String, _ text: String) {
        guard let algorithm = ChecksumAlgorithm(rawValue: name), let checksum = Checksum(algorithm, text: text.trimmed)
        else {
            entry?.unknown.append(name)
            return
        }
        if entry?.isFolder == true {
            takeFolderHash(checksum, into: &entry)
        } else if hash.hasFailed {
            entry?.hasFailed = true
        } else {
            if hash.lacksAction { entry?.lacksAction = true }
            entry?.claims.append(Claim([checksum], action: hash.action, date: hash.date))
        }
    }

    private func takeFolderHash(_ checksum: Checksum, into entry: inout ManifestEntry?) {
        switch names.last {
        case "content": entry?.content.append(checksum)
        case "structure": entry?.structure.append(checksum)
        default: break
        }
    }

    private func endOutside(_ name: String, _ text: String) {
        switch (names.last, name) {
        case ("creatorinfo", "creationdate"): createdAt = String(text.trimmed)
        case ("creatorinfo", "tool"): tool = text
        case ("processinfo", "process"): process = String(text.trimmed)
        case ("ignore", "pattern"): patterns.append(text)
        case ("content", _), ("structure", _):
            guard let algorithm = ChecksumAlgorithm(rawValue: name),
                let checksum = Checksum(algorithm, text: text.trimmed)
            else { return }
            var folder: ManifestEntry? = root
            takeFolderHash(checksum, into: &folder)
            root = folder ?? root
        case ("hashlistreference", "path"): reference.path = text
        case ("hashlistreference", "c4"): reference.c4 = String(text.trimmed)
        case (_, "hashlistreference"):
            references.append(
                History.Reference(path: Array(reference.path.utf8), c4: Checksum(.c4, text: reference.c4)))
            reference = ("", "")
        case ("absentFile", "absentName"): absent.name = text
        case ("absentFile", "absentReason"): absent.reason = text
        case (_, "absentFile"):
            let bytes = absent.isEscaped ? PercentEscape.bytes(of: absent.name) : Array(absent.name.utf8)
            if let path = RelativePath(bytes) { failed.append(FailedFile(path: path, reason: absent.reason)) }
            absent = ("", "", false)
        default: break
        }
    }
}

extension ManifestVisitor {
    /// The generation that was read.
    func generation(number: Int, name: [UInt8], c4: Checksum) -> History.Generation {
        History.Generation(
            number: number, name: String(decoding: name, as: UTF8.self), createdAt: createdAt, process: process,
            tool: tool, fileCount: fileCount, c4: c4)
    }
}
