internal import ClipMetadata
internal import FileTree

/// The clips of a P2 card: what the XML in `CLIP` says belongs together, joined where a recording went on.
struct P2Clips {
    private let card: CardTree
    private let root: Int
    private let index: P2Index
    private var grouping: ClipGrouping

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        guard let root = card.number(of: layout.root) else { return LayoutClips() }
        let index = P2Index(in: root, on: card)
        var clips = P2Clips(
            card: card, root: root, index: index, grouping: ClipGrouping(PanasonicP2Layout.family, on: card))
        clips.addAll()
        index.findings.forEach { clips.grouping.note($0) }
        clips.loseAll()
        if root != 0, card.file(at: "LASTCLIP.TXT") == nil {
            clips.grouping.note(.noIndex("LASTCLIP.TXT", in: card.path(of: root).parent))
        }
        var result = clips.grouping.finish()
        // A part of a recording is told as missing where its XML is.
        let isTold = !index.lost.isEmpty
        if isTold { result.findings.removeAll { $0.code == .missingPart && $0.place == card.video(in: root) } }
        // The numbers of clips that others went on in are not missing.
        if !index.joins.isEmpty { result.findings.removeAll { $0.code == .clipGap } }
        result.shareRest(of: layout, on: card)
        return result
    }

    /// What lies in which folder; the names in `AUDIO` and `VOICE` end with a channel of two digits.
    private static let folders: [(name: String, role: Clip.Role, hasChannel: Bool)] = [
        ("CLIP", .sidecar, false), ("VIDEO", .essence, false), ("AUDIO", .audio, true), ("ICON", .thumbnail, false),
        ("VOICE", .sidecar, true), ("PROXY", .proxy, false),
    ]

    private mutating func addAll() {
        for (name, role, hasChannel) in P2Clips.folders {
            for file in card.folder(at: name, from: root).map(card.files(in:)) ?? [] {
                // Beside a proxy lies what was written about it.
                let isProxy = role != .proxy || ["MP4", "MOV", "MXF"].contains(card.fileExtension(of: file))
                add(file, as: isProxy ? role : .sidecar, hasChannel: hasChannel)
            }
        }
    }

    private mutating func loseAll() {
        for (clip, finding) in index.lost {
            let first = index.joins[clip]?.first ?? clip
            grouping.lose(first, folder: card.video(in: root), grammar: ClipName(first, by: .p2), finding)
        }
    }

    private mutating func add(_ file: Int, as role: Clip.Role, hasChannel: Bool) {
        let stem = card.stem(of: file)
        guard let name = ClipName(stem, by: .p2), (name.track != nil) == hasChannel else { return }
        let clip = String(stem.uppercased().prefix(6))
        let join = index.joins[clip]
        let first = join?.first ?? clip
        grouping.add(
            file, as: role, to: first, folder: card.folder(of: file),
            part: role == .essence || role == .sidecar ? join?.part : nil,
            grammar: ClipName(first, by: .p2), indexID: index.identifiers[first])
    }
}

extension CardTree {
    /// Where the pictures of a P2 card lie.
    fileprivate func video(in root: Int) -> RelativePath {
        folder(at: "VIDEO", from: root).map(path(of:)) ?? path(of: root)
    }
}
