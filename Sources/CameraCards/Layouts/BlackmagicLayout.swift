internal import FileTree

/// Blackmagic: `A001_08151512_C001.braw` flat in the root or in a folder, or folders of DNG frames.
///
/// An URSA Cine goes on with a clip on a second card as `.braw2`, which is nothing without its `.braw`. Overrides stand
/// in `.sidecar`, proxies in `Proxy`. Source: Blackmagic Design, URSA Cine and Cinema Camera manuals.
enum BlackmagicLayout: LayoutRule {
    static let family = CardFamily.blackmagic

    private static let grammars: [ClipName.Grammar] = [.braw, .bmcc]

    static func layouts(on card: CardTree) -> [CardLayout] {
        card.reelPlaces.compactMap { folder in
            let isPart = folder != 0 && (isProxies(folder, on: card) || isFrames(folder, on: card))
            return isPart ? nil : layout(in: folder, on: card)
        }
    }

    private static func layout(in folder: Int, on card: CardTree) -> CardLayout? {
        let raw = card.firstFile(in: folder, "BRAW", "BRAW2")
        let frameFolders = ([folder] + card.folders(in: folder)).filter { isFrames($0, on: card) }
        let movies = card.children(of: folder).filter { card.hasExtension($0, "MOV") && name($0, on: card) != nil }
        guard let mark = raw ?? frameFolders.first ?? movies.first else { return nil }
        let recordings = card.children(of: folder).filter { card.hasExtension($0, "BRAW") } + frameFolders + movies
        let path = card.path(of: mark)
        return CardLayout(
            .blackmagic, at: card.path(of: folder), raw != nil ? .certain : frameFolders.isEmpty ? .guess : .likely,
            because: [
                raw != nil
                    ? "there is \(path)" : "\(mark == 0 ? card.label : path.description) is named as its clips are"
            ],
            reel: ReelName.agreed(by: recordings, of: .blackmagic, on: card, grammars: grammars),
            sealed: frameFolders.map { card.path(of: $0) })
    }

    private static func name(_ number: Int, on card: CardTree) -> ClipName? {
        ClipName(card.isFolder(number) ? card.folderName(number) : card.stem(of: number), trying: grammars)
    }

    private static func isProxies(_ folder: Int, on card: CardTree) -> Bool {
        FolderPattern("PROXY").matches(card.name(of: folder))
    }

    private static func isFrames(_ folder: Int, on card: CardTree) -> Bool {
        name(folder, on: card) != nil && card.firstFile(in: folder, "DNG") != nil
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        var grouping = ClipGrouping(.blackmagic, on: card)
        guard let base = card.number(of: layout.root) else { return grouping.finish() }
        if isFrames(base, on: card) {
            add(frameFolder: base, to: &grouping, on: card)
        } else {
            add(filesIn: base, to: &grouping, on: card)
        }
        for folder in card.folders(in: base) {
            if isFrames(folder, on: card) {
                add(frameFolder: folder, to: &grouping, on: card)
            } else if isProxies(folder, on: card) {
                for file in card.files(in: folder) {
                    grouping.add(file, as: .proxy, to: card.stem(of: file), folder: card.path(of: folder))
                }
            }
        }
        var answer = grouping.finish()
        answer.putStillsLast()
        return answer
    }

    private static func add(filesIn folder: Int, to grouping: inout ClipGrouping, on card: CardTree) {
        let (files, path) = (card.files(in: folder), card.path(of: folder))
        let raw = Set(files.filter { card.hasExtension($0, "BRAW") }.map { card.stem(of: $0).uppercased() })
        let second = Set(files.filter { card.hasExtension($0, "BRAW2") }.map { card.stem(of: $0).uppercased() })
        for file in files {
            let stem = card.stem(of: file)
            let name = ClipName(stem, trying: grammars)
            let isRaw = card.hasExtension(file, "BRAW") || card.hasExtension(file, "BRAW2")
            guard let role = role(of: file, isCopy: raw.contains(stem.uppercased()), on: card), isRaw || name != nil
            else {
                grouping.share(file)
                continue
            }
            let isSpanned = isRaw && second.contains(stem.uppercased())
            grouping.add(
                file, as: role, to: stem, folder: path,
                part: isSpanned ? (card.hasExtension(file, "BRAW2") ? 2 : 1) : nil, grammar: name,
                marks: isRaw && name?.kind == "S" ? [.still] : [])
        }
    }

    /// `isCopy` says that a raw file of this name is there, so that a movie is its proxy.
    private static func role(of file: Int, isCopy: Bool, on card: CardTree) -> Clip.Role? {
        switch card.fileExtension(of: file) {
        case "BRAW", "BRAW2": .essence
        case "MOV": isCopy ? .proxy : .essence
        case "MP4": .proxy
        case "WAV": .audio
        case "SIDECAR": .sidecar
        default: nil
        }
    }

    private static func add(frameFolder folder: Int, to grouping: inout ClipGrouping, on card: CardTree) {
        let (name, path) = (card.folderName(folder), card.path(of: folder))
        let found = card.frames(in: folder, "DNG")
        for frames in found.sequences {
            grouping.add(frames, to: name, folder: path, grammar: ClipName(name, trying: grammars))
        }
        for file in found.others {
            grouping.add(file, as: card.hasExtension(file, "WAV") ? .audio : .sidecar, to: name, folder: path)
        }
    }
}
