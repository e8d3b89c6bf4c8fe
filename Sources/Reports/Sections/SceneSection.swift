internal import EditorLogs
internal import MediaTime

/// Clips by scene, each take with its pictures.
struct SceneSection {
    private let log: EditorLog
    private let pictures: DayPictures

    init(_ log: EditorLog, _ pictures: DayPictures) {
        (self.log, self.pictures) = (log, pictures)
    }

    func write(to page: inout HTMLWriter) {
        let scenes = ShotScene.all(of: log)
        guard !scenes.isEmpty else { return }
        PageFrame.section("Clips by scene", "clips", &page) { page in
            page.markup("<table>\n")
            let columns = columns
            PageFrame.head(columns, &page)
            for scene in scenes {
                page.element("tbody") { page in
                    page.line()
                    heading(scene, columns.count, to: &page)
                    for row in scene.rows { write(row, to: &page) }
                }
                page.line()
            }
            page.markup("</table>\n")
        }
    }

    private var columns: [PageFrame.Column] {
        (pictures.areThere ? [.init("Pictures")] : []) + [
            .init("Take"), .init("Clip"), .init("Camera"), .init("TC in"), .init("TC out"), .number("Length"),
            .init("Lens"), .init("Sound"), .init("Notes"),
        ]
    }

    private func heading(_ scene: ShotScene, _ columns: Int, to page: inout HTMLWriter) {
        let length = scene.rows.reduce(into: ShotLength()) { $0.add(log.clips[$1].seconds) }
        page.element("tr", "scene") { page in
            page.markup("<th colspan=\"")
            page.text(String(columns))
            page.markup("\">")
            page.text(scene.name.map { "Scene \($0)" } ?? "No scene named")
            page.element("span", nil, "\(counted(scene.rows.count, "clip")) · \(length.words)")
            page.markup("</th>")
        }
        page.line()
    }

    private func write(_ row: Int, to page: inout HTMLWriter) {
        let clip = log.clips[row]
        page.element("tr") { page in
            if pictures.areThere { PictureCell(clip, pictures[row]).write(to: &page) }
            ClipCells(clip, log).write(to: &page)
        }
        page.line()
    }
}

/// A scene with its clips, as it was shot.
struct ShotScene {
    /// As it was written first; nil where nobody named one.
    let name: String?
    /// The places of its rows in the log: by slate, take, camera, then time.
    let rows: [Int]

    /// All scenes of a log; clips without a scene are behind the others.
    static func all(of log: EditorLog) -> [ShotScene] {
        let pictures = log.clips.indices.filter { log.clips[$0].kind == .picture }
        let groups = Dictionary(grouping: pictures) { log.clips[$0].values[.scene].map(NaturalOrder.init) }
        let named = groups.compactMap { scene, rows in scene.map { (scene: $0, rows: rows) } }
        let unnamed = groups[nil].map { [ShotScene(name: nil, rows: ordered($0, log))] } ?? []
        return named.sorted { $0.scene < $1.scene }.map { _, rows in
            ShotScene(name: rows.first.flatMap { log.clips[$0].values[.scene] }, rows: ordered(rows, log))
        } + unnamed
    }

    /// What a row is ordered by.
    private struct Key: Comparable {
        let texts: [NaturalOrder]
        let frame: Int
        let row: Int

        init(_ row: Int, _ clip: LoggedClip) {
            let fields: [LogField] = [.slate, .shot, .take, .camera]
            texts = fields.map { NaturalOrder(clip.values[$0] ?? "") }
            frame = clip.start?.frame ?? 0
            self.row = row
        }

        static func < (one: Key, other: Key) -> Bool {
            for (one, other) in zip(one.texts, other.texts) where one != other { return one < other }
            return (one.frame, one.row) < (other.frame, other.row)
        }
    }

    private static func ordered(_ rows: [Int], _ log: EditorLog) -> [Int] {
        rows.map { Key($0, log.clips[$0]) }.sorted().map(\.row)
    }
}
