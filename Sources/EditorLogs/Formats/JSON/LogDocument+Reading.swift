public import FileTree
internal import MediaTime

extension LogDocument {
    /// No log is larger: one of ten thousand clips has 40 MB.
    public static let largest = ByteCount.mebibytes(128)

    /// Reads a document.
    ///
    /// - Parameter place: the file as it is named to people.
    /// - Throws: what is damaged, larger than any log, or from a later version of the format.
    public static func read(_ bytes: [UInt8], at place: String) throws(LogError) -> EditorLog {
        guard bytes.count <= largest.bytes else {
            throw LogError(.notUnderstood, at: place, "It is larger than \(largest), as no log is.")
        }
        do throws(JSONReader.Failure) {
            return try LogReading().log(bytes)
        } catch {
            throw LogError(
                .notUnderstood, at: place,
                "It is no log that this version of Rushes reads: \(error.clause), at byte \(error.offset).",
                nextStep: "Read the roll itself with `rushes log`, or use the version that wrote it.")
        }
    }
}

/// Reads one document.
private struct LogReading {
    typealias Failure = JSONReader.Failure

    /// A roll has a few copies, and one more for each run that made others; no log of a roll names hundreds.
    private static let mostCopies = 256
    /// Sound lies within a day of its picture: so many frames at the fastest timecode.
    private static let day = -24 * 60 * 60 * 120...24 * 60 * 60 * 120

    private static let fields = Dictionary(uniqueKeysWithValues: LogField.allCases.map { ($0.rawValue, $0) })
    private static let origins = Dictionary(uniqueKeysWithValues: LogOrigin.allCases.map { ($0.rawValue, $0) })

    func log(_ bytes: [UInt8]) throws(Failure) -> EditorLog {
        var reader = JSONReader(bytes)
        var (schema, log): (String?, EditorLog) = (nil, EditorLog())
        try reader.object { (reader, key) throws(Failure) in
            switch key {
            case "clips": log.clips = try reader.values { (reader) throws(Failure) in try clip(&reader) }
            case "exceptions": log.exceptions = try reader.values { (reader) throws(Failure) in try exception(&reader) }
            case "rolls": log.rolls = try reader.values { (reader) throws(Failure) in try roll(&reader) }
            case "schema": schema = try reader.string()
            default: try reader.skip()
            }
        }
        try reader.end()
        guard schema == LogDocument.schema else {
            throw reader.failure("it does not say that it is \(LogDocument.schema)")
        }
        try check(log, reader)
        return log
    }

    /// Whether rows and rolls that are named by their places are there.
    private func check(_ log: EditorLog, _ reader: JSONReader) throws(Failure) {
        for clip in log.clips {
            guard log.rolls.indices.contains(clip.roll) else {
                throw reader.failure("a row is of a roll that is not there")
            }
            guard clip.evidence.count == log.rolls[clip.roll].copies.count else {
                throw reader.failure("a row has not one word of evidence for each copy of its roll")
            }
            guard clip.sound.allSatisfy({ $0.rows.allSatisfy(log.clips.indices.contains) }) else {
                throw reader.failure("a row has sound that is not there")
            }
        }
    }

    // MARK: - Rolls and exceptions

    private func roll(_ reader: inout JSONReader) throws(Failure) -> LoggedRoll {
        var (path, folder, title, isSound): (String?, String?, String?, Bool?) = (nil, nil, nil, nil)
        var copies: [RollCopy] = []
        try reader.object { (reader, key) throws(Failure) in
            switch key {
            case "copies": copies = try reader.values { (reader) throws(Failure) in try copy(&reader) }
            case "folder": folder = try reader.string()
            case "is_sound": isSound = try reader.bool()
            case "path": path = try reader.string()
            case "title": title = try reader.string()
            default: try reader.skip()
            }
        }
        guard copies.count <= LogReading.mostCopies else {
            throw reader.failure("a roll has more than \(LogReading.mostCopies) copies")
        }
        return LoggedRoll(
            path: try needed(path, "path", reader), folder: try needed(folder, "folder", reader),
            title: try needed(title, "title", reader), isSound: try needed(isSound, "is_sound", reader), copies: copies)
    }

    private func copy(_ reader: inout JSONReader) throws(Failure) -> RollCopy {
        let texts = try texts(["at", "path", "record"], &reader)
        return RollCopy(
            path: try needed(texts["path"], "path", reader), record: try needed(texts["record"], "record", reader),
            at: try needed(texts["at"], "at", reader))
    }

    private func exception(_ reader: inout JSONReader) throws(Failure) -> LogException {
        let texts = try texts(["clip", "code", "message", "next", "roll"], &reader)
        let code: LogException.Code = try word(try needed(texts["code"], "code", reader), reader)
        return LogException(
            code, roll: texts["roll"] ?? "", clip: texts["clip"] ?? "", try needed(texts["message"], "message", reader),
            nextStep: texts["next"] ?? "")
    }

