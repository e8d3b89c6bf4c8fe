internal import FileTree

/// The program `mediainfo`, asked about many files at once by a process of its own.
///
/// It is never asked within our process: what a broken file does to it, it does to itself alone. It opens files
/// plainly, so a card that is mounted read-write must not be shown to it: ``ProbePermission``.
public struct MediaInfo: Sendable {
    /// Its version, `23.04`.
    public let version: String
    /// What it may take.
    public let limits: ProbeLimits
    private let program: InstalledProgram

    /// Why there is no program to ask.
    public enum Absence: Error, Hashable, Sendable {
        /// There is none in PATH.
        case missing
        /// It is there, and did not even tell its version; why.
        case failing(String)
        /// Somebody asked us to stop before it had told.
        case stopped

        /// What to say, and what to do.
        public var sentence: String {
            switch self {
            case .missing: MediaInfo.missing
            case .failing(let reason):
                "mediainfo is installed, but does not work: asked for its version, \(reason). Codecs, rasters and what "
                    + "else only it reads are not told. Try `mediainfo --Version`."
            case .stopped: "mediainfo was not asked: the run was stopped."
            }
        }
    }

    /// The installed program; nil when there is none in PATH that works.
    ///
    /// Blocks, and so does ``probe(_:shouldStop:)``: for threads of our own, never for those of Swift's pool.
    ///
    /// - Parameter path: searched instead of the environment's PATH; folders that are not absolute are passed over.
    public static func installed(in path: String? = nil, limits: ProbeLimits = ProbeLimits()) -> MediaInfo? {
        try? search(in: path, limits: limits, shouldStop: { false }).get()
    }

