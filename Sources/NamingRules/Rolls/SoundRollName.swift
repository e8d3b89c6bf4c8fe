internal import ClipMetadata

/// What the folder of a sound roll is called: `SR001`, `20230511_DAY019`.
struct SoundRollName: Hashable {
    /// The letters before the number, in capitals.
    let word: String
    /// The number.
    let number: Int
    /// The day, where the name has one.
    let date: ShootDate?

    private static let words = ["SR", "DAY"]

    /// Nil for other names.
    init?(_ name: ArraySlice<UInt8>) {
        let parts = String(decoding: name, as: UTF8.self).uppercased()
            .split(omittingEmptySubsequences: false) { "_- ".contains($0) }
        let numbered = parts.lazy.compactMap { SoundRollName.number($0) }.first
        guard let numbered, parts.first.map({ SoundRollName.number($0) != nil || $0.utf8.count == 8 }) == true else {
            return nil
        }
        (word, number) = numbered
        date = parts.first { $0.utf8.count == 8 && $0.utf8.allSatisfy(\.isDecimal) }.flatMap { ShootDate(String($0)) }
        // A day alone is a folder of everything that was shot.
        guard word != "DAY" || date != nil else { return nil }
    }

    /// Rolls are counted with so many digits at most.
    private static let mostDigits = 4

    private static func number(_ part: Substring) -> (String, Int)? {
        for word in words where part.hasPrefix(word) {
            let digits = part.dropFirst(word.count)
            guard (1...mostDigits).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isDecimal) else { continue }
            return Int(digits).map { (word, $0) }
        }
        return nil
    }
}
