internal import SlateNotes

/// A roll as people name it: `A001R2GJ` is also `A001` and `a1`; `A_0076_1CTJ` is also `A076`.
enum RollName {
    /// The whole name, folded.
    static func whole(_ text: String) -> SlateNumber? { SlateNumber(text.filter { $0.isLetter || $0.isNumber }) }

    /// What a roll answers to: its whole name, and the letters and the number that it begins with.
    static func all(_ text: String) -> Set<SlateNumber> {
        let plain = text.filter { $0.isLetter || $0.isNumber }
        let letters = plain.prefix(while: \.isLetter)
        let number = plain.dropFirst(letters.count).prefix(while: \.isNumber)
        let head = letters.isEmpty || number.isEmpty ? nil : SlateNumber(String(letters + number))
        return Set([whole(text), head].compactMap { $0 })
    }
}
