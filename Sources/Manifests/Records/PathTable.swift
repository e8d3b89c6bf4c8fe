/// Paths by number and numbers by path, all bytes in one block.
///
/// A dictionary of arrays takes several times the memory, and a history may list a million files.
struct PathTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]
    /// A part of each path's hash, by number: most comparisons end there, and the table grows without hashing again.
    private var hashes: [UInt32] = []
    /// Open addressing; zero is a free slot, else a number plus one.
    private var slots: [UInt32] = Array(repeating: 0, count: 16)

    var count: Int { ends.count - 1 }

    subscript(number: Int) -> ArraySlice<UInt8> { bytes[ends[number]..<ends[number + 1]] }

    /// The number of a path that is in the table.
    func number(of path: some Collection<UInt8>) -> Int? {
        let found = slots[slot(for: path).place]
        return found == 0 ? nil : Int(found) - 1
    }

    /// The number of a path, which is put into the table if it is not there yet.
    mutating func insert(_ path: some Collection<UInt8>) -> Int {
        let (place, hash) = slot(for: path)
        if slots[place] != 0 { return Int(slots[place]) - 1 }
        bytes += path
        ends.append(bytes.count)
        hashes.append(hash)
        slots[place] = UInt32(count)
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var place = Int(hash) & (slots.count - 1)
            while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = UInt32(number) + 1
        }
    }

    /// The slot that holds the path, or the free one where it would go; and its hash.
    private func slot(for path: some Collection<UInt8>) -> (place: Int, hash: UInt32) {
        path.withContiguousStorageIfAvailable { slot(for: $0) } ?? Array(path).withUnsafeBufferPointer { slot(for: $0) }
    }

    private func slot(for path: UnsafeBufferPointer<UInt8>) -> (place: Int, hash: UInt32) {
        // Seeded: a hostile manifest cannot choose paths that collide.
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(path))
        let hash = UInt32(truncatingIfNeeded: hasher.finalize())
        var place = Int(hash) & (slots.count - 1)
        while slots[place] != 0 {
            let number = Int(slots[place]) - 1
            if hashes[number] == hash, isPath(number, path) { break }
            place = (place + 1) & (slots.count - 1)
        }
        return (place, hash)
    }

    private func isPath(_ number: Int, _ path: UnsafeBufferPointer<UInt8>) -> Bool {
        let (start, end) = (ends[number], ends[number + 1])
        guard end - start == path.count else { return false }
        return bytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[start..<end]).elementsEqual(path) }
    }
}
