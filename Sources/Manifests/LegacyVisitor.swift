internal import Checksums
internal import XMLText

/// Reads the elements of a Media Hash List v1.x, as the standard has them and as tools write them.
///
/// Order does not count, and white space around hashes does not; paths are handed on as they are.
final class LegacyVisitor: XMLVisitor {
    struct Record {
        var path = ""
        var size: Int64?
        var hashes: [ListedHash] = []
        /// Elements that are no hash we know, or whose text is none of its kind.
        var unknown: [String] = []
    }

    /// What stands beside the hashes in a record.
    private static let others: Set<String> = [
        "file", "path", "size", "creationdate", "lastmodificationdate", "hashdate", "null", "metadata",
    ]
    /// Set when the root says that this is an ASC MHL manifest: that is read otherwise.
    private(set) var isASCMHL = false

    private let take: (Record) throws(XMLReadError) -> Void
    private var depth = 0
    private var recordDepth: Int?
    private var record = Record()

    /// - Parameter take: is given each record.
    init(take: @escaping (Record) throws(XMLReadError) -> Void) {
        self.take = take
    }

    func begin(_ element: XMLElement) throws(XMLReadError) {
        depth += 1
        if depth == 1 {
            isASCMHL = element.namespace.hasPrefix("urn:ASC:MHL")
            guard element.name == "hashlist", !isASCMHL else {
                throw XMLReadError(line: element.line, reason: "it is not a media hash list")
            }
        } else if element.name == "hash", recordDepth == nil {
            recordDepth = depth
            record = Record()
        } else if recordDepth == depth - 1, element.name == "file" || element.name == "path" {
            record.path = element.attributes["name"] ?? ""
            record.size = element.attributes["size"].flatMap { Int64($0) } ?? record.size
        }
    }

    func end(_ name: String, text: String) throws(XMLReadError) {
        depth -= 1
        guard let recordDepth else { return }
        if depth < recordDepth {
            self.recordDepth = nil
            return try take(record)
        }
        guard depth == recordDepth else { return }
        switch name {
        case "file", "path": if record.path.isEmpty { record.path = text }
        case "size": record.size = Int64(text.trimmed)
        case _ where LegacyVisitor.others.contains(name): break
        default:
            if let hash = ListedHash(element: name, text: text.trimmed) {
                record.hashes.append(hash)
            } else {
                record.unknown.append(name)
            }
        }
    }
}
