internal import FileTree

/// How fast bytes have moved lately.
struct RateMeter {
    private var samples: [(written: Int64, read: Int64, time: Int64)] = []

    /// What counts as lately, in nanoseconds.
    private static let window: Int64 = 10_000_000_000
    /// Samples are kept at most so often.
    private static let grain: Int64 = 500_000_000

    /// Takes note of how many bytes have been written and read until `time` (nanoseconds).
    mutating func add(written: Int64 = 0, read: Int64, at time: Int64) {
        if let last = samples.last, time - last.time < Self.grain { return }
        samples.append((written, read, time))
        while let first = samples.first, time - first.time > Self.window { samples.removeFirst() }
    }

    /// `, 412.0 MB/s, 2 m 05 s left`: how fast bytes are written or, once all are, read, and when both will be done;
    /// nothing while too little is known.
    func words(bytesLeft: Int64) -> String {
        guard let first = samples.first, let last = samples.last else { return "" }
        let (written, read) = (last.written - first.written, last.read - first.read)
        guard last.time > first.time, written + read > 0 else { return "" }
        let elapsed = Double(last.time - first.time) / 1e9
        let seconds = Int64(Double(bytesLeft) / (Double(written + read) / elapsed))
        let shown = Int64(Double(written > 0 ? written : read) / elapsed)
        return ", \(ByteCount(shown))/s, \(Self.duration(seconds)) left"
    }

    private static func duration(_ seconds: Int64) -> String {
        if seconds >= 3600 { return "\(seconds / 3600) h \(seconds / 60 % 60) m" }
        return seconds >= 60 ? "\(seconds / 60) m \(seconds % 60) s" : "\(seconds) s"
    }
}
