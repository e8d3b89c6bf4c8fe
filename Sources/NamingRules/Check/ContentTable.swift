/// Which files have the same content, as far as rules asked.
struct ContentTable: Sendable {
    /// A number that two entries share only if their bytes are equal; nil where it was not asked for or not read.
    subscript(entry: Int) -> Int? { nil }
}
