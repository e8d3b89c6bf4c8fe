/// How it is known that a copy is good.
public enum Evidence: UInt8, Hashable, Sendable, CaseIterable {
    /// Hashed in flight; the copy itself was not read.
    case streamed
    /// Read again and equal, but not shown to come from the device.
    case readBack
    /// Flushed, read again past the cache, shown to come from the device, and equal.
    case proved
    /// The same, and a second read of the source past the cache gave the same content.
    case provedSourceTwice

    /// The words the README, the records and the screen use.
    public var words: String {
        switch self {
        case .streamed: "streamed"
        case .readBack: "read-back"
        case .proved: "proved"
        case .provedSourceTwice: "proved, source twice"
        }
    }
}

extension Evidence: Comparable {
    /// Orders by strength.
    public static func < (one: Evidence, other: Evidence) -> Bool { one.rawValue < other.rawValue }
}
