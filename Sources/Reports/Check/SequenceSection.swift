internal import FileTree
internal import FrameSequences
internal import NamingRules

/// The sequences of frames as ranges.
struct SequenceSection {
    /// Sequences that are shown, and ranges of one: a page must open.
    static let most = 2_000
    static let mostRanges = 40

    private let sequences: [FrameSequence]

    init(_ named: NamedTree) {
        sequences = named.sequences
    }

    func write(to page: inout HTMLWriter) {
        guard !sequences.isEmpty else { return }
        PageFrame.section("Sequences", "sequences", &page) { page in
            page.markup("<label class=\"only\"><input type=\"checkbox\" id=\"only-sequences\"> ")
            page.text("Only sequences with holes or empty frames")
            page.markup("</label>\n<table>\n")
            PageFrame.head(
                [
                    .init("Sequence"), .init("Frames"), .init("Missing"), .init("Empty"), .number("Count"),
                    .number("Size"),
                ], &page)
            page.element("tbody") { page in
                page.line()
                for sequence in sequences.prefix(Self.most) { write(sequence, to: &page) }
            }
            page.markup("\n</table>\n")
            let more = sequences.count - Self.most
            if more > 0 { page.element("p", "next", "… and \(counted(more, "sequence")) more.") }
        }
    }

    private func write(_ sequence: FrameSequence, to page: inout HTMLWriter) {
        let holes = sequence.holes
        page.element("tr", holes.isEmpty && sequence.empty.isEmpty ? "fine" : nil) { page in
            page.element("td", "name") { page in
                page.path(sequence.prefix + Array("#".utf8) + sequence.suffix, marked: nil)
                page.element("small") { $0.path(sequence.folder.bytes, marked: nil) }
            }
            page.cell(Self.words(sequence.runs))
            page.cell(Self.words(holes))
            page.cell(Self.words(sequence.empty))
            page.cell(grouped(sequence.count), "n")
            page.cell("\(sequence.size)", "n")
        }
        page.line()
    }

    private static func words(_ ranges: [ClosedRange<Int>]) -> String {
        ranges.prefix(mostRanges).map(\.words).joined(separator: ", ") + (ranges.count > mostRanges ? ", …" : "")
    }
}
