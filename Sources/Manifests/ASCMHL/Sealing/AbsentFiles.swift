internal import FileTree
internal import XMLText

/// The files that a roll should hold and does not, as its manifest says them.
struct AbsentFiles {
    let files: [FailedFile]

    init(_ files: [FailedFile]) { self.files = files }

    /// What is added to the manifest's comment, for people.
    var remarks: [String] {
        switch files.count {
        case 0: []
        case 1: ["1 file of the card is not in this roll: see metadata."]
        default: ["\(files.count) files of the card are not in this roll: see metadata."]
        }
    }

    /// Our own names in our own namespace: the reference would take a `path` for a record's own, wherever it lies.
    func write(to writer: inout XMLWriter, file: inout ManifestFile) throws(ManifestError) {
        guard !files.isEmpty else { return }
        writer.begin("metadata")
        writer.begin("rushes:absent", ["xmlns:rushes": ASCMHL.ownNamespace])
        for failure in files {
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
}
