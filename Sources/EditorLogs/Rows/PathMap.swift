/// Paths as the machine of the cutting room sees them: `/mnt/raid` here is `/Volumes/RAID` there.
public struct PathMap: Hashable, Sendable {
    /// One folder here and there, both absolute and without a slash at the end.
    public struct Entry: Hashable, Sendable {
        /// Here.
        public let from: String
        /// There; `D:/Media`, `D:\Media` or `\\server\Media` on Windows.
        public let to: String
        /// Whether what follows needs backslashes, as the folder there is written with them.
        private let hasBackslashes: Bool

        /// Reads `/mnt/raid=/Volumes/RAID`; nil where either side is empty or not absolute.
        public init?(_ text: String) {
            let bytes = text.utf8
            guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            let (here, there) = (bytes[..<equals], bytes[bytes.index(after: equals)...])
            guard here.first == slash, Entry.isAbsolute(there) else { return nil }
            from = Entry.trimmed(here) { $0 == slash }
            // Only Windows ends a folder with a backslash.
            let isWindows = there.first != slash
            hasBackslashes = isWindows && there.contains(backslash)
            to = Entry.trimmed(there) { $0 == slash || isWindows && $0 == backslash }
        }

        /// `/x`, `D:`, `D:/x`, `D:\x` or `\\server`.
        private static func isAbsolute(_ path: Substring.UTF8View) -> Bool {
            guard let first = path.first, first != slash else { return !path.isEmpty }
            let rest = path.dropFirst()
            if first == backslash { return rest.first == backslash && rest.count > 1 }
            let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
            guard isLetter, rest.first == UInt8(ascii: ":") else { return false }
            return rest.dropFirst().first.map { $0 == slash || $0 == backslash } ?? true
        }

        private static func trimmed(_ path: Substring.UTF8View, _ isEnd: (UInt8) -> Bool) -> String {
            var path = path
            while let last = path.last, isEnd(last) { path.removeLast() }
            return String(decoding: path, as: UTF8.self)
        }

        /// What follows the folder in a path that lies in it; nil for another path.
        ///
        /// Names are the same when their bytes are: a disk here may hold both ways to write `é`.
        fileprivate func rest(of path: String) -> Substring.UTF8View? {
            guard path.utf8.starts(with: from.utf8) else { return nil }
            let rest = path.utf8.dropFirst(from.utf8.count)
            return rest.isEmpty || rest.first == slash ? rest : nil
        }

        /// A path there.
        fileprivate func path(_ rest: Substring.UTF8View) -> String {
            let there = rest.map { hasBackslashes && $0 == slash ? backslash : $0 }
            return to + String(decoding: there, as: UTF8.self)
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
        let fitting = entries.compactMap { entry in entry.rest(of: path).map { (entry, $0) } }
        guard let (entry, rest) = fitting.min(by: { $0.1.count < $1.1.count }) else { return nil }
        return entry.path(rest)
    }
}

private let slash = UInt8(ascii: "/")
private let backslash = UInt8(ascii: "\\")
