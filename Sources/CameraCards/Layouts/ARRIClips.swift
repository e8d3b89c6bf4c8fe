internal import FileTree
internal import FrameSequences

/// Gathers the clips of ARRI reel folders: a file each, or a folder of frames each.
struct ARRIClips {
    /// What frames end with: ARRIRAW, and what software makes of it frame by frame.
    static let frames: [StaticString] = ["ARI", "ARX", "DPX", "EXR", "TIF", "TIFF"]

    private let card: CardTree
    private let grammar: ClipName.Grammar
    var grouping: ClipGrouping

    /// Begins without clips; their names follow the grammar.
    init(_ family: CardFamily, by grammar: ClipName.Grammar, on card: CardTree) {
        self.card = card
        self.grammar = grammar
        grouping = ClipGrouping(family, on: card)
    }

    /// Adds what a reel folder holds to its clips; what belongs to no one of them is shared.
    mutating func add(reel folder: Int) {
        add(filesIn: folder, clip: nil)
        for child in card.folders(in: folder) {
            let name = card.name(of: child)
            guard ClipName(name, by: grammar) != nil || card.firstFile(in: child, ARRIClips.frames) != nil else {
                share(allBelow: child)
                continue
            }
            add(filesIn: child, clip: name)
            for below in card.folders(in: child) { share(allBelow: below) }
        }
        compare(withListsIn: folder)
    }

    /// Tells what the logs of a reel folder name and is not there, and what they do not name.
    private mutating func compare(withListsIn folder: Int) {
        let name = card.folderName(folder)
        let lists = card.files(in: folder).filter { card.hasExtension($0, "ALE") }
        guard !lists.isEmpty, let reel = ARRIReel(classic: name) ?? ARRIReel(alexa35: name) else { return }
        let clips = grouping.finish().clips.map(\.name).filter(reel.holds)
        for file in lists {
            guard let list = ARRIReelList(file, of: reel, on: card) else { continue }
            for missing in list.missing(among: clips) {
                grouping.lose(
                    ARRIClips.key(missing, grammar), named: missing, folder: card.path(of: folder),
                    grammar: ClipName(missing, by: grammar), list.missingClip(missing))
            }
            if let finding = list.unlisted(clips) { grouping.note(finding) }
        }
    }

    private mutating func share(allBelow folder: Int) {
        for file in card.allFiles(below: folder) { grouping.share(file) }
    }

    /// Adds frames and files of one folder; in a clip's own folder every file is the clip's.
    private mutating func add(filesIn folder: Int, clip: String?) {
        let found = card.frames(in: folder, ARRIClips.frames)
        for frames in found.sequences {
            let name = name(of: frames, in: folder, clip: clip)
            grouping.add(
                frames, to: ARRIClips.key(name, grammar), named: name, folder: frames.folder,
                grammar: ClipName(name, by: grammar))
        }
        for file in found.others {
            let name = clipName(ofStem: card.stem(of: file)) ?? clip
            guard let name else {
                grouping.share(file)
                continue
            }
            let parsed = ClipName(name, by: grammar)
            grouping.add(
                file, as: role(of: file), to: ARRIClips.key(name, grammar), named: name, folder: card.path(of: folder),
                part: ClipName(card.stem(of: file), by: grammar)?.part, grammar: parsed)
        }
    }

    /// What frames are called before their number, else as the folder; as themselves in a root that has no name.
    private func name(of frames: FrameSequence, in folder: Int, clip: String?) -> String {
        let stem = String(decoding: frames.prefix, as: UTF8.self)
        let name = stem.hasSuffix(".") ? String(stem.dropLast()) : clip ?? stem
        return [name, card.folderName(folder)].first { !$0.isEmpty } ?? frames.description
    }

    /// The clip that a file is named after, without frame and part; nil where it follows no grammar.
    private func clipName(ofStem stem: String) -> String? {
        guard let name = ClipName(stem, by: grammar) else { return nil }
        if name.part != nil { return String(stem.dropLast("_001".count)) }
        return name.frame == nil ? stem : String(stem.prefix { $0 != "." })
    }

    /// What files of one take share: in ALEXA 35 names the letter before the serial number says only raw, HDE or ProRes.
    private static func key(_ name: String, _ grammar: ClipName.Grammar) -> String {
        guard grammar == .arri35, let clip = ClipName(name, by: grammar) else { return name }
        return clip.siblingKey
    }

    private func role(of file: Int) -> Clip.Role {
        if ARRIClips.frames.contains(where: { card.hasExtension(file, $0) }) { return .essence }
        return switch card.fileExtension(of: file) {
        case "MXF", "MOV": .essence
        case "WAV": .audio
        default: .sidecar
        }
    }
}

extension CardTree {
    /// The recordings and clip folders of a reel folder whose names follow a grammar; of loose frames only the first.
    func arriClips(by grammar: ClipName.Grammar, in folder: Int) -> [Int] {
        let recordings = children(of: folder).filter { child in
            isFolder(child) || hasExtension(child, "MXF") || hasExtension(child, "MOV")
        }
        let frame = firstFile(in: folder, "ARI", "ARX").map { [$0] } ?? []
        return (frame + recordings).filter { ClipName(folderStem($0), by: grammar) != nil }
    }

    /// The first frame `.ari` or `.arx`, in a reel folder itself or in one of its clips' folders.
    func firstARRIFrame(in folder: Int, of clips: [Int]) -> Int? {
        firstFile(in: folder, "ARI", "ARX")
            ?? clips.lazy.filter { isFolder($0) }.compactMap { firstFile(in: $0, "ARI", "ARX") }.first
    }
}
