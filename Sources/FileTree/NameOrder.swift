extension FolderEntry {
    /// Whether the raw bytes of this name come before those of another.
    ///
    /// Eight are compared at once: a folder of a hundred thousand frames has names that differ only near their ends.
    func precedes(_ other: FolderEntry) -> Bool {
        name.withUnsafeBytes { mine in
            other.name.withUnsafeBytes { theirs in FolderEntry.precedes(mine, theirs) }
        }
    }

    @inline(__always)
    private static func precedes(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
        let shared = min(one.count, other.count)
        var place = 0
        while shared - place >= MemoryLayout<UInt64>.size {
            let mine = UInt64(bigEndian: one.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            let theirs = UInt64(bigEndian: other.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            if mine != theirs { return mine < theirs }
            place += MemoryLayout<UInt64>.size
        }
        while place < shared {
            if one[place] != other[place] { return one[place] < other[place] }
            place += 1
        }
        return one.count < other.count
    }
}