    // MARK: - Clips

    /// What a row is made of, while it is read.
    private struct Parts {
        var kind: LoggedClip.Kind?
        var roll: Int?
        var clip, name, family, source: String?
        var part: Int?
        var files: [LoggedClip.File] = []
        var frames: LoggedClip.Frames?
        var marks: [String] = []
        var evidence: [CopyEvidence] = []
        var sound: [MatchedSound] = []
        var jammedStart: Timecode?
        var values: [(LogField, String)] = []
        var sources: [(LogField, LogSource)] = []
        var overridden: [LogField: [LoggedValue.Other]] = [:]
    }

    private func clip(_ reader: inout JSONReader) throws(Failure) -> LoggedClip {
        var parts = Parts()
        try reader.object { (reader, key) throws(Failure) in try read(key, &reader, into: &parts) }
        var clip = LoggedClip(
            kind: try needed(parts.kind, "kind", reader), roll: try needed(parts.roll, "roll", reader),
            clip: try needed(parts.clip, "clip", reader), part: parts.part,
            family: try needed(parts.family, "family", reader), source: try needed(parts.source, "source", reader),
            files: parts.files, frames: parts.frames, marks: parts.marks, values: try values(parts, reader),
            evidence: parts.evidence)
        clip.name = try needed(parts.name, "name", reader)
        clip.sound = parts.sound
        clip.jammedStart = parts.jammedStart
        return clip
    }

    private func read(_ key: String, _ reader: inout JSONReader, into parts: inout Parts) throws(Failure) {
        switch key {
        case "values": parts.values = try values(&reader)
        case "sources": parts.sources = try sources(&reader)
        case "overridden": parts.overridden = try overridden(&reader)
        case "clip": parts.clip = try reader.string()
        case "name": parts.name = try reader.string()
        case "family": parts.family = try reader.string()
        case "source": parts.source = try reader.string()
        case "kind": parts.kind = try word(try reader.string(), reader)
        case "roll": parts.roll = try reader.integer()
        case "part": parts.part = try reader.integer()
        case "files": parts.files = try reader.values { (reader) throws(Failure) in try file(&reader) }
        case "frames": parts.frames = try frames(&reader)
        case "marks": parts.marks = try reader.values { (reader) throws(Failure) in try reader.string() }
        case "evidence":
            parts.evidence = try reader.values { (reader) throws(Failure) in try word(try reader.string(), reader) }
        case "sound": parts.sound = try reader.values { (reader) throws(Failure) in try match(&reader) }
        case "jammed_start": parts.jammedStart = try timecode(&reader)
        default: try reader.skip()
        }
    }

    private func file(_ reader: inout JSONReader) throws(Failure) -> LoggedClip.File {
        var (path, role, checksum, size): (String?, String?, String?, Int64?) = (nil, nil, nil, nil)
        try reader.object { (reader, key) throws(Failure) in
            switch key {
            case "path": path = try reader.string()
            case "role": role = try reader.string()
            case "checksum": checksum = try reader.string()
            case "size": size = try reader.integer()
            default: try reader.skip()
            }
        }
        return LoggedClip.File(
            path: try needed(path, "path", reader), size: try needed(size, "size", reader),
            role: try needed(role, "role", reader), checksum: checksum)
    }

    private func frames(_ reader: inout JSONReader) throws(Failure) -> LoggedClip.Frames {
        var (folder, prefix, suffix): (String?, String?, String?) = (nil, nil, nil)
        var (digits, count, size): (Int?, Int?, Int64?) = (nil, nil, nil)
        var runs: [ClosedRange<Int>] = []
        try reader.object { (reader, key) throws(Failure) in
            switch key {
            case "folder": folder = try reader.string()
            case "prefix": prefix = try reader.string()
            case "suffix": suffix = try reader.string()
            case "digits": digits = try reader.integer()
            case "count": count = try reader.integer()
            case "size": size = try reader.integer()
            case "runs": runs = try reader.values { (reader) throws(Failure) in try run(&reader) }
            default: try reader.skip()
            }
        }
        return LoggedClip.Frames(
            folder: try needed(folder, "folder", reader), prefix: try needed(prefix, "prefix", reader),
            suffix: try needed(suffix, "suffix", reader), runs: runs, digits: try needed(digits, "digits", reader),
            count: try needed(count, "count", reader), size: try needed(size, "size", reader))
    }

    private func run(_ reader: inout JSONReader) throws(Failure) -> ClosedRange<Int> {
        let ends: [Int] = try reader.values { (reader) throws(Failure) in try reader.integer() }
        guard ends.count == 2, ends[0] <= ends[1] else { throw reader.failure("a run of frames has no two ends") }
        return ends[0]...ends[1]
    }

