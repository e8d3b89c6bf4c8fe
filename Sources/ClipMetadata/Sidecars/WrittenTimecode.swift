internal import MediaTime

/// A timecode as logs write it: `10:00:00:00`, with a semicolon where numbers are dropped.
struct WrittenTimecode {
    private let fields: [Int]
    private let hasSemicolon: Bool

    /// Four numbers; anything else is none.
    init?(_ text: String?) {
        guard let text = text?.said else { return nil }
        let fields = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == ";" }
            .compactMap { Int(said: String($0)) }
        let separators = text.utf8.count { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") }
        guard fields.count == 4, separators == 3, fields.allSatisfy({ $0 <= FrameRate.fastest }) else { return nil }
        self.fields = fields
        hasSemicolon = text.contains(";")
    }

    /// The frame it names; nil when there is none.
    ///
    /// - Parameters:
    ///   - isDropFrame: whether numbers are dropped; nil when the text itself tells.
    ///   - framesPerNumber: more than one where fast pictures share a number.
    func timecode(_ rate: FrameRate, isDropFrame: Bool? = nil, framesPerNumber: Int = 1) -> Timecode? {
        guard let base = TimecodeBase(rate, dropFrame: isDropFrame ?? hasSemicolon) else { return nil }
        return Timecode(
            hours: fields[0], minutes: fields[1], seconds: fields[2], frames: fields[3] * framesPerNumber, base: base)
    }
}
