internal import Checksums
internal import FileTree

/// The files and folders that manifests list, by number and by path, in columns of plain bytes.
///
/// A history may list a million files: about 200 bytes each with one XXH64, whatever the number of generations.
struct RecordTable: Sendable {
    private struct Marks: OptionSet {
        let rawValue: UInt8
        static let isFolder = Marks(rawValue: 1)
        /// Its file carries another name now.
        static let isRenamedAway = Marks(rawValue: 2)
        /// Some generation has more of it than a failure.
        static let isKnown = Marks(rawValue: 4)
    }

    private struct Rename {
        let number: Int
        let former: Int
        let claims: [Claim]
    }

    /// What came of adding an entry.
    enum Addition {
        case first
        /// The same generation has listed it before.
        case again
        /// The same, with another size.
        case againWithOtherSize
        /// So many different hashes have been given for it that nothing can be meant by them.
        case refused
    }

    private static let noTime = Int64.min
    private static let never: Int32 = -1

    private var table = PathTable()
    private var sizes: [Int64] = []
    private var times: [Int64] = []
    private var claims = ClaimTable()
    private var marks: [Marks] = []
    /// By record, the generation that listed it first and the one that listed it last.
    private var firstListed: [Int32] = []
    private var lastListed: [Int32] = []
    private var formers: [Int: Int] = [:]
    private var laters: [Int: Int] = [:]
    private var folderHashes: [Int: History.FolderHash] = [:]
    private var generation: Int32 = 0
    private var renames: [Rename] = []
    /// How many claims there were when the generation began.
    private var claimsBefore = 0

    /// How many records there are, of files and folders and names that are no longer carried.
    var count: Int { marks.count }
    var fileCount: Int { marks.lazy.filter { RecordTable.isFile($0) }.count }
    /// The numbers of the files, in the order in which they were first listed.
    var files: some Sequence<Int> { marks.indices.lazy.filter { RecordTable.isFile(marks[$0]) } }
    /// The numbers of the folders.
    var folders: some Sequence<Int> {
        marks.indices.lazy.filter { marks[$0].isSuperset(of: [.isFolder]) && !marks[$0].contains(.isRenamedAway) }
    }

    private static func isFile(_ marks: Marks) -> Bool {
        marks.isDisjoint(with: [.isFolder, .isRenamedAway]) && marks.contains(.isKnown)
    }

    /// The algorithms of all claims.
    var algorithms: AlgorithmSet { claims.algorithms }

    func path(of number: Int) -> ArraySlice<UInt8> { table[number] }
    func claims(of number: Int) -> [Claim] { claims[number] }
    func size(of number: Int) -> ByteCount? { sizes[number] < 0 ? nil : ByteCount(sizes[number]) }
    func modified(of number: Int) -> Instant? {
        times[number] == RecordTable.noTime ? nil : Instant(nanoseconds: times[number])
    }
    func former(of number: Int) -> Int? { formers[number] }

    func number(ofFileAt path: some Collection<UInt8>) -> Int? {
        table.number(of: path).flatMap { RecordTable.isFile(marks[$0]) ? $0 : nil }
    }

    func folderHash(at path: some Collection<UInt8>) -> History.FolderHash? {
        table.number(of: path).flatMap { folderHashes[$0] }
    }

    mutating func begin(_ generation: Int) {
        self.generation = Int32(generation)
        claimsBefore = claims.count
    }

    /// Adds what the generation says of a file or folder.
    mutating func add(_ entry: ManifestEntry) -> Addition {
        let number = insert(entry.path)
        let isFirst = lastListed[number] != generation
        let hasOtherSize = !isFirst && sizes[number] >= 0 && entry.size.map { $0 != sizes[number] } ?? false
        lastListed[number] = generation
        // What failed had the size and the time of a damaged file.
        if let size = entry.size, !entry.hasFailed { sizes[number] = size }
        if let modified = entry.modified, !entry.hasFailed { times[number] = modified.nanoseconds }
        if entry.isFolder {
            marks[number].insert(.isFolder)
            addFolder(entry, number)
        } else {
            marks[number].remove(.isFolder)
            if !entry.hasFailed || !entry.claims.isEmpty { marks[number].insert(.isKnown) }
        }
        if let former = entry.previousPath.flatMap({ table.number(of: $0) }), former != number {
            renames.append(Rename(number: number, former: former, claims: entry.claims))
        } else {
            marks[number].remove(.isRenamedAway)
            for claim in entry.claims {
                guard claims.add(claim, to: number) else { return .refused }
            }
        }
        return isFirst ? .first : hasOtherSize ? .againWithOtherSize : .again
    }

