/// SplitMix64: random enough for test content, and the same on every run.
public struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// Starts a sequence of its own for every seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Content that looks like picture: it does not compress, has no zero runs, and is the same on every run.
public func seededBytes(_ count: Int, seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        while filled < count {
            var word = generator.next()
            for _ in 0..<min(8, count - filled) {
                buffer.initializeElement(at: filled, to: UInt8(truncatingIfNeeded: word))
                word >>= 8
                filled += 1
            }
        }
    }
}
