internal import FileTree
internal import FrameSequences

/// What is known of one clip while its files are gathered.
struct ClipGroup {
    private var name = ""
    private var grammar: ClipName?
    private var folder = RelativePath.root
    private var isNamed = false
    private var isNamedByRecording = false
    var files: [Clip.File] = []
    var frames: FrameSequence?
    var indexID: String?
    var marks: Set<Clip.Mark> = []
    /// Whether the card proves that it should be here; then what is left of it is no orphan.
    var isLost = false

    /// Whether there is more than what accompanies a clip.
    var holdsRecording: Bool { frames != nil || files.contains { $0.role == .essence } }

    /// Takes name and folder: what was recorded has the last word over what accompanies it.
    mutating func call(_ name: String, _ grammar: ClipName?, in folder: RelativePath, isRecording: Bool) {
        guard !isNamed || isRecording && !isNamedByRecording else {
            self.grammar = self.grammar ?? grammar
            return
        }
        self.name = name
        self.folder = folder
        self.grammar = grammar ?? self.grammar
        isNamed = true
        isNamedByRecording = isRecording
    }

    /// The clip: essence by part, then the rest, each by path.
    func clip(of family: CardFamily, on card: CardTree) -> Clip {
        var known = Set<Int>()
        let once = files.filter { known.insert($0.number).inserted }
        let placed = once.map { (file: $0, path: card.path(of: $0.number)) }
        let sorted = placed.sorted { one, other in
            let (mine, theirs) = (one.file, other.file)
            if (mine.role == .essence) != (theirs.role == .essence) { return mine.role == .essence }
            if mine.role == .essence, mine.part != theirs.part { return mine.part ?? .min < theirs.part ?? .min }
            return one.path < other.path
        }
        return Clip(
            name: name, grammar: grammar, family: family, folder: folder, files: sorted.map(\.file), frames: frames,
            indexID: indexID, marks: marks)
    }
}
