internal import FileTree

/// Canon XF and XF-AVC.
///
/// `CONTENTS/{INDEX.MIF, CLIPS001/AA2123/{AA2123.CIF, AA2123.XML, AA212301.MXF, AA212301.SIF}}`: a folder is a clip, its
/// MXF are numbered parts. Newer cameras put `…_CANON.MXF` into `CLIPS001` without folders.
enum CanonXFLayout: LayoutRule {
    static let family = CardFamily.canonXF

    static func layouts(on card: CardTree) -> [CardLayout] {
        let named = card.folders(at: "CONTENTS")
        return (named.contains(0) ? named : named + [0]).compactMap { layout(at: $0, on: card) }
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        guard let root = card.number(of: layout.root) else { return LayoutClips() }
        var grouping = ClipGrouping(family, on: card)
        for place in clipFolders(in: root, on: card) {
            for folder in card.folders(in: place) { addClip(folder, to: &grouping, on: card) }
            CanonFiles.add(card.files(in: place), to: &grouping, on: card)
        }
        if card.file(at: "INDEX.MIF", from: root) == nil {
            grouping.note(.noIndex("INDEX.MIF", in: layout.root))
        }
        var clips = grouping.finish()
        clips.shareRest(of: layout, on: card)
        return clips
    }

    /// Adds what lies in a clip's folder: `AA212302.MXF` and `AA212302.SIF` are of part 2.
    private static func addClip(_ folder: Int, to grouping: inout ClipGrouping, on card: CardTree) {
        let (name, path) = (card.name(of: folder), card.path(of: folder))
        if card.firstFile(in: folder, "MXF") != nil, card.firstFile(in: folder, "CIF") == nil {
            grouping.note(.noIndex(name + ".CIF", in: path))
        }
        for file in card.allFiles(below: folder) {
            let stem = card.stem(of: file)
            let digits = stem.uppercased().hasPrefix(name.uppercased()) ? stem.dropFirst(name.count) : ""
            let part = digits.utf8.count == 2 && digits.utf8.allSatisfy(ReelName.isDigit) ? Int(digits) : nil
            grouping.add(
                file, as: CanonFiles.role(of: file, on: card), to: path.description, named: name, folder: path,
                part: part, grammar: ClipName(name, by: .canonXF))
        }
    }

    private static func layout(at root: Int, on card: CardTree) -> CardLayout? {
        let clips = clipFolders(in: root, on: card)
        guard let first = clips.first else { return nil }
        let index = card.file(at: "INDEX.MIF", from: root)
        let loose = clips.flatMap(card.files(in:))
        return CardLayout(
            family, at: card.path(of: root), index != nil ? .certain : .likely,
            because: card.reasons(first, index),
            reel: ReelName.agreed(by: loose, of: family, on: card, grammars: [.canonNew, .canonCine]),
            sealed: [card.path(of: root)])
    }

    /// `CLIPS001`, `CLIPS002`: a camera starts the next one after 999 clips.
    private static func clipFolders(in root: Int, on card: CardTree) -> [Int] {
        card.folders(in: root).filter { folder in
            let name = Array(card.capitals(of: folder).utf8)
            return name.count == 8 && name.starts(with: "CLIPS".utf8) && name[5...].allSatisfy(ReelName.isDigit)
        }
    }
}
