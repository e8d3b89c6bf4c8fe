internal import FileTree

/// Insta360: `DCIM/Camera01/VID_20250925_213000_00_001.insv`, a second lens as `_10_`, and a small copy `LRV_…`.
///
/// Source: Insta360, file types; the number before the last names the lens.
enum Insta360Layout: LayoutRule {
    static let family = CardFamily.insta360

    static func layouts(on card: CardTree) -> [CardLayout] {
        let folders = card.cameraFolders("CAMERA##")
        let own = folders.lazy.compactMap { card.firstFile(in: $0, "INSV", "INSP") }.first
        let named = folders.lazy.flatMap { card.files(in: $0) }.first { name(of: $0, on: card) != nil }
        guard let mark = own ?? named else { return [] }
        let path = card.path(of: mark)
        return [
            CardLayout(
                .insta360, at: card.pictures, own == nil ? .likely : .certain,
                because: [own == nil ? "\(path) is named as Insta360 clips are" : "there is \(path)"],
                folders: folders.map { card.path(of: $0) })
        ]
    }

    private static func name(of file: Int, on card: CardTree) -> ClipName? {
        ClipName(card.stem(of: file), by: .insta360)
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        var grouping = ClipGrouping(.insta360, on: card)
        let folders = layout.folders.compactMap(card.number(of:))
        for file in folders.flatMap({ card.files(in: $0) }) { add(file, to: &grouping, on: card) }
        // The camera keeps its list of files beside its folders.
        let above = Set(folders.filter { $0 != 0 }.map { Int(card.tree.entries[$0].parent) })
        for file in above.flatMap({ card.files(in: $0) }) { grouping.share(file) }
        var answer = grouping.finish()
        answer.putStillsLast()
        answer.findings += answer.clips.compactMap { missingLens(of: $0, on: card) }
        return answer
    }

    private static func add(_ file: Int, to grouping: inout ClipGrouping, on card: CardTree) {
        guard let name = name(of: file, on: card), let date = name.date, let time = name.time, let clip = name.clip
        else { return grouping.share(file) }
        let isStill = name.kind == "IMG"
        let role: Clip.Role =
            switch card.fileExtension(of: file) {
            case _ where name.kind == "LRV", "LRV": .proxy
            case "INSV", "MP4", "INSP", "JPG", "DNG": .essence
            default: .sidecar
            }
        grouping.add(
            file, as: role, to: "\(isStill ? "IMG" : "VID")_\(date)_\(time)_\(clip)", named: name.stem,
            folder: card.path(of: file).parent, grammar: name, marks: isStill ? [.still] : [])
    }

    /// A single lens records `.mp4` under either number; `.insv` of the second lens alone is half a picture.
    private static func missingLens(of clip: Clip, on card: CardTree) -> CardFinding? {
        let lenses = clip.essence.filter { card.hasExtension($0.number, "INSV") }.map {
            name(of: $0.number, on: card)?.role
        }
        // The small copy of both lenses is called _11_.
        let isOfBoth = clip.files.contains { $0.role == .proxy && name(of: $0.number, on: card)?.role == "11" }
        if lenses == ["00"], isOfBoth {
            return CardFinding(
                .missingPart, .warning, at: clip.folder,
                "\(clip.name) is the first lens, and its small copy shows both; the second (_10_) is not here.",
                nextStep: "Look for it on the card before it is erased; copy the card again.")
        }
        guard lenses == ["10"] else { return nil }
        return CardFinding(
            .missingPart, .warning, at: clip.folder, "\(clip.name) is the second lens; the first (_00_) is not here.",
            nextStep: "Unless the camera was set to one lens, look for it on the card before it is erased.")
    }
}
