internal import ClipMetadata
internal import FileTree

/// MediaInfo at work, on a thread of our own that waits for it.
struct Probing: Sendable {
    private let monitor: Monitor<State>

    /// An answer for a clip, by the clip's place.
    typealias Answer = (clip: Int, said: Result<ClipMetadata, MetadataError>)

    private struct State: MonitoredState {
        var answers: [Answer]?
        let roleCount = 1

        func isReady(_ role: Int) -> Bool { answers != nil }
    }

    /// Starts it.
    init(
        _ files: [RelativePath], below root: String, for clips: [Int], by mediaInfo: MediaInfo,
        _ shouldStop: @escaping @Sendable () -> Bool
    ) {
        let monitor = Monitor(State())
        self.monitor = monitor
        DiskThread.start(named: "probing") {
            let said = mediaInfo.probe(
                files.map { "\(root)/\($0)" }, as: files.map(\.description), shouldStop: shouldStop)
            monitor.withState { $0.answers = zip(clips, said).map { ($0, $1) } }
        }
    }

    /// What it said; waits until it is done.
    func answers() -> [Answer] { monitor.wait(as: 0) { $0.answers } }
}
