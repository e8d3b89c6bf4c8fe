/// One way a power cut may leave a disk: which of the pending operations reached it.
public struct CrashState: Hashable, Sendable, CustomStringConvertible {
    /// What a torn write leaves behind.
    public enum Tear: Hashable, Sendable {
        /// Its first half.
        case half
        /// The size it gave the file, with zeros for its bytes.
        case zeros
    }

    /// The places, in the list of pending operations, of those that reached the device.
    public let kept: Set<Int>
    /// Writes among them that reached it only in part.
    public let torn: [Int: Tear]

    /// Names a state.
    public init(kept: Set<Int>, torn: [Int: Tear] = [:]) {
        self.kept = kept
        self.torn = torn
    }

    /// In words: `kept 0, 2, 5 (half)`.
    public var description: String {
        if kept.isEmpty { return "kept nothing" }
        let places = kept.sorted().map { place in torn[place].map { "\(place) (\($0))" } ?? "\(place)" }
        return "kept " + places.joined(separator: ", ")
    }

    /// States to try for `count` pending operations.
    ///
    /// All subsets when they fit in `limit`; else none, all, each alone, all but each, and as many subsets
    /// drawn at random as there is room for. Then, beyond the limit, each write torn while all else was kept.
    static func states(of count: Int, writes: [Int], limit: Int, seed: UInt64) -> [CrashState] {
        let places = 0..<count
        let whole = Set(places)
        let tears = writes.flatMap { place in
            [Tear.half, .zeros].map { CrashState(kept: whole, torn: [place: $0]) }
        }
        if count < Int.bitWidth - 2, 1 << count <= limit {
            return (0..<(1 << count)).map { mask in
                CrashState(kept: Set(places.filter { mask >> $0 & 1 == 1 }))
            } + tears
        }
        var states = [CrashState(kept: []), CrashState(kept: whole)]
        states += places.map { CrashState(kept: [$0]) }
        states += places.map { CrashState(kept: whole.subtracting([$0])) }
        var generator = SeededGenerator(seed: seed)
        while states.count < limit {
            states.append(CrashState(kept: Set(places.filter { _ in generator.next() & 1 == 1 })))
        }
        return states + tears
    }
}
