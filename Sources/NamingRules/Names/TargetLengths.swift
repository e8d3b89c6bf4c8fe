internal import FileTree

/// What targets have against the length of one name.
struct LengthObjections: Sendable {
    /// The part that is too much for the strictest of them; nil where it is short enough for all.
    private(set) var marked: Range<Int>?
    private var clauses: [String] = []

    /// One sentence for all targets.
    var sentence: String { "It has \(clauses.joined(separator: ", and "))." }

    /// Measures a name; targets with one limit are named together.
    init(_ name: ArraySlice<UInt8>, _ targets: [TargetSystem]) {
        var limits: [(limit: TargetSystem.NameLimit, titles: [String])] = []
        for target in targets {
            guard let limit = target.longestName else { continue }
            if let place = limits.firstIndex(where: { $0.limit == limit }) {
                limits[place].titles.append(target.title)
            } else {
                limits.append((limit, [target.title]))
            }
        }
        for (limit, titles) in limits { measure(name, limit, titles) }
    }

    private mutating func measure(_ name: ArraySlice<UInt8>, _ limit: TargetSystem.NameLimit, _ titles: [String]) {
        let ending = FileExtension(name)
        if !limit.extensions.isEmpty {
            let text = String(decoding: ending?.bytes.map(\.folded) ?? [], as: UTF8.self)
            guard limit.extensions.contains(text) else { return }
        }
        let counted = limit.isOfStem ? name[..<(ending?.dot ?? name.endIndex)] : name
        let most = counted.isASCII ? limit.most : limit.mostWide ?? limit.most
        let length = limit.unit.length(of: counted)
        guard length > most else { return }
        let place = limit.unit.place(after: most, in: counted)..<counted.count
        if marked.map({ place.lowerBound < $0.lowerBound }) ?? true { marked = place }
        clauses.append(
            "\(limit.unit.counted(length))\(limit.isOfStem ? " without its extension" : "") where \(titles.inWords) "
                + "\(titles.count == 1 ? "takes" : "take") \(most)\(most == limit.mostWide ? " beyond ASCII" : "")")
    }
}

/// What targets have against the lengths of a tree's paths.
struct PathLimits: Sendable {
    private var limits: [(lengths: PathLengths, limit: TargetSystem.PathLimit, titles: [String])]

    /// Measures the folders of a tree, once for each unit.
    init(_ targets: [TargetSystem], in tree: TreeSnapshot) {
        var measured: [LengthUnit: PathLengths] = [:]
        var limits: [(lengths: PathLengths, limit: TargetSystem.PathLimit, titles: [String])] = []
        for target in targets {
            guard let limit = target.longestPath else { continue }
            if let place = limits.firstIndex(where: { $0.limit == limit }) {
                limits[place].titles.append(target.title)
            } else {
                let lengths = measured[limit.unit] ?? PathLengths(tree, in: limit.unit)
                measured[limit.unit] = lengths
                limits.append((lengths, limit, [target.title]))
            }
        }
        self.limits = limits
    }

    /// For each limit that an entry is the first to break on its branch: `300 bytes where S3 takes 259`.
    mutating func clauses(_ entry: Int) -> [String] {
        var clauses: [String] = []
        for place in limits.indices {
            let (limit, titles) = (limits[place].limit, limits[place].titles)
            guard limits[place].lengths.isFirst(beyond: limit.most, entry) else { continue }
            let length = limit.unit.counted(limits[place].lengths.length(of: entry))
            clauses.append("\(length) where \(titles.inWords) \(titles.count == 1 ? "takes" : "take") \(limit.most)")
        }
        return clauses
    }
}
