internal import FileTree

/// Patterns: the first line is a path, each further line a pattern.
enum FuzzedPatterns {
    static func read(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: 0xA, omittingEmptySubsequences: false)
        let patterns = IgnorePatterns(lines.dropFirst().map { String(decoding: $0, as: UTF8.self) })
        let again = IgnorePatterns(patterns.texts)
        precondition(again == patterns, "patterns that were kept are kept again")
        guard let path = RelativePath(Array(lines[0])) else { return }
        for isFolder in [true, false] {
            precondition(patterns.leavesOut(path, isFolder: isFolder) == again.leavesOut(path, isFolder: isFolder))
        }
    }

    static let seeds = [
        "a/b/c.mov\n*.mov\n!/a/**/c.mov\n", "PRIVATE/M4ROOT/CLIP\n**/CLIP/\n[!a-z]*\n[]-]\n\\!x\n",
        "caf\u{E9}\ncaf?\ncaf[\u{E0}-\u{FF}]\n# c\nx \\ \n", "a/b\na/**/b\na/**\n**/b\n***\n",
    ].map { Array($0.utf8) }
}
