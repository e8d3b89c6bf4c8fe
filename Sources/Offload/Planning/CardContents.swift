public import Checksums
public import FileTree

/// What of a card belongs to its roll, and what does not, and why.
public struct CardContents: Sendable {
    /// Why an entry of the card is not part of the roll.
    public enum Exclusion: Hashable, Sendable {
        /// It, or a folder around it, is on the list of things systems leave on cards.
        case systemFile(String)
        /// It is the AppleDouble twin of a file that is there.
        case appleDouble
        /// One of the person's own patterns leaves it out.
        case ignored
        /// It is a link, a FIFO, a socket, a device or another mounted volume.
        case notAFile(FileAttributes.Kind)
    }

    /// Everything on the card.
    public let tree: TreeSnapshot
    /// Per entry, why it is not part of the roll; nil when it is.
    public let exclusions: [Exclusion?]
    /// Finds its entries by name.
    public let index: TreeIndex
    /// The numbers of the roll's files, in order.
    public let files: [Int]
    /// The numbers of the roll's folders below its root, parents first.
    public let folders: [Int]
    /// The size of the roll's files together.
    public let size: ByteCount
    /// The person's patterns.
    public let ignore: IgnorePatterns

    /// Sorts a card's entries.
    public init(_ tree: TreeSnapshot, ignore: IgnorePatterns) {
        self.tree = tree
        self.ignore = ignore
        index = TreeIndex(tree)
        var exclusions: [Exclusion?] = Array(repeating: nil, count: tree.entries.count)
        for number in tree.entries.indices.dropFirst() {
            exclusions[number] =
                exclusions[Int(tree.entries[number].parent)] ?? Self.exclusion(of: number, in: tree, index, ignore)
        }
        self.exclusions = exclusions
        let included = tree.entries.indices.dropFirst().filter { exclusions[$0] == nil }
        files = included.filter { tree.entries[$0].kind == .file }
        folders = included.filter { tree.entries[$0].kind == .folder }
        size = files.reduce(.zero) { $0 + ByteCount(tree.entries[$1].size) }
    }

    private static func exclusion(
        of number: Int, in tree: TreeSnapshot, _ index: TreeIndex, _ ignore: IgnorePatterns
    ) -> Exclusion? {
        let entry = tree.entries[number]
        let name = tree.name(of: number)
        if SystemNames.contains(name, entry.kind) { return .systemFile(String(decoding: name, as: UTF8.self)) }
        if entry.kind == .file, name.starts(with: "._".utf8), name.count > 2,
            let twin = index.child(named: name.dropFirst(2), of: Int(entry.parent)), tree.entries[twin].kind == .file
        {
            return .appleDouble
        }
        if !ignore.isEmpty, ignore.leavesOut(tree.path(of: number), isFolder: entry.kind == .folder) { return .ignored }
        return entry.kind == .file || entry.kind == .folder ? nil : .notAFile(entry.kind)
    }

    /// Whether an entry is part of the roll.
    public func isIncluded(_ number: Int) -> Bool { exclusions[number] == nil }

    /// What was left out: entries with their reasons, what lies in a left-out folder being counted to it.
    public var leftOut: [(number: Int, reason: Exclusion, files: Int, size: ByteCount)] {
        var found: [(number: Int, reason: Exclusion, files: Int, size: ByteCount)] = []
        for number in tree.entries.indices.dropFirst() {
            guard let reason = exclusions[number] else { continue }
            if exclusions[Int(tree.entries[number].parent)] == nil { found.append((number, reason, 0, .zero)) }
            guard tree.entries[number].kind == .file, !found.isEmpty else { continue }
            found[found.count - 1].files += 1
            found[found.count - 1].size += ByteCount(tree.entries[number].size)
        }
        return found
    }

    /// The patterns that a manifest of the roll lists: the person's own, and the system folders that were seen.
    public var recordedPatterns: [String] {
        var folders: Set<String> = []
        for number in tree.entries.indices where tree.entries[number].kind == .folder {
            if case .systemFile(let name) = exclusions[number], exclusions[Int(tree.entries[number].parent)] == nil {
                folders.insert(name + "/")
            }
        }
        return ignore.texts + folders.sorted()
    }

    /// XXH128 of the whole listing: kind, path, size and modification time of everything that is part of the roll.
    public var listing: Checksum {
        let running = RunningChecksum(.xxh128)
        for number in tree.entries.indices.dropFirst() where exclusions[number] == nil {
            let entry = tree.entries[number]
            var line = JournalWriter()
            line.put(entry.kind.rawValue)
            line.put(tree.path(of: number).bytes)
            line.put(entry.size)
            line.put(entry.kind == .file ? entry.modified.nanoseconds : 0)
            line.bytes.withUnsafeBytes { running.update($0) }
        }
        return running.finish()
    }
}
