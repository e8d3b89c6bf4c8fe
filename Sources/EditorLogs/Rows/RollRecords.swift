public import FileTree
internal import FrameSequences

/// What is on record of a roll's files.
public struct RollRecords: Sendable {
    /// The checksum of a file: `xxh64:3fbae6c7797a9d28`; nil where none is on record.
    public let checksum: @Sendable (RelativePath) -> String?
    /// How it is known that each copy of a file is good, in the order of the roll's copies.
    public let evidence: @Sendable (RelativePath) -> [CopyEvidence]

    /// Nothing is on record, of any copy.
    public static let none = RollRecords(checksum: { _ in nil }, evidence: { _ in [] })

    /// Takes both.
    public init(
        checksum: @escaping @Sendable (RelativePath) -> String?,
        evidence: @escaping @Sendable (RelativePath) -> [CopyEvidence]
    ) {
        self.checksum = checksum
        self.evidence = evidence
    }

    /// What holds of all files of a row, its frames too, on each of so many copies: that of the weakest.
    func weakest(of paths: [RelativePath], _ frames: FrameSequence?, copies: Int) -> [CopyEvidence] {
        guard copies > 0 else { return [] }
        var weakest: [CopyEvidence]?
        func note(_ path: RelativePath) {
            let each = evidence(path)
            let known = (0..<copies).map { $0 < each.count ? each[$0] : .none }
            weakest = weakest.map { zip($0, known).map { min($0, $1) } } ?? known
        }
        for path in paths { note(path) }
        for frame in (frames?.runs ?? []).joined() {
            if let path = frames?.path(of: frame) { note(path) }
        }
        return weakest ?? Array(repeating: .none, count: copies)
    }
}

extension CopyEvidence: Comparable {
    /// Orders by strength: a file that failed is worse than one nobody looked at.
    public static func < (one: CopyEvidence, other: CopyEvidence) -> Bool { one.strength < other.strength }

    private var strength: Int {
        switch self {
        case .failed: 0
        case .none: 1
        case .listed: 2
        case .streamed: 3
        case .readBack: 4
        case .proved: 5
        case .provedSourceTwice: 6
        }
    }
}
