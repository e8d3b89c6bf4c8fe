internal import Checksums
internal import FileTree
internal import XMLText

/// What stands in a manifest before its records: who wrote it, and what it is about.
struct ManifestOpening {
    let creator: Creator
    let startedAt: Instant
    /// Sentences that are added to the person's comment.
    let remarks: [String]
    let process: String
    let rootHashes: (content: Checksum, structure: Checksum)?
    let patterns: [String]

    func write(to writer: inout XMLWriter) {
        writeCreator(to: &writer)
        writer.begin("processinfo")
        writer.element("process", text: process)
        if let rootHashes {
            writer.begin("roothash")
            writer.write(folderHashes: rootHashes)
            writer.end()
        }
        writer.begin("ignore")
        for pattern in patterns { writer.element("pattern", text: ASCMHL.carriable(pattern)) }
        writer.end()
        writer.end()
    }

    private func writeCreator(to writer: inout XMLWriter) {
        writer.begin("creatorinfo")
        writer.element("creationdate", text: startedAt.utc)
        writer.element("hostname", text: ASCMHL.carriable(creator.hostname))
        writer.element("tool", ["version": ASCMHL.carriable(creator.version)], text: ASCMHL.carriable(creator.tool))
        if let author = creator.author.map(Author.init) {
            if let email = author.email {
                writer.element("author", ["email": email], text: author.name)
            } else {
                writer.element("author", text: author.name)
            }
        }
        let comment = ([creator.comment] + remarks).filter { !$0.isEmpty }.joined(separator: " ")
        if !comment.isEmpty { writer.element("comment", text: ASCMHL.carriable(comment)) }
        writer.end()
    }
}

extension XMLWriter {
    /// Without hashes the folder is still listed, as the reference does, so that one that vanishes is missed.
    mutating func write(folderHashes hashes: (content: Checksum, structure: Checksum)?) {
        guard let hashes else {
            element("content")
            element("structure")
            return
        }
        for (name, checksum) in [("content", hashes.content), ("structure", hashes.structure)] {
            begin(name)
            element(checksum.algorithm.rawValue, text: checksum.description)
            end()
        }
    }
}

/// A person as ASC MHL names them: a name, and an address if it looks like one.
struct Author {
    let name: String
    let email: String?

    /// Reads `Ana Example <ana@example.org>`; anything else is a name as it stands.
    init(_ text: String) {
        let text = ASCMHL.carriable(text)
        if text.hasSuffix(">"), let open = text.lastIndex(of: "<") {
            let address = text[text.index(after: open)...].dropLast()
            let name = text[..<open].trimmingSpaces
            if Author.isAddress(address), !name.isEmpty {
                self.name = name
                email = String(address)
                return
            }
        }
        name = text
        email = nil
    }

    /// Whether the schema takes it: `[^@]+@[^\.]+\..+`.
    private static func isAddress(_ text: Substring) -> Bool {
        guard let at = text.firstIndex(of: "@"), at > text.startIndex else { return false }
        let host = text[text.index(after: at)...]
        guard let dot = host.firstIndex(of: "."), dot > host.startIndex else { return false }
        return host.index(after: dot) < host.endIndex && !text.contains { $0.isNewline || $0 == "<" }
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String { String(String(self).trimmed) }
}
