internal import EditorLogs
internal import FileTree
internal import MediaTime

/// What was shot, in numbers.
struct TotalsSection {
    private let totals: DayTotals

    init(_ totals: DayTotals) {
        self.totals = totals
    }

    func write(to page: inout HTMLWriter) {
        PageFrame.section("What was shot", "narrow", &page) { page in
            page.element("dl") { page in
                for (name, figure, aside) in figures {
                    page.element("div") { page in
                        page.element("dt", nil, name)
                        page.element("dd") { page in
                            page.text(figure)
                            page.aside(aside)
                        }
                    }
                    page.line()
                }
            }
            page.line()
            if totals.picture.clips > 0 { writeCameras(to: &page) }
        }
    }

    private typealias Figure = (name: String, figure: String, aside: String)

    private var figures: [Figure] {
        let picture = totals.picture
        let scenes = totals.scenes
        return [
            figure("Picture", picture.length, counted(picture.clips, "clip")),
            figure("Circled", picture.circledLength, counted(picture.circled, "take")),
            figure("Sound", totals.soundLength, counted(totals.soundTakes, "take")),
            ("On disk", (picture.size + totals.soundSize).description, "sound: \(totals.soundSize)"),
            ("Scenes", grouped(scenes.count), scenes.joined(separator: ", ")),
        ]
    }

    private func figure(_ name: String, _ length: ShotLength, _ counted: String) -> Figure {
        (name, length.total.words, length.unknown > 0 ? "\(counted), \(length.unknown) of unknown length" : counted)
    }

    private func writeCameras(to page: inout HTMLWriter) {
        page.markup("<table>\n")
        PageFrame.head(
            [
                .init("Camera"), .number("Rolls"), .number("Clips"), .number("Length"), .number("Circled"),
                .number("Circled length"), .number("Size"),
            ], &page)
        page.markup("<tbody>\n")
        for camera in totals.cameras { write(camera, nil, to: &page) }
        if totals.cameras.count > 1 { write(totals.picture, "total", to: &page) }
        page.markup("</tbody>\n</table>\n")
    }

    private func write(_ camera: DayTotals.Camera, _ kind: StaticString?, to page: inout HTMLWriter) {
        page.element("tr", kind) { page in
            page.cell(camera.name, "name")
            page.cell(grouped(camera.rolls.count), "n")
            page.cell(grouped(camera.clips), "n")
            page.cell(camera.length.words, "n")
            page.cell(grouped(camera.circled), "n")
            page.cell(camera.circledLength.words, "n")
            page.cell(camera.size.description, "n")
        }
        page.line()
    }
}
