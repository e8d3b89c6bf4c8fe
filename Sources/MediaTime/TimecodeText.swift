extension Timecode: CustomStringConvertible {
    /// `10:00:00:00`; `10:00:00;00` with drop-frame, and three digits of frames above 99 a second.
    public var description: String {
        let (hours, minutes, seconds, frames) = fields
        let width = base.rate.nominal > 99 ? 3 : 2
        let separator = base.isDropFrame ? ";" : ":"
        return "\(padded(hours, 2)):\(padded(minutes, 2)):\(padded(seconds, 2))\(separator)\(padded(frames, width))"
    }
}

extension FrameRate: CustomStringConvertible {
    /// `25`, `24000/1001`.
    public var description: String { denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)" }
}

extension FrameRate {
    /// For people, who say 23.976: three digits behind the point at most, cut of zeros.
    public var decimalText: String {
        let thousandths = (numerator * 2000 + denominator) / (2 * denominator)
        guard thousandths % 1000 != 0 else { return String(thousandths / 1000) }
        var digits = padded(thousandths % 1000, 3)
        while digits.last == "0" { digits.removeLast() }
        return "\(thousandths / 1000).\(digits)"
    }
}

/// A number with zeros before it.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
