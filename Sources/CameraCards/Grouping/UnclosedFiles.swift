internal import FileTree
internal import FrameSequences

/// Files that a recorder or a copy would have renamed when they were whole.
struct UnclosedFiles {
    /// What they end with, in capitals: recorders write `.TMP`, browsers and copies `.PART` and `.CRDOWNLOAD`.
    static let endings: [StaticString] = ["TMP", "PART", "CRDOWNLOAD"]

    /// Those that no clip has.
    let unclaimed: [Int]
    /// One for each of them.
    let findings: [CardFinding]

    /// Looks at the files of clips, at shared ones, and at what lies beside them.
    init(in clips: [Clip], _ shared: Set<Int>, on card: CardTree) {
        let known = Set(clips.flatMap { $0.files.map(\.number) })
        var folders = Set(known.union(shared).map { Int(card.tree.entries[$0].parent) })
        folders.formUnion(Set(clips.compactMap(\.frames?.folder)).compactMap(card.number(of:)))
        let unclosed = folders.flatMap { card.files(in: $0) }.filter { file in
            UnclosedFiles.endings.contains { card.hasExtension(file, $0) }
        }.sorted()
        unclaimed = unclosed.filter { !known.contains($0) }
        findings = unclosed.map { file in
            CardFinding(
                .unclosed, .warning, at: card.path(of: file),
                "\(card.name(of: file)) is named like a recording that was not closed, or a copy that was not finished.",
                nextStep: "Put the card back into the recorder, which may close it, or copy the file again.")
        }
    }
}
