/// What a row says of the sound in its own file.
struct FileSound: Hashable, Sendable {
    /// How many channels, at most ``most``.
    let channels: Int?
    /// Samples a second.
    let rate: Int?
    /// Bits of a sample.
    let bits: Int?
    /// Whether there is any.
    let isThere: Bool

    /// Tracks that its channels take; of sound whose channels nobody counted one is certain.
    var tracks: Int { isThere ? channels ?? 1 : 0 }

    /// Channels that are believed: files of recorders and cameras have at most 64.
    static let most = 64

    init(_ clip: LoggedClip) {
        func number(_ field: LogField, _ range: ClosedRange<Int>) -> Int? {
            clip.values[field].flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil }
        }
        channels = number(.channels, 1...FileSound.most)
        rate = number(.sampleRate, 1...Int(Int32.max))
        bits = number(.sampleBits, 1...64)
        isThere = clip.kind == .sound || channels != nil || rate != nil
    }
}
