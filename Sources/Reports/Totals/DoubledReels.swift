internal import EditorLogs

/// Reels that two rolls claim to be: applications relink by reel and timecode, and would take one for the other.
struct DoubledReels {
    private let log: EditorLog

    /// Looks at the rolls of a log; copies of one roll are one roll there.
    init(in log: EditorLog) {
        self.log = log
    }

    /// One for each reel.
    var exceptions: [LogException] {
        var rolls: [String: [Int]] = [:]
        var names: [(folded: String, name: String)] = []
        for clip in log.clips {
            guard let name = clip.values[.reel] else { continue }
            let folded = "\(clip.kind.rawValue) \(name.lowercased())"
            if rolls[folded] == nil { names.append((folded, name)) }
            if rolls[folded]?.contains(clip.roll) != true { rolls[folded, default: []].append(clip.roll) }
        }
        return names.compactMap { folded, name in
            guard let places = rolls[folded], places.count > 1 else { return nil }
            let paths = places.map { log.rolls[$0].path }
            return LogException(
                .doubledReel, roll: paths[0], "Reel \(name) is in \(paths.joined(separator: " and in ")).",
                nextStep: "Somebody may have forgotten to advance the reel: keep the rolls apart, and tell the editor.")
        }
    }
}
