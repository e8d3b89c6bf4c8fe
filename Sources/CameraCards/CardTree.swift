public import ClipMetadata
public import FileTree

/// A card's tree as layouts look at it: names without case, children by folder, small files by content.
///
/// What systems leave on cards, and our own `ascmhl` folders, are not in it.
public struct CardTree: Sendable {
    /// Everything that is on the card.
    public let tree: TreeSnapshot
    /// What the root is called where it comes from: a volume's label, or the reel folder that was given itself.
    public let label: String
    private let disk: any ReadableDisk
    /// The numbers of all children, folder after folder.
    private let childNumbers: [UInt32]
    /// Per entry, where its children start in ``childNumbers``; one more at the end.
    private let childStarts: [UInt32]

    /// Index files larger than this are none: the largest seen, of a card with thousands of clips, has 3 MB.
    public static let largestIndex = ByteCount(16 << 20)

    /// Looks at a tree; nothing is read yet.
    ///
    /// Without a label only what lies in the root speaks for it.
    public init(_ tree: TreeSnapshot, on disk: any ReadableDisk, label: String = "") {
        self.tree = tree
        self.label = label
        self.disk = disk
        var counts = [UInt32](repeating: 0, count: tree.entries.count + 1)
        let shown = tree.entries.indices.map { $0 != 0 && !CardTree.isForeign($0, in: tree) }
        for (number, entry) in tree.entries.enumerated() where shown[number] { counts[Int(entry.parent) + 1] += 1 }
        for place in counts.indices.dropFirst() { counts[place] += counts[place - 1] }
        childStarts = counts
        var next = counts
        var numbers = [UInt32](repeating: 0, count: Int(counts.last ?? 0))
        for (number, entry) in tree.entries.enumerated() where shown[number] {
            numbers[Int(next[Int(entry.parent)])] = UInt32(number)
            next[Int(entry.parent)] += 1
        }
        childNumbers = numbers
    }

    /// Whether an entry is a system's, a history's, or neither a file nor a folder.
    private static func isForeign(_ number: Int, in tree: TreeSnapshot) -> Bool {
        let (entry, name) = (tree.entries[number], tree.name(of: number))
        if entry.kind != .file && entry.kind != .folder { return true }
        if entry.kind == .folder, name.elementsEqual("ascmhl".utf8) { return true }
        return SystemNames.contains(name, entry.kind) || entry.kind == .file && name.starts(with: "._".utf8)
    }

    /// The numbers of what a folder holds, by the raw bytes of the names; 0 is the root.
    public func children(of folder: Int) -> some RandomAccessCollection<Int> {
        childNumbers[Int(childStarts[folder])..<Int(childStarts[folder + 1])].lazy.map { Int($0) }
    }

    /// The numbers of the folders in a folder.
    public func folders(in folder: Int) -> [Int] { children(of: folder).filter { tree.entries[$0].kind == .folder } }

    /// The numbers of the files in a folder.
    public func files(in folder: Int) -> [Int] { children(of: folder).filter { tree.entries[$0].kind == .file } }

    /// An entry's own name; bytes that are not UTF-8 show as replacement characters.
    public func name(of number: Int) -> String { String(decoding: tree.name(of: number), as: UTF8.self) }

    /// A file's name without its last extension.
    public func stem(of number: Int) -> String {
        CardTree.stem(of: name(of: number))
    }

    /// A name without its last extension.
    static func stem(of name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// A file's last extension in capitals, without the dot; empty where there is none.
    public func fileExtension(of number: Int) -> String {
        CardTree.fileExtension(of: name(of: number))
    }

    /// A name's last extension in capitals, without the dot; empty where there is none.
    static func fileExtension(of name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].uppercased()
    }

    /// Where an entry lies on the card.
    public func path(of number: Int) -> RelativePath { tree.path(of: number) }

    /// The size of a file in bytes.
    public func size(of number: Int) -> Int64 { tree.entries[number].size }

    /// Whether an entry is a folder.
    public func isFolder(_ number: Int) -> Bool { tree.entries[number].kind == .folder }

    /// The entry at a path below a folder, each component compared without case: `PRIVATE/M4ROOT`.
    public func number(at path: String, from folder: Int = 0) -> Int? {
        var number = folder
        for component in path.utf8.split(separator: UInt8(ascii: "/")) {
            guard let next = children(of: number).first(where: { isNamed($0, component) }) else { return nil }
            number = next
        }
        return number
    }

    /// The folder at a path; nil where a file or nothing is.
    public func folder(at path: String, from folder: Int = 0) -> Int? {
        number(at: path, from: folder).flatMap { isFolder($0) ? $0 : nil }
    }

    /// The file at a path; nil where a folder or nothing is.
    public func file(at path: String, from folder: Int = 0) -> Int? {
        number(at: path, from: folder).flatMap { isFolder($0) ? nil : $0 }
    }

    /// Compares bytes, because a folder of a hundred thousand frames is asked for many names: makers' marks are ASCII.
    private func isNamed(_ number: Int, _ name: Substring.UTF8View) -> Bool {
        guard tree.nameLength(of: number) == name.count else { return false }
        return zip(tree.name(of: number), name).allSatisfy { CardTree.folded($0) == CardTree.folded($1) }
    }

    /// A letter of ASCII as capital; every other byte as it is.
    static func folded(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
    }

    /// The content of a small index file.
    public func contents(of number: Int, limit: ByteCount = largestIndex) throws(DiskError) -> [UInt8] {
        try disk.contents(of: path(of: number), limit: limit)
    }

    /// A file to look into at any place, for what stands in the heads of media.
    public func bytes(of number: Int) throws(DiskError) -> FileBytes {
        try FileBytes(path(of: number), on: disk)
    }
}
