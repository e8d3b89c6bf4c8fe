/// What is said of rows that lack their other half.
struct MissWords {
    /// Of one, with a full stop.
    let one: String
    /// Of several, before and behind their number; nil where each has its own words.
    let several: (before: String, behind: String)?
    /// What to do, with a full stop; empty where there is nothing to do.
    let nextStep: String

    init(_ one: String, of several: (before: String, behind: String)? = nil, nextStep: String = "") {
        (self.one, self.several, self.nextStep) = (one, several, nextStep)
    }
}

/// What is to be said of many rows: the same of those of one roll is said once.
struct MissList {
    private struct Key: Hashable {
        let roll: Int
        let before, behind, nextStep: String
    }

    private let code: LogException.Code
    private let noun: String
    private var groups: [(words: MissWords, rows: [Int])] = []
    private var places: [Key: Int] = [:]

    /// - Parameter noun: what is counted: `clip`, `take`.
    init(_ code: LogException.Code, of noun: String) {
        (self.code, self.noun) = (code, noun)
    }

    /// Says something of a row.
    mutating func add(_ words: MissWords, _ row: Int, roll: Int) {
        if let several = words.several {
            let key = Key(roll: roll, before: several.before, behind: several.behind, nextStep: words.nextStep)
            if let place = places[key] { return groups[place].rows.append(row) }
            places[key] = groups.count
        }
        groups.append((words, [row]))
    }

    /// All of it, by the first rows.
    func exceptions(in log: EditorLog) -> [LogException] {
        groups.map { words, rows in
            let several = words.several.map { "\($0.before)\(counted(rows.count, noun))\($0.behind)" } ?? words.one
            return log.exception(
                code, of: rows, one: words.one, several: "\(several): \(log.names(of: rows)).",
                nextStep: words.nextStep)
        }
    }
}
