/// Paths by number and numbers by path, all bytes in one block.
///
/// A dictionary of arrays takes several times the memory, and a history may list a million files.
struct PathTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]
    /// Open addressing; zero is a free slot, else a number plus one.
    private var slots: [UInt32] = Array(repeating: 0, count: 16)

    var count: Int { ends.count - 1 }

    subscript(number: Int) -> ArraySlice<UInt8> { bytes[ends[number]..<ends[number + 1]] }

    /// The number of a path that is in the table.
    func number(of path: some Collection<UInt8>) -> Int? {
        let found = slots[slot(for: path)]
        return found == 0 ? nil : Int(found) - 1
    }

    /// The number of a path, which is put into the table if it is not there yet.
    mutating func insert(_ path: some Collection<UInt8>) -> Int {
        let place = slot(for: path)
        if slots[place] != 0 { return Int(slots[place]) - 1 }
        bytes += path
        ends.append(bytes.count)
        slots[place] = UInt32(count)
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for number in 0..<count { slots[slot(for: self[number])] = UInt32(number) + 1 }
    }

    /// The slot that holds the path, or the free one where it would go.
    private func slot(for path: some Collection<UInt8>) -> Int {
        // Seeded: a hostile manifest cannot choose paths that collide.
        var hasher = Hasher()
        let contiguous: Void? = path.withContiguousStorageIfAvailable {
            hasher.combine(bytes: UnsafeRawBufferPointer($0))
        }
        if contiguous == nil { Array(path).withUnsafeBytes { hasher.combine(bytes: $0) } }
        var place = hasher.finalize() & (slots.count - 1)
        while slots[place] != 0, !self[Int(slots[place]) - 1].elementsEqual(path) {
            place = (place + 1) & (slots.count - 1)
        }
        return place
    }
}
