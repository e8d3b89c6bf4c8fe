/// What may stand in a list.
struct CutListVariant: Hashable, Sendable {
    /// What its files' names end with.
    let suffix: String
    /// Characters of a reel; shorter ones are filled up with spaces.
    let reelWidth: Int
    /// Whether reels are of A-Z, 0-9 and _ alone.
    let isStrict: Bool
    /// Digits of an event's number.
    let eventDigits: Int

    /// Events in one list: as many as have a number.
    var mostEvents: Int { isStrict ? 999 : 999_999 }

    /// The File 32 dialect.
    static let file32 = CutListVariant(suffix: "", reelWidth: 32, isStrict: false, eventDigits: 6)
    /// CMX 3600 to the letter.
    static let strict = CutListVariant(suffix: "_3600", reelWidth: 8, isStrict: true, eventDigits: 3)
    static let all = [file32, strict]
}
