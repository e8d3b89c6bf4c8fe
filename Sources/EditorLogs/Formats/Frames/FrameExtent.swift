internal import MediaTime

/// The frames of a row, as applications that cut frames are told of them: how they are counted, the first, how many.
struct FrameExtent: Hashable, Sendable {
    /// How they are counted; every number where no timecode is known.
    let base: TimecodeBase
    /// The first; nil where no timecode is known.
    let first: Timecode?
    /// How many: one up to a day's.
    let count: Int

    /// Why an application cannot be told of a row's frames.
    enum Refusal: Error, Hashable {
        case noName
        case noRate
        case noLength
        case noFrames
        case beyondADay
    }

    /// Takes the frames of a row; sound is counted in frames of its timecode, without the part of one at its end.
    init(_ clip: LoggedClip) throws(Refusal) {
        guard clip.hasName else { throw .noName }
        guard let rate = clip.rate else { throw .noRate }
        let base = clip.start?.base ?? TimecodeBase(rate)
        guard let count = clip.kind == .sound ? SoundExtent(clip)?.frames(at: rate) : clip.length else {
            throw .noLength
        }
        guard count > 0 else { throw .noFrames }
        guard count <= base.framesPerDay else { throw .beyondADay }
        (self.base, first, self.count) = (base, clip.start, count)
    }
}

extension FrameExtent.Refusal {
    /// What is the matter, for people.
    var sentence: String {
        switch self {
        case .noName: "It was left out: its name is blank."
        case .noRate: "It was left out: nobody says at how many frames a second it runs."
        case .noLength: "It was left out: nobody says how long it is."
        case .noFrames: "It was left out: it holds no frame."
        case .beyondADay: "It was left out: it is longer than a day of timecode."
        }
    }

    /// What to do.
    var nextStep: String {
        switch self {
        case .noName, .noRate, .noLength: "Import the file by hand: the application reads it itself."
        case .noFrames: "Look at the file; there may be nothing in it."
        case .beyondADay: "Look at the file, and import it by hand if it is right."
        }
    }
}

/// The samples of a row of sound.
struct SoundExtent: Hashable, Sendable {
    /// How many samples, more than none.
    let samples: Int
    /// Samples a second.
    let rate: Int

    /// No recorder takes more samples a second; products with a day's frames stay far from the end of `Int`.
    private static let fastest = 10_000_000
    /// Seconds that a recording may last: a day of timecode at 24000/1001, the longest there is, rounded up.
    private static let longest = 86_487

    /// Takes the samples of a row; nil where they are not known, or cannot be.
    init?(_ clip: LoggedClip) {
        guard let samples = clip.values[.samples].flatMap({ Int($0) }), samples > 0,
            let rate = clip.values[.sampleRate].flatMap({ Int($0) }), (1...SoundExtent.fastest).contains(rate),
            samples / rate <= SoundExtent.longest
        else { return nil }
        (self.samples, self.rate) = (samples, rate)
    }

    /// Whole frames that it fills.
    func frames(at rate: FrameRate) -> Int { Int(count(at: rate).quotient) }

    /// Frames that it touches: a part of one at its end counts as one.
    func framesTouched(at rate: FrameRate) -> Int {
        let count = count(at: rate)
        return Int(count.quotient) + (count.remainder > 0 ? 1 : 0)
    }

    private func count(at frames: FrameRate) -> (quotient: Int128, remainder: Int128) {
        (Int128(samples) * Int128(frames.numerator)).quotientAndRemainder(
            dividingBy: Int128(rate) * Int128(frames.denominator))
    }
}
