internal import ArgumentParser
internal import FileTree

extension IgnorePatterns {
    /// Patterns of an option; refuses those that would match nothing.
    init(checking texts: [String], of option: String) throws {
        self.init(texts)
        for text in texts where !self.texts.contains(text) {
            throw ValidationError("\(option) \(text): this pattern is empty, a comment, or too long.")
        }
    }
}

extension Machine {
    /// Whether a loop device counts as a disk: for tests, and told when it is used.
    static var trustsLoop: Bool { environment("RUSHES_TRUST_LOOP") == "1" }
}
