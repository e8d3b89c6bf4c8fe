internal import FileTree

/// Gathers the clips of GoPro's folders, in their order.
struct GoProClips {
    private let card: CardTree
    /// `GX010048`, `GX020048`: the chapter counts from 1.
    var chapters: ClipGrouping
    /// `GOPR0048`, `GP010048`: the first chapter has no number, the next is 1.
    private var oldChapters: ClipGrouping
    /// `GHAA0003`: a loop writes over its first chapters, so it may begin with any.
    private var loops: ClipGrouping
    /// Where chapter 1 of a number was seen last: a recording may go on in the next folder.
    private var starts: [String: Int] = [:]
    /// The numbers of everything, pictures too: they share one counter.
    private var numbers: Set<Int> = []
    private var lastFolder = RelativePath.root

    /// The counter's last number; 0001 follows.
    private static let lastNumber = 9999

    init(on card: CardTree) {
        self.card = card
        chapters = ClipGrouping(.goPro, on: card)
        oldChapters = ClipGrouping(.goPro, on: card, firstPart: 0)
        loops = ClipGrouping(.goPro, on: card, firstPart: GoProClips.lastNumber)
    }

    /// Adds the files of one of GoPro's folders.
    mutating func add(_ folder: Int) {
        lastFolder = card.path(of: folder)
        let files = card.files(in: folder)
        for file in files {
            guard let name = ClipName(card.stem(of: file), by: .goPro), name.part == 1, let number = name.clip else {
                continue
            }
            starts[number] = folder
        }
        // What only small copies are left of is named by its thumbnail, if any: GL does not say GX or GH.
        for file in files.filter({ !isSmallCopy($0) }) + files.filter(isSmallCopy) { add(file, in: folder) }
    }

    private func isSmallCopy(_ file: Int) -> Bool { ClipName(card.stem(of: file), by: .goPro)?.kind == "GL" }

    private mutating func add(_ file: Int, in folder: Int) {
        let stem = card.stem(of: file)
        if let name = ClipName(stem, by: .goPro) { return add(chapter: file, name, in: folder) }
        if let name = ClipName(stem, by: .goProOld) { return add(oldChapter: file, name, in: folder) }
        if let name = ClipName(stem, by: .goProLoop), !isStill(file) { return add(loop: file, name, in: folder) }
        guard isStill(file) else { return chapters.share(file) }
        let isBurst = FolderPattern("G#######").matches(stem)
        if isBurst { count(String(stem.suffix(4))) }
        chapters.add(
            file, as: .essence, to: "\(folder)/still/\(isBurst ? String(stem.prefix(4)) : stem)", named: stem,
            folder: card.path(of: folder), marks: [.still])
    }

    private mutating func add(chapter file: Int, _ name: ClipName, in folder: Int) {
        let number = name.clip ?? ""
        let role = role(of: file, kind: name.kind)
        count(number)
        // A live burst (GG) is a film of its own beside its picture.
        let kind = isStill(file) ? "still" : name.kind == "GG" ? "burst" : "chapters"
        chapters.add(
            file, as: role, to: "\(starts[number] ?? folder)/\(kind)/\(number)", named: name.stem,
            folder: card.path(of: folder), part: isStill(file) ? nil : name.part, grammar: name,
            marks: isStill(file) ? [.still] : [])
    }

    private mutating func add(oldChapter file: Int, _ name: ClipName, in folder: Int) {
        let role = role(of: file, kind: name.kind)
        count(name.clip ?? "")
        oldChapters.add(
            file, as: role, to: "\(folder)/\(isStill(file) ? "still" : "chapters")/\(name.clip ?? "")",
            named: name.stem,
            folder: card.path(of: folder), part: isStill(file) ? nil : name.part, grammar: name,
            marks: isStill(file) ? [.still] : [])
    }

    private mutating func add(loop file: Int, _ name: ClipName, in folder: Int) {
        let role = role(of: file, kind: name.kind)
        loops.add(
            file, as: role, to: "\(folder)/\(name.prefix ?? "")", named: name.stem, folder: card.path(of: folder),
            part: role == .essence ? name.clip.flatMap { Int($0) } : nil, grammar: name)
    }

    private mutating func count(_ number: String) {
        if let number = Int(number) { numbers.insert(number) }
    }

    private func isStill(_ file: Int) -> Bool { card.hasExtension(file, "JPG") || card.hasExtension(file, "GPR") }

    private func role(of file: Int, kind: String?) -> Clip.Role {
        switch card.fileExtension(of: file) {
        case "LRV": .proxy
        case _ where kind == "GL": .proxy
        case "MP4", "360", "JPG", "GPR": .essence
        case "THM": .thumbnail
        case "WAV": .audio
        default: .sidecar
        }
    }

    /// The clips of all kinds, and what is wrong with them.
    func finish() -> LayoutClips {
        let parts = [chapters, oldChapters, loops].map { $0.finish() }
        var answer = LayoutClips()
        answer.clips = parts.flatMap(\.clips).inRecordingOrder()
        answer.putStillsLast()
        answer.shared = parts.reduce(into: []) { $0.formUnion($1.shared) }
        // Gaps between the clips of one kind are no gaps: films and pictures are counted together.
        var known = Set<CardFinding>()
        answer.findings = parts.flatMap(\.findings).filter { $0.code != .clipGap && known.insert($0).inserted }
        answer.findings += gaps
        return answer
    }

    private var gaps: [CardFinding] {
        let counter = ClipCounter(numbers, lastNumber: GoProClips.lastNumber)
        guard !counter.gaps.isEmpty else { return [] }
        let list = NumberWords.list(counter.gaps) { NumberWords.padded(counter.number(at: $0), 4) }
        let isOne = NumberWords.count(counter.gaps) == 1
        return [
            CardFinding(
                .clipGap, .note, at: lastFolder,
                "\(isOne ? "Number" : "Numbers") \(list) \(isOne ? "is" : "are") not here.",
                nextStep: "Compare with what was shot: the camera can delete single clips and pictures.")
        ]
    }
}
