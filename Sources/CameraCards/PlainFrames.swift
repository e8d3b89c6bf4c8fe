internal import FileTree
internal import FrameSequences

/// Frames in a folder that is no card: renders and scans, which are counted without a hole.
enum PlainFrames {
    /// Endings of frames that nobody takes one by one: numbers of photographs have holes by nature.
    private static let endings: [StaticString] = ["DPX", "EXR", "CIN", "ARI", "ARX"]

    /// What is wrong with the sequences in all folders of a tree.
    static func findings(on card: CardTree) -> [CardFinding] {
        var (findings, waiting) = ([CardFinding](), [0])
        while let folder = waiting.popLast() {
            findings += card.frames(in: folder, endings).sequences.flatMap { FrameFindings(of: clip($0)).all }
            waiting += card.folders(in: folder).reversed()
        }
        return findings
    }

    /// A sequence as a clip of nobody's.
    private static func clip(_ frames: FrameSequence) -> Clip {
        Clip(name: frames.description, family: .genericDCIM, folder: frames.folder, files: [], frames: frames)
    }
}
