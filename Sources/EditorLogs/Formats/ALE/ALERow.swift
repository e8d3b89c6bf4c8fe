internal import MediaTime

/// The cells of one row of picture.
struct ALERow {
    private(set) var cells: [ALEColumn: String] = [:]
    /// What could not be said as it is.
    private(set) var exceptions: [LogException] = []
    /// Where its timecode begins; nil in a log without.
    let start: Timecode?
    let clip: LoggedClip
    private let roll: LoggedRoll

    /// - Parameter isTimed: whether its log has timecode; without, it says nothing of time.
    init(_ clip: LoggedClip, in log: EditorLog, _ options: LogOptions, isTimed: Bool) {
        self.clip = clip
        roll = log.roll(of: clip)
        start = isTimed ? clip.start : nil
        identify()
        if isTimed { noteTimes() }
        notePath(options.path(of: clip, in: log))
        noteWords()
        notePicture()
    }

    subscript(column: ALEColumn) -> String { cells[column] ?? "" }

    private mutating func say(_ column: ALEColumn, _ text: String?) {
        guard let cell = text?.inOneCell, !cell.isBlank else { return }
        cells[column] = cell
    }

    /// Texts by which applications find the file: one that had to be changed finds nothing.
    private mutating func sayExactly(_ column: ALEColumn, _ text: String?) {
        say(column, text)
        guard let text, !text.isOneCell else { return }
        except(
            .changedText, "Its \(column.rawValue) has tabs, line ends or control characters, which became spaces.",
            "Link the file by hand: Avid does not find it by this name.")
    }

    private mutating func except(_ code: LogException.Code, _ sentence: String, _ nextStep: String) {
        exceptions.append(LogException(code, roll: roll.path, clip: clip.name, sentence, nextStep: nextStep))
    }
}

extension ALERow {
    private mutating func identify() {
        say(.name, clip.name)
        say(.tracks, tracks)
        if let rate = clip.rate, FrameRate.logged.contains(rate) { say(.rate, rate.hundredths) }
        sayExactly(.tape, clip.values[.reel])
        sayExactly(.sourceFile, clip.sourceFile)
    }

    /// Tracks of sound that Media Composer has.
    private static let mostTracks = 64

    /// `V`, and `VA1A2` where it has sound; never `V1`.
    private var tracks: String {
        guard let count = clip.values[.channels].flatMap({ Int($0) }), (1...ALERow.mostTracks).contains(count) else {
            return "V"
        }
        return "V" + (1...count).map { "A\($0)" }.joined()
    }

    /// Start, the frame behind the last, and their distance, which drops no numbers even where timecode does.
    private mutating func noteTimes() {
        guard let span = clip.span else { return }
        let base = span.start.base
        say(.start, "\(span.start)")
        say(.end, "\(span.end)")
        say(.duration, "\(Timecode(frame: span.frames, base: TimecodeBase(base.rate)))")
        if let sound = clip.sound.first { noteSound(sound, base) }
        if let jammed = clip.jammedStart, jammed.base == base { say(.auxiliaryTimecode, "\(jammed)") }
    }

    /// Like all auxiliary timecode it is that of the clip's first frame, where the sound has run for a while.
    private mutating func noteSound(_ sound: MatchedSound, _ base: TimecodeBase) {
        if !sound.isDoubtful, sound.start.base == base {
            return say(.soundTimecode, "\(sound.start.advanced(by: 0 &- sound.offset))")
        }
        let why =
            sound.isDoubtful
            ? "it is doubtful which take of sound is its own"
            : "the timecode of its sound counts \(sound.start.base.words), its own \(base.words)"
        except(
            .changedText, "Its Sound TC is empty: \(why).",
            "Scene, take and Soundroll are there; look at the sound before you sync by timecode.")
    }

    private mutating func notePath(_ path: String?) {
        guard let path else {
            return except(
                .outsideMap, "No --map covers its folder, so the log has no path for it.",
                "Add a --map for \(roll.folder).")
        }
        sayExactly(.sourcePath, path)
        say(.networkPath, path)
    }

    private mutating func noteWords() {
        let values = clip.values
        say(.shootDate, values[.date].map(ALERow.day))
        say(.scene, values[.scene])
        say(.take, values[.take])
        say(.camera, values[.camera])
        say(.cameraRoll, values[.reel])
        say(.soundRoll, values[.soundRoll])
        say(.description, description)
        say(.comments, values[.notes])
        say(.circled, values[.circled])
        say(.shot, values[.shot])
        say(.unit, values[.unit])
        say(.checksum, clip.files.first { $0.path == clip.source }?.checksum)
    }

    /// What has no column of its own: `slate 27/7, no good`.
    private var description: String? {
        let slate = clip.values[.slate].map { "slate \($0)" }
        let parts = [slate, clip.isNoGood == true ? "no good" : nil].compactMap { $0 } + clip.marks
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// `20260312`, as recorders of sound and cameras' own logs have it: AutoSync wants the same text on both sides.
    private static func day(_ text: String) -> String {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isDay =
            parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
        return isDay ? parts.joined() : text
    }

    private mutating func notePicture() {
        let values = clip.values
        if let width = values[.width], let height = values[.height] { say(.imageSize, "\(width) x \(height)") }
        say(.lens, clip.lens)
        say(.iso, values[.iso])
        say(.shutter, values[.shutterAngle] ?? values[.shutterTime])
        say(.whiteBalance, values[.whiteBalance])
        say(.sensorRate, values[.sensorRate].map { FrameRate($0)?.decimalText ?? $0 })
        say(.codec, values[.codec])
        let color = [values[.gamut], values[.gamma]].compactMap { $0 }
        say(.colorSpace, color.isEmpty ? nil : color.joined(separator: " / "))
        decide(.cdlSOP, values[.cdlSOP], ColorDecision.sop)
        decide(.cdlSaturation, values[.cdlSaturation], ColorDecision.saturation)
    }

    /// Numbers of a grade, or none where they are not what they should be.
    private mutating func decide(_ column: ALEColumn, _ text: String?, _ read: (String) -> String?) {
        guard let text else { return }
        guard let numbers = read(text) else {
            return except(
                .changedText, "Its \(column.rawValue), `\(text.inOneCell)`, is no colour decision and was left empty.",
                "Correct it in the camera's log, or with --correct.")
        }
        say(column, numbers)
    }
}
