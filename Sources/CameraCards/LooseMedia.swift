internal import FileTree

/// Media on a card that no layout knows: somebody copied them there, or nobody told us of a camera's folder.
struct LooseMedia {
    /// Endings of files that hold what was recorded, in capitals; smaller copies and single frames are not of them.
    private static let endings: Set<String> = [
        "MOV", "MP4", "M4V", "MXF", "MTS", "M2TS", "M2T", "MPG", "AVI", "MKV", "R3D", "NEV", "CRM", "BRAW", "RMF",
        "INSV", "360", "WAV", "BWF",
    ]
    /// Bytes of the longest of the endings.
    private static let longestEnding = 4
    /// A sentence that lists more names than these is not read.
    private static let mostNames = 5

    private let card: CardTree
    private let files: [Int]

    /// Looks for those that are in no clip, are nobody's as a whole, and lie in none of the folders `besides`.
    init(on card: CardTree, besides parts: [Card.Part], _ folders: [RelativePath]) {
        self.card = card
        var known = Set<Int>()
        for part in parts {
            known.formUnion(part.content.shared)
            for clip in part.content.clips { known.formUnion(clip.files.map(\.number)) }
        }
        files = card.allFiles(below: 0).filter { file in
            LooseMedia.isMedia(file, on: card) && !known.contains(file)
                && (folders.isEmpty || !folders.contains { card.path(of: file).lies(within: $0) })
        }
    }

    /// One for all of them; nil where there is none.
    var finding: CardFinding? {
        guard let first = files.first else { return nil }
        let names = files.prefix(LooseMedia.mostNames).map { card.path(of: $0).description }
        let rest = files.count - names.count
        let list = names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
        let isOne = files.count == 1
        return CardFinding(
            .orphan, .warning, at: card.path(of: first),
            (isOne ? "1 media file belongs" : "\(files.count) media files belong") + " to no clip: \(list).",
            nextStep: "Nothing else is told of \(isOne ? "it" : "them"): play \(isOne ? "it" : "them") before the card "
                + "is erased.")
    }

    /// Whether a file's name ends as those of recordings do; asked of every file of every card.
    static func isMedia(_ file: Int, on card: CardTree) -> Bool { isMedia(card.tree.name(of: file)) }

    /// The same of a name.
    static func isMedia(_ name: ArraySlice<UInt8>) -> Bool {
        let tail = name.suffix(longestEnding + 1)
        guard let dot = tail.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return endings.contains(String(decoding: tail[(dot + 1)...], as: UTF8.self).uppercased())
    }
}
