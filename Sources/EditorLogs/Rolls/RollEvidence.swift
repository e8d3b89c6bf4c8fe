/// The copies of a roll and how it is known that each clip on them is good, from any number of records.
struct RollEvidence {
    /// The copies, each path once.
    private(set) var copies: [RollCopy]
    /// The rows, with an evidence for each copy.
    private(set) var clips: [LoggedClip]
    /// The copies' places by where they lie.
    private var places: [String: Int]

    /// Begins with rows and the copies they speak of.
    init(_ clips: [LoggedClip], on copies: [RollCopy]) {
        self.copies = copies
        self.clips = clips
        places = Dictionary(copies.enumerated().map { ($1.home, $0) }) { first, _ in first }
        for place in clips.indices { level(place) }
    }

    /// Adds what another record says of the same clips: those whose files it has under the same names and sizes.
    ///
    /// Of two records of one copy the newer is believed, and where that says nothing the older.
    mutating func add(_ others: [LoggedClip], on otherCopies: [RollCopy]) {
        let places = otherCopies.map { copy -> (place: Int, isNewer: Bool) in
            guard let place = self.places[copy.home] else {
                self.places[copy.home] = copies.count
                copies.append(copy)
                return (copies.count - 1, true)
            }
            let isNewer = copy.at > copies[place].at
            if isNewer { copies[place] = copy }
            return (place, isNewer)
        }
        let bySource = Dictionary(others.map { ($0.source, $0) }) { first, _ in first }
        for row in clips.indices {
            level(row)
            guard let other = bySource[clips[row].source], other.isSameFiles(as: clips[row]) else { continue }
            for (number, evidence) in other.evidence.enumerated() where number < places.count && evidence != .none {
                let (place, isNewer) = places[number]
                if isNewer || clips[row].evidence[place] == .none { clips[row].evidence[place] = evidence }
            }
        }
    }

    /// As many evidences as there are copies.
    private mutating func level(_ row: Int) {
        let missing = copies.count - clips[row].evidence.count
        if missing > 0 { clips[row].evidence += Array(repeating: .none, count: missing) }
        if missing < 0 { clips[row].evidence.removeLast(-missing) }
    }
}

extension RollCopy {
    /// Where it lies once it is whole: a copy that was finished later is the same one.
    fileprivate var home: String { path.without(ending: FoundRoll.partialEnding) ?? path }
}

extension LoggedClip {
    /// Whether both have files of the same names and sizes.
    fileprivate func isSameFiles(as other: LoggedClip) -> Bool {
        files.count == other.files.count && frames == other.frames
            && zip(files, other.files).allSatisfy { $0.path == $1.path && $0.size == $1.size }
    }
}
