internal import Checksums
internal import FileTree
internal import XMLText

/// Reads the elements of a Media Hash List v1.x, as the standard has them and as tools write them.
///
/// Order does not count, and white space around hashes does not; paths are handed on as they are.
final class LegacyVisitor: XMLVisitor {
    /// What stands beside the hashes in a record.
    private static let others: Set<String> = [
        "file", "path", "size", "creationdate", "lastmodificationdate", "hashdate", "null", "metadata",
    ]
    /// Set when the document says that it is an ASC MHL manifest: that is read otherwise.
    private(set) var isASCMHL = false
    private(set) var createdAt = ""
    private(set) var tool = ""

    private let take: (ManifestEntry) throws(XMLReadError) -> Void
    private var names: [String] = []
    private var recordDepth: Int?
    private var entry = ManifestEntry()
    private var date: Instant?

    /// - Parameter take: is given each record.
    init(take: @escaping (ManifestEntry) throws(XMLReadError) -> Void) {
        self.take = take
    }

    func begin(_ element: XMLElement) throws(XMLReadError) {
        names.append(element.name)
        let depth = names.count
        if depth == 1 {
            isASCMHL = element.namespace.hasPrefix("urn:ASC:MHL")
            guard element.name == "hashlist", !isASCMHL else {
                throw XMLReadError(line: element.line, reason: "it is not a media hash list")
            }
        } else if depth == 2, element.name == "hashes" || element.name == "processinfo" {
            // Not the version in the root: tools write any there.
            isASCMHL = true
            throw XMLReadError(line: element.line, reason: "it is not a media hash list")
        } else if element.name == "hash", recordDepth == nil {
            recordDepth = depth
            entry = ManifestEntry(line: element.line)
            date = nil
        } else if recordDepth == depth - 1, element.name == "file" || element.name == "path" {
            entry.path = Array((element.attributes["name"] ?? "").utf8)
            entry.size = element.attributes["size"].flatMap { size($0) } ?? entry.size
        }
    }

    func end(_ name: String, text: String) throws(XMLReadError) {
        names.removeLast()
        let depth = names.count
        guard let recordDepth else { return endOutside(name, text) }
        if depth < recordDepth {
            self.recordDepth = nil
            return try take(dated(entry))
        }
        guard depth == recordDepth else { return }
        switch name {
        case "file", "path": if entry.path.isEmpty { entry.path = Array(text.utf8) }
        case "size": entry.size = size(String(text.trimmed))
        case "lastmodificationdate": entry.modified = Instant(xmlDateTime: text.trimmed)
        case "hashdate": date = Instant(xmlDateTime: text.trimmed)
        case _ where LegacyVisitor.others.contains(name): break
        default: takeHash(name, text.trimmed)
        }
    }

    private func takeHash(_ name: String, _ text: Substring) {
        guard let hash = ListedHash(element: name, text: text) else { return entry.unknown.append(name) }
        entry.claims.append(Claim(hash.alternatives))
        if let quirk = hash.quirk { entry.quirks.append(quirk) }
    }

    /// The date comes behind the hashes it belongs to.
    private func dated(_ entry: ManifestEntry) -> ManifestEntry {
        var entry = entry
        if let date { entry.claims = entry.claims.map { Claim($0.alternatives, date: date) } }
        return entry
    }

    private func size(_ text: String) -> Int64? { Int64(text).flatMap { $0 >= 0 ? $0 : nil } }

    private func endOutside(_ name: String, _ text: String) {
        switch (names.last, name) {
        case ("hashlist", "creationdate"), ("creatorinfo", "startdate"):
            if createdAt.isEmpty { createdAt = String(text.trimmed) }
        case ("creatorinfo", "tool"): tool = String(text.trimmed)
        default: break
        }
    }
}
