public import MediaTime

/// One row of an editor's log: one thing that an application imports.
///
/// RED, P2, AVCHD and sequences of frames have a row for each clip; GoPro, DJI, Atomos and recordings of sound have one
/// for each file.
public struct LoggedClip: Hashable, Sendable {
    /// Picture or sound.
    public enum Kind: String, Hashable, Sendable {
        case picture
        case sound
    }

    /// One of its files.
    public struct File: Hashable, Sendable {
        /// Where it lies in the roll.
        public let path: String
        /// Its size in bytes.
        public let size: Int64
        /// What it is to the clip: `essence`, `audio`, `sidecar`, `proxy`, `thumbnail`.
        public let role: String
        /// Its checksum, where one is on record: `xxh64:3fbae6c7797a9d28`.
        public internal(set) var checksum: String?

        /// Names a file.
        public init(path: String, size: Int64, role: String, checksum: String?) {
            self.path = path
            self.size = size
            self.role = role
            self.checksum = checksum
        }
    }

    /// Frames in single files, whose numbers are the holes of the name: `A001.[0864006-0864029].dpx`.
    public struct Frames: Hashable, Sendable {
        /// The folder in the roll.
        public let folder: String
        /// Names up to the number, and behind it.
        public let prefix, suffix: String
        /// First and last number of each run.
        public let runs: [ClosedRange<Int>]
        /// How many digits a number has at least.
        public let digits: Int
        /// How many there are.
        public let count: Int
        /// Their size in bytes.
        public let size: Int64

        /// Names a sequence.
        public init(
            folder: String, prefix: String, suffix: String, runs: [ClosedRange<Int>], digits: Int, count: Int,
            size: Int64
        ) {
            (self.folder, self.prefix, self.suffix) = (folder, prefix, suffix)
            (self.runs, self.digits, self.count, self.size) = (runs, digits, count, size)
        }
    }

    /// Picture or sound.
    public let kind: Kind
    /// The place of its roll among ``EditorLog/rolls``.
    public var roll: Int
    /// The name that the camera or recorder gave the clip.
    public let clip: String
    /// The name it has in the log: the clip's, or one that is unique where others have the same.
    public var name: String
    /// Which part of a recording in several files it is, 1 being the first; nil where there are none.
    public let part: Int?
    /// The kind of card: `red`, `sony-xavc`.
    public let family: String
    /// The file that an application imports, in the roll; of frames the first, of a clip in several files the first of
    /// its essence.
    public let source: String
    /// All of its files, essence first; frames are in ``frames``.
    public internal(set) var files: [File]
    /// Its frames, where it is a sequence.
    public let frames: Frames?
    /// `false-take`, `trash`, `still`.
    public let marks: [String]
    /// What is known of it.
    public var values: LogValues {
        didSet { if values != oldValue { times = Times(values) } }
    }
    /// The sound that was recorded at the same time.
    public var sound: [MatchedSound] = []
    /// The fields as numbers; kept, because every format asks often.
    private var times: Times
    /// How it is known that each copy of it is good: one for each of its roll's ``LoggedRoll/copies``.
    public var evidence: [CopyEvidence]
    /// The day's frame that the camera's timecode would show had it been jammed: from `--offset`.
    public var jammedStart: Timecode?

    /// Puts a row together.
    public init(
        kind: Kind, roll: Int, clip: String, part: Int? = nil, family: String, source: String, files: [File],
        frames: Frames? = nil, marks: [String] = [], values: LogValues, evidence: [CopyEvidence] = []
    ) {
        (self.kind, self.roll, self.clip, self.part, self.family) = (kind, roll, clip, part, family)
        (self.source, self.files, self.frames, self.marks) = (source, files, frames, marks)
        (self.values, self.evidence, name) = (values, evidence, clip)
        times = Times(values)
    }
}

extension LoggedClip {
    /// Values as numbers.
    fileprivate struct Times: Hashable, Sendable {
        let start: Timecode?
        let rate: FrameRate?
        let frames: Int?

        init(_ values: LogValues) {
            start = values[.start].flatMap { Timecode(logged: $0) }
            rate = start?.base.rate ?? values[.rate].flatMap { FrameRate($0) }
            frames = values[.frames].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
        }
    }

    /// The timecode of the first frame.
    public var start: Timecode? { times.start }
    /// Frames a second: those of the timecode, else those it plays at.
    public var rate: FrameRate? { times.rate }
    /// Length in frames.
    public var length: Int? { times.frames }
    /// First frame and length; nil where either is not known, or the length is beyond a day.
    public var span: TimecodeSpan? {
        times.start.flatMap { start in times.frames.flatMap { TimecodeSpan(start: start, frames: $0) } }
    }
    /// The name of the file that an application imports, with its ending.
    public var sourceFile: String { source.lastPathName ?? source }
    /// Whether the take was circled; nil where nobody said.
    public var isCircled: Bool? { values[.circled].map { $0 == "yes" } }
    /// Whether the take was marked as not good; nil where nobody said.
    public var isNoGood: Bool? { values[.noGood].map { $0 == "yes" } }
}

extension Timecode {
    /// Reads `10:00:00:00@24000/1001`, as it stands in logs; a semicolon is drop-frame.
    init?(logged text: String) {
        guard let at = text.lastIndex(of: "@"), let rate = FrameRate(String(text[text.index(after: at)...])) else {
            return nil
        }
        self.init(String(text[..<at]), rate: rate)
    }
}
