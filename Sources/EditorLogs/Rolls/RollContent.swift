internal import CameraCards
internal import FileTree

/// What lies in a roll, to hold a log of it against.
struct RollContent {
    private let tree: TreeSnapshot
    private let index: TreeIndex
    /// Names and sizes of its files, those of systems and histories aside: equal in every copy.
    let listing: Set<Entry>

    /// Up to those of the largest number there is.
    fileprivate static let digits = 0...19
    /// Frames that may be gone from a roll: those of an hour.
    private static let mostGone = 100_000

    /// One file.
    struct Entry: Hashable {
        let path: RelativePath
        let size: Int64
    }

    init(_ tree: TreeSnapshot) {
        self.tree = tree
        index = TreeIndex(tree)
        var isOurs = Array(repeating: false, count: tree.entries.count)
        var listing: Set<Entry> = []
        for number in tree.entries.indices.dropFirst() {
            let name = tree.name(of: number)
            isOurs[number] =
                isOurs[Int(tree.entries[number].parent)] || name.first == UInt8(ascii: ".")
                || name.elementsEqual("ascmhl".utf8)
            guard tree.entries[number].kind == .file, !isOurs[number] else { continue }
            listing.insert(Entry(path: tree.path(of: number), size: tree.entries[number].size))
        }
        self.listing = listing
    }

    /// How this roll differs from the one whose rows these are; nil where they can be no roll's.
    ///
    /// All of their files should be there with their sizes, and no other file should be a recording or of a kind that
    /// the rows import.
    func changes(since clips: [LoggedClip]) -> RollChanges? {
        var changes = RollChanges()
        var known: Set<RelativePath> = []
        var kinds: Set<[UInt8]> = []
        var sources: Set<String> = []
        // A log may claim any numbers: few more frames may be gone than there are files.
        let most = tree.entries.count + RollContent.mostGone
        var frames = 0
        for clip in clips {
            guard let source = clip.kindOfSource, sources.insert(clip.source).inserted || source == .folder else {
                return nil
            }
            let count = clip.frames?.count ?? 0
            guard (0...most - frames).contains(count) else { return nil }
            frames += count
            for file in clip.files {
                guard let path = RelativePath(file.path) else { return nil }
                known.insert(path)
                hold(path, file.size, &changes)
                if file.path == clip.source || file.role == "essence" { kinds.insert(RollContent.kind(path)) }
            }
            guard let sequence = clip.frames else { continue }
            guard let paths = hold(sequence, &changes) else { return nil }
            known.formUnion(paths)
            if let first = paths.first { kinds.insert(RollContent.kind(first)) }
        }
        kinds.remove([])
        for entry in listing where !known.contains(entry.path) {
            guard RecordedMedia.isNamed(entry.path) || kinds.contains(RollContent.kind(entry.path)) else { continue }
            changes.added.insert(entry.path.description)
        }
        return changes
    }

    /// Whether a file lies there.
    func holds(_ path: RelativePath) -> Bool { size(at: path) != nil }

    private func size(at path: RelativePath) -> Int64? {
        guard let number = index.number(at: path), tree.entries[number].kind == .file else { return nil }
        return tree.entries[number].size
    }

    private func hold(_ path: RelativePath, _ size: Int64, _ changes: inout RollChanges) {
        guard let now = self.size(at: path) else {
            changes.gone.insert(path.description)
            return
        }
        if now != size { changes.changed.insert(path.description) }
    }

    /// The files of a sequence; nil where no roll can hold what it claims.
    private func hold(_ frames: LoggedClip.Frames, _ changes: inout RollChanges) -> [RelativePath]? {
        let areFew = frames.runs.allSatisfy { $0.lowerBound >= 0 && $0.upperBound - $0.lowerBound < frames.count }
        guard areFew, RollContent.digits.contains(frames.digits) else { return nil }
        var (paths, total): ([RelativePath], ByteCount) = ([], .zero)
        var areAll = true
        for number in frames.runs.joined() {
            guard let path = RelativePath(frames.inFolder + frames.name(of: number)), paths.count < frames.count else {
                return nil
            }
            paths.append(path)
            if let size = size(at: path) {
                total = total + ByteCount(size)
            } else {
                changes.gone.insert(path.description)
                areAll = false
            }
        }
        guard paths.count == frames.count else { return nil }
        if areAll, total.bytes != frames.size {
            changes.changed.insert(frames.inFolder + frames.prefix + "…" + frames.suffix)
        }
        return paths
    }

    /// The ending of a name, in lower case; nothing where it has none.
    private static func kind(_ path: RelativePath) -> [UInt8] {
        guard let dot = path.name.lastIndex(of: UInt8(ascii: ".")) else { return [] }
        return path.name[(dot + 1)...].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
}

extension LoggedClip {
    fileprivate enum Source {
        case file
        /// Of a clip of which no essence is there.
        case folder
    }

    /// What its source is; nil where that is neither one of its files or frames nor a folder around one.
    fileprivate var kindOfSource: Source? {
        guard source == "." || RelativePath(source) != nil else { return nil }
        if files.contains(where: { $0.path == source }) { return .file }
        if let frames, RollContent.digits.contains(frames.digits), let first = frames.runs.first?.lowerBound,
            first >= 0,
            source == frames.inFolder + frames.name(of: first)
        {
            return .file
        }
        let isAround = files.contains { source == "." || $0.path.utf8.starts(with: (source + "/").utf8) }
        return isAround && !files.contains { $0.role == "essence" } ? .folder : nil
    }
}

extension LoggedClip.Frames {
    /// The folder as paths in it begin.
    fileprivate var inFolder: String { folder == "." || folder.isEmpty ? "" : folder + "/" }

    /// The name of the file of one number.
    func name(of number: Int) -> String {
        let text = String(number)
        return prefix + String(repeating: "0", count: max(0, digits - text.count)) + text + suffix
    }
}
