public import MediaTime

/// A value that can be shown in one line, the same value always as the same text.
public protocol MetadataValue: Hashable, Sendable {
    /// The text.
    var metadataText: String { get }
    /// Whether another value says the same in other words, so that nobody need look who is right.
    func agrees(with other: Self) -> Bool
}

extension MetadataValue {
    /// Only the same value does.
    public func agrees(with other: Self) -> Bool { self == other }
}

extension String: MetadataValue {
    /// The text itself.
    public var metadataText: String { self }
    /// Makers write `SONY` here and `Sony` there, and recorders `001` where their files are named `1`.
    public func agrees(with other: String) -> Bool {
        if let one = Int(self), let other = Int(other) { return one == other }
        return self == other || lowercased() == other.lowercased()
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
    /// At 50 frames a second one device counts every frame and another every second one: both name the same moment.
    public func agrees(with other: Timecode) -> Bool {
        guard base != other.base else { return frame == other.frame }
        let (slow, fast) = base.rate < other.base.rate ? (self, other) : (other, self)
        let times = fast.base.rate.nominal / slow.base.rate.nominal
        return base.isDropFrame == other.base.isDropFrame && fast.frame / times == slow.frame
            && FrameRate(slow.base.rate.numerator * times, over: slow.base.rate.denominator) == fast.base.rate
    }
}
