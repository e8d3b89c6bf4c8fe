internal import MediaTime

/// A log as an OpenTimelineIO bin, `DAY01.otio`: a collection of the rolls, each a collection of its clips.
///
/// Times are those of the media: a clip's available range begins at the number of its first frame, counted from midnight
/// at the rate of its timecode, also of sound, whose length is then no whole number. What has no timecode or no length
/// has no range. Nothing is left out; all that the log knows is under the key `rushes`.
///
/// Source: OpenTimelineIO 0.18, `SerializableCollection.1`, `Clip.2`, `ExternalReference.1`, `ImageSequenceReference.1`.
struct TimelineBin {
    private let log: EditorLog
    private let options: LogOptions

    init(_ log: EditorLog, _ options: LogOptions) {
        (self.log, self.options) = (log, options)
    }

    var files: LogFiles {
        guard !log.clips.isEmpty else { return LogFiles([]) }
        let clips = Dictionary(grouping: log.clips, by: \.roll)
        let rolls = log.rolls.enumerated().compactMap { place, roll in
            clips[place].map { clips in
                TimelineBin.collection(
                    roll.path, metadata(of: roll),
                    .each(clips.count) { TimelineClip(clips[$0], log, options).tree })
            }
        }
        let bin = TimelineBin.collection(options.name, .object([]), .list(rolls))
        let file = LogFiles.File("\(options.name).otio", bin.bytes(room: log.documentRoom))
        return LogFiles([file], of: LogFiles.Rows(log.clips), outsideMap)
    }

    private var outsideMap: [LogException] {
        log.clips.filter { options.path(of: $0, in: log) == nil }.map { .outsideMap(of: $0, log.roll(of: $0)) }
    }

    private static func collection(_ name: String, _ metadata: JSONTree, _ children: JSONTree) -> JSONTree {
        .object([
            ("OTIO_SCHEMA", .text("SerializableCollection.1")), ("metadata", metadata), ("name", .text(name)),
            ("children", children),
        ])
    }

    private func metadata(of roll: LoggedRoll) -> JSONTree {
        let copies = roll.copies.map { copy in
            JSONTree.object([("at", .text(copy.at)), ("path", .text(copy.path)), ("record", .text(copy.record))])
        }
        return .object([
            (
                "rushes",
                .object([
                    ("copies", .list(copies)), ("kind", .text(roll.isSound ? "sound" : "picture")),
                    ("title", .text(roll.title)),
                ])
            )
        ])
    }
}
