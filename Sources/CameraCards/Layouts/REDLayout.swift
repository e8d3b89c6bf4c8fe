internal import FileTree

/// RED: magazines `*.RDM` of clip folders `*.RDC`, each with the parts `_001.R3D`, `_002.R3D`, … of one clip.
///
/// Source: RED, R3D File Structure; RED, Clip Naming Convention.
enum REDLayout: LayoutRule {
    static let family = CardFamily.red

    static func layouts(on card: CardTree) -> [CardLayout] {
        card.reelPlaces.compactMap { layout(in: $0, on: card) }
    }

    private static func layout(in folder: Int, on card: CardTree) -> CardLayout? {
        let isMagazine = card.isCalled(folder, "RDM")
        let isClip = card.isCalled(folder, "RDC")
        let clips = card.folders(in: folder).filter { card.hasExtension($0, "RDC") }
        let loose = card.firstFile(in: folder, "R3D")
        // A clip folder is a place of its own only where it was given itself; a doubled magazine is the inner one.
        if isClip && folder != 0 || isMagazine && isDoubled(folder, on: card) { return nil }
        guard isMagazine || !clips.isEmpty || loose != nil else { return nil }
        let path = card.path(of: folder)
        let isSealed = isMagazine || isClip
        return CardLayout(
            .red, at: path, isSealed || !clips.isEmpty ? .certain : .likely,
            because: reasons(isSealed ? folder : nil, clips.first ?? loose, on: card),
            reel: isMagazine
                ? card.folderStem(folder)
                : ReelName.agreed(by: clips + (loose.map { [$0] } ?? []), of: .red, on: card, grammars: [.red]),
            sealed: isSealed ? [path] : clips.map { card.path(of: $0) })
    }

    private static func isDoubled(_ magazine: Int, on card: CardTree) -> Bool {
        card.children(of: magazine).allSatisfy { !card.hasExtension($0, "RDC") && !card.hasExtension($0, "R3D") }
            && card.folders(in: magazine).contains { card.hasExtension($0, "RDM") }
    }

    private static func reasons(_ folder: Int?, _ content: Int?, on card: CardTree) -> [String] {
        let folders = folder.map { $0 == 0 ? "the folder is called \(card.label)" : "there is \(card.path(of: $0))" }
        return [folders, content.map { "there is \(card.path(of: $0))" }].compactMap { $0 }
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        var grouping = ClipGrouping(.red, on: card)
        guard let base = card.number(of: layout.root) else { return grouping.finish() }
        for folder in card.folders(in: base) {
            if card.hasExtension(folder, "RDC") {
                add(clip: folder, to: &grouping, on: card)
            } else {
                for file in card.allFiles(below: folder) { grouping.share(file) }
            }
        }
        add(loose: card.files(in: base), in: layout.root, to: &grouping, on: card)
        for file in besides(base, on: card) { grouping.share(file) }
        return grouping.finish()
    }

    /// What RED ONE and newer magazines have beside their magazine folder; the first has it where several are.
    private static func besides(_ magazine: Int, on card: CardTree) -> [Int] {
        let parent = Int(card.tree.entries[magazine].parent)
        let first = card.children(of: parent).first { card.isFolder($0) && card.hasExtension($0, "RDM") }
        guard magazine != 0, magazine == first else { return [] }
        return card.files(in: parent).filter { file in
            ["BDM", "LOG", "PROFILE"].contains { card.hasExtension(file, $0) }
        }
    }

    private static func add(clip folder: Int, to grouping: inout ClipGrouping, on card: CardTree) {
        let files = card.allFiles(below: folder)
        let (name, place) = (card.folderStem(folder), card.path(of: folder))
        guard !files.isEmpty else { return grouping.note(emptyClip(name, at: place)) }
        // DSMC2 cameras can be set to record MOV alone: then the MOV is all there is of the picture.
        let hasR3D = files.contains { card.hasExtension($0, "R3D") }
        if !hasR3D, files.contains(where: { card.hasExtension($0, "MOV") }) { grouping.note(noR3D(name, at: place)) }
        for file in files {
            let role = role(of: file, on: card).map { $0 == .proxy && !hasR3D ? .essence : $0 } ?? .sidecar
            add(file, as: role, to: name, in: place, &grouping, on: card)
        }
    }

    private static func add(
        loose files: [Int], in folder: RelativePath, to grouping: inout ClipGrouping, on card: CardTree
    ) {
        for file in files {
            let stem = card.stem(of: file)
            guard let role = role(of: file, on: card), role == .essence || ClipName(clipStem(stem), by: .red) != nil
            else {
                grouping.share(file)
                continue
            }
            add(file, as: role, to: clipStem(stem), in: folder, &grouping, on: card)
        }
    }

    private static func add(
        _ file: Int, as role: Clip.Role, to clip: String, in folder: RelativePath, _ grouping: inout ClipGrouping,
        on card: CardTree
    ) {
        let part = role == .essence ? part(of: card.stem(of: file)) : nil
        grouping.add(file, as: role, to: clip, folder: folder, part: part, grammar: ClipName(clip, by: .red))
    }

    /// A file's stem without its part and what follows it: `A001_C001_0527Q9` of `A001_C001_0527Q9_001`.
    private static func clipStem(_ stem: String) -> String {
        let clip = String(stem.prefix("A001_C001_0527Q9".count))
        if ClipName(clip, by: .red) != nil { return clip }
        return part(of: stem) == nil ? stem : String(stem.dropLast("_001".count))
    }

    /// Read from the end alone, so that clips whose folders were renamed keep their parts.
    private static func part(of stem: String) -> Int? {
        FolderPattern("_###").matches(stem.suffix("_001".count)) ? Int(stem.suffix(3)) : nil
    }

    private static func role(of file: Int, on card: CardTree) -> Clip.Role? {
        switch card.fileExtension(of: file) {
        case "R3D": .essence
        case "MOV": .proxy
        case "MXF": card.stem(of: file).uppercased().hasSuffix("A") ? .audio : .proxy
        case "WAV": .audio
        case "RTN": .thumbnail
        case "RMD": .sidecar
        default: nil
        }
    }

    private static func emptyClip(_ name: String, at place: RelativePath) -> CardFinding {
        CardFinding(
            .emptyFile, .error, at: place, "The clip folder of \(name) holds nothing.",
            nextStep: "Look on the camera whether \(name) plays; copy the card again before it is erased.")
    }

    private static func noR3D(_ name: String, at place: RelativePath) -> CardFinding {
        CardFinding(
            .missingPart, .warning, at: place, "\(name) has no R3D file, only MOV.",
            nextStep: "If the camera was not set to record MOV alone, look for the R3D before the card is erased.")
    }
}
