public import FileTree

extension RelativePath: ExpressibleByStringLiteral {
    /// A path written down in a test; one that is not a relative path ends the test run.
    ///
    /// `RelativePath("..")` with a literal calls this too; pass a variable to meet the check that answers nil.
    public init(stringLiteral text: String) {
        guard let path = RelativePath(Array(text.utf8)) else { preconditionFailure("not a relative path: \(text)") }
        self = path
    }
}

/// A folder tree written down as a literal: a card, a roll, a destination before the run.
///
/// ```swift
/// let card: CardBuilder = ["CLIP/A001.mov": .random(300_000), "CLIP/A001.xml": "<x/>", "EMPTY": .folder]
/// try card.write(to: PosixDisk(path: path))
/// ```
public struct CardBuilder: Sendable {
    /// What lies at one path.
    public enum Content: Hashable, Sendable {
        case folder
        case bytes([UInt8])
        /// So many bytes that depend on the path and the seed alone.
        case random(Int, seed: UInt64 = 1)
    }

    /// What lies where; folders above a path need no entry of their own.
    public private(set) var entries: [RelativePath: Content]
    /// Modification times that differ from `modified`.
    public var times: [RelativePath: Instant] = [:]
    /// Permission bits that differ from 0644 for files and 0755 for folders.
    public var permissions: [RelativePath: UInt16] = [:]
    /// The modification time of everything: 2026-03-12T09:30:15.123456789Z.
    public var modified = Instant(nanoseconds: 1_773_307_815_123_456_789)

    /// A tree from its entries.
    public init(_ entries: [RelativePath: Content]) {
        self.entries = entries
    }

    /// Adds an entry whose path is raw bytes, or replaces one.
    public subscript(path: RelativePath) -> Content? {
        get { entries[path] }
        set { entries[path] = newValue }
    }

    /// The tree as it will be found when it was written.
    public var contents: TreeContents {
        var nodes: [RelativePath: TreeContents.Node] = [:]
        for (path, content) in entries {
            nodes[path] = bytes(content, at: path).map(TreeContents.Node.file) ?? .folder
            for folder in ancestors(of: path) { nodes[folder] = .folder }
        }
        return TreeContents(nodes)
    }

    /// Writes the tree below the root of a disk; what stands there already stays.
    public func write(to disk: any Disk) throws(DiskError) {
        // Found once: with every path anew a card of 2,000 files took half a minute.
        let contents = contents
        let paths = contents.nodes.keys.sorted()
        for path in paths {
            guard let content = entries[path], let bytes = bytes(content, at: path) else {
                if (try? disk.attributes(of: path)) != nil { continue }
                try disk.makeFolder(path, permissions: permissions[path] ?? 0o755)
                continue
            }
            try write(bytes, to: path, on: disk)
        }
        // Deepest first: making what lies inside changes a folder's own time.
        for path in paths.reversed() where contents.nodes[path] == .folder {
            try disk.setModified(ofFolder: path, to: times[path] ?? modified)
        }
    }

    /// Writes the tree into a folder of the system, which must exist.
    public func write(intoFolder path: String) throws(DiskError) {
        try write(to: PosixDisk(path: path))
    }

    private func write(_ bytes: [UInt8], to path: RelativePath, on disk: any Disk) throws(DiskError) {
        let file = try disk.create(path, permissions: permissions[path] ?? 0o644, direct: false)
        defer { disk.close(file) }
        try disk.write(file, bytes, at: 0)
        try disk.setModified(file, to: times[path] ?? modified)
    }

    private func bytes(_ content: Content, at path: RelativePath) -> [UInt8]? {
        switch content {
        case .folder: nil
        case .bytes(let bytes): bytes
        case .random(let count, let seed): seededBytes(count, seed: path.bytes.reduce(seed) { $0 &* 31 &+ UInt64($1) })
        }
    }

    private func ancestors(of path: RelativePath) -> [RelativePath] {
        var folders: [RelativePath] = []
        var folder = path.parent
        while !folder.isRoot {
            folders.append(folder)
            folder = folder.parent
        }
        return folders
    }
}

extension CardBuilder: ExpressibleByDictionaryLiteral {
    /// A tree from a literal.
    public init(dictionaryLiteral elements: (RelativePath, Content)...) {
        self.init(Dictionary(elements) { _, last in last })
    }
}

extension CardBuilder.Content: ExpressibleByStringLiteral {
    /// A file with this text.
    public init(stringLiteral text: String) {
        self = .bytes(Array(text.utf8))
    }
}
