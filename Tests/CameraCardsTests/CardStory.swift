import CameraCards
import FileTree
import RushesFixtures

/// A card in memory and all that is said of it, a line each.
struct CardStory {
    let card: CardTree
    let layouts: [CardLayout]

    init(_ builder: CardBuilder, label: String = "") throws {
        let disk = CrashDisk()
        try builder.write(to: disk)
        card = CardTree(try TreeWalk.snapshot(of: disk), on: disk, label: label)
        layouts = Recognition.layouts(on: card)
    }

    /// `sony-xavc certain at A001, reel A001, sealed A001: A001/MEDIAPRO.XML, A001/Clip`.
    var answers: [String] {
        layouts.map { layout in
            let reel = layout.reel.map { ", reel \($0)" } ?? ""
            let sealed = layout.sealed.isEmpty ? "" : ", sealed \(list(layout.sealed.map(\.description)))"
            let place = "\(layout.family.rawValue) \(layout.confidence.rawValue) at \(layout.root)"
            return place + reel + sealed + ": " + list(layout.reasons.map { $0.replacing("there is ", with: "") })
        }
    }

    /// The clips of all layouts, a line for each and for each of its files, then what they share.
    var clips: String {
        layouts.flatMap { layout in
            let found = Recognition.clips(of: layout, on: card)
            let shared = found.shared.map { "  " + card.path(of: $0).description }.sorted()
            return found.clips.flatMap(lines(of:)) + (shared.isEmpty ? [] : ["shared"] + shared)
        }.joined(separator: "\n")
    }

    /// What is wrong, two lines each: the kind and the place, then the sentence.
    var findings: String {
        layouts.flatMap { Recognition.clips(of: $0, on: card).findings }.map {
            "\($0.code.rawValue) \($0.severity.rawValue) at \($0.place)\n  \($0.sentence)"
        }.joined(separator: "\n")
    }

    /// The files that are on the card and in no clip of any layout, and that no layout has as a whole.
    var unlisted: [String] {
        var listed = Set<Int>()
        for found in layouts.map({ Recognition.clips(of: $0, on: card) }) {
            listed.formUnion(found.shared)
            for clip in found.clips { listed.formUnion(clip.files.map(\.number)) }
        }
        return files(below: 0).filter { !listed.contains($0) }.map { card.path(of: $0).description }
    }

    private func files(below folder: Int) -> [Int] {
        card.files(in: folder) + card.folders(in: folder).flatMap(files(below:))
    }

    private func lines(of clip: Clip) -> [String] {
        let marks = clip.marks.map(\.rawValue).sorted().map { ", \($0)" }.joined()
        let files = clip.files.map { file in
            "  \(file.role.rawValue)\(file.part.map { " \($0)" } ?? "") \(card.path(of: file.number))"
        }
        return ["\(clip.name) in \(clip.folder)\(clip.indexID.map { " = \($0)" } ?? "")\(marks)"] + files
    }

    private func list(_ texts: [String]) -> String { texts.joined(separator: ", ") }
}
