extension StringProtocol {
    /// Without white space and zero bytes at its ends.
    public var trimmed: String {
        // Almost every text begins and ends with ASCII that is no space, and is not looked through.
        let text = String(self)
        if let first = text.utf8.first, let last = text.utf8.last, isPrinted(first), isPrinted(last) { return text }
        let isEmpty: (Character) -> Bool = { $0.isWhitespace || $0 == "\0" }
        guard let start = firstIndex(where: { !isEmpty($0) }), let end = lastIndex(where: { !isEmpty($0) }) else {
            return ""
        }
        return String(self[start...end])
    }
}

/// Whether a byte is a character of ASCII that leaves ink.
private func isPrinted(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