    /// The installed program, or why there is none; blocks.
    ///
    /// - Parameters:
    ///   - path: searched instead of the environment's PATH; folders that are not absolute are passed over.
    ///   - shouldStop: asked several times a second.
    public static func search(
        in path: String? = nil, limits: ProbeLimits = ProbeLimits(), shouldStop: () -> Bool
    ) -> Result<MediaInfo, Absence> {
        guard let program = InstalledProgram.named("mediainfo", in: path) else { return .failure(.missing) }
        let run = ProgramRun(
            program: program, arguments: ["--Version"], limits: limits, time: limits.timeForVersion)
        switch run.end(shouldStop: shouldStop) {
        case .exited(let answer, let status):
            // Some versions leave with a status that means nothing.
            let words = String(decoding: answer, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            guard let version = words.last(where: { $0.first == "v" })?.dropFirst(), !version.isEmpty else {
                return .failure(.failing("it told none, and ended with status \(status)"))
            }
            return .success(MediaInfo(version: String(version), limits: limits, program: program))
        case .stopped: return .failure(.stopped)
        case .crashed(let signal): return .failure(.failing("it crashed (signal \(signal))"))
        case .tookTooLong(let time), .stuck(_, let time): return .failure(.failing("it did not answer within \(time)"))
        case .saidTooMuch(let most): return .failure(.failing("it answered more than \(most)"))
        case .lost(let reason): return .failure(.failing("its answer could not be read: \(reason)"))
        case .notStarted(let reason): return .failure(.failing("it could not be started: \(reason)"))
        }
    }

    /// What to say, and what to do, where it is not installed.
    public static let missing =
        "mediainfo is not installed: codecs, rasters and what else only it reads are not told. Install it with "
        + "`apt-get install mediainfo`."

    /// What it says of each file, in the order given; ``MetadataError/Code/stopped`` for those that a stop left out.
    ///
    /// A file that hangs it, crashes it or makes it talk nonsense is found, by what it has open or by asking again for
    /// fewer, and only that file fails.
    ///
    /// - Parameters:
    ///   - paths: absolute paths of files.
    ///   - names: what claims and failures call these files; their paths when nothing is given.
    ///   - shouldStop: asked several times a second.
    public func probe(
        _ paths: [String], as names: [String]? = nil, shouldStop: () -> Bool
    ) -> [Result<ClipMetadata, MetadataError>] {
        let given = paths.map(MediaInfo.argument)
        var schedule = ProbeSchedule(
            runs: limits.runs(of: given, places: MediaInfo.places(in: given)), patience: limits.timeForTrouble)
        while let places = schedule.next() {
            let started = ContinuousClock.now
            let outcome = outcome(of: given, at: places, shouldStop: shouldStop)
            schedule.note(outcome, of: places, after: ContinuousClock.now - started)
        }
        let answers = Dictionary(schedule.answers.map { (Bytes(given[$0]), $1) }) { first, _ in first }
        return zip(given, names ?? paths).map { MediaInfo.result(answers[Bytes($0)], for: $1) }
    }

    private func outcome(of paths: [String], at places: [Int], shouldStop: () -> Bool) -> ProbeSchedule.Outcome {
        if shouldStop() { return .stopped }
        let options = ["--Output=JSON", "--File_TestContinuousFileNames=0"]
        let run = ProgramRun(
            program: program, arguments: options + places.map { paths[$0] }, limits: limits,
            time: limits.time(forFiles: places.count),
            files: places.count > 1 ? places.map { Machine.resolvedPath(paths[$0]) ?? paths[$0] } : [])
        switch run.end(shouldStop: shouldStop) {
        case .exited(let answer, let status):
            // A status alone means nothing: what counts is whether the answer is whole.
            guard let reports = MediaInfoReport.reports(in: answer) else {
                return .failed("it answered nothing that can be read, and ended with status \(status)")
            }
            return MediaInfo.matched(reports, to: paths, at: places)
        case .crashed(let signal): return .failed("it crashed (signal \(signal))")
        case .tookTooLong(let time): return .tookTooLong("it was not done after \(time)")
        case .stuck(let file, let time): return .stuck(places[file], "it was not done after \(time)")
        case .saidTooMuch(let most): return .failed("it answered more than \(most)")
        case .lost(let reason): return .failed("its answer could not be read: \(reason)")
        case .notStarted(let reason): return .impossible("it could not be started: \(reason)")
        case .stopped: return .stopped
        }
    }

    /// Gives each report to its file.
    ///
    /// Two reports of one file are nonsense: one of them is of another file.
    static func matched(
        _ reports: [MediaInfoReport], to paths: [String], at places: [Int]
    ) -> ProbeSchedule.Outcome {
        let numbers = Dictionary(places.map { (Bytes(paths[$0]), $0) }) { first, _ in first }
        var answers: [Int: MediaInfoReport] = [:]
        for report in reports {
            guard let place = numbers[Bytes(report.path)] else { continue }
            guard answers.updateValue(report, forKey: place) == nil else {
                return .failed("it answered twice for one file")
            }
        }
        return .answered(answers)
    }

    private static func result(
        _ answer: ProbeSchedule.Answer?, for path: String
    ) -> Result<ClipMetadata, MetadataError> {
        switch answer {
        case .report(let report) where report.isOfOtherFiles:
            .failure(MetadataError(.wrongFormat, at: path, "this file only refers to other files"))
        case .report(let report): .success(report.claims(for: path))
        case .failure(let sentence): .failure(MetadataError(.toolFailed, at: path, "mediainfo: \(sentence)"))
        case .stopped: .failure(MetadataError(.stopped, at: path, "not read: the run was stopped"))
        case nil: .failure(MetadataError(.toolFailed, at: path, "mediainfo is only given absolute paths"))
        }
    }

    /// The places of the paths that can be given, each path once.
    private static func places(in paths: [String]) -> [Int] {
        var seen: Set<Bytes> = []
        return paths.indices.filter {
            paths[$0].utf8.first == UInt8(ascii: "/") && seen.insert(Bytes(paths[$0])).inserted
        }
    }

    /// A path as it is handed over: `://` would make it an address in the network, and double slashes mean nothing.
    private static func argument(_ path: String) -> String {
        guard path.contains("//") else { return path }
        var bytes: [UInt8] = []
        for byte in path.utf8 where byte != UInt8(ascii: "/") || bytes.last != byte { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A path by its bytes: Swift takes two spellings of `é` for equal, disks do not.
private struct Bytes: Hashable {
    private let bytes: [UInt8]

    init(_ path: String) {
        bytes = Array(path.utf8)
    }
}
