/// A form in which a log leaves the house.
public enum LogFormat: String, Hashable, Sendable, CaseIterable {
    /// Avid Log Exchange, for Media Composer.
    case ale
    /// Metadata CSV for DaVinci Resolve.
    case resolve
    /// XLSX, and CSV for whoever wants that.
    case excel
    /// Final Cut Pro.
    case fcpxml
    /// Final Cut Pro 7 XML, which Premiere Pro imports.
    case premiere
    /// CMX 3600.
    case edl
    /// OpenTimelineIO.
    case otio
    /// All that is known, with everybody who said it; documented in `docs/json.md`.
    case json
}

extension LogFormat {
    /// Whether takes of sound are rows of it; where not, applications link the recordings themselves.
    public var hasRowsOfSound: Bool {
        switch self {
        case .ale, .resolve, .edl: false
        case .excel, .fcpxml, .premiere, .otio, .json: true
        }
    }
}

/// What a format made of a log.
public struct LogFiles: Sendable {
    /// One file.
    public struct File: Hashable, Sendable {
        /// Its name: `DAY01_2997DF.ale`.
        public let name: String
        /// What it holds.
        public let bytes: [UInt8]

        /// Names a file.
        public init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// How many rows of a log are in its files.
    public struct Rows: Hashable, Sendable {
        /// Rows of picture, and of sound.
        public private(set) var clips = 0, takes = 0
        /// Rows of picture that sound belongs to.
        public private(set) var withSound = 0

        /// Counts rows.
        public init(_ rows: some Sequence<LoggedClip>) {
            for row in rows { add(row) }
        }

        mutating func add(_ row: LoggedClip) {
            guard row.kind == .picture else { return takes += 1 }
            clips += 1
            if !row.sound.isEmpty { withSound += 1 }
        }
    }

    /// The files; none where the log has no row that the format can carry.
    public var files: [File]
    /// The rows that are in the files.
    public var rows: Rows
    /// What the format could not carry, or had to change: rows with the code `left-out` are in no file.
    public var exceptions: [LogException]

    /// Puts files together.
    public init(_ files: [File], of rows: Rows = Rows([]), _ exceptions: [LogException] = []) {
        self.files = files
        self.rows = rows
        self.exceptions = exceptions
    }
}

/// What every format is told.
public struct LogOptions: Hashable, Sendable {
    /// The name of the log without an ending: file names begin with it, projects and events bear it.
    public var name: String
    /// How paths are written for the cutting room.
    public var map: PathMap

    /// Takes options.
    public init(name: String, map: PathMap = PathMap()) {
        self.name = name
        self.map = map
    }

    /// The path of a row's source for the cutting room; nil where no `--map` covers it.
    func path(of clip: LoggedClip, in log: EditorLog) -> String? {
        map.path("\(log.roll(of: clip).folder)/\(clip.source)")
    }
}

extension EditorLog {
    /// Bytes to keep free for a document of it: an array that grows by doubling is there twice while it is moved.
    ///
    /// Most rows take less in every format, and what is never written to takes no memory.
    var documentRoom: Int { min(clips.count, EditorLog.mostRows) * 4_096 }

    /// Room for more rows is not asked for at once: 128 MiB, which any machine grants.
    private static let mostRows = 32_768
}
