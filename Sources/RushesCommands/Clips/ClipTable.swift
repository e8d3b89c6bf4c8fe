internal import CameraCards
internal import ClipMetadata
internal import FileTree
internal import FrameSequences
internal import Ingest
internal import MediaTime

/// Clips as rows: what an assistant looks for first.
struct ClipTable {
    /// Rows that are shown; the JSON lines hold all.
    static let most = 500

    private let clips: ArraySlice<ClipRecord>
    private let width: Int

    /// Takes clips, and the columns of the screen that they must fit; 0 where there is no screen.
    init(_ clips: ArraySlice<ClipRecord>, width: Int = 0) {
        self.clips = clips
        self.width = width
    }

    /// The rows, without an end; a column that nobody fills is left out.
    var text: String {
        let rows = clips.prefix(Self.most).map(cells)
        let filled = Self.headings.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        let table = fitting([Self.headings] + rows, filled)
        let more = clips.count - rows.count
        return more > 0 ? "\(table)\n… and \(grouped(more)) more; --json lists all." : table
    }

    /// The table of these columns, without those that a narrow screen has no room for.
    private func fitting(_ rows: [[String]], _ columns: [Int]) -> String {
        var columns = columns
        var waiting = Self.dispensable[...]
        while true {
            let text = TextTable(rows.map { row in columns.map { row[$0] } }).text
            let isWide = width > 0 && text.split(separator: "\n").contains { $0.count > width }
            guard isWide, let heading = waiting.popFirst() else { return text }
            columns.removeAll { Self.headings[$0] == heading }
        }
    }

    /// What a narrow screen does without, the first one first; the JSON lines hold all.
    private static let dispensable = ["codec", "files", "picture", "sound", "fps"]

    private static let headings = [
        "clip", "start", "length", "fps", "picture", "sound", "codec", "scene", "take", "files", "",
    ]

    private func cells(_ record: ClipRecord) -> [String] {
        func best<Value>(_ claims: Claims<Value>) -> Value? { claims.best(in: record.trust)?.value }
        let metadata = record.metadata
        let start = best(metadata.start)?.description ?? ""
        let length = record.length?.words ?? ""
        let size = best(metadata.width).flatMap { width in best(metadata.height).map { "\(width)x\($0)" } }
        let sound = [
            best(metadata.channels).map { "\($0) ch" }, best(metadata.sampleRate).map { "\(Double($0) / 1000) kHz" },
        ]
        return [
            SafeText.of(record.clip.name), start, length, record.rate?.decimalText ?? "", size ?? "",
            sound.compactMap(\.self).joined(separator: " "), SafeText.of(best(metadata.codec) ?? ""),
            SafeText.of(best(metadata.scene) ?? ""), take(record), files(record.clip), marks(record.clip),
        ]
    }

    private func take(_ record: ClipRecord) -> String {
        let take = SafeText.of(record.metadata.take.best(in: record.trust)?.value ?? "")
        return record.metadata.isCircled.best(in: record.trust)?.value == true ? take + " circled" : take
    }

    private func files(_ clip: Clip) -> String {
        clip.frames.map { "\(grouped($0.count)) frames" } ?? grouped(clip.files.count)
    }

    private func marks(_ clip: Clip) -> String {
        clip.marks.map { $0.rawValue.replacing("-", with: " ") }.sorted().joined(separator: ", ")
    }
}
