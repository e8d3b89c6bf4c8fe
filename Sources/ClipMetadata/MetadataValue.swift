public import MediaTime

/// A value that can be shown in one line, the same value always as the same text.
public protocol MetadataValue: Hashable, Sendable {
    /// The text.
    var metadataText: String { get }
    /// Whether both cannot be true; the same thing in other words is no contradiction.
    func contradicts(_ other: Self) -> Bool
}

extension MetadataValue {
    /// Values that are not the same.
    public func contradicts(_ other: Self) -> Bool { self != other }
}

extension String: MetadataValue {
    /// The text itself.
    public var metadataText: String { self }

    /// Words are compared without case, whole numbers as numbers: `001` is `1`.
    public func contradicts(_ other: String) -> Bool {
        if let one = Int(self), let other = Int(other) { return one != other }
        return lowercased() != other.lowercased()
    }
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
