internal import EditorLogs
internal import MediaTime

extension LoggedClip {
    /// How long it runs; nil where nobody told.
    var seconds: ExactSeconds? {
        if kind == .sound, let samples = values[.samples].flatMap({ Int($0) }), samples >= 0,
            let rate = values[.sampleRate].flatMap({ Int($0) })
        {
            return ExactSeconds(samples, over: rate)
        }
        return length.flatMap { frames in playRate.map { ExactSeconds(frames: frames, at: $0) } }
    }

    /// Frames a second that it plays at: at 59.94 timecode often counts half of them.
    var playRate: FrameRate? { values[.rate].flatMap { FrameRate($0) } ?? rate }
}

/// How long clips run together, with how many of them nobody could time.
struct ShotLength: Hashable, Sendable {
    /// Of those whose length is known; exact.
    private(set) var total = ExactSeconds.zero
    /// How many are in it.
    private(set) var counted = 0
    /// How many are not in it, because nobody told their length.
    private(set) var unknown = 0

    /// Adds one.
    mutating func add(_ length: ExactSeconds?) {
        guard let length, let sum = total.adding(length) else { return unknown += 1 }
        total = sum
        counted += 1
    }

    /// For people: `1 h 12 m`; `1 h 12 m, 3 of unknown length`.
    var words: String {
        guard unknown > 0 else { return total.words }
        return counted == 0 ? "length unknown" : "\(total.words), \(unknown) of unknown length"
    }
}
