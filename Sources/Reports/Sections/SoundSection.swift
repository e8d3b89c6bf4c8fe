internal import EditorLogs
internal import MediaTime

/// Each take of sound with the pictures it belongs to, and the names of its tracks.
struct SoundSection {
    private let log: EditorLog

    init(_ log: EditorLog) {
        self.log = log
    }

    func write(to page: inout HTMLWriter) {
        let takes = SoundTake.all(of: log)
        guard !takes.isEmpty else { return }
        PageFrame.section("Sound", "sound", &page) { page in
            page.markup("<table>\n")
            PageFrame.head(
                [
                    .init("Sound"), .init("Roll"), .init("Scene"), .init("Take"), .init("TC in"), .number("Length"),
                    .init("Tracks"), .init("Picture"),
                ], &page)
            page.markup("<tbody>\n")
            for take in takes { write(take, to: &page) }
            page.markup("</tbody>\n</table>\n")
        }
    }

    private func write(_ take: SoundTake, to page: inout HTMLWriter) {
        guard let first = take.rows.first.map({ log.clips[$0] }) else { return }
        page.element("tr") { page in
            page.element("td", "name") { page in
                page.text(first.name)
                page.aside(take.rows.count > 1 ? counted(take.rows.count, "file") : nil)
            }
            page.cell(first.values[.soundRoll] ?? log.roll(of: first).name, "words")
            page.cell(first.values[.scene])
            page.element("td", "strong") { page in
                let name = first.values[.take] ?? "–"
                if first.isCircled == true { page.element("span", "circle", name) } else { page.text(name) }
                if first.isCircled == true { page.aside("circled") }
            }
            page.cell(first.start?.description, "tc")
            page.cell(take.length(in: log)?.words, "n")
            tracks(take, to: &page)
            pictures(take, to: &page)
        }
        page.line()
    }

    private func tracks(_ take: SoundTake, to page: inout HTMLWriter) {
        let names = take.rows.compactMap { log.clips[$0].values[.tracks] }
        let known = names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
        let channels = take.rows.first.flatMap { log.clips[$0].values[.channels] }
        page.cell(known.isEmpty ? channels.map { "\($0) channels" } : known.joined(separator: ", "), "words")
    }

    private func pictures(_ take: SoundTake, to page: inout HTMLWriter) {
        guard !take.pictures.isEmpty else {
            return page.element("td") { $0.element("span", "check", "no picture") }
        }
        page.cell(take.pictures.map { log.clips[$0].name }.joined(separator: ", "), "words")
    }
}