    private mutating func addFolder(_ entry: ManifestEntry, _ number: Int) {
        guard !entry.content.isEmpty || !entry.structure.isEmpty else { return }
        folderHashes[number] = History.FolderHash(
            generation: Int(generation), content: entry.content, structure: entry.structure)
    }

    /// Carries out the generation's renames, all at once: two files may have taken each other's name.
    ///
    /// A renamed file is the same one: what was known of it still is, and what was known of another file of its
    /// new name is not. Where the generation lists another file under the old name, that one keeps its own claims.
    mutating func endRenames() {
        guard !renames.isEmpty else { return }
        let targets = Set(renames.map(\.number))
        let known = renames.map { claims.claims(of: $0.former, partedAt: claimsBefore).earlier }
        for rename in renames {
            let isTaken = lastListed[rename.former] == generation && !targets.contains(rename.former)
            guard !isTaken else {
                keepOwnClaims(of: rename.former)
                continue
            }
            marks[rename.former].insert(.isRenamedAway)
            claims.removeAll(of: rename.former)
        }
        for (rename, earlier) in zip(renames, known) {
            marks[rename.number].remove(.isRenamedAway)
            marks[rename.number].insert(.isKnown)
            formers[rename.number] = rename.former
            laters[rename.former] = rename.number
            claims.removeAll(of: rename.number)
            for claim in earlier + rename.claims { _ = claims.add(claim, to: rename.number) }
        }
        renames.removeAll()
    }

    /// Lets go of what was claimed before the generation; what it claims again is not there a second time.
    private mutating func keepOwnClaims(of number: Int) {
        let own = claims.claims(of: number, partedAt: claimsBefore).later
        guard !own.isEmpty else { return }
        claims.removeAll(of: number)
        for claim in own { _ = claims.add(claim, to: number) }
    }

    /// By folder, the newest generation that listed a file below it for the first time, where that was not the first.
    var news: [[UInt8]: Int] {
        var news: [[UInt8]: Int] = [:]
        for number in marks.indices where firstListed[number] > 0 && !marks[number].contains(.isFolder) {
            var path = RelativePath(unchecked: Array(table[number]))
            while !path.isRoot {
                path = path.parent
                let known = news[path.bytes] ?? 0
                guard Int(firstListed[number]) > known else { break }
                news[path.bytes] = Int(firstListed[number])
            }
        }
        return news
    }

    /// The path that a folder's name leads to after all renames.
    func currentPath(of path: [UInt8]) -> [UInt8] {
        guard var number = table.number(of: path), marks[number].contains(.isRenamedAway) else { return path }
        // No longer than there are renames: a hostile history may rename in a circle.
        for _ in 0..<formers.count {
            guard marks[number].contains(.isRenamedAway), let next = laters[number] else { break }
            number = next
        }
        return Array(table[number])
    }

    /// Folders whose files have all been given names elsewhere: they went with them.
    var foldersRenamedAway: Set<[UInt8]> {
        guard !formers.isEmpty else { return [] }
        var left: Set<[UInt8]> = []
        var held: Set<[UInt8]> = []
        for number in marks.indices where !marks[number].contains(.isFolder) {
            let isLeft = marks[number].contains(.isRenamedAway)
            guard isLeft || RecordTable.isFile(marks[number]) else { continue }
            var folder = RelativePath(unchecked: Array(table[number])).parent
            while !folder.isRoot {
                guard (isLeft ? left.insert(folder.bytes) : held.insert(folder.bytes)).inserted else { break }
                folder = folder.parent
            }
        }
        return left.subtracting(held)
    }

    /// Adds a folder of another table under a path of its own.
    mutating func add(folder path: [UInt8]) {
        marks[insert(path)].insert(.isFolder)
    }

    /// Adds a record of another table under a path of its own.
    mutating func add(_ path: [UInt8], from other: RecordTable, _ source: Int) {
        let number = insert(path)
        marks[number] = [.isKnown]
        if other.sizes[source] >= 0 { sizes[number] = other.sizes[source] }
        if other.times[source] != RecordTable.noTime { times[number] = other.times[source] }
        for claim in other.claims[source] { _ = claims.add(claim, to: number) }
        if let former = other.formers[source], let slash = path.count.subtractingKnown(other.table[source].count) {
            formers[number] = insert(Array(path[..<slash]) + other.table[former])
        }
    }

    private mutating func insert(_ path: [UInt8]) -> Int {
        let number = table.insert(path)
        guard number == marks.count else { return number }
        sizes.append(-1)
        times.append(RecordTable.noTime)
        marks.append([])
        firstListed.append(generation)
        lastListed.append(RecordTable.never)
        claims.makeRoom()
        return number
    }
}

extension Int {
    /// What is left when something shorter is taken away; nil when it is not shorter.
    fileprivate func subtractingKnown(_ other: Int) -> Int? { other <= self ? self - other : nil }
}
