internal import EditorLogs
internal import MediaTime

/// One recording of sound: a file, or the mono files and parts of one take, with the pictures it belongs to.
struct SoundTake: Sendable {
    /// The places of its rows in the log.
    var rows: [Int] = []
    /// The places of the pictures that ran meanwhile.
    var pictures: [Int] = []

    /// What the recorder called it in a roll.
    private struct Name: Hashable {
        let roll: Int
        let clip: String
    }

    /// All of a log, in the order of their first rows.
    static func all(of log: EditorLog) -> [SoundTake] {
        var takes: [SoundTake] = []
        var places: [Name: Int] = [:]
        var takeOfRow: [Int: Int] = [:]
        for (row, clip) in log.clips.enumerated() where clip.kind == .sound {
            let name = Name(roll: clip.roll, clip: clip.clip)
            let place = places[name] ?? takes.count
            if place == takes.count { takes.append(SoundTake()) }
            places[name] = place
            takes[place].rows.append(row)
            takeOfRow[row] = place
        }
        for (row, clip) in log.clips.enumerated() where !clip.sound.isEmpty {
            for place in Set(clip.sound.flatMap(\.rows).compactMap { takeOfRow[$0] }) {
                takes[place].pictures.append(row)
            }
        }
        return takes
    }

    /// How long it runs: mono files beside each other count once, parts behind each other all.
    func length(in log: EditorLog) -> ExactSeconds? {
        let parts = Dictionary(grouping: rows) { log.clips[$0].part ?? 1 }
        var length = ExactSeconds.zero
        for files in parts.values {
            guard let longest = files.compactMap({ log.clips[$0].seconds }).max(), let sum = length.adding(longest)
            else { return nil }
            length = sum
        }
        return length
    }
}
