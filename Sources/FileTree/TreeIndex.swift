/// Finds the entries of a snapshot by their names.
///
/// A hash table of entry numbers, four bytes for each of twice as many places: 8 MB for a million files.
public struct TreeIndex: Sendable {
    private let tree: TreeSnapshot
    private var table: [UInt32]

    /// Stands for a place that is free; number 0 is the root, which nobody looks for.
    private static let free: UInt32 = 0

    /// Builds the table.
    public init(_ tree: TreeSnapshot) {
        self.tree = tree
        var size = 16
        while size < tree.entries.count * 2 { size *= 2 }
        table = Array(repeating: TreeIndex.free, count: size)
        for number in tree.entries.indices.dropFirst() {
            var place = hash(tree.name(of: number), in: Int(tree.entries[number].parent))
            while table[place] != TreeIndex.free { place = (place + 1) & (table.count - 1) }
            table[place] = UInt32(number)
        }
    }

    /// The number of a folder's entry of that name.
    public func child(named name: some Collection<UInt8>, of folder: Int) -> Int? {
        name.withContiguousStorageIfAvailable { find($0, in: folder) }
            ?? Array(name).withUnsafeBufferPointer { find($0, in: folder) }
    }

    private func find(_ name: UnsafeBufferPointer<UInt8>, in folder: Int) -> Int? {
        var place = hash(name, in: folder)
        while table[place] != TreeIndex.free {
            let number = Int(table[place])
            if Int(tree.entries[number].parent) == folder, tree.name(of: number).elementsEqual(name) { return number }
            place = (place + 1) & (table.count - 1)
        }
        return nil
    }

    /// The number of the entry at a path below the root.
    public func number(at path: RelativePath) -> Int? {
        var number = 0
        for component in path.components {
            guard let next = child(named: component, of: number) else { return nil }
            number = next
        }
        return number
    }

    /// FNV-1a, started with the folder; names on a card are not chosen to collide, and if they were it is only slow.
    private func hash(_ name: some Collection<UInt8>, in folder: Int) -> Int {
        var value: UInt64 = 14_695_981_039_346_656_037 ^ UInt64(folder) &* 0x9E37_79B9_7F4A_7C15
        for byte in name { value = (value ^ UInt64(byte)) &* 1_099_511_628_211 }
        return Int(truncatingIfNeeded: value ^ value >> 29) & (table.count - 1)
    }
}
