/// A scene, slate or take as people order it: 2 before 12, 12 before 12A, 12Z before 12AA.
///
/// Case and zeros before a number do not count: `03` is `3`, `12a` is `12A`.
struct NaturalOrder: Hashable, Sendable {
    /// Digits, or what stands between digits.
    private enum Run: Hashable, Sendable {
        case number(String)
        case words(String)
    }

    private let runs: [Run]

    /// Takes a text apart.
    init(_ text: String) {
        var runs: [Run] = []
        var rest = text.uppercased().unicodeScalars[...]
        while let first = rest.first {
            let isNumber = NaturalOrder.isDigit(first)
            let run = rest.prefix { NaturalOrder.isDigit($0) == isNumber }
            rest = rest[run.endIndex...]
            if isNumber {
                let digits = run.drop { $0 == "0" }
                runs.append(.number(digits.isEmpty ? "0" : String(digits)))
            } else {
                runs.append(.words(String(run)))
            }
        }
        self.runs = runs
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}

extension NaturalOrder: Comparable {
    /// Orders run by run; numbers come before words.
    static func < (one: NaturalOrder, other: NaturalOrder) -> Bool {
        for place in 0..<min(one.runs.count, other.runs.count) where one.runs[place] != other.runs[place] {
            return precedes(one.runs[place], other.runs[place], atStart: place == 0)
        }
        return one.runs.count < other.runs.count
    }

    /// Letters behind a number count on like digits: Z, then AA.
    private static func precedes(_ one: Run, _ other: Run, atStart: Bool) -> Bool {
        switch (one, other) {
        case (.number(let one), .number(let other)): isShorter(one, other) ?? (one < other)
        case (.words(let one), .words(let other)): (atStart ? nil : isShorter(one, other)) ?? (one < other)
        case (.number, .words): true
        case (.words, .number): false
        }
    }

    private static func isShorter(_ one: String, _ other: String) -> Bool? {
        one.utf8.count == other.utf8.count ? nil : one.utf8.count < other.utf8.count
    }
}
