internal import ClipMetadata
public import EditorLogs
internal import FileTree

/// Draws the pictures of a page from sealed copies, two clips at a time.
///
/// Only a roll with a history of its own, or inside a folder that has one, is shown to another program: it is a copy. A
/// card never is.
public struct PictureRun: Sendable {
    private let log: EditorLog
    private let limits: PictureLimits

    /// Prepares; nothing is read yet.
    public init(of log: EditorLog, limits: PictureLimits = PictureLimits()) {
        (self.log, self.limits) = (log, limits)
    }

    /// Draws; blocks, for threads of our own.
    ///
    /// - Parameters:
    ///   - path: where ffmpeg is searched instead of the environment's PATH.
    ///   - told: hears how many of how many clips are done, several times a second.
    ///   - shouldStop: asked several times a second, by several threads; once it says yes, what is missing says so.
    public func pictures(
        in path: String? = nil, told: (_ done: Int, _ of: Int) -> Void = { _, _ in },
        shouldStop: @escaping @Sendable () -> Bool
    ) -> DayPictures {
        let rows = ShotScene.all(of: log).flatMap(\.rows)
        guard !rows.isEmpty else { return DayPictures() }
        guard let ffmpeg = FFmpeg.installed(in: path, limits: limits) else {
            return DayPictures(remarks: [FFmpeg.missing])
        }
        let (known, questions) = sorted(rows)
        let answers = PictureLanes(questions, limits).answers(of: ffmpeg, told: told, shouldStop: shouldStop)
        return DayPictures(known.merging(answers) { known, _ in known })
    }

    /// What needs no program to be said, and what does.
    private func sorted(_ rows: [Int]) -> ([Int: ClipPictures], [PictureLanes.Question]) {
        let sealed = log.rolls.map { SealedRoll($0) }
        var known: [Int: ClipPictures] = [:]
        var questions: [PictureLanes.Question] = []
        for row in rows {
            let clip = log.clips[row]
            switch PicturePlan(clip) {
            case .absent(let reason): known[row] = .absent(reason)
            case .ask where questions.count >= limits.clips:
                known[row] = .absent("No picture: the page has pictures of \(grouped(limits.clips)) clips already.")
            case .ask(let places):
                guard let roll = sealed[clip.roll] else {
                    known[row] = .absent(
                        "No picture: its roll is not sealed, and pictures are drawn from sealed copies.")
                    continue
                }
                questions.append(.init(row: row, roll: roll, places: places))
            }
        }
        return (known, questions)
    }
}

/// A roll that is a copy, so that other programs may open its files.
struct SealedRoll: Sendable {
    /// The folder, absolute and without links.
    let folder: String

    /// Nil where there is no history in the folder or around it.
    init?(_ roll: LoggedRoll) {
        guard let folder = Machine.resolvedPath(roll.folder), Machine.folder(holding: "ascmhl", around: folder) != nil
        else { return nil }
        self.folder = folder
    }

    /// Places with absolute paths; nil where one is no file, or a link leads out of the roll.
    func found(_ places: [PicturePlace]) -> [PicturePlace]? {
        var found: [PicturePlace] = []
        for place in places {
            guard let path = Machine.resolvedPath("\(folder)/\(place.path)"), path.hasPrefix("\(folder)/"),
                Machine.kind(ofPath: path) == .file
            else { return nil }
            found.append(PicturePlace(path: path, time: place.time, format: place.format))
        }
        return found
    }
}
