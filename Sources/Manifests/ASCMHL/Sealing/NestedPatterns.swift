internal import FileTree

/// What ignore patterns of a folder say of a folder below it.
enum NestedPatterns {
    /// The patterns, as they read from the lower folder; those that cannot match there are left away.
    ///
    /// A pattern without a slash at its start or in its middle holds everywhere. Any other is tied to the folder
    /// it was written for: it is shortened by the way down.
    static func texts(_ texts: [String], below folder: RelativePath) -> [String] {
        texts.compactMap { text(of: $0, below: folder.components) }
    }

    /// The patterns of a folder, as they read from a higher one in which it lies on that way.
    ///
    /// Those that every folder has anyway are left away.
    static func texts(_ texts: [String], above folder: RelativePath) -> [String] {
        // A folder's name is a name here, whatever signs of a pattern it holds.
        let way = String(decoding: folder.bytes, as: UTF8.self).map { "\\*?[!#".contains($0) ? "\\\($0)" : "\($0)" }
            .joined()
        return texts.filter { !ASCMHL.defaultIgnore.contains($0) }.map { pattern in
            let isTakenBack = pattern.hasPrefix("!")
            let body = isTakenBack ? pattern.dropFirst() : pattern[...]
            let isTied = (body.hasSuffix("/") ? body.dropLast() : body).contains("/")
            let rest = isTied ? (body.hasPrefix("/") ? body.dropFirst() : body) : "**/" + body
            return (isTakenBack ? "!" : "") + way + "/" + rest
        }
    }

    private static func text(of pattern: String, below way: [ArraySlice<UInt8>]) -> String? {
        let isTakenBack = pattern.hasPrefix("!")
        let body = isTakenBack ? pattern.dropFirst() : pattern[...]
        let isForFoldersOnly = body.hasSuffix("/")
        let name = isForFoldersOnly ? body.dropLast() : body
        guard name.contains("/") else { return pattern }
        var parts = name.split(separator: "/")
        for component in way {
            guard let part = parts.first else { return nil }
            if part == "**" { break }
            guard IgnorePatterns(["/" + part]).leavesOut(RelativePath(unchecked: Array(component)), isFolder: true)
            else { return nil }
            parts.removeFirst()
        }
        guard !parts.isEmpty else { return nil }
        return (isTakenBack ? "!" : "") + "/" + parts.joined(separator: "/") + (isForFoldersOnly ? "/" : "")
    }
}
