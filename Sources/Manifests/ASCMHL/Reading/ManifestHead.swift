internal import Checksums
internal import FileTree
internal import XMLText

/// Who wrote a manifest, read to its last byte: a manifest that was cut has none.
enum ManifestHead {
    /// The C4 ID of a manifest that this tool wrote and that is whole; nil for any other file.
    static func wholeOfOurs(_ place: RelativePath, on disk: any ReadableDisk) throws(ManifestError) -> Checksum? {
        let bytes = try onDisk { () throws(DiskError) in
            try disk.contents(of: place, limit: HistoryReader.largestManifest)
        }
        let visitor = ToolVisitor()
        do throws(XMLReadError) {
            try XMLReader.read(bytes, visitor: visitor)
        } catch {
            return nil
        }
        return visitor.tool == Creator.ownTool ? Checksum.of(bytes, .c4) : nil
    }
}

private final class ToolVisitor: XMLVisitor {
    private(set) var tool: String?
    private var names: [String] = []

    func begin(_ element: XMLElement) throws(XMLReadError) {
        names.append(element.name)
        if names.count == 1, element.name != "hashlist" || element.namespace != ASCMHL.namespace {
            throw XMLReadError(line: element.line, reason: "it is not an ASC MHL manifest")
        }
    }

    func end(_ name: String, text: String) throws(XMLReadError) {
        if names == ["hashlist", "creatorinfo", "tool"] { tool = text }
        names.removeLast()
    }
}
