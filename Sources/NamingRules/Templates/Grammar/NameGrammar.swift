/// What a name, or a part of one, may be made of.
indirect enum NameGrammar: Hashable, Sendable {
    /// One character.
    case character(Charset)
    /// One after the other.
    case sequence([NameGrammar])
    /// One of them; where several fit, the first.
    case choice([NameGrammar])
    /// So many times, rather more than fewer; nil for without end.
    case repeated(NameGrammar, least: Int, most: Int?)
    /// A numbered part of a template.
    case part(Int, NameGrammar)

    /// A text as it stands.
    static func text(_ text: some StringProtocol) -> NameGrammar {
        .sequence(text.unicodeScalars.map { .character(Charset($0)) })
    }

    /// So many digits.
    static func digits(_ least: Int, _ most: Int?) -> NameGrammar {
        .repeated(.character(.digits), least: least, most: most)
    }

    /// The same with letters of either case.
    var inAnyCase: NameGrammar {
        switch self {
        case .character(let set): .character(set.inAnyCase)
        case .sequence(let list): .sequence(list.map(\.inAnyCase))
        case .choice(let list): .choice(list.map(\.inAnyCase))
        case .repeated(let inner, let least, let most): .repeated(inner.inAnyCase, least: least, most: most)
        case .part(let number, let inner): .part(number, inner.inAnyCase)
        }
    }

    /// Whether nothing at all fits it too.
    var canBeEmpty: Bool {
        switch self {
        case .character: false
        case .sequence(let list): list.allSatisfy(\.canBeEmpty)
        case .choice(let list): list.contains(where: \.canBeEmpty)
        case .repeated(let inner, let least, _): least == 0 || inner.canBeEmpty
        case .part(_, let inner): inner.canBeEmpty
        }
    }

    /// How many characters what fits has, if it is always the same number.
    var fixedWidth: Int? {
        switch self {
        case .character: return 1
        case .part(_, let inner): return inner.fixedWidth
        case .choice(let list):
            let widths = Set(list.map(\.fixedWidth))
            return widths.count == 1 ? widths.first.flatMap(\.self) : nil
        case .sequence(let list):
            var sum = 0
            for part in list {
                guard let width = part.fixedWidth else { return nil }
                sum = min(sum + width, NameProgram.mostSteps)
            }
            return sum
        case .repeated(let inner, let least, let most):
            guard least == most, let width = inner.fixedWidth else { return nil }
            return min(width.multipliedReportingOverflow(by: least).partialValue, NameProgram.mostSteps)
        }
    }

    /// Something that fits it, the same for the same generator.
    ///
    /// - Parameter likely: characters that are taken more often than others: those that part fields.
    func sample(_ random: inout SampleNumbers, likely: Charset) -> String {
        switch self {
        case .character(let set):
            let wanted = set.intersection(likely)
            return String(random.character(of: random.below(4) == 0 && !wanted.isEmpty ? wanted : set))
        case .sequence(let list): return list.map { $0.sample(&random, likely: likely) }.joined()
        case .choice(let list):
            return list.isEmpty ? "" : list[random.below(list.count)].sample(&random, likely: likely)
        case .part(_, let inner): return inner.sample(&random, likely: likely)
        case .repeated(let inner, let least, let most):
            let count = least + random.below(min(most ?? Int.max, least + NameGrammar.moreInSamples) - least + 1)
            return (0..<count).map { _ in inner.sample(&random, likely: likely) }.joined()
        }
    }

    /// A sample repeats so many times more than it must: enough to meet its neighbours' characters.
    private static let moreInSamples = 6
}

/// Numbers for samples: SplitMix64, the same on every run, so that a rule file loads always or never.
struct SampleNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A number from 0 to below a limit, which is at least 1.
    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, limit)))
    }

    /// One of the characters of a set, which has at least one.
    mutating func character(of set: Charset) -> Character {
        guard !set.ranges.isEmpty else { return "0" }
        let range = set.ranges[below(set.ranges.count)]
        let number = range.lowerBound + UInt32(below(Int(range.upperBound - range.lowerBound) + 1))
        return Unicode.Scalar(number).map(Character.init) ?? "0"
    }
}
