internal import MediaTime

/// A row of the log as a clip of a bin.
struct TimelineClip {
    private let clip: LoggedClip
    private let log: EditorLog
    private let options: LogOptions

    init(_ clip: LoggedClip, _ log: EditorLog, _ options: LogOptions) {
        (self.clip, self.log, self.options) = (clip, log, options)
    }

    /// The whole clip: no range of it is chosen.
    var tree: JSONTree {
        .object([
            ("OTIO_SCHEMA", .text("Clip.2")), ("metadata", .object([("rushes", metadata)])), ("name", .text(clip.name)),
            ("source_range", .null), ("effects", .list([])), ("markers", .list([])), ("enabled", .flag(true)),
            ("media_references", .object([("DEFAULT_MEDIA", media)])),
            ("active_media_reference_key", .text("DEFAULT_MEDIA")),
        ])
    }

    /// What no `--map` covers is missing in the cutting room, and its range is known all the same.
    private var media: JSONTree {
        guard let path = options.path(of: clip, in: log) else { return reference("MissingReference.1", []) }
        if let frames = clip.frames, let sequence = sequence(frames, at: path) { return sequence }
        return reference("ExternalReference.1", [("target_url", .text(FileAddress(path).url))])
    }

    /// Frames in single files, the first of which is at a path; nil where they have no rate or no number.
    private func sequence(_ frames: LoggedClip.Frames, at path: String) -> JSONTree? {
        guard let rate = clip.rate, let first = TimelineClip.number(of: clip.sourceFile, in: frames),
            let slash = path.lastIndex(of: "/")
        else { return nil }
        return reference(
            "ImageSequenceReference.1",
            [
                ("target_url_base", .text(FileAddress(String(path[...slash])).url)),
                ("name_prefix", .text(FileAddress.escaped(frames.prefix))),
                ("name_suffix", .text(FileAddress.escaped(frames.suffix))),
                ("start_frame", .whole(first)), ("frame_step", .whole(1)), ("rate", .real(TimelineClip.double(rate))),
                ("frame_zero_padding", .whole(frames.digits)), ("missing_frame_policy", .text("error")),
            ])
    }

    /// The number of the first frame, which is not the lowest where numbers went over midnight.
    private static func number(of file: String, in frames: LoggedClip.Frames) -> Int? {
        guard file.hasPrefix(frames.prefix), file.hasSuffix(frames.suffix) else { return nil }
        let number = Int(file.dropFirst(frames.prefix.count).dropLast(frames.suffix.count))
        return number.flatMap { number in frames.runs.contains { $0.contains(number) } ? number : nil }
    }

    private func reference(_ schema: String, _ members: [JSONTree.Member]) -> JSONTree {
        .object(
            [
                ("OTIO_SCHEMA", .text(schema)), ("metadata", .object([])), ("name", .text(clip.sourceFile)),
                ("available_range", range), ("available_image_bounds", .null),
            ] + members)
    }

    /// The media's own frames, or null.
    private var range: JSONTree {
        guard let start = clip.start, let length = length(at: start.base.rate) else { return .null }
        let rate = TimelineClip.double(start.base.rate)
        return .object([
            ("OTIO_SCHEMA", .text("TimeRange.1")), ("duration", TimelineClip.time(length, rate)),
            ("start_time", TimelineClip.time(Double(start.frame), rate)),
        ])
    }

    /// Frames; of sound a part of one too.
    private func length(at rate: FrameRate) -> Double? {
        if let frames = clip.length { return Double(frames) }
        guard let samples = clip.values[.samples].flatMap({ Int($0) }), samples >= 0,
            let sampleRate = clip.values[.sampleRate].flatMap({ Int($0) }), sampleRate > 0
        else { return nil }
        return Double(samples) * Double(rate.numerator) / (Double(sampleRate) * Double(rate.denominator))
    }

    private static func time(_ value: Double, _ rate: Double) -> JSONTree {
        .object([("OTIO_SCHEMA", .text("RationalTime.1")), ("rate", .real(rate)), ("value", .real(value))])
    }

    private static func double(_ rate: FrameRate) -> Double { Double(rate.numerator) / Double(rate.denominator) }
}

extension TimelineClip {
    /// Every field by its name, and what is no field.
    private var metadata: JSONTree {
        let values = clip.values.all.map { JSONTree.Member($0.key.rawValue, .text($0.value.text)) }
        let known: [JSONTree.Member?] = [
            ("clip", .text(clip.clip)), ("family", .text(clip.family)), ("kind", .text(clip.kind.rawValue)),
            ("source", .text(clip.source)), clip.part.map { ("part", .whole($0)) },
            clip.start.map { ("drop_frame", .flag($0.base.isDropFrame)) },
            clip.marks.isEmpty ? nil : ("marks", .list(clip.marks.map(JSONTree.text))),
            clip.evidence.isEmpty ? nil : ("evidence", .list(clip.evidence.map { .text($0.rawValue) })),
            clip.sound.isEmpty ? nil : ("sound", .list(clip.sound.map(tree))),
            clip.files.isEmpty ? nil : ("files", .list(clip.files.map(tree))),
        ]
        return .object((values + known.compactMap(\.self)).sorted { $0.0 < $1.0 })
    }

    private func tree(_ match: MatchedSound) -> JSONTree {
        .object([
            ("clips", .list(match.rows.map { .text(log.clips[$0].name) })), ("doubtful", .flag(match.isDoubtful)),
            ("offset_frames", .whole(match.offset)), ("overlap_frames", .whole(match.overlap)),
            ("start_tc", .text("\(match.start)@\(match.start.base.rate)")),
        ])
    }

    private func tree(_ file: LoggedClip.File) -> JSONTree {
        .object(
            (file.checksum.map { [("checksum", .text($0))] } ?? [])
                + [("path", .text(file.path)), ("role", .text(file.role)), ("size", .whole(Int(file.size)))])
    }
}
