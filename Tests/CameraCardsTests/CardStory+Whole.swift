import CameraCards
import FileTree
import FrameSequences

extension CardStory {
    /// Everything, as the text to expect in a test.
    ///
    /// ```
    /// gopro DCIM certain
    ///   because there is DCIM/100GOPRO
    /// clip GX010048 in DCIM/100GOPRO
    ///   essence 1 DCIM/100GOPRO/GX010048.MP4
    /// shared MISC/version.txt
    /// warning orphan DCIM/100GOPRO/GL010049.LRV: GL010049.LRV accompanies a clip that is not here: GL010049.
    /// ```
    var whole: String {
        layouts.isEmpty ? "plain folder" : layouts.flatMap(lines).joined(separator: "\n")
    }

    /// Only what is wrong.
    var wrong: String {
        layouts.flatMap { wrong(with: Recognition.clips(of: $0, on: card)) }.joined(separator: "\n")
    }

    private func lines(_ layout: CardLayout) -> [String] {
        let answer = Recognition.clips(of: layout, on: card)
        var told = ["\(layout.family.rawValue) \(layout.root) \(layout.confidence)"]
        if let reel = layout.reel { told.append("  reel \(reel)") }
        told += layout.reasons.map { "  because \($0)" }
        if !layout.sealed.isEmpty { told.append("  sealed \(paths(layout.sealed))") }
        if layout.folders != [layout.root] { told.append("  folders \(paths(layout.folders))") }
        told += answer.clips.flatMap(lines)
        told += answer.shared.map { card.path(of: $0) }.sorted().map { "shared \($0)" }
        return told + wrong(with: answer)
    }

    private func lines(_ clip: Clip) -> [String] {
        let marks = clip.marks.map { " \($0.rawValue)" }.sorted().joined()
        let frames = clip.frames.map { frames in
            let runs = frames.runs.map { " \($0.lowerBound)-\($0.upperBound)" }.joined()
            return "  frames " + String(decoding: frames.prefix + [UInt8(ascii: "#")] + frames.suffix, as: UTF8.self)
                + runs
        }
        let files = clip.files.map { "  \($0.role)\($0.part.map { " \($0)" } ?? "") \(card.path(of: $0.number))" }
        return ["clip \(clip.name) in \(clip.folder)\(marks)"] + (frames.map { [$0] } ?? []) + files
    }

    private func wrong(with answer: LayoutClips) -> [String] {
        answer.findings.map { "\($0.severity) \($0.code.rawValue) \($0.place): \($0.sentence)" }
    }

    private func paths(_ paths: [RelativePath]) -> String { paths.map(\.description).joined(separator: ", ") }
}
