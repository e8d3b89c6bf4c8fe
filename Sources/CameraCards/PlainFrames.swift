internal import FileTree
internal import FrameSequences

/// Frames in a folder that is no card: renders and scans, which are counted without a hole.
enum PlainFrames {
    /// Endings of frames that nobody takes one by one: numbers of photographs have holes by nature.
    private static let endings: [StaticString] = ["DPX", "EXR", "CIN", "ARI", "ARX"]
    /// What stands between a name and the number of a frame.
    private static let separators: Set<Character> = [".", "_", "-", " "]

    /// The sequences in all folders of a tree.
    static func sequences(on card: CardTree) -> [FrameSequence] {
        var (sequences, waiting) = ([FrameSequence](), [0])
        while let folder = waiting.popLast() {
            sequences += card.frames(in: folder, endings).sequences
            waiting += card.folders(in: folder).reversed()
        }
        return sequences
    }

    /// What is wrong with a sequence.
    static func findings(of frames: FrameSequence) -> [CardFinding] {
        FrameFindings(of: clip(frames, called: frames.description)).all
    }

    /// A sequence as a clip of nobody's, called by what its files' names have before the number, else by the folder.
    static func clip(_ frames: FrameSequence) -> Clip {
        var name = String(decoding: frames.prefix, as: UTF8.self)[...]
        while let last = name.last, separators.contains(last) { name.removeLast() }
        let folder = String(decoding: frames.folder.name, as: UTF8.self)
        return clip(frames, called: name.isEmpty ? (folder.isEmpty ? frames.description : folder) : String(name))
    }

    private static func clip(_ frames: FrameSequence, called name: String) -> Clip {
        Clip(
            name: name, grammar: ClipName(name), family: .genericDCIM, folder: frames.folder, files: [], frames: frames)
    }
}
