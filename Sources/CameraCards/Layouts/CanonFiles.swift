internal import FileTree

/// Files that Canon names after their clip: `A_0003C048H260421_082509HN_CANON_001.MP4`, `…_CANON_Proxy.MP4`.
enum CanonFiles {
    /// Adds those whose names follow Canon's grammars; others are an index or settings.
    static func add(_ files: [Int], to grouping: inout ClipGrouping, on card: CardTree) {
        let raw = Set(files.filter { card.fileExtension(of: $0) == "CRM" }.map { card.stem(of: $0).uppercased() })
        for file in files {
            let stem = card.stem(of: file)
            guard let grammar = ClipName(stem, trying: [.canonNew, .canonCine]) else { continue }
            let clip = clipName(stem, grammar)
            // Raw is recorded together with a smaller movie of the same name.
            let isProxy =
                grammar.role != nil || card.fileExtension(of: file) != "CRM" && raw.contains(stem.uppercased())
            let role = role(of: file, on: card)
            grouping.add(
                file, as: role == .essence && isProxy ? .proxy : role, to: clip,
                folder: card.folder(of: file), part: role == .essence ? grammar.part : nil,
                grammar: ClipName(clip, trying: [.canonNew, .canonCine]))
        }
    }

    /// The name without the part and `_Proxy` behind it.
    private static func clipName(_ stem: String, _ grammar: ClipName) -> String {
        let whole = grammar.role != nil ? stem.dropLast("_Proxy".count) : stem[...]
        return String(grammar.part != nil ? whole.dropLast("_001".count) : whole)
    }

    /// What a file is by its extension.
    static func role(of file: Int, on card: CardTree) -> Clip.Role {
        switch card.fileExtension(of: file) {
        case "MXF", "MP4", "CRM", "MOV": .essence
        case "WAV": .audio
        case "THM", "JPG": .thumbnail
        default: .sidecar
        }
    }
}
