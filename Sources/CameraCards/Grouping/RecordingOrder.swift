internal import FileTree

extension [Clip] {
    /// The clips in the order they were recorded, as far as their names tell; those without a number come last.
    func inRecordingOrder() -> [Clip] {
        let counters = ClipCounter.counters(of: self)
        return map { (key: RecordingKey($0, counters), clip: $0) }.sorted { $0.key < $1.key }.map(\.clip)
    }
}

extension ClipCounter {
    /// The counters of the series that these clips are of.
    static func counters(of clips: [Clip]) -> [ClipSeries: ClipCounter] {
        var numbers: [ClipSeries: [Int]] = [:]
        for clip in clips {
            guard let grammar = clip.grammar, let series = ClipSeries(grammar), let ordinal = grammar.ordinal else {
                continue
            }
            numbers[series, default: []].append(ordinal)
        }
        return Dictionary(
            uniqueKeysWithValues: numbers.map { ($0.key, ClipCounter($0.value, lastNumber: $0.key.grammar.lastNumber)) }
        )
    }
}

/// What decides when a clip was recorded, most telling first.
private struct RecordingKey: Comparable {
    private let series: ClipSeries?
    private let position: Int
    private let name: String
    private let folder: RelativePath

    init(_ clip: Clip, _ counters: [ClipSeries: ClipCounter]) {
        series = clip.grammar.flatMap { ClipSeries($0) }
        if let series, let counter = counters[series], let ordinal = clip.grammar?.ordinal {
            position = counter.position(of: ordinal)
        } else {
            position = 0
        }
        name = clip.name
        folder = clip.folder
    }

    static func < (one: RecordingKey, other: RecordingKey) -> Bool {
        switch (one.series, other.series) {
        case (let mine?, let theirs?) where mine != theirs: return mine < theirs
        case (.some, nil): return true
        case (nil, .some): return false
        default: break
        }
        if one.position != other.position { return one.position < other.position }
        return one.name == other.name ? one.folder < other.folder : one.name < other.name
    }
}
