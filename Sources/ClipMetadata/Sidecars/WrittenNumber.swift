internal import DelimitedText
internal import MediaTime

extension StringProtocol {
    /// Without white space and zero bytes at its ends; nil when nothing is left.
    var said: String? {
        let text = trimmed
        return text.isEmpty ? nil : text
    }
}

extension Int {
    /// Digits alone, white space around them; no sign, nothing that overflows.
    init?(said text: String?) {
        guard let text = text?.said, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        self.init(text)
    }
}

extension Double {
    /// A decimal number as people write it, `-1.5`; no exponent, no `nan`, no `inf`.
    init?(said text: String?) {
        guard let text = text?.said, text.utf8.count <= Double.longestText else { return nil }
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        guard text.utf8.count - digits.count <= 1, digits.contains(where: { (0x30...0x39).contains($0) }),
            digits.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") })
        else { return nil }
        self.init(text)
    }

    /// Characters of a number: no camera writes as many.
    private static let longestText = 32

    /// A number and what stands before its unit: `172.8°`, `5600K`, `50 mm`.
    init?(said text: String?, unit: String) {
        guard let text = text?.said else { return nil }
        self.init(said: text.hasSuffix(unit) ? String(text.dropLast(unit.count)) : text)
    }
}

extension Int {
    /// A whole number that may be written with a fraction of zero, and with a unit: `800.0`, `5600 K`.
    init?(said text: String?, unit: String) {
        guard let number = Double(said: text, unit: unit), let whole = Int(exactly: number), whole >= 0 else {
            return nil
        }
        self = whole
    }
}

extension FrameRate {
    /// A rate as cameras write it: `25`, `23.98`, `29.97p`, `59.94i` (fields: two make a frame).
    init?(said text: String?) {
        guard let text = text?.said?.lowercased() else { return nil }
        guard text.hasSuffix("i") else {
            self.init(text.hasSuffix("p") ? String(text.dropLast()) : text)
            return
        }
        guard let fields = Double(said: String(text.dropLast())) else { return nil }
        self.init(nearest: fields / 2)
    }
}
