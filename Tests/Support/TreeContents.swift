public import FileTree

/// All that lies below a folder, as a value: whole trees are the expectation.
///
/// ```swift
/// #expect(try TreeContents(of: copy).differences(from: card.contents).isEmpty)
/// ```
public struct TreeContents: Hashable, Sendable {
    /// What lies at one path.
    public enum Node: Hashable, Sendable {
        case folder
        case file([UInt8])
        /// Neither file nor folder.
        case other(FileAttributes.Kind)
    }

    /// What lies where; the root has no entry.
    public var nodes: [RelativePath: Node]

    /// A tree from its parts.
    public init(_ nodes: [RelativePath: Node]) {
        self.nodes = nodes
    }

    /// Reads a whole tree from a disk, paths relative to `folder`.
    public init(of disk: any ReadableDisk, at folder: RelativePath = .root) throws(DiskError) {
        nodes = [:]
        try read(folder, as: .root, of: disk)
    }

    /// Reads a whole tree from a folder of the system.
    public init(ofFolder path: String) throws(DiskError) {
        try self.init(of: PosixDisk(path: path))
    }

    /// The content of a file; nil when no file lies there.
    public subscript(file path: RelativePath) -> [UInt8]? {
        if case .file(let bytes) = nodes[path] { bytes } else { nil }
    }

    /// The paths of all files, in order.
    public var files: [RelativePath] {
        nodes.keys.filter { self[file: $0] != nil }.sorted()
    }

    /// Only what lies at or below `folder`, relative to it.
    public func below(_ folder: RelativePath) -> TreeContents {
        let inside = nodes.filter { $0.key.lies(within: folder) && $0.key != folder }
        let cut = folder.isRoot ? 0 : folder.bytes.count + 1
        return TreeContents(
            Dictionary(
                uniqueKeysWithValues: inside.compactMap { path, node in
                    RelativePath(Array(path.bytes.dropFirst(cut))).map { ($0, node) }
                }))
    }

    /// One readable line for each path that is not as in `expected`, in order of path; none when all are.
    public func differences(from expected: TreeContents) -> [String] {
        Set(nodes.keys).union(expected.nodes.keys).sorted().compactMap { path in
            switch (nodes[path], expected.nodes[path]) {
            case (let found?, let wanted?) where found == wanted: nil
            case (.file(let found), .file(let wanted)): "\(path): \(TreeContents.difference(found, wanted))"
            case (let found, let wanted):
                "\(path): found \(TreeContents.words(found)), expected \(TreeContents.words(wanted))"
            }
        }
    }

    private mutating func read(
        _ folder: RelativePath, as place: RelativePath, of disk: any ReadableDisk
    ) throws(DiskError) {
        for entry in try disk.entries(of: folder) {
            guard let path = folder.appending(entry.name), let here = place.appending(entry.name) else { continue }
            switch entry.attributes.kind {
            case .folder:
                nodes[here] = .folder
                try read(path, as: here, of: disk)
            case .file:
                nodes[here] = .file(try disk.contents(of: path, limit: .mebibytes(1024)))
            case let kind:
                nodes[here] = .other(kind)
            }
        }
    }

    private static func difference(_ found: [UInt8], _ wanted: [UInt8]) -> String {
        let first = zip(found, wanted).enumerated().first { $0.element.0 != $0.element.1 }
        let place =
            first.map { "byte \($0.offset) is \($0.element.0), expected \($0.element.1)" }
            ?? "equal until one ends"
        return "\(found.count) bytes, expected \(wanted.count); \(place)"
    }

    private static func words(_ node: Node?) -> String {
        switch node {
        case nil: "nothing"
        case .folder: "a folder"
        case .file(let bytes): "a file of \(bytes.count) bytes"
        case .other(let kind): "a \(kind.name)"
        }
    }
}
