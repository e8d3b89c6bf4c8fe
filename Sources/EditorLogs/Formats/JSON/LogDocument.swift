internal import FileTree
internal import MediaTime

/// A log as one JSON document, `rushes-log/1`: all that is known, with everybody who said it; see `docs/json.md`.
///
/// Members are in alphabetical order, and each roll, clip and exception stands on a line of its own.
public struct LogDocument {
    private let log: EditorLog
    private let options: LogOptions

    /// What the document calls itself.
    public static let schema = "rushes-log/1"

    init(_ log: EditorLog, _ options: LogOptions) {
        (self.log, self.options) = (log, options)
    }

    var files: LogFiles {
        let folders = log.rolls.map { options.map.path($0.folder) }
        let outside = zip(log.rolls, folders).filter { $0.1 == nil }.map { roll, _ in
            LogException(
                .outsideMap, roll: roll.path,
                "\(roll.folder) lies in no folder of --map, and is written as it is here.",
                nextStep: "Name a --map for it, if the cutting room sees it by another path.")
        }
        let bytes = LogDocument.bytes(log, folders: zip(log.rolls, folders).map { $0.1 ?? $0.0.folder })
        return LogFiles([LogFiles.File("\(options.name).json", bytes)], of: LogFiles.Rows(log.clips), outside)
    }

    /// The document of a log whose rolls lie in these folders.
    static func bytes(_ log: EditorLog, folders: [String]) -> [UInt8] {
        var writer = JSONWriter(room: log.documentRoom)
        writer.object { writer in
            writer.key("clips")
            writer.lines(of: log.clips) { $0.clip($1) }
            writer.key("exceptions")
            writer.lines(of: log.exceptions) { $0.exception($1) }
            writer.key("rolls")
            writer.lines(of: Array(zip(log.rolls, folders))) { $0.roll($1.0, in: $1.1) }
            writer.member("schema", schema)
        }
        writer.endLine()
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func roll(_ roll: LoggedRoll, in folder: String) {
        object { writer in
            writer.key("copies")
            writer.list { writer in
                for copy in roll.copies {
                    writer.object { writer in
                        writer.member("at", copy.at)
                        writer.member("path", copy.path)
                        writer.member("record", copy.record)
                    }
                }
            }
            writer.member("folder", folder)
            writer.member("is_sound", roll.isSound)
            writer.member("path", roll.path)
            writer.member("title", roll.title)
        }
    }

    fileprivate mutating func exception(_ exception: LogException) {
        object { writer in
            writer.member("clip", exception.clip.isEmpty ? nil : exception.clip)
            writer.member("code", exception.code.rawValue)
            writer.member("message", exception.sentence)
            writer.member("next", exception.nextStep.isEmpty ? nil : exception.nextStep)
            writer.member("roll", exception.roll.isEmpty ? nil : exception.roll)
        }
    }

    fileprivate mutating func clip(_ clip: LoggedClip) {
        let known = LogDocument.fields.compactMap { name, field in clip.values.all[field].map { (name, $0) } }
        object { writer in
            writer.member("clip", clip.clip)
            writer.strings("evidence", clip.evidence.map(\.rawValue))
            writer.member("family", clip.family)
            writer.key("files")
            writer.list { writer in for file in clip.files { writer.file(file) } }
            if let frames = clip.frames { writer.frames(frames) }
            writer.member("jammed_start", clip.jammedStart.map(LogDocument.text))
            writer.member("kind", clip.kind.rawValue)
            if !clip.marks.isEmpty { writer.strings("marks", clip.marks) }
            writer.member("name", clip.name)
            writer.overridden(clip.values)
            writer.member("part", clip.part)
            writer.member("roll", clip.roll)
            if !clip.sound.isEmpty { writer.sound(clip.sound) }
            writer.member("source", clip.source)
            writer.values(known)
        }
    }

    private mutating func file(_ file: LoggedClip.File) {
        object { writer in
            writer.member("checksum", file.checksum)
            writer.member("path", file.path)
            writer.member("role", file.role)
            writer.member("size", file.size)
        }
    }

    private mutating func frames(_ frames: LoggedClip.Frames) {
        key("frames")
        object { writer in
            writer.member("count", frames.count)
            writer.member("digits", frames.digits)
            writer.member("folder", frames.folder)
            writer.member("prefix", frames.prefix)
            writer.key("runs")
            writer.list { writer in
                for run in frames.runs {
                    writer.list { writer in
                        writer.number(run.lowerBound)
                        writer.number(run.upperBound)
                    }
                }
            }
            writer.member("size", frames.size)
            writer.member("suffix", frames.suffix)
        }
    }

    private mutating func sound(_ sound: [MatchedSound]) {
        key("sound")
        list { writer in
            for match in sound {
                writer.object { writer in
                    writer.member("is_doubtful", match.isDoubtful)
                    writer.member("offset", match.offset)
                    writer.member("overlap", match.overlap)
                    writer.key("rows")
                    writer.list { writer in for row in match.rows { writer.number(row) } }
                    writer.member("start", LogDocument.text(match.start))
                }
            }
        }
    }

    private mutating func overridden(_ values: LogValues) {
        let said = LogDocument.fields.map { name, field in (name, values.others(of: field)) }.filter { !$0.1.isEmpty }
        guard !said.isEmpty else { return }
        key("overridden")
        object { writer in
            for (name, others) in said {
                writer.key(name)
                writer.list { writer in for other in others { writer.other(other) } }
            }
        }
    }

    private mutating func other(_ other: LoggedValue.Other) {
        object { writer in
            writer.source("source", other.source)
            writer.member("value", other.text)
        }
    }

    private mutating func values(_ known: [(name: String, value: LoggedValue)]) {
        key("sources")
        object { writer in for (name, value) in known { writer.source(name, value.source) } }
        key("values")
        object { writer in for (name, value) in known { writer.member(name, value.text) } }
    }

    /// `sidecar: A001_AVID.ale, Scene`.
    private mutating func source(_ name: String, _ source: LogSource) {
        member(name, LogDocument.prefixes[source.origin] ?? "", source.place)
    }

    private mutating func strings(_ name: String, _ texts: [String]) {
        key(name)
        list { writer in for text in texts { writer.string(text) } }
    }
}

extension LogDocument {
    /// In alphabetical order, as all members are.
    static let fields = LogField.allCases.map { ($0.rawValue, $0) }.sorted { $0.0 < $1.0 }

    /// What stands before the place of a source.
    static let prefixes = Dictionary(uniqueKeysWithValues: LogOrigin.allCases.map { ($0, $0.rawValue + ": ") })

    /// `10:00:00:00@24000/1001`.
    static func text(_ timecode: Timecode) -> String { "\(timecode)@\(timecode.base.rate)" }
}
