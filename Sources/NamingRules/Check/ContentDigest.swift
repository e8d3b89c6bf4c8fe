internal import Checksums

/// What was read of a file or of all frames of a sequence, as sixteen bytes: two are equal only where their bytes are.
///
/// Held without memory of its own, since a check may hold a million of them.
struct ContentDigest: Hashable, Comparable, Sendable {
    private let high, low: UInt64

    /// Takes a checksum; of a longer one the first sixteen bytes.
    init(_ bytes: some Collection<UInt8>) {
        high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes.dropFirst(8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Several contents behind each other.
    init(of digests: some Sequence<ContentDigest>) {
        let running = RunningChecksum(.xxh128)
        for digest in digests {
            withUnsafeBytes(of: (digest.high.bigEndian, digest.low.bigEndian)) { running.update($0) }
        }
        self.init(running.finish().bytes)
    }

    static func < (one: ContentDigest, other: ContentDigest) -> Bool {
        (one.high, one.low) < (other.high, other.low)
    }
}

/// The digests of files that were read, by their entries: twenty bytes a file.
struct FileDigests {
    private static let none = UInt32.max

    private var places: [UInt32]
    private var digests: [ContentDigest] = []

    /// Room for the entries of a tree.
    init(entries: Int) { places = Array(repeating: FileDigests.none, count: entries) }

    /// What was read of a file; nil where nothing was.
    subscript(entry: Int) -> ContentDigest? {
        places[entry] == FileDigests.none ? nil : digests[Int(places[entry])]
    }

    /// Notes what was read of a file.
    mutating func add(_ digest: ContentDigest, of entry: Int) {
        places[entry] = UInt32(digests.count)
        digests.append(digest)
    }
}

/// Things with their digests, to find which are equal: sorted, because a million of them may each be alone.
struct DigestedThings {
    private struct Item {
        let digest: ContentDigest
        let thing: UInt32
    }

    private var items: [Item] = []

    /// Adds a thing.
    mutating func add(_ thing: Int, _ digest: ContentDigest) {
        items.append(Item(digest: digest, thing: UInt32(thing)))
    }

    /// The things of each digest, in their order.
    func groups(_ body: ([Int]) -> Void) {
        let sorted = items.sorted { ($0.digest, $0.thing) < ($1.digest, $1.thing) }
        var start = 0
        while start < sorted.count {
            let end = sorted[start...].firstIndex { $0.digest != sorted[start].digest } ?? sorted.count
            body(sorted[start..<end].map { Int($0.thing) })
            start = end
        }
    }
}
