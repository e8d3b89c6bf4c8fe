internal import FileTree

/// How a roll differs from what its log or its history says of it.
struct RollChanges {
    /// Files on record that are not there.
    var gone: Set<String> = []
    /// Files that have another size than is on record.
    var changed: Set<String> = []
    /// Files of recordings, or of the kinds that the log's rows import, that the log does not name.
    var added: Set<String> = []

    /// Whether it is just as it was.
    var isNone: Bool { gone.isEmpty && changed.isEmpty && added.isEmpty }

    /// A sentence that lists more names than these is not read.
    private static let mostNames = 5

    /// What differs, as a clause: `1 file is gone (C0002.MXF), 2 files are not named in it (C0003.MXF, C0004.MXF)`.
    var clause: String {
        let parts = [
            (gone, "is gone", "are gone"), (changed, "has another size", "have other sizes"),
            (added, "is not named in it", "are not named in it"),
        ]
        return parts.filter { !$0.0.isEmpty }.map { files, one, many in
            "\(counted(files.count, "file")) \(files.count == 1 ? one : many) (\(RollChanges.list(files)))"
        }.joined(separator: ", ")
    }

    /// `C0001.MXF, C0002.MXF and 7 more`, by path.
    static func list(_ files: Set<String>) -> String {
        let sorted = files.sorted()
        let more = sorted.count - mostNames
        return sorted.prefix(mostNames).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }
}
