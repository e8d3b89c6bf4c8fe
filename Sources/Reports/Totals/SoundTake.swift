internal import EditorLogs
internal import MediaTime

/// One take of sound, in however many files, with the pictures it belongs to.
struct SoundTake: Sendable {
    /// Its files: those beside each other in one piece, pieces one behind the other.
    let take: LoggedTake
    /// The places of the pictures that ran meanwhile.
    private(set) var pictures: [Int] = []

    /// The places of its rows in the log.
    var rows: [Int] { take.rows }

    /// All of a log, in the order of their first rows.
    static func all(of log: EditorLog) -> [SoundTake] {
        var takes = LoggedTakes(log.clips).all.map { SoundTake(take: $0) }
        var takeOfRow: [Int: Int] = [:]
        for (place, take) in takes.enumerated() {
            for row in take.rows { takeOfRow[row] = place }
        }
        for (row, clip) in log.clips.enumerated() where !clip.sound.isEmpty {
            for place in Set(clip.sound.flatMap(\.rows).compactMap { takeOfRow[$0] }) {
                takes[place].pictures.append(row)
            }
        }
        return takes
    }

    /// How long it runs: files beside each other count once, pieces behind each other all; nil where one is not known.
    func length(in log: EditorLog) -> ExactSeconds? {
        var length = ExactSeconds.zero
        for piece in take.pieces {
            guard let longest = piece.rows.compactMap({ log.clips[$0].seconds }).max(),
                let sum = length.adding(longest)
            else { return nil }
            length = sum
        }
        return length
    }
}
