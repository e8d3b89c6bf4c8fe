/// What a folder tree held at one moment, as one value.
///
/// Entries come parents first, each folder's by the raw bytes of the name, so the same tree always gives the
/// same numbers. All names lie in one block of memory: a million files take about 100 MB.
public struct TreeSnapshot: Sendable {
    /// One file or folder; its place in `entries` is its number.
    public struct Entry: Hashable, Sendable {
        /// The number of the folder it lies in; its own number for the root.
        public let parent: UInt32
        let nameStart: UInt32
        let nameLength: UInt16
        /// What it is.
        public let kind: FileAttributes.Kind
        /// Permission bits, masked to 07777.
        public let permissions: UInt16
        /// Size of its content; zero for folders.
        public let size: Int64
        /// Its modification time.
        public let modified: Instant
        /// Its change time.
        public let changed: Instant
        /// Its number on the volume.
        public let inode: UInt64
    }

    /// The entries; number 0 is the root itself.
    public private(set) var entries: [Entry] = []
    /// Names that could not be looked at, with the reason; what they hold is not in `entries`.
    public private(set) var unreadable: [DiskError] = []
    private var names: [UInt8] = []

    init() {}

    /// A tree in which nothing lies but one path, with the folders around it; no disk was asked.
    ///
    /// - Parameter attributes: those of what lies there.
    public init(of path: RelativePath, _ attributes: FileAttributes) {
        var folder = attributes
        folder.kind = .folder
        append([], folder, in: 0)
        for component in path.components.dropLast() { append(component, folder, in: entries.count - 1) }
        if !path.isRoot { append(path.name, attributes, in: entries.count - 1) }
    }

    mutating func append(_ name: some Collection<UInt8>, _ attributes: FileAttributes, in parent: Int) {
        entries.append(
            Entry(
                parent: UInt32(parent), nameStart: UInt32(names.count), nameLength: UInt16(name.count),
                kind: attributes.kind, permissions: attributes.permissions,
                size: attributes.kind == .file ? attributes.size.bytes : 0,
                modified: attributes.modified, changed: attributes.changed, inode: attributes.inode))
        names += name
    }

    mutating func append(_ failure: DiskError) {
        unreadable.append(failure)
    }

    /// The part below a folder as a tree of its own, in which that folder is the root.
    public func subtree(at folder: Int) -> TreeSnapshot {
        guard folder != 0 else { return self }
        var part = TreeSnapshot()
        var end = folder + 1
        while end < entries.count, Int(entries[end].parent) >= folder { end += 1 }
        for number in folder..<end {
            let entry = entries[number]
            let name = number == folder ? [] : self.name(of: number)
            part.entries.append(
                Entry(
                    parent: number == folder ? 0 : entry.parent - UInt32(folder), nameStart: UInt32(part.names.count),
                    nameLength: UInt16(name.count), kind: entry.kind, permissions: entry.permissions, size: entry.size,
                    modified: entry.modified, changed: entry.changed, inode: entry.inode))
            part.names += name
        }
        let path = path(of: folder)
        for failure in unreadable where failure.place.lies(within: path) {
            part.append(DiskError(failure.request, at: failure.place.below(path), number: failure.number))
        }
        return part
    }

    /// Some entries under other names, with the folders around them and nothing else.
    ///
    /// - Parameter names: by the numbers of the entries, which ascend; an entry may come twice. Longer ones than a name
    ///   can be are cut.
    /// - Returns: the tree, and the number in it of each name.
    public func renaming(_ names: [(entry: Int, name: [UInt8])]) -> (tree: TreeSnapshot, numbers: [Int]) {
        var renamed = TreeSnapshot()
        renamed.append(entry: 0, of: self, named: [], in: 0)
        var numbers: [Int] = []
        // The folders around the latest entry, by their numbers here and there.
        var around = [(here: 0, there: 0)]
        for (entry, name) in names where entry != 0 {
            var missing: [Int] = []
            var folder = Int(entries[entry].parent)
            while let inner = around.last, inner.here != folder {
                // Parents come before what they hold.
                if inner.here > folder {
                    around.removeLast()
                } else {
                    missing.append(folder)
                    folder = Int(entries[folder].parent)
                }
            }
            for folder in missing.reversed() {
                renamed.append(entry: folder, of: self, named: self.name(of: folder), in: around.last?.there ?? 0)
                around.append((folder, renamed.entries.count - 1))
            }
            numbers.append(renamed.entries.count)
            renamed.append(entry: entry, of: self, named: name.prefix(Int(UInt16.max)), in: around.last?.there ?? 0)
        }
        return (renamed, numbers)
    }

    private mutating func append(
        entry number: Int, of tree: TreeSnapshot, named name: some Collection<UInt8>, in parent: Int
    ) {
        let entry = tree.entries[number]
        entries.append(
            Entry(
                parent: UInt32(parent), nameStart: UInt32(names.count), nameLength: UInt16(name.count),
                kind: entry.kind, permissions: entry.permissions, size: entry.size, modified: entry.modified,
                changed: entry.changed, inode: entry.inode))
        names += name
    }

    /// The raw bytes of an entry's own name; empty for the root.
    public func name(of number: Int) -> ArraySlice<UInt8> {
        let entry = entries[number]
        return names[Int(entry.nameStart)..<Int(entry.nameStart) + Int(entry.nameLength)]
    }

    /// How many bytes an entry's own name has.
    public func nameLength(of number: Int) -> Int { Int(entries[number].nameLength) }

    /// Where an entry lies below the root.
    public func path(of number: Int) -> RelativePath {
        var parts: [ArraySlice<UInt8>] = []
        var number = number
        while number != 0 {
            parts.append(name(of: number))
            number = Int(entries[number].parent)
        }
        return RelativePath(unchecked: Array(parts.reversed().joined(separator: [UInt8(ascii: "/")])))
    }

    /// The number of a folder's entry of that name; for many look-ups there is ``TreeIndex``.
    public func child(named name: some Collection<UInt8>, of folder: Int) -> Int? {
        var number = folder + 1
        while number < entries.count, Int(entries[number].parent) >= folder {
            if Int(entries[number].parent) == folder, self.name(of: number).elementsEqual(name) { return number }
            number += 1
        }
        return nil
    }

    /// The number of the entry at a path; for many look-ups there is ``TreeIndex``.
    public func number(at path: RelativePath) -> Int? {
        var number = 0
        for component in path.components {
            guard let next = child(named: component, of: number) else { return nil }
            number = next
        }
        return number
    }
}
