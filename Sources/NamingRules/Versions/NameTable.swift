/// Numbers for names, each in a context of its own: a million of them in two blocks of memory.
///
/// Hashed with a seed of the process, so that nobody can choose names that collide.
struct NameTable: Sendable {
    private struct Entry {
        let context: UInt32
        let start: UInt32
        let length: UInt16
    }

    private static let free = UInt32.max

    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    private var table = [UInt32](repeating: NameTable.free, count: 64)

    /// How many names there are; they are numbered from 0.
    var count: Int { entries.count }

    /// The number of a name, a new one where it was not there; names longer than 65,535 bytes count as cut there.
    mutating func number(of name: [UInt8], in context: UInt32 = 0) -> UInt32 {
        let name = name.prefix(Int(UInt16.max))
        if entries.count * 2 >= table.count { grow() }
        var place = NameTable.hash(name, context) & (table.count - 1)
        while table[place] != NameTable.free {
            let entry = entries[Int(table[place])]
            if entry.context == context, self[entry].elementsEqual(name) { return table[place] }
            place = (place + 1) & (table.count - 1)
        }
        let number = UInt32(entries.count)
        table[place] = number
        entries.append(Entry(context: context, start: UInt32(bytes.count), length: UInt16(name.count)))
        bytes += name
        return number
    }

    /// The bytes of a name.
    subscript(number: UInt32) -> ArraySlice<UInt8> { self[entries[Int(number)]] }

    private subscript(entry: Entry) -> ArraySlice<UInt8> {
        bytes[Int(entry.start)..<Int(entry.start) + Int(entry.length)]
    }

    private static func hash(_ name: ArraySlice<UInt8>, _ context: UInt32) -> Int {
        var hasher = Hasher()
        hasher.combine(context)
        name.withUnsafeBytes { hasher.combine(bytes: $0) }
        return hasher.finalize()
    }

    private mutating func grow() {
        table = [UInt32](repeating: NameTable.free, count: table.count * 2)
        for (number, entry) in entries.enumerated() {
            var place = NameTable.hash(self[entry], entry.context) & (table.count - 1)
            while table[place] != NameTable.free { place = (place + 1) & (table.count - 1) }
            table[place] = UInt32(number)
        }
    }
}
