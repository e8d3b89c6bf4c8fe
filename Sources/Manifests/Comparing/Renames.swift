public import Checksums
public import FileTree

/// A file that is the same under another name.
public struct Rename: Hashable, Sendable {
    /// Its path as a history has it.
    public let from: RelativePath
    /// Its path now.
    public let to: RelativePath

    /// Names a rename.
    public init(from: RelativePath, to: RelativePath) {
        self.from = from
        self.to = to
    }

    /// What is known of a file at one end of a rename.
    public struct Candidate: Hashable, Sendable {
        /// Where it lies, or lay.
        public let path: RelativePath
        /// Its size; nil when no generation says it.
        public let size: ByteCount?
        /// What is known of its content.
        public let checksums: [Checksum]

        /// Describes a file.
        public init(path: RelativePath, size: ByteCount?, checksums: [Checksum]) {
            self.path = path
            self.size = size
            self.checksums = checksums
        }
    }

    /// The renames that explain missing files by new ones of the same content, ordered by the new path.
    ///
    /// Only where one file answers to one other: first among those that kept their own name, then among those
    /// that kept their folder, then among the rest. An empty file must have kept its name: its content says nothing.
    /// The reference pairs any, and then misses a file forever when several are alike.
    public static func among(missing: [Candidate], new: [Candidate]) -> [Rename] {
        var search = RenameSearch(missing: missing, new: new)
        return search.renames()
    }
}

/// The search for pairs of missing and new files; its time grows with their number alone.
private struct RenameSearch {
    /// Files of one content that could be each other under some rule.
    private struct Rivals: Hashable {
        let content: Int
        let sign: [UInt8]
    }

    private let missing: [Rename.Candidate]
    private let new: [Rename.Candidate]
    /// Contents by number: one for all files that share a checksum.
    private var contents: [Checksum: Int] = [:]
    private var pairOf: [Int: Int] = [:]
    private var isTaken: Set<Int> = []

    init(missing: [Rename.Candidate], new: [Rename.Candidate]) {
        self.missing = missing
        self.new = new
        for (place, file) in missing.enumerated() {
            let content = file.checksums.lazy.compactMap { [contents] in contents[$0] }.first ?? place
            for checksum in file.checksums where contents[checksum] == nil { contents[checksum] = content }
        }
    }

    mutating func renames() -> [Rename] {
        pair { Array($0.path.name) }
        pair { $0.size == .zero ? nil : $0.path.parent.bytes }
        pair { $0.size == .zero ? nil : [] }
        return pairOf.map { Rename(from: missing[$0.value].path, to: new[$0.key].path) }.sorted { $0.to < $1.to }
    }

    /// Pairs the files that are each other's only choice among those of the same sign; nil is no choice for anybody.
    private mutating func pair(by sign: (Rename.Candidate) -> [UInt8]?) {
        let old = rivals(missing, by: sign) { isTaken.contains($0) }
        for (rivals, places) in rivals(new, by: sign, except: { pairOf[$0] != nil }) {
            guard places.count == 1, let others = old[rivals], others.count == 1 else { continue }
            guard RenameSearch.isSame(missing[others[0]], new[places[0]]) else { continue }
            pairOf[places[0]] = others[0]
            isTaken.insert(others[0])
        }
    }

    private func rivals(
        _ files: [Rename.Candidate], by sign: (Rename.Candidate) -> [UInt8]?, except isDone: (Int) -> Bool
    ) -> [Rivals: [Int]] {
        var rivals: [Rivals: [Int]] = [:]
        for (place, file) in files.enumerated() where !isDone(place) {
            guard let content = file.checksums.lazy.compactMap({ contents[$0] }).first, let sign = sign(file) else {
                continue
            }
            rivals[Rivals(content: content, sign: sign), default: []].append(place)
        }
        return rivals
    }

    private static func isSame(_ one: Rename.Candidate, _ other: Rename.Candidate) -> Bool {
        if let size = one.size, let found = other.size, size != found { return false }
        return one.checksums.allSatisfy { known in
            other.checksums.allSatisfy { $0.algorithm != known.algorithm || $0 == known }
        }
    }
}
