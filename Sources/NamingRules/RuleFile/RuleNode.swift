/// A value of a rule file, with the line it stands on.
public struct RuleNode: Hashable, Sendable {
    /// What it holds.
    public indirect enum Content: Hashable, Sendable {
        case text(String)
        case list([RuleNode])
        /// In the order of the file; no key comes twice.
        case map([Member])
    }

    /// A key with its value.
    public struct Member: Hashable, Sendable {
        /// The key.
        public let key: String
        /// The line of the key.
        public let line: Int
        /// The value.
        public let value: RuleNode
    }

    /// What it holds.
    public let content: Content
    /// The line it begins on, 1 being the first.
    public let line: Int
}
