internal import EditorLogs
internal import MediaTime

/// Rasters, rates and colour: what the cutting room sets its project to, and what does not fit in.
struct FormatSection {
    private let log: EditorLog

    init(_ log: EditorLog) {
        self.log = log
    }

    /// What clips have in common.
    private struct Format: Hashable {
        let camera: String
        let raster: String?
        let rate: String?
        let sensorRate: String?
        let codec: String?
        let colour: String?
        let look: String?

        init(_ clip: LoggedClip) {
            let values = clip.values
            camera = clip.cameraName
            raster = values[.width].flatMap { width in values[.height].map { "\(width) × \($0)" } }
                .map { size in values[.pixelAspect].flatMap { $0 == "1" ? nil : "\(size), pixel \($0)" } ?? size }
            let isDropFrame = clip.start?.base.isDropFrame == true
            rate = clip.playRate.map { $0.decimalText + (isDropFrame ? " drop-frame" : "") }
            sensorRate = values[.sensorRate].flatMap { FrameRate($0) }.flatMap {
                $0 == clip.playRate ? nil : $0.decimalText
            }
            codec = values[.codec]
            let colours = [values[.gamut], values[.gamma]].compactMap(\.self)
            colour = colours.isEmpty ? nil : colours.joined(separator: " · ")
            look = values[.look].map { values[.isLookBurnedIn] == "yes" ? "\($0) (burned in)" : $0 }
        }

        var texts: [NaturalOrder] {
            [camera, raster, rate, sensorRate, codec, colour, look].map { NaturalOrder($0 ?? "") }
        }
    }

    func write(to page: inout HTMLWriter) {
        var lengths: [Format: ShotLength] = [:]
        for clip in log.clips where clip.kind == .picture {
            lengths[Format(clip), default: ShotLength()].add(clip.seconds)
        }
        guard !lengths.isEmpty else { return }
        PageFrame.section("Raster, rate and colour", "formats", &page) { page in
            page.markup("<table>\n")
            PageFrame.head(
                [
                    .init("Camera"), .init("Raster"), .init("Rate"), .init("Sensor rate"), .init("Codec"),
                    .init("Colour"), .init("Look"), .number("Clips"), .number("Length"),
                ], &page)
            page.markup("<tbody>\n")
            for (format, length) in ordered(lengths) { write(format, length, to: &page) }
            page.markup("</tbody>\n</table>\n")
        }
    }

    private func ordered(_ lengths: [Format: ShotLength]) -> [(Format, ShotLength)] {
        lengths.map { (texts: $0.key.texts, row: ($0.key, $0.value)) }.sorted { one, other in
            for (one, other) in zip(one.texts, other.texts) where one != other { return one < other }
            return false
        }.map(\.row)
    }

    private func write(_ format: Format, _ length: ShotLength, to page: inout HTMLWriter) {
        page.element("tr") { page in
            page.cell(format.camera, "name")
            page.cell(format.raster)
            page.cell(format.rate)
            page.cell(format.sensorRate)
            page.cell(format.codec, "words")
            page.cell(format.colour, "words")
            page.cell(format.look, "words")
            page.cell(grouped(length.counted + length.unknown), "n")
            page.cell(length.words, "n")
        }
        page.line()
    }
}
