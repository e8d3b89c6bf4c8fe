internal import ClipMetadata
internal import DelimitedText
internal import FileTree
internal import FrameSequences
internal import MediaTime

/// A roll's clips as a table for spreadsheets: a row for each clip, a column for each field.
public struct ClipSheet {
    private let report: CardReport

    /// Takes a report.
    public init(_ report: CardReport) {
        self.report = report
    }

    /// The table as CSV for spreadsheets: no cell of it is calculated.
    public var bytes: [UInt8] {
        var writer = DelimitedWriter(.spreadsheet)
        writer.row(
            ["name", "layout", "folder", "files", "bytes", "end_tc", "seconds"] + MetadataField.all.map(\.name)
                + ["conflicts", "marks"])
        for record in report.clips { writer.row(cells(record)) }
        return writer.take()
    }

    private func cells(_ record: ClipRecord) -> [String] {
        let clip = record.clip
        let size = clip.files.reduce(clip.frames?.size ?? .zero) {
            $0 + ByteCount(report.card.tree.size(of: $1.number))
        }
        let known = MetadataField.all.map { $0.best(record.metadata, record.trust)?.value ?? "" }
        return [
            clip.name, clip.family.rawValue, clip.folder.description,
            String(clip.files.count + (clip.frames?.count ?? 0)), String(size.bytes),
            record.span?.end.metadataText ?? "", record.length?.approximate.metadataText ?? "",
        ] + known + [
            record.conflicts.map(\.name).joined(separator: ", "),
            clip.marks.map(\.rawValue).sorted().joined(separator: ", "),
        ]
    }
}
