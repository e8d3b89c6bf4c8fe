internal import CameraCards
internal import ClipMetadata
internal import FileTree

/// Reels whose numbers and days go different ways.
struct ReelOrder {
    private let rolls: Rolls

    init(_ rolls: Rolls) {
        self.rolls = rolls
    }

    /// Reels that are counted together: those of one camera, by one grammar.
    private struct Camera: Hashable {
        let grammar: ClipName.Grammar
        let letters: String
    }

    private struct Reel {
        let name: String
        var day: RecordedDay
        /// Where it is told: its earliest clip.
        var entry: Int
    }

    /// Finds reels that are of an earlier day than the reel before them.
    func judge(_ findings: inout RuleFindings) {
        for (_, reels) in cameras.sorted(by: {
            ($0.key.grammar.rawValue, $0.key.letters) < ($1.key.grammar.rawValue, $1.key.letters)
        }) {
            let inOrder = reels.sorted { $0.key < $1.key }.map(\.value)
            for (before, reel) in zip(inOrder, inOrder.dropFirst()) where reel.day.days(after: before.day) < 0 {
                guard let thing = findings.folder.named.thing(at: reel.entry) else { continue }
                findings.add(
                    .reelOrder, thing,
                    sentence("Reel \(reel.name)", reel.day.words, "reel \(before.name)", before.day.words),
                    .advice(ReelOrder.advice))
            }
        }
        sound(&findings)
    }

    private static let advice = "Compare with the camera report: a reel was labelled wrongly, or a clock was wrong."

    private func sentence(_ one: String, _ day: String, _ other: String, _ otherDay: String) -> String {
        "\(one) is of \(day), and \(other) of \(otherDay)."
    }

    /// The first day of each reel of each camera, by the reels' numbers.
    private var cameras: [Camera: [Int: Reel]] {
        var cameras: [Camera: [Int: Reel]] = [:]
        for clip in rolls.all.flatMap(\.clips) {
            guard let name = clip.grammar, name.identity != nil, let letters = name.camera, let digits = name.reel,
                let number = Int(digits), let day = RecordedDay(name)
            else { continue }
            let camera = Camera(grammar: name.grammar, letters: letters)
            let known = cameras[camera]?[number]
            if let known, day.days(after: known.day) >= 0 { continue }
            cameras[camera, default: [:]][number] = Reel(name: letters + digits, day: day, entry: clip.entry)
        }
        return cameras
    }

    private func sound(_ findings: inout RuleFindings) {
        let dated = rolls.soundRolls.filter { $0.name.date != nil }
        for (_, rolls) in Dictionary(grouping: dated, by: \.name.word).sorted(by: { $0.key < $1.key }) {
            let inOrder = rolls.sorted { ($0.name.number, $0.folder) < ($1.name.number, $1.folder) }
            for (before, roll) in zip(inOrder, inOrder.dropFirst()) {
                guard let day = roll.name.date, let dayBefore = before.name.date, day.ordinal < dayBefore.ordinal else {
                    continue
                }
                let tree = findings.folder.named.tree
                let (path, other) = (tree.path(of: roll.folder), tree.path(of: before.folder))
                findings.add(
                    .reelOrder, at: path,
                    sentence("Sound roll \(path.words)", day.metadataText, other.words, dayBefore.metadataText),
                    "Compare with the sound report: a roll was labelled wrongly, or a clock was wrong.")
            }
        }
    }
}
