/// Paths as the machine of the cutting room sees them: `/mnt/raid` here is `/Volumes/RAID` there.
public struct PathMap: Hashable, Sendable {
    /// One folder here and there, both absolute and without a slash at the end.
    public struct Entry: Hashable, Sendable {
        /// Here.
        public let from: String
        /// There; `D:/Media` on Windows.
        public let to: String

        /// Reads `/mnt/raid=/Volumes/RAID`; nil where either side is empty or the first is not absolute.
        public init?(_ text: String) {
            guard let equals = text.firstIndex(of: "=") else { return nil }
            let from = Entry.trimmed(text[..<equals])
            let to = Entry.trimmed(text[text.index(after: equals)...])
            guard text.hasPrefix("/"), text[equals...].dropFirst().first != nil else { return nil }
            (self.from, self.to) = (from, to)
        }

        private static func trimmed(_ path: Substring) -> String {
            var path = path
            while path.last == "/" { path.removeLast() }
            return String(path)
        }
    }

    /// The folders.
    public let entries: [Entry]

    /// Takes folders; none leaves every path as it is.
    public init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    /// A path there; nil where there are folders and none of them holds it.
    ///
    /// The deepest folder counts.
    public func path(_ path: String) -> String? {
        guard !entries.isEmpty else { return path }
        let fitting = entries.filter { path == $0.from || path.hasPrefix($0.from + "/") }
        guard let entry = fitting.max(by: { $0.from.utf8.count < $1.from.utf8.count }) else { return nil }
        return entry.to + path.dropFirst(entry.from.count)
    }
}
