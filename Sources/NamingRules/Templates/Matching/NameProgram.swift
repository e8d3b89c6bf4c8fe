/// A grammar as a machine over bytes: steps that lead from one to the next, without a way back.
struct NameProgram: Sendable {
    /// One step.
    enum Step: Hashable, Sendable {
        /// A byte of a set.
        case byte(set: Int, next: Int)
        /// One of two ways, the first rather than the second.
        case either(Int, Int)
        /// A part begins.
        case begin(part: Int, next: Int)
        /// A part ends.
        case end(part: Int, next: Int)
        /// The name ends.
        case done
    }

    /// A program has so many steps at most: ten fields of a few hundred, and a name costs never more than that times
    /// its length.
    static let mostSteps = 4_000

    /// The grammar has more steps than a program may.
    struct TooLarge: Error {}

    /// The steps.
    let steps: [Step]
    /// The one to begin with.
    let start: Int
    /// How many parts it tells.
    let parts: Int
    /// The sets of bytes that its steps use.
    let sets: [ByteSet]
    /// Which bytes no step tells apart: the class of each.
    let classes: [UInt8]
    /// How many classes there are.
    let classCount: Int
    /// Whether a byte of a class is in a set: by set, then class.
    let isIn: [Bool]
    /// The steps that lead to a step: with a byte, with its set, and without one.
    let before: [(bytes: [(step: Int, set: Int)], others: [Int])]

    /// Compiles a grammar.
    init(_ grammar: NameGrammar) throws(TooLarge) {
        var writer = ProgramWriter()
        start = try writer.write(grammar, then: 0)
        (steps, sets) = (writer.steps, writer.sets)
        parts = writer.parts
        (classes, classCount) = NameProgram.classes(sets)
        var isIn = Array(repeating: false, count: sets.count * classCount)
        for byte in 0...255 {
            for set in sets.indices where sets[set].contains(UInt8(byte)) {
                isIn[set * classCount + Int(classes[byte])] = true
            }
        }
        self.isIn = isIn
        before = NameProgram.before(steps)
    }

    private static func classes(_ sets: [ByteSet]) -> ([UInt8], Int) {
        var classes = [UInt8](repeating: 0, count: 256)
        var count = 1
        for set in sets {
            var numbers: [Int: Int] = [:]
            for byte in 0...255 {
                let key = Int(classes[byte]) * 2 + (set.contains(UInt8(byte)) ? 1 : 0)
                let number = numbers[key] ?? numbers.count
                numbers[key] = number
                classes[byte] = UInt8(number)
            }
            count = numbers.count
        }
        return (classes, count)
    }

    private static func before(_ steps: [Step]) -> [(bytes: [(step: Int, set: Int)], others: [Int])] {
        var before = Array(repeating: (bytes: [(step: Int, set: Int)](), others: [Int]()), count: steps.count)
        for (number, step) in steps.enumerated() {
            switch step {
            case .byte(let set, let next): before[next].bytes.append((number, set))
            case .either(let one, let other):
                before[one].others.append(number)
                before[other].others.append(number)
            case .begin(_, let next), .end(_, let next): before[next].others.append(number)
            case .done: break
            }
        }
        return before
    }
}

/// Writes the steps of a grammar, the last ones first, so that each knows where it leads.
private struct ProgramWriter {
    var steps: [NameProgram.Step] = [.done]
    var sets: [ByteSet] = []
    var parts = 0
    private var numbers: [ByteSet: Int] = [:]

    private mutating func add(_ step: NameProgram.Step) throws(NameProgram.TooLarge) -> Int {
        guard steps.count < NameProgram.mostSteps else { throw NameProgram.TooLarge() }
        steps.append(step)
        return steps.count - 1
    }

    mutating func write(_ grammar: NameGrammar, then next: Int) throws(NameProgram.TooLarge) -> Int {
        switch grammar {
        case .character(let set): return try write(set, then: next)
        case .sequence(let list):
            var next = next
            for part in list.reversed() { next = try write(part, then: next) }
            return next
        case .choice(let list):
            var ways: [Int] = []
            for way in list { ways.append(try write(way, then: next)) }
            return try either(ways)
        case .repeated(let inner, let least, let most): return try write(inner, least, most, then: next)
        case .part(let number, let inner):
            parts = max(parts, number + 1)
            let end = try add(.end(part: number, next: next))
            return try add(.begin(part: number, next: write(inner, then: end)))
        }
    }

    private mutating func write(
        _ inner: NameGrammar, _ least: Int, _ most: Int?, then next: Int
    ) throws(NameProgram.TooLarge) -> Int {
        var first = next
        if let most {
            for _ in least..<max(least, most) { first = try add(.either(write(inner, then: first), next)) }
        } else {
            first = try add(.either(next, next))
            steps[first] = .either(try write(inner, then: first), next)
        }
        for _ in 0..<least { first = try write(inner, then: first) }
        return first
    }

    private mutating func write(_ set: Charset, then next: Int) throws(NameProgram.TooLarge) -> Int {
        var ways: [Int] = []
        let ranges = set.byteRanges
        var single: ByteSet?
        for range in ranges where range.count == 1 {
            if single == nil { single = ByteSet(range[0]) } else { single?.insert(range[0]) }
        }
        if let single { ways.append(try add(.byte(set: number(single), next: next))) }
        for range in ranges where range.count > 1 {
            var first = next
            for bytes in range.reversed() { first = try add(.byte(set: number(ByteSet(bytes)), next: first)) }
            ways.append(first)
        }
        return try either(ways)
    }

    /// The ways in their order; a choice of none, which no grammar that was read has, leads nowhere.
    private mutating func either(_ ways: [Int]) throws(NameProgram.TooLarge) -> Int {
        guard var first = ways.last else {
            return try add(.byte(set: number(ByteSet(0...0)), next: 0))
        }
        for way in ways.dropLast().reversed() { first = try add(.either(way, first)) }
        return first
    }

    private mutating func number(_ set: ByteSet) -> Int {
        if let number = numbers[set] { return number }
        numbers[set] = sets.count
        sets.append(set)
        return sets.count - 1
    }
}
