internal import DelimitedText
internal import MediaTime

/// The log of a reel, as a camera or a dailies tool wrote it: `A001R2GJ_AVID.ale`.
public struct ReelALE: Sidecar {
    /// One row.
    public struct Clip: Sendable {
        /// What the row calls it.
        public let name: String
        /// The line it stands on, 1 being the first.
        public let line: Int
        /// What the row says of it.
        public let metadata: ClipMetadata
        /// The names that a file of it may have, folded.
        fileprivate let stems: [String]
    }

    /// The rows.
    public let clips: [Clip]
    /// What the head says of every clip that does not say otherwise: the rate.
    public let metadata: ClipMetadata
    /// Places in ``clips`` by folded name.
    private let places: [String: [Int]]

    /// Reads the file; see ``Sidecar/init(_:at:)``.
    public init(_ bytes: [UInt8], at place: String) throws(MetadataError) {
        let log: AvidLog
        do throws(AvidLogError) {
            log = try AvidLog(bytes)
        } catch {
            throw MetadataError(error.code, at: place, error.description)
        }
        let columns = log.columns.map { ALEColumn($0) }
        let rate = FrameRate(said: log.head("FPS"))
        var head = SidecarClaims(place)
        head.add(\.projectRate, rate, "FPS")
        metadata = head.metadata
        clips = log.rows.compactMap { Clip($0, columns, rate, at: place) }
        var places: [String: [Int]] = [:]
        for (place, clip) in clips.enumerated() {
            for stem in clip.stems { places[stem, default: []].append(place) }
        }
        self.places = places
    }

    /// The rows of a clip.
    ///
    /// - Parameter name: a clip's name, or a file's with or without its ending; case does not matter.
    public func clips(named name: String) -> [Clip] {
        (places[Clip.stem(name)] ?? []).map { clips[$0] }
    }

    /// Rows of one clip that are joined: a clip has one in its reel's log, and a few where pieces of it were pulled.
    private static let mostJoined = 64

    /// What the rows of a clip say of it; nil when there is none.
    public func metadata(ofClip name: String) -> ClipMetadata? {
        let rows = clips(named: name)
        guard var metadata = rows.first?.metadata else { return nil }
        for row in rows.dropFirst().prefix(ReelALE.mostJoined) { metadata.join(row.metadata) }
        return metadata
    }
}

extension AvidLogError {
    fileprivate var code: MetadataError.Code {
        switch self {
        case .noHeading, .noColumns: .wrongFormat
        case .noData: .damaged
        case .table, .tooManyRows: .beyondLimits
        }
    }
}

extension ReelALE.Clip {
    /// Columns that may hold the name of a file or of a clip in its camera; `Name` is a person's in dailies.
    private static let nameColumns = ["sourcefile", "clipname", "filename", "name", "tape", "displayname"]

    fileprivate init?(_ row: AvidLog.Row, _ columns: [ALEColumn], _ headRate: FrameRate?, at place: String) {
        let cells = ALECells(columns, row.cells)
        let names = ReelALE.Clip.nameColumns.compactMap { cells[$0] }
        guard let name = cells["name"] ?? names.first else { return nil }
        self.name = name
        line = row.line
        var stems: [String] = []
        for stem in names.map(ReelALE.Clip.stem) where !stems.contains(stem) { stems.append(stem) }
        self.stems = stems
        var claims = SidecarClaims(place)
        ALEFields.note(cells, in: &claims)
        claims.addTimes(cells, headRate)
        claims.addDecision(cells)
        metadata = claims.metadata
    }

    /// Endings that tools leave out of a clip's name, or do not.
    private static let endings: Set<String> = [
        "ari", "arx", "avi", "braw", "crm", "dng", "m4v", "mov", "mp4", "mts", "mxf", "nev", "r3d", "wav",
    ]

    /// The last part of a path, folded, without the ending of a file of media.
    fileprivate static func stem(_ name: String) -> String {
        let file = (name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? name).lowercased()
        guard let dot = file.lastIndex(of: "."), endings.contains(String(file[dot...].dropFirst())) else { return file }
        return String(file[..<dot])
    }
}

extension SidecarClaims {
    /// Start and length.
    ///
    /// `End` names the first frame behind the clip. A `Duration` counts frames and drops no numbers, unless it says so.
    fileprivate mutating func addTimes(_ cells: ALECells, _ headRate: FrameRate?) {
        let own = cells.first(["fps", "projectfps", "projectrate"]).flatMap { FrameRate(said: $0.value) }
        if metadata.projectRate.all.isEmpty { add(\.projectRate, headRate, "FPS") }
        guard let rate = own ?? headRate, let written = cells.first(["start"]),
            let start = Timecode(written.value, rate: rate)
        else { return }
        add(\.start, start, written.column)
        if let end = cells.first(["end"]), let behind = Timecode(end.value, rate: rate),
            behind.base == start.base
        {
            let frames = (behind.frame - start.frame + start.base.framesPerDay) % start.base.framesPerDay
            add(\.frames, frames, end.column)
        }
        if let duration = cells.first(["duration"]), let length = Timecode(duration.value, rate: rate) {
            add(\.frames, length.frame, duration.column)
        }
    }

    /// ALEXA 35 writes nine columns where others write one.
    fileprivate mutating func addDecision(_ cells: ALECells) {
        let triples = ["slope", "offset", "power"].map { part in
            ["red", "green", "blue"].compactMap { colour in
                cells["cdl\(part)\(colour)"] ?? cells["cdl\(part)\(colour.prefix(1))"]
            }.filter { Double(said: $0) != nil }
        }
        guard triples.allSatisfy({ $0.count == 3 }) else { return }
        add(\.cdlSOP, triples.map { "(\($0.joined(separator: " ")))" }.joined(), "CdlSlope, CdlOffset, CdlPower")
    }
}
