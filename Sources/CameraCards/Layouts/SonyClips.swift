internal import ClipMetadata
internal import FileTree

/// The clips of Sony's folders: `Clip`, `Sub` and `Thmbnl` beside `MEDIAPRO.XML`.
///
/// The index's own links come first. What it does not name belongs to a clip by its name: the clip's, and a role of one
/// letter and two digits, `C0001M01.XML`.
struct SonyClips {
    private let card: CardTree
    private let root: Int
    private let index: SonyIndex
    private var grouping: ClipGrouping
    /// The names of what was recorded, in capitals.
    private let recorded: Set<String>

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        guard let root = card.number(of: layout.root) else { return LayoutClips() }
        var clips = SonyClips(layout, on: card, root: root)
        for (folder, role) in [("Clip", Clip.Role.essence), ("Sub", .proxy), ("Thmbnl", .thumbnail)] {
            for file in card.folder(at: folder, from: root).map(card.files(in:)) ?? [] { clips.add(file, role) }
        }
        clips.index.findings.forEach { clips.grouping.note($0) }
        for (clip, finding) in clips.index.lost {
            clips.grouping.lose(
                clip, folder: layout.root, grammar: ClipName(clip, trying: [.sonyReel, .sonyStandard]), finding)
        }
        var result = clips.grouping.finish()
        result.shareRest(of: layout, on: card)
        return result
    }

    private init(_ layout: CardLayout, on card: CardTree, root: Int) {
        self.card = card
        self.root = root
        index = SonyIndex(in: root, on: card)
        grouping = ClipGrouping(layout.family, on: card)
        let files = card.folder(at: "Clip", from: root).map(card.files(in:)) ?? []
        recorded = Set(files.filter { SonyClips.isMovie($0, on: card) }.map { card.stem(of: $0).uppercased() })
    }

    private static func isMovie(_ file: Int, on card: CardTree) -> Bool {
        ["MXF", "MP4", "MOV"].contains(card.fileExtension(of: file))
    }

    /// Adds a file of a folder whose movies, or pictures, have this role.
    private mutating func add(_ file: Int, _ role: Clip.Role) {
        let link = index.links[file]
        let name = link?.clip ?? SonyClips.clipName(of: card.stem(of: file), among: recorded)
        let isPicture = role == .thumbnail ? card.fileExtension(of: file) == "JPG" : SonyClips.isMovie(file, on: card)
        grouping.add(
            file, as: isPicture ? role : .sidecar, to: name, named: name, folder: card.folder(of: file),
            grammar: ClipName(name, trying: [.sonyReel, .sonyStandard]), indexID: link?.umid)
    }

    /// The name without the role behind it, unless something was recorded under the whole of it.
    static func clipName(of stem: String, among recorded: Set<String>) -> String {
        let bytes = Array(stem.uppercased().utf8.suffix(3))
        let hasRole = bytes.count == 3 && "MSRTI".utf8.contains(bytes[0]) && bytes[1...].allSatisfy(ReelName.isDigit)
        guard hasRole, stem.utf8.count > 3, !recorded.contains(stem.uppercased()) else { return stem }
        return String(stem.dropLast(3))
    }
}
