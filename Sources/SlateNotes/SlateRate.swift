public import MediaTime

/// A rate as reports write it: `23.97 ND`, `29.97DF`, `25`.
public struct SlateRate: Hashable, Sendable {
    /// Frames a second.
    public let rate: FrameRate
    /// Whether numbers are dropped; nil where it says nothing.
    public let isDropFrame: Bool?

    /// Nil for anything else, and for drop-frame at a rate that has none.
    public init?(_ text: String) {
        let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "/") }
        guard let rate = FrameRate(String(number)) else { return nil }
        switch text.dropFirst(number.count).filter(\.isLetter).lowercased() {
        case "": isDropFrame = nil
        case "fps": isDropFrame = nil
        case "df", "drop": isDropFrame = true
        case "nd", "ndf", "nondrop": isDropFrame = false
        default: return nil
        }
        guard isDropFrame != true || TimecodeBase(rate, dropFrame: true) != nil else { return nil }
        self.rate = rate
    }

    /// A rate of which nobody said whether it drops.
    public init(_ rate: FrameRate) {
        (self.rate, isDropFrame) = (rate, nil)
    }

    /// Reads a timecode that counts at this rate; nil where it does not exist, or where its semicolon contradicts.
    public func timecode(_ text: String) -> Timecode? {
        let drops = text.utf8.contains(UInt8(ascii: ";"))
        guard let written = isDropFrame, let base = TimecodeBase(rate, dropFrame: written) else {
            return drops && TimecodeBase(rate, dropFrame: true) == nil ? nil : Timecode(text, rate: rate)
        }
        return !written && drops ? nil : Timecode(text, base: base)
    }
}
