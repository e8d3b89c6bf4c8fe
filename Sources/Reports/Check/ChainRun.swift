internal import NamingRules

/// Versions of a chain that stand beside each other and are alike: `v001 to v007`, `v008 missing`.
struct ChainRun: Hashable {
    /// What they are.
    enum Kind: Hashable {
        case complete, missing, doubled
        case incomplete([VersionChain.Fault])

        var style: StaticString {
            switch self {
            case .complete: "there"
            case .missing: "gone"
            case .doubled, .incomplete: "part"
            }
        }

        fileprivate var words: String {
            switch self {
            case .complete: ""
            case .missing: " missing"
            case .doubled: " doubled"
            case .incomplete(let faults): " " + faults.map(\.words).joined(separator: ", ")
            }
        }
    }

    /// What they are.
    let kind: Kind
    /// The first of them as it is written.
    private let first: String
    /// The last of them as it is written.
    private var last: String

    /// Which versions they are, as they are written: `v001`, `v001 to v007`.
    var label: String { first == last ? first : "\(first) to \(last)" }

    /// The run in words: no colour alone says what it is.
    var words: String { label + kind.words }

    /// All runs of a chain, ascending.
    static func runs(of chain: VersionChain) -> [ChainRun] {
        var runs: [ChainRun] = []
        var missing = chain.missing[...]
        for version in chain.versions {
            while let gap = missing.first, gap.upperBound < version.number {
                let width = version.label.count { $0.isNumber }
                let letter = version.label.prefix { !$0.isNumber }
                let ends = [gap.lowerBound, gap.upperBound].map { String(letter) + padded($0, width) }
                runs.append(ChainRun(kind: .missing, first: ends[0], last: ends[1]))
                missing.removeFirst()
            }
            let kind = kind(of: version, in: chain)
            if runs.last?.kind == kind {
                runs[runs.count - 1].last = version.label
            } else {
                runs.append(ChainRun(kind: kind, first: version.label, last: version.label))
            }
        }
        return runs
    }

    private static func kind(of version: VersionChain.Version, in chain: VersionChain) -> Kind {
        if chain.doubled.contains(version.number) { return .doubled }
        return version.faults.isEmpty ? .complete : .incomplete(version.faults)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension VersionChain.Fault {
    fileprivate var words: String {
        switch self {
        case .empty: "empty"
        case .holes: "with holes"
        case .lacksForm: "lacks a form"
        case .unreadable: "unread"
        }
    }
}
