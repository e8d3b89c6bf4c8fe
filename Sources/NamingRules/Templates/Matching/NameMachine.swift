/// Takes names apart by a program, each in two passes that never turn back.
///
/// The first pass goes from the end of the name to its beginning, and knows at each byte from which steps the rest can
/// be read; what it learns is kept, so most bytes cost one look into a table, and a wrong extension is refused at once.
/// The second pass goes forward along the one way that the first has left open. A name costs its length times the
/// program's at most, whatever the pattern: there is nothing to try again.
struct NameMachine {
    /// What names are taken apart by.
    let program: NameProgram
    /// Where each part of the last name that fit stands: begin and end from the name's start, -1 where it is missing.
    private(set) var places: [Int32]
    /// How many steps were looked at so far; for tests, which count instead of measuring time.
    private(set) var work = 0

    /// For each state the steps it holds, a bit each.
    private var bits: [UInt64] = []
    /// For each state and class of bytes the state before it.
    private var table: [Int32] = []
    private var numbers: [[UInt64]: Int32] = [:]
    private var trail: [Int32]
    private var worklist: [Int] = []
    private let width: Int

    /// How many states are kept.
    var states: Int { numbers.count }

    /// Longer names are no names: four folders' names of 255 bytes.
    static let mostBytes = 1_023
    /// So many states are kept, then all are forgotten: real names need a few hundred, and a name can always be read
    /// with so many.
    static let mostStates = 2_048
    /// No step can read the rest.
    private static let dead: Int32 = 0
    private static let unknown: Int32 = -1

    init(_ program: NameProgram) {
        self.program = program
        width = (program.steps.count + 63) / 64
        places = Array(repeating: -1, count: program.parts * 2)
        trail = Array(repeating: 0, count: NameMachine.mostBytes + 1)
        forget()
    }

    /// Whether a whole name fits; then ``places`` tells where its parts are.
    mutating func fits(_ name: ArraySlice<UInt8>) -> Bool {
        guard isReadable(name) else { return false }
        walk(preferringSecond: false)
        return true
    }

    /// Whether the last name that was looked at, and fit, could be taken apart in another way too.
    ///
    /// The ways have an order: where there are several, the first and the last of them differ.
    var isAmbiguous: Bool {
        mutating get {
            let first = places
            walk(preferringSecond: true)
            defer { places = first }
            return places != first
        }
    }

    private mutating func forget() {
        numbers.removeAll(keepingCapacity: true)
        bits.removeAll(keepingCapacity: true)
        table.removeAll(keepingCapacity: true)
        _ = state(of: Array(repeating: 0, count: width))
        var end = Array(repeating: UInt64(0), count: width)
        close(over: 0, in: &end)
        _ = state(of: end)
    }

    /// The number of a set of steps.
    private mutating func state(of set: [UInt64]) -> Int32 {
        if let number = numbers[set] { return number }
        let number = Int32(numbers.count)
        numbers[set] = number
        bits += set
        table += repeatElement(
            number == NameMachine.dead ? NameMachine.dead : NameMachine.unknown, count: program.classCount)
        return number
    }

    /// Adds a step and all that lead to it without a byte.
    private mutating func close(over step: Int, in set: inout [UInt64]) {
        worklist.append(step)
        while let step = worklist.popLast() {
            guard set[step >> 6] & (1 << UInt64(step & 63)) == 0 else { continue }
            set[step >> 6] |= 1 << UInt64(step & 63)
            work += 1
            worklist += program.before[step].others
        }
    }

    private func holds(_ state: Int32, _ step: Int) -> Bool {
        bits[Int(state) * width + step >> 6] & (1 << UInt64(step & 63)) != 0
    }

    /// The state before a byte of a class; found once, then kept.
    private mutating func state(before state: Int32, _ group: Int) -> Int32 {
        var set = Array(repeating: UInt64(0), count: width)
        for word in 0..<width {
            var left = bits[Int(state) * width + word]
            while left != 0 {
                let step = word * 64 + left.trailingZeroBitCount
                left &= left - 1
                work += 1
                for (before, bytes) in program.before[step].bytes
                where program.isIn[bytes * program.classCount + group] {
                    close(over: before, in: &set)
                }
            }
        }
        let found = self.state(of: set)
        table[Int(state) * program.classCount + group] = found
        return found
    }

    /// The first pass.
    private mutating func isReadable(_ name: ArraySlice<UInt8>) -> Bool {
        guard name.count <= NameMachine.mostBytes else { return false }
        // Forgotten between names only: the trail of this one needs its states.
        if numbers.count + name.count >= NameMachine.mostStates { forget() }
        var state: Int32 = 1
        var place = name.count
        trail[place] = state
        while place > 0 {
            place -= 1
            let group = Int(program.classes[Int(name[name.startIndex + place])])
            work += 1
            var next = table[Int(state) * program.classCount + group]
            if next == NameMachine.unknown { next = self.state(before: state, group) }
            if next == NameMachine.dead { return false }
            trail[place] = next
            state = next
        }
        return holds(state, program.start)
    }

    /// The second pass; there is always a way, and none leads round without a byte.
    private mutating func walk(preferringSecond: Bool) {
        for index in places.indices { places[index] = -1 }
        var (step, place) = (program.start, 0)
        while true {
            work += 1
            switch program.steps[step] {
            case .byte(_, let next): (step, place) = (next, place + 1)
            case .either(let one, let other):
                let (first, second) = preferringSecond ? (other, one) : (one, other)
                step = holds(trail[place], first) ? first : second
            case .begin(let part, let next):
                places[part * 2] = Int32(place)
                step = next
            case .end(let part, let next):
                places[part * 2 + 1] = Int32(place)
                step = next
            case .done: return
            }
        }
    }
}
