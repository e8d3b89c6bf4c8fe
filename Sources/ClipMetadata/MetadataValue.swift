public import MediaTime

/// A value that can be shown in one line, the same value always as the same text.
public protocol MetadataValue: Hashable, Sendable {
    /// The text.
    var metadataText: String { get }
}

extension String: MetadataValue {
    /// The text itself.
    public var metadataText: String { self }
}

extension Int: MetadataValue {
    /// Its digits.
    public var metadataText: String { String(self) }
}

extension Bool: MetadataValue {
    /// `yes` or `no`.
    public var metadataText: String { self ? "yes" : "no" }
}

extension Double: MetadataValue {
    /// The shortest digits that give this number; whole numbers without a fraction.
    public var metadataText: String { Int(exactly: self).map(String.init) ?? description }
}

extension [String]: MetadataValue {
    /// Joined by commas.
    public var metadataText: String { joined(separator: ", ") }
}

extension FrameRate: MetadataValue {
    /// `25`, `24000/1001`.
    public var metadataText: String { description }
}

extension Timecode: MetadataValue {
    /// `10:00:00:00@24000/1001`; drop-frame with a semicolon before the frames.
    public var metadataText: String { "\(self)@\(base.rate)" }
}
