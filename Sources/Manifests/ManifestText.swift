internal import Checksums
internal import FileTree
internal import Proof
internal import XMLText

/// The text of one ASC MHL manifest, in the order its schema demands.
struct ManifestText {
    let draft: GenerationDraft
    /// Direct nested histories, their folders below the folder this is about.
    let children: [GenerationDraft.Child]

    private var counts: GenerationDraft.Counts { draft.counts }
    private var request: SealRequest { draft.request }
    /// Failed files are said once, in the roll's own manifest.
    private var failed: [FailedFile] { draft.scope.folder == 0 ? request.failed : [] }

    func write(to file: inout ManifestFile) throws(ManifestError) {
        var writer = XMLWriter()
        writer.begin("hashlist", ["version": "2.0", "xmlns": ASCMHL.namespace])
        writeCreator(to: &writer)
        writeProcess(to: &writer)
        try writeHashes(to: &writer, file: &file)
        try writeFailed(to: &writer, file: &file)
        writeReferences(to: &writer)
        writer.end()
        try onDisk { () throws(DiskError) in try file.append(writer.take()) }
    }

    private func writeCreator(to writer: inout XMLWriter) {
        let creator = request.creator
        writer.begin("creatorinfo")
        writer.element("creationdate", text: request.startedAt.utc)
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

    private var remarks: [String] {
        var remarks: [String] = []
        if failed.count == 1 { remarks.append("1 file of the card is not in this roll: see metadata.") }
        if failed.count > 1 { remarks.append("\(failed.count) files of the card are not in this roll: see metadata.") }
        if counts.unlistable > 0 {
            remarks.append("Not listed, because XML cannot carry their names: \(counts.unlistable).")
        }
        if counts.uncompared > 0 {
            remarks.append("Not listed, because the history has other checksums of them: \(counts.uncompared).")
        }
        return remarks
    }

    private func writeProcess(to writer: inout XMLWriter) {
        writer.begin("processinfo")
        writer.element("process", text: "transfer")
        if let hashes = draft.folderHashes?.hashes(of: draft.scope.folder) {
            writer.begin("roothash")
            write(hashes, to: &writer)
            writer.end()
        }
        writer.begin("ignore")
        for pattern in draft.records.roll.ignored.texts { writer.element("pattern", text: ASCMHL.carriable(pattern)) }
        writer.end()
        writer.end()
    }

    private func writeHashes(to writer: inout XMLWriter, file: inout ManifestFile) throws(ManifestError) {
        // An empty element would not be valid.
        guard !counts.isEmpty else { return }
        let algorithms = ChecksumAlgorithm.sealable.filter(request.algorithms.contains)
        writer.begin("hashes")
        var growing = writer
        var target = file
        try draft.records.visit { (record) throws(ManifestError) in
            switch record {
            case .file(let verified, let path, let fate):
                guard fate.isListed else { return }
                write(verified, at: path, fate == .original ? "original" : "verified", algorithms, to: &growing)
            case .folder(let number, let path):
                growing.begin("directoryhash")
                growing.element("path", text: path)
                write(draft.folderHashes?.hashes(of: number), to: &growing)
                growing.end()
            }
            try onDisk { () throws(DiskError) in try target.take(&growing) }
        }
        growing.end()
        writer = growing
        file = target
    }

    private func write(
        _ file: VerifiedFile, at path: [UInt8], _ action: String, _ algorithms: [ChecksumAlgorithm],
        to writer: inout XMLWriter
    ) {
        let modified = draft.records.roll.tree.entries[file.number].modified
        let size = String(file.size.bytes)
        writer.begin("hash")
        // xs:dateTime has four digits for the year, and no year 0.
        if (1...9999).contains(modified.calendar.year) {
            writer.element("path", ["size": size, "lastmodificationdate": modified.utc], text: path)
        } else {
            writer.element("path", ["size": size], text: path)
        }
        for algorithm in algorithms {
            guard let checksum = file.checksums.first(where: { $0.algorithm == algorithm }) else { continue }
            writer.element(
                algorithm.rawValue, ["action": action, "hashdate": file.provedAt.utc], text: checksum.description)
        }
        writer.end()
    }

    /// Without hashes the folder is still listed, as the reference does, so that one that vanishes is missed.
    private func write(_ hashes: (content: Checksum, structure: Checksum)?, to writer: inout XMLWriter) {
        guard let hashes else {
            writer.element("content")
            writer.element("structure")
            return
        }
        for (name, checksum) in [("content", hashes.content), ("structure", hashes.structure)] {
            writer.begin(name)
            writer.element(checksum.algorithm.rawValue, text: checksum.description)
            writer.end()
        }
    }

    /// Our own names in our own namespace: the reference would take a `path` for a record's own, wherever it lies.
    private func writeFailed(to writer: inout XMLWriter, file: inout ManifestFile) throws(ManifestError) {
        guard !failed.isEmpty else { return }
        writer.begin("metadata")
        writer.begin("rushes:absent", ["xmlns:rushes": ASCMHL.ownNamespace])
        for failure in failed {
            writer.begin("rushes:absentFile")
            if XMLWriter.canCarry(failure.path.bytes) {
                writer.element("rushes:absentName", text: failure.path.bytes)
            } else {
                let name = PercentEscape.text(of: failure.path.bytes)
                writer.element("rushes:absentName", ["escaped": "percent"], text: name)
            }
            writer.element("rushes:absentReason", text: ASCMHL.carriable(failure.reason))
            writer.end()
            try onDisk { () throws(DiskError) in try file.take(&writer) }
        }
        writer.end()
        writer.end()
    }

    private func writeReferences(to writer: inout XMLWriter) {
        let children = children.filter { XMLWriter.canCarry($0.folder.bytes) }.sorted { $0.folder < $1.folder }
        guard !children.isEmpty else { return }
        writer.begin("references")
        for child in children {
            let place = ASCMHL.folder(of: child.folder).appending(component: child.manifest.path.name)
            writer.begin("hashlistreference")
            writer.element("path", text: place.bytes)
            writer.element("c4", text: child.manifest.c4.description)
            writer.end()
        }
        writer.end()
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