    private func match(_ reader: inout JSONReader) throws(Failure) -> MatchedSound {
        var (rows, start, isDoubtful): ([Int]?, Timecode?, Bool?) = (nil, nil, nil)
        var (offset, overlap): (Int?, Int?) = (nil, nil)
        try reader.object { (reader, key) throws(Failure) in
            switch key {
            case "rows": rows = try reader.values { (reader) throws(Failure) in try reader.integer() }
            case "start": start = try timecode(&reader)
            case "is_doubtful": isDoubtful = try reader.bool()
            case "offset": offset = try reader.integer()
            case "overlap": overlap = try reader.integer()
            default: try reader.skip()
            }
        }
        let known = (offset: try needed(offset, "offset", reader), overlap: try needed(overlap, "overlap", reader))
        guard LogReading.day.contains(known.offset), LogReading.day.contains(known.overlap) else {
            throw reader.failure("sound lies more than a day from its picture")
        }
        return MatchedSound(
            rows: try needed(rows, "rows", reader), offset: known.offset, overlap: known.overlap,
            start: try needed(start, "start", reader),
            isDoubtful: try needed(isDoubtful, "is_doubtful", reader))
    }

    // MARK: - Values

    /// A later version may know fields that this one does not.
    private func values(_ reader: inout JSONReader) throws(Failure) -> [(LogField, String)] {
        var values: [(LogField, String)] = []
        try reader.object { (reader, key) throws(Failure) in
            guard let field = LogReading.fields[key] else { return try reader.skip() }
            values.append((field, try reader.string()))
        }
        return values
    }

    private func sources(_ reader: inout JSONReader) throws(Failure) -> [(LogField, LogSource)] {
        var sources: [(LogField, LogSource)] = []
        try reader.object { (reader, key) throws(Failure) in
            guard let field = LogReading.fields[key] else { return try reader.skip() }
            sources.append((field, try source(&reader)))
        }
        return sources
    }

    /// Values with their sources, which stand in the same order wherever Rushes wrote them.
    private func values(_ parts: Parts, _ reader: JSONReader) throws(Failure) -> LogValues {
        let isAligned = parts.values.map(\.0) == parts.sources.map(\.0)
        let byField = isAligned ? [:] : Dictionary(parts.sources) { _, last in last }
        var values: [LogField: LoggedValue] = Dictionary(minimumCapacity: parts.values.count)
        for (place, (field, text)) in parts.values.enumerated() {
            let known = isAligned ? parts.sources[place].1 : byField[field]
            let source = try needed(known, "source of a value", reader)
            let others = parts.overridden.isEmpty ? [] : parts.overridden[field] ?? []
            values[field] = LoggedValue(text, source, overridden: others)
        }
        return parts.overridden.isEmpty ? LogValues(values) : LogValues(values, setAside: parts.overridden)
    }

    private func overridden(_ reader: inout JSONReader) throws(Failure) -> [LogField: [LoggedValue.Other]] {
        var overridden: [LogField: [LoggedValue.Other]] = [:]
        try reader.object { (reader, key) throws(Failure) in
            guard let field = LogReading.fields[key] else { return try reader.skip() }
            overridden[field] = try reader.values { (reader) throws(Failure) in try other(&reader) }
        }
        return overridden
    }

    private func other(_ reader: inout JSONReader) throws(Failure) -> LoggedValue.Other {
        var (value, source): (String?, LogSource?) = (nil, nil)
        try reader.object { (reader, key) throws(Failure) in
            switch key {
            case "value": value = try reader.string()
            case "source": source = try self.source(&reader)
            default: try reader.skip()
            }
        }
        return LoggedValue.Other(try needed(value, "value", reader), try needed(source, "source", reader))
    }

    /// `sidecar: A001_AVID.ale, Scene`.
    private func source(_ reader: inout JSONReader) throws(Failure) -> LogSource {
        let (name, place) = try reader.parts()
        guard let origin = LogReading.origins[name] else {
            throw reader.failure("nobody is called \(name) who says values")
        }
        return LogSource(origin, place)
    }

    private func timecode(_ reader: inout JSONReader) throws(Failure) -> Timecode {
        let text = try reader.string()
        guard let timecode = Timecode(logged: text) else { throw reader.failure("\(text) is no timecode") }
        return timecode
    }

    // MARK: - Members

    private func texts(_ wanted: Set<String>, _ reader: inout JSONReader) throws(Failure) -> [String: String] {
        var texts: [String: String] = [:]
        try reader.object { (reader, key) throws(Failure) in
            if wanted.contains(key) { texts[key] = try reader.string() } else { try reader.skip() }
        }
        return texts
    }

    private func needed<Value>(_ value: Value?, _ name: String, _ reader: JSONReader) throws(Failure) -> Value {
        guard let value else { throw reader.failure("there is no \(name)") }
        return value
    }

    private func word<Word: RawRepresentable<String>>(_ text: String, _ reader: JSONReader) throws(Failure) -> Word {
        guard let word = Word(rawValue: text) else { throw reader.failure("\(text) is not known here") }
        return word
    }
}
