internal import Checksums
internal import FileTree
internal import XMLText

/// The text of one ASC MHL manifest, in the order its schema demands.
struct ManifestText {
    let draft: GenerationDraft
    /// Direct nested histories, their folders below the folder this is about.
    let children: [GenerationDraft.Child]

    private var counts: GenerationDraft.Counts { draft.counts }
    private var source: GenerationSource { draft.source }
    private var failed: [FailedFile] { draft.failed }

    func write(to file: inout ManifestFile) throws(ManifestError) {
        var writer = XMLWriter()
        writer.begin("hashlist", ["version": "2.0", "xmlns": ASCMHL.namespace])
        ManifestOpening(
            creator: source.creator, startedAt: source.startedAt, remarks: remarks, process: source.process,
            rootHashes: draft.folderHashes?.hashes(of: draft.scope.folder), patterns: draft.scope.patterns.texts
        ).write(to: &writer)
        try writeHashes(to: &writer, file: &file)
        try AbsentFiles(failed).write(to: &writer, file: &file)
        writeReferences(to: &writer)
        writer.end()
        try onDisk { () throws(DiskError) in try file.append(writer.take()) }
    }

    private var remarks: [String] {
        var remarks = AbsentFiles(failed).remarks
        if counts.unlistable > 0 {
            remarks.append("Not listed, because XML cannot carry their names: \(counts.unlistable).")
        }
        if !counts.uncompared.isEmpty {
            remarks.append("Not listed, because the history has other checksums of them: \(counts.uncompared.count).")
        }
        if counts.respelledAndFailed > 0 {
            remarks.append(
                "Not listed, because they differ from what the history has under another spelling of their names: "
                    + "\(counts.respelledAndFailed).")
        }
        return remarks
    }

    private func writeHashes(to writer: inout XMLWriter, file: inout ManifestFile) throws(ManifestError) {
        // An empty element would not be valid.
        guard !counts.isEmpty else { return }
        writer.begin("hashes")
        var growing = writer
        var target = file
        try draft.records.visit { (record) throws(ManifestError) in
            switch record {
            case .file(let record):
                guard record.fate.isListed else { return }
                line(of: record).write(to: &growing)
            case .folder(let number, let path):
                growing.begin("directoryhash")
                growing.element("path", text: path)
                growing.write(folderHashes: draft.folderHashes?.hashes(of: number))
                growing.end()
            }
            try onDisk { () throws(DiskError) in try target.take(&growing) }
        }
        growing.end()
        writer = growing
        file = target
    }

    private func line(of file: ScopeRecords.File) -> ManifestLine {
        let modified = source.tree.entries[file.finding.number].modified
        return ManifestLine(
            path: file.path, size: file.finding.size.bytes, modified: ManifestLine.text(of: modified),
            hashes: file.entries.map {
                ManifestLine.Hash(
                    checksum: $0.checksum, action: $0.action.rawValue, date: file.finding.foundAt.utc)
            }, previousPath: file.previousPath?.bytes)
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
