internal import FileTree

/// DJI: `DCIM/DJI_001/DJI_20230828172510_0001_D.MP4` with captions `.SRT` and a small copy `.LRF`; before that
/// `DCIM/100MEDIA/DJI_0001.MP4`.
///
/// Every lens (`_W`, `_T`, `_Z`, …) records a clip of its own. Z CAM's folders are called the same, so the names
/// decide. Sources: folder listings and real captions.
enum DJILayout: LayoutRule {
    static let family = CardFamily.dji

    private static let ownFolder = FolderPattern("DJI_###")
    private static let grammars: [ClipName.Grammar] = [.djiNew, .djiOld]

    static func layouts(on card: CardTree) -> [CardLayout] {
        let folders = card.cameraFolders(ownFolder, "1##MEDIA").filter { folder in
            ownFolder.matches(card.folderName(folder)) || firstClip(in: folder, on: card) != nil
        }
        guard !folders.isEmpty else { return [] }
        let clip = folders.lazy.compactMap { firstClip(in: $0, on: card) }.first
        let own = folders.first { ownFolder.matches(card.folderName($0)) }
        let reasons = [
            own.map { $0 == 0 ? "the folder is called \(card.label)" : "there is \(card.path(of: $0))" },
            clip.map { "\(card.path(of: $0)) is named as DJI clips are" },
        ]
        // GoPro writes MISC too; where its folders are, it is GoPro's.
        let isGoPro = !card.cameraFolders("1##GOPRO").isEmpty
        let settings = isGoPro ? [] : [card.folder(at: "MISC")].compactMap { $0 }
        return [
            CardLayout(
                .dji, at: card.pictures, own != nil && clip != nil ? .certain : .likely,
                because: reasons.compactMap { $0 },
                folders: (folders + settings).map { card.path(of: $0) })
        ]
    }

    private static func firstClip(in folder: Int, on card: CardTree) -> Int? {
        card.files(in: folder).first { ClipName(card.stem(of: $0), trying: grammars) != nil }
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        var grouping = ClipGrouping(.dji, on: card)
        for folder in layout.folders.compactMap(card.number(of:)) {
            if FolderPattern("MISC").matches(card.folderName(folder)) {
                for file in card.allFiles(below: folder) { grouping.share(file) }
            } else {
                for file in card.files(in: folder) { add(file, in: folder, to: &grouping, on: card) }
            }
        }
        var answer = grouping.finish()
        answer.putStillsLast()
        return answer
    }

    private static func add(_ file: Int, in folder: Int, to grouping: inout ClipGrouping, on card: CardTree) {
        guard let name = ClipName(card.stem(of: file), trying: grammars) else { return grouping.share(file) }
        let clip = name.part == nil ? name.stem : String(name.stem.dropLast("_001".count))
        let isStill = ["JPG", "DNG"].contains { card.hasExtension(file, $0) }
        let role = role(of: file, on: card)
        grouping.add(
            file, as: role, to: "\(folder)/\(isStill ? "still" : "clip")/\(clip)", named: clip,
            folder: card.path(of: folder), part: !isStill && [.essence, .sidecar].contains(role) ? name.part : nil,
            grammar: ClipName(clip, trying: grammars), marks: isStill ? [.still] : [])
    }

    private static func role(of file: Int, on card: CardTree) -> Clip.Role {
        switch card.fileExtension(of: file) {
        case "MP4", "MOV", "JPG", "DNG": .essence
        case "LRF", "LRV": .proxy
        case "THM", "SCR": .thumbnail
        case "WAV", "AAC", "M4A": .audio
        default: .sidecar
        }
    }
}
