/// The names that headers of files carry, by entry.
struct HeaderNames: Sendable {
    /// The name in the header of an entry's file: DPX and EXR keep one.
    subscript(entry: Int) -> String? { nil }
}
