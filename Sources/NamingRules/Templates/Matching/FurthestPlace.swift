/// How far a name that does not fit can be read, and what was expected there.
struct FurthestPlace {
    /// The first byte that cannot stand where it does; the name's length where something is missing.
    let place: Int
    /// The ways that were open there, the likeliest first.
    let ways: [Way]

    /// A way through the program.
    struct Way {
        /// The step that was next: a byte, or the end.
        let step: Int
        /// The part that was being read; nil at the end.
        let part: Int?
        /// The last field that was begun, where, and where it ended if it did.
        let field: (part: Int, begun: Int, ended: Int?)?
    }
}

extension FurthestPlace {
    /// Reads a name forward as far as it goes.
    init(of name: ArraySlice<UInt8>, by program: NameProgram, isField: [Bool]) {
        var reading = ForwardReading(program: program, isField: isField)
        var ways = reading.ways(from: [Way(step: program.start, part: nil, field: nil)], at: 0)
        var place = 0
        while place < min(name.count, NameMachine.mostBytes) {
            let next = reading.ways(from: ways, over: name[name.startIndex + place], at: place)
            guard !next.isEmpty else { break }
            ways = next
            place += 1
        }
        (self.place, self.ways) = (place, ways)
    }
}

/// All ways through a program side by side, each step once at each byte.
private struct ForwardReading {
    let program: NameProgram
    let isField: [Bool]
    private var seen: [Int]
    private var round = 0

    init(program: NameProgram, isField: [Bool]) {
        (self.program, self.isField) = (program, isField)
        seen = Array(repeating: 0, count: program.steps.count)
    }

    mutating func ways(from ways: [FurthestPlace.Way], over byte: UInt8, at place: Int) -> [FurthestPlace.Way] {
        var next: [FurthestPlace.Way] = []
        for way in ways {
            guard case .byte(let set, let step) = program.steps[way.step], program.sets[set].contains(byte) else {
                continue
            }
            next.append(FurthestPlace.Way(step: step, part: way.part, field: way.field))
        }
        return self.ways(from: next, at: place + 1)
    }

    /// Follows each way up to the next byte or the end.
    mutating func ways(from starts: [FurthestPlace.Way], at place: Int) -> [FurthestPlace.Way] {
        round += 1
        var found: [FurthestPlace.Way] = []
        for start in starts {
            var open = [start]
            while let way = open.popLast() {
                guard seen[way.step] != round else { continue }
                seen[way.step] = round
                switch program.steps[way.step] {
                case .byte, .done: found.append(way)
                case .either(let one, let other):
                    open.append(FurthestPlace.Way(step: other, part: way.part, field: way.field))
                    open.append(FurthestPlace.Way(step: one, part: way.part, field: way.field))
                case .begin(let part, let next):
                    let field = isField[part] ? (part: part, begun: place, ended: Int?.none) : way.field
                    open.append(FurthestPlace.Way(step: next, part: part, field: field))
                case .end(let part, let next):
                    let field = way.field.map { ($0.part, $0.begun, $0.part == part ? place : $0.ended) }
                    open.append(FurthestPlace.Way(step: next, part: nil, field: field))
                }
            }
        }
        return found
    }
}
