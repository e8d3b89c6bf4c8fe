public import Checksums
public import FileTree

/// What a manifest says a file's checksum is.
public struct Claim: Hashable, Sendable {
    /// What the tool did that wrote the claim down (ASC MHL).
    public enum Action: UInt8, Hashable, Sendable {
        /// The first checksum of that file in its history.
        case original = 1
        /// Computed again and compared with an earlier one.
        case verified
    }

    /// The checksum; more than one of the same algorithm where tools do not agree how a number is written.
    ///
    /// XXH64 in either byte order, XXH32 in decimal or hex digits; the first is what the format's own text says.
    public let alternatives: [Checksum]
    /// Nil in formats without actions.
    public let action: Action?
    /// When it was computed; nil when nothing says so clearly.
    public let date: Instant?

    init(_ alternatives: [Checksum], action: Action? = nil, date: Instant? = nil) {
        precondition(!alternatives.isEmpty, "a claim names a checksum")
        self.alternatives = alternatives
        self.action = action
        self.date = date
    }

    /// The algorithm of all alternatives.
    public var algorithm: ChecksumAlgorithm { alternatives[0].algorithm }

    /// The checksum as the format's own text has it.
    public var checksum: Checksum { alternatives[0] }
}

/// For each number a short list of claims, all bytes in one block: a history may hold a million of them.
struct ClaimTable: Sendable {
    private struct Entry {
        var next: Int32
        var algorithm: ChecksumAlgorithm
        var alternatives: UInt8
        var action: UInt8
        var start: Int
        var date: Int64
    }

    private static let noDate = Int64.min

    private var heads: [Int32] = []
    private var entries: [Entry] = []
    private var digests: [UInt8] = []
    /// The algorithms of all claims that were ever added.
    private(set) var algorithms: AlgorithmSet = []

    /// The claims, in the order in which they were added.
    subscript(number: Int) -> [Claim] {
        var found: [Claim] = []
        visit(number) { found.append(claim($0)) }
        return found
    }

    /// How many claims were ever added: tells those that come later from those that are there.
    var count: Int { entries.count }

    /// A number's claims, parted into those that were there when ``count`` was `mark` and those that came later.
    func claims(of number: Int, partedAt mark: Int) -> (earlier: [Claim], later: [Claim]) {
        var parts: (earlier: [Claim], later: [Claim]) = ([], [])
        var next = heads[number]
        while next >= 0 {
            let entry = entries[Int(next)]
            if next < mark { parts.earlier.append(claim(entry)) } else { parts.later.append(claim(entry)) }
            next = entry.next
        }
        return parts
    }

    mutating func makeRoom() {
        heads.append(-1)
    }

    /// Lets go of all claims of a number.
    mutating func removeAll(of number: Int) {
        heads[number] = -1
    }

    /// So many different checksums may be claimed of one file: nine algorithms are known, and nobody gives more than
    /// a few that contradict each other.
    static let most = 64

    /// Adds a claim, unless the same checksum is claimed already; false when there are too many.
    mutating func add(_ claim: Claim, to number: Int) -> Bool {
        var last: Int32 = -1
        var next = heads[number]
        var count = 0
        while next >= 0 {
            let entry = entries[Int(next)]
            if entry.algorithm == claim.algorithm, holds(entry, claim) { return true }
            last = next
            next = entry.next
            count += 1
        }
        guard count < ClaimTable.most else { return false }
        let new = Int32(entries.count)
        algorithms.insert(AlgorithmSet(claim.algorithm))
        entries.append(
            Entry(
                next: -1, algorithm: claim.algorithm, alternatives: UInt8(claim.alternatives.count),
                action: claim.action?.rawValue ?? 0, start: digests.count,
                date: claim.date?.nanoseconds ?? ClaimTable.noDate))
        for checksum in claim.alternatives { digests += checksum.bytes }
        if last < 0 { heads[number] = new } else { entries[Int(last)].next = new }
        return true
    }

    /// Whether a number has claims.
    func isEmpty(_ number: Int) -> Bool { heads[number] < 0 }

    private func visit(_ number: Int, _ body: (Entry) -> Void) {
        var next = heads[number]
        while next >= 0 {
            body(entries[Int(next)])
            next = entries[Int(next)].next
        }
    }

    private func holds(_ entry: Entry, _ claim: Claim) -> Bool {
        guard Int(entry.alternatives) == claim.alternatives.count else { return false }
        var place = entry.start
        for checksum in claim.alternatives {
            guard digests[place..<place + checksum.bytes.count].elementsEqual(checksum.bytes) else { return false }
            place += checksum.bytes.count
        }
        return true
    }

    private func claim(_ entry: Entry) -> Claim {
        let length = entry.algorithm.digestLength
        let alternatives = (0..<Int(entry.alternatives)).map { place in
            let start = entry.start + place * length
            return Checksum(entry.algorithm, unchecked: Array(digests[start..<start + length]))
        }
        return Claim(
            alternatives, action: Claim.Action(rawValue: entry.action),
            date: entry.date == ClaimTable.noDate ? nil : Instant(nanoseconds: entry.date))
    }
}
