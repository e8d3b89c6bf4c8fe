/// Tells on which of its files a program works, and since when, by what it has open.
///
/// A program that goes through many files in one run says nothing until it is through. So one that is stuck is found
/// out after the time for one file, and not after the time for all.
struct OpenFileWatch {
    /// How long a file may be open.
    let patience: Duration
    private let places: [[UInt8]: Int]
    private var since: [Int: ContinuousClock.Instant] = [:]

    /// Watches files by their paths without links.
    init(_ files: [String], patience: Duration) {
        self.patience = patience
        places = Dictionary(files.enumerated().map { (Array($1.utf8), $0) }) { first, _ in first }
    }

    /// Notes what is open now; the place of a file that has been open for too long.
    mutating func stuck(_ openPaths: [String], at now: ContinuousClock.Instant) -> Int? {
        let open = Set(openPaths.compactMap { places[Array($0.utf8)] })
        since = since.filter { open.contains($0.key) }
        for place in open where since[place] == nil { since[place] = now }
        return since.filter { now - $0.value >= patience }.keys.min()
    }
}
