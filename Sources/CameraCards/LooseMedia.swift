internal import FileTree
internal import FrameSequences

/// Media on a card that no layout knows: somebody copied them there, or nobody told us of a camera's folder.
struct LooseMedia {
    /// Endings of files that hold what was recorded, in capitals; smaller copies and single frames are not of them.
    private static let endings: Set<String> = [
        "MOV", "MP4", "M4V", "MXF", "MTS", "M2TS", "M2T", "MPG", "AVI", "MKV", "R3D", "NEV", "CRM", "BRAW", "RMF",
        "INSV", "360", "WAV", "BWF",
    ]
    /// Those of them that hold nothing but sound.
    private static let soundEndings: Set<String> = ["WAV", "BWF"]
    /// Folders in which cameras and people keep smaller copies, in capitals.
    private static let proxyFolders: Set<String> = ["PROXY", "PROXIES", "SUB"]
    /// Bytes of the longest of the endings.
    private static let longestEnding = 4
    /// A sentence that lists more names than these is not read.
    private static let mostNames = 5

    private let card: CardTree
    /// Those that no layout has seen; of sound only what lies among a layout's own files.
    private let files: [Int]
    /// The same with those that layouts have seen and that are of no clip.
    private let media: [Int]
    /// Sequences of frames.
    let sequences: [FrameSequence]

    /// Looks for those that are in no clip, are nobody's as a whole, and lie in none of the folders `besides`.
    init(on card: CardTree, besides parts: [Card.Part], _ folders: [RelativePath]) {
        self.card = card
        func isElsewhere(_ path: RelativePath) -> Bool { folders.contains { path.lies(within: $0) } }
        var (known, shared) = (Set<Int>(), Set<Int>())
        var framed = Set<RelativePath>()
        for part in parts {
            shared.formUnion(part.content.shared)
            for clip in part.content.clips {
                known.formUnion(clip.files.map(\.number))
                if let frames = clip.frames { framed.insert(frames.folder) }
            }
        }
        media = card.allFiles(below: 0).filter { file in
            LooseMedia.isMedia(file, on: card) && !known.contains(file)
                && (folders.isEmpty || !isElsewhere(card.path(of: file)))
        }
        files = media.filter { file in
            guard !shared.contains(file) else { return false }
            // A roll of sound beside a camera's folders has takes and no clips, whatever else lies with it.
            let path = card.path(of: file)
            return !LooseMedia.isSound(file, on: card) || parts.contains { $0.layout.claims(path) }
        }
        sequences = PlainFrames.sequences(on: card).filter { !framed.contains($0.folder) && !isElsewhere($0.folder) }
    }

    /// One for all of the files; nil where there is none.
    var finding: CardFinding? {
        guard let first = files.first else { return nil }
        let isOne = files.count == 1
        return CardFinding(
            .orphan, .warning, at: card.path(of: first),
            (isOne ? "1 media file belongs" : "\(files.count) media files belong") + " to no clip: \(list(files)).",
            nextStep: "No list of clips tells of \(isOne ? "it" : "them"): play \(isOne ? "it" : "them") before the "
                + "card is erased.")
    }

    /// Those that a folder's name calls smaller copies; nil where there are none.
    var proxyFinding: CardFinding? {
        let proxies = media.filter(isProxy)
        guard let first = proxies.first else { return nil }
        let isOne = proxies.count == 1
        return CardFinding(
            .orphan, .note, at: card.path(of: first),
            "\(isOne ? "1 media file lies in a folder" : "\(proxies.count) media files lie in folders") of smaller "
                + "copies and \(isOne ? "is no row" : "are no rows") of the log: \(list(proxies)).",
            nextStep: "Where \(isOne ? "it is all" : "they are all") there is of a clip, look for the clip on the card "
                + "before it is erased.")
    }

    /// Those that hold nothing; nil where there are none.
    var emptyFinding: CardFinding? {
        let empty = media.filter { card.size(of: $0) == 0 }
        guard let first = empty.first else { return nil }
        let isOne = empty.count == 1
        return CardFinding(
            .emptyFile, .error, at: card.path(of: first),
            "\(isOne ? "1 media file is" : "\(empty.count) media files are") empty: \(list(empty)).",
            nextStep: "Look for \(isOne ? "it" : "them") on the card before it is erased; copy the card again.")
    }

    private func list(_ files: [Int]) -> String {
        let names = files.prefix(LooseMedia.mostNames).map { card.path(of: $0).description }
        let rest = files.count - names.count
        return names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    // MARK: - As clips

    /// A clip for each file and for each sequence of frames, by path; smaller copies are none.
    var clips: [Clip] {
        let all = media.filter { !isProxy($0) }.map(clip) + sequences.map(PlainFrames.clip)
        return all.sorted { ($0.folder, $0.name) < ($1.folder, $1.name) }
    }

    private func clip(_ file: Int) -> Clip {
        let stem = card.stem(of: file)
        return Clip(
            name: stem, grammar: ClipName(stem), family: LooseMedia.isSound(file, on: card) ? .soundRoll : .genericDCIM,
            folder: card.folder(of: file), files: [Clip.File(file, .essence)])
    }

    /// Whether the name of a folder around a file says that smaller copies lie in it.
    private func isProxy(_ file: Int) -> Bool {
        var folder = Int(card.tree.entries[file].parent)
        while folder != 0 {
            if LooseMedia.proxyFolders.contains(card.capitals(of: folder)) { return true }
            folder = Int(card.tree.entries[folder].parent)
        }
        return false
    }

    private static func isSound(_ file: Int, on card: CardTree) -> Bool {
        soundEndings.contains(card.fileExtension(of: file))
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
