/// Which files and sequences have the same content, as far as rules asked.
struct ContentTable: Sendable {
    private static let none = UInt32.max

    /// By entry: a million files may be asked for.
    private var numbers: [UInt32] = []
    private var count: UInt32 = 0
    /// What could not be read, by entry, with the reason.
    private(set) var failures: [Int: String] = [:]

    /// A number that two entries of equal size share only if their bytes are equal; nil where it is not known.
    ///
    /// That of a sequence is asked for by its first frame, and is of all its frames.
    subscript(entry: Int) -> Int? {
        guard entry < numbers.count, numbers[entry] != ContentTable.none else { return nil }
        return Int(numbers[entry])
    }

    /// Nothing was compared.
    init() {}

    /// Room for the entries of a tree.
    init(entries: Int) { numbers = Array(repeating: ContentTable.none, count: entries) }

    /// Notes that these entries have one content, which no other has.
    mutating func add(_ entries: some Sequence<Int>) {
        for entry in entries { numbers[entry] = count }
        count += 1
    }

    /// Notes that an entry could not be read.
    mutating func fail(_ entry: Int, _ reason: String) { failures[entry] = reason }
}
