internal import CameraCards
public import ClipMetadata
internal import FileTree
internal import SlateNotes

/// Reads rolls into one log and joins what belongs together: the same for every command that tells of a day.
///
/// The logs that ingest wrote are read; what has none is read afresh, as `rushes clips` does.
public struct LogGathering: Sendable {
    private let request: LogRequest
    private let mediaInfo: @Sendable (() -> Bool) -> Result<MediaInfo, MediaInfo.Absence>

    /// Prepares a reading; nothing is read yet.
    ///
    /// - Parameter mediaInfo: looks for the program, and is only asked where something is read afresh.
    public init(
        _ request: LogRequest,
        mediaInfo: @escaping @Sendable (() -> Bool) -> Result<MediaInfo, MediaInfo.Absence> = {
            MediaInfo.search(shouldStop: $0)
        }
    ) {
        self.request = request
        self.mediaInfo = mediaInfo
    }

    /// Reads and joins; a log without rolls means that there are none.
    ///
    /// - Parameter shouldStop: asked several times a second.
    public func run(shouldStop: @escaping @Sendable () -> Bool) throws(LogError) -> GatheredLog {
        // What people wrote is small, and an error in it is told before anything else is read.
        var slates: [SlateFile] = []
        for file in request.slates { slates.append(try LogGathering.notes(file)) }
        let corrections = try request.corrections.map(LogGathering.notes)
        if let corrections { try Corrections(corrections).check() }
        var rolls = RollGathering(mediaInfo, shouldStop: shouldStop)
        for folder in request.folders { try rolls.add(SearchedFolder(folder, isSound: false)) }
        for folder in request.sound { try rolls.add(SearchedFolder(folder, isSound: true)) }
        var gathered = try rolls.gathered()
        try join(&gathered.log, slates, corrections, shouldStop)
        return gathered
    }

    /// - Parameter shouldStop: asked between the joins, of which a large day's takes a while.
    private func join(
        _ log: inout EditorLog, _ slates: [SlateFile], _ corrections: SlateFile?, _ shouldStop: () -> Bool
    ) throws(LogError) {
        // What is said of a row names it as the log does.
        LogNames.settle(&log)
        // Sound is laid to a picture where the picture is, not where its camera said.
        if let corrections { Corrections(corrections).applyTimes(to: &log) }
        try SoundJoin(offsets: request.offsets).join(&log)
        if shouldStop() { throw .stopped(request.folders.first ?? "") }
        SlateJoin(slates).join(&log)
        if shouldStop() { throw .stopped(request.folders.first ?? "") }
        if let corrections { Corrections(corrections).apply(to: &log) }
        LogCheck.note(in: &log)
    }

    private static func notes(_ file: String) throws(LogError) -> SlateFile {
        let bytes: [UInt8]
        do throws(NamedFileError) {
            bytes = try NamedFile(file).contents(limit: ByteCount(SlateFile.mostBytes))
        } catch {
            throw LogError(error, at: file)
        }
        do throws(SlateError) {
            return try SlateFile(bytes, at: file)
        } catch {
            throw LogError(.notUnderstood, at: file, error.sentence, nextStep: error.nextStep)
        }
    }
}
