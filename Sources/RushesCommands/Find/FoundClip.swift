internal import EditorLogs
internal import Ingest
internal import MediaTime

/// A clip that was looked for, and what belongs to it.
struct FoundClip {
    /// Its row.
    let clip: LoggedClip
    /// Its roll.
    let roll: LoggedRoll
    /// The sound of it, a file each, with its roll and how it lies.
    let sound: [(file: LoggedClip, roll: LoggedRoll, match: MatchedSound)]
    /// Of sound, the pictures that it belongs to.
    let pictures: [LoggedClip]

    init(_ place: Int, in log: EditorLog) {
        clip = log.clips[place]
        roll = log.roll(of: clip)
        sound = clip.sound.flatMap { match in
            match.rows.map { (log.clips[$0], log.roll(of: log.clips[$0]), match) }
        }
        pictures =
            clip.kind == .sound
            ? log.pictures.filter { $0.sound.contains { $0.rows.contains(place) } } : []
    }

    /// Where the file lies that an application imports.
    var file: String { "\(roll.folder)/\(clip.source)" }

    /// The timecodes of the first frame and behind the last one.
    var timecodes: (start: Timecode?, end: Timecode?) { (clip.start, clip.coveredSpan?.end) }

    /// A block of lines: what it is, where it is, and how it is known that its copies are good.
    func text(columns: Int) -> String {
        var rows = [("roll", SafeText.of(roll.path)), ("file", SafeText.of(file))]
        if let start = clip.start {
            let end = timecodes.end.map { " to \($0)" } ?? ", length not known"
            rows.append(("tc", "\(start)\(end) at \(start.base.rate.decimalText)"))
        }
        for sound in sound { rows.append(("sound", FoundClip.words(sound.file, sound.roll, sound.match))) }
        for picture in pictures { rows.append(("picture", SafeText.of(picture.name))) }
        for (copy, evidence) in zip(roll.copies, clip.evidence) {
            rows.append(
                ("copy", "\(SafeText.of(copy.path)): \(evidence.words) (\(SafeText.of(copy.record)), \(copy.at))"))
        }
        if roll.copies.isEmpty { rows.append(("copy", "none is on record")) }
        let table = rows.map { name, value in
            let line = "  \(name)\(String(repeating: " ", count: 9 - name.count))\(value)"
            return WrappedText.of(line, columns: columns, indent: 11)
        }
        return ([title] + table).joined(separator: "\n")
    }

    /// `A001C003_260312_R2GJ: scene 12A, take 3, circled`.
    private var title: String {
        var words: [String] = []
        for (field, name) in [(LogField.scene, "scene"), (.slate, "slate"), (.shot, "shot"), (.take, "take")] {
            if let value = clip.values[field] { words.append("\(name) \(SafeText.of(value))") }
        }
        if clip.isCircled == true { words.append("circled") }
        if clip.isNoGood == true { words.append("no good") }
        words += clip.marks.map { $0.replacing("-", with: " ") }
        if let part = clip.part { words.append("part \(part)") }
        return SafeText.of(clip.name) + (words.isEmpty ? "" : ": " + words.joined(separator: ", "))
    }

    private static func words(_ file: LoggedClip, _ roll: LoggedRoll, _ match: MatchedSound) -> String {
        let frames = counted(Int(clamping: match.offset.magnitude), "frame")
        let place =
            match.offset == 0 ? "from the same frame" : "\(frames) \(match.offset < 0 ? "before" : "after") the picture"
        return "\(SafeText.of(roll.name))/\(SafeText.of(file.source)), \(place)"
            + (match.isDoubtful ? ", doubtful" : "")
    }
}

extension CopyEvidence {
    /// The evidence for people.
    var words: String {
        switch self {
        case .none: "no record of this clip"
        case .failed: "failed or missing"
        case .listed: "listed in a manifest"
        case .streamed, .readBack, .proved, .provedSourceTwice: rawValue
        }
    }
}
