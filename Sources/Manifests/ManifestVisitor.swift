internal import Checksums
internal import FileTree
internal import XMLText

/// Reads the elements of one ASC MHL manifest.
///
/// Names count, prefixes and the order of elements do not. What lies in a `metadata` that is not ours is passed
/// over whole: the same names mean other things there.
final class ManifestVisitor: XMLVisitor {
    struct Record {
        var isFolder: Bool
        var path = ""
        var size: Int64?
        var previousPath: String?
        /// Those that were not marked as failed, in the manifest's order.
        var checksums: [Checksum] = []
        /// Hashes of kinds that are not known, or that are no hash of their kind.
        var unknown: [String] = []
        /// Algorithms that hash a folder.
        var folderAlgorithms: Set<ChecksumAlgorithm> = []
        var line: Int
    }

    private(set) var createdAt = ""
    private(set) var tool = ""
    private(set) var process = ""
    private(set) var patterns: [String] = []
    private(set) var references: [History.Reference] = []
    private(set) var failed: [FailedFile] = []
    /// Algorithms that hash the root folder.
    private(set) var rootAlgorithms: Set<ChecksumAlgorithm> = []

    private let take: (Record) throws(XMLReadError) -> Void
    private var names: [String] = []
    private var record: Record?
    private var hasFailed = false
    private var foreignDepth: Int?
    private var reference = (path: "", c4: "")
    private var absent = (name: "", reason: "", isEscaped: false)

    /// - Parameter take: is given each record of a file or folder.
    init(take: @escaping (Record) throws(XMLReadError) -> Void) {
        self.take = take
    }

    func begin(_ element: XMLElement) throws(XMLReadError) {
        names.append(element.name)
        if names.count == 1 {
            guard element.name == "hashlist", element.namespace.isEmpty || element.namespace == ASCMHL.namespace else {
                throw XMLReadError(line: element.line, reason: "it is not an ASC MHL manifest")
            }
        }
        guard foreignDepth == nil else { return }
        switch element.name {
        case "metadata" where record != nil: foreignDepth = names.count
        case _ where names.count > 2 && names[1] == "metadata" && element.namespace != ASCMHL.ownNamespace:
            foreignDepth = names.count
        case "hash": record = Record(isFolder: false, line: element.line)
        case "directoryhash": record = Record(isFolder: true, line: element.line)
        case "path" where record != nil: record?.size = element.attributes["size"].flatMap { Int64($0) }
        case "absentName" where element.namespace == ASCMHL.ownNamespace:
            absent.isEscaped = element.attributes["escaped"] == "percent"
        default: hasFailed = element.attributes["action"] == "failed"
        }
    }

    func end(_ name: String, text: String) throws(XMLReadError) {
        names.removeLast()
        if let depth = foreignDepth {
            if names.count < depth { foreignDepth = nil }
            return
        }
        if record == nil { return endOutside(name, text) }
        switch name {
        case "hash", "directoryhash":
            if let finished = record { try take(finished) }
            record = nil
        case "path": record?.path = text
        case "previousPath": record?.previousPath = text
        case "content", "structure": break
        default: takeHash(name, text)
        }
    }

    private func takeHash(_ name: String, _ text: String) {
        guard let algorithm = ChecksumAlgorithm(rawValue: name), let checksum = Checksum(algorithm, text: text.trimmed)
        else {
            record?.unknown.append(name)
            return
        }
        if record?.isFolder == true {
            record?.folderAlgorithms.insert(algorithm)
        } else if !hasFailed {
            record?.checksums.append(checksum)
        }
    }

    private func endOutside(_ name: String, _ text: String) {
        switch (names.last, name) {
        case ("creatorinfo", "creationdate"): createdAt = String(text.trimmed)
        case ("creatorinfo", "tool"): tool = text
        case ("processinfo", "process"): process = String(text.trimmed)
        case ("ignore", "pattern"): patterns.append(text)
        case ("content", _), ("structure", _):
            if let algorithm = ChecksumAlgorithm(rawValue: name) { rootAlgorithms.insert(algorithm) }
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
