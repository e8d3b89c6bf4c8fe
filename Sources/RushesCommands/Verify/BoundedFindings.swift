internal import Custody

/// The findings that people are shown: so many of each kind, and how many more there were.
struct BoundedFindings {
    /// Kinds, in the order in which a report has them.
    enum Kind: Int, CaseIterable {
        case differs, unreadable, missing, folderMissing, folderDiffers, otherOrder, notCompared, notListed,
            folderNotListed
        case notAFile
    }

    /// Shown of each kind; the JSON lines hold all.
    static let most = 50
    /// Shown of what no manifest lists: a card that was copied onto a sealed drive has thousands.
    static let mostNotListed = 20

    private var shown: [Kind: [FileFinding]] = [:]
    private var counts: [Kind: Int] = [:]

    mutating func take(_ finding: FileFinding) {
        guard let kind = Kind(finding.verdict) else { return }
        counts[kind, default: 0] += 1
        if (shown[kind]?.count ?? 0) < kind.most { shown[kind, default: []].append(finding) }
    }

    /// What is shown of a kind, in the order of paths.
    func shown(_ kind: Kind) -> [FileFinding] {
        (shown[kind] ?? []).sorted { $0.path.lexicographicallyPrecedes($1.path) }
    }

    /// How many there were beyond those shown.
    func more(_ kind: Kind) -> Int { (counts[kind] ?? 0) - (shown[kind]?.count ?? 0) }
}

extension BoundedFindings.Kind {
    /// Nil for what is as it should be.
    init?(_ verdict: FileFinding.Verdict) {
        switch verdict {
        case .equal, .sizeEqual: return nil
        case .equalInOtherOrder: self = .otherOrder
        case .differs, .sizeDiffers: self = .differs
        case .notCompared: self = .notCompared
        case .missing: self = .missing
        case .folderMissing: self = .folderMissing
        case .folderDiffers: self = .folderDiffers
        case .notListed: self = .notListed
        case .folderNotListed: self = .folderNotListed
        case .unreadable: self = .unreadable
        case .notAFile: self = .notAFile
        }
    }

    fileprivate var most: Int { self == .notListed ? BoundedFindings.mostNotListed : BoundedFindings.most }
}
