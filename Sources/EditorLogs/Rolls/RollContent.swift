internal import FileTree

/// What lies in a roll, to hold a log of it against.
struct RollContent {
    private let tree: TreeSnapshot
    private let index: TreeIndex
    /// Names and sizes of its files, those of systems and histories aside: equal in every copy.
    let listing: Set<Entry>

    /// Digits of the largest number there is.
    private static let mostDigits = 19

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

    /// Whether the rows are those of this roll as it is: all of their files are there with their sizes, and no other
    /// file is of a kind that the rows import.
    func fits(_ clips: [LoggedClip]) -> Bool {
        var known: Set<Entry> = []
        var kinds: Set<[UInt8]> = []
        for clip in clips {
            for file in clip.files {
                guard let entry = entry(at: file.path, size: file.size) else { return false }
                known.insert(entry)
                if file.path == clip.source || file.role == "essence" { kinds.insert(RollContent.kind(entry.path)) }
            }
            guard let frames = clip.frames else { continue }
            guard let entries = entries(of: frames) else { return false }
            known.formUnion(entries)
            if let first = entries.first { kinds.insert(RollContent.kind(first.path)) }
        }
        kinds.remove([])
        return listing.allSatisfy { known.contains($0) || !kinds.contains(RollContent.kind($0.path)) }
    }

    private func entry(at path: String, size: Int64? = nil) -> Entry? {
        guard let path = RelativePath(path), let number = index.number(at: path),
            tree.entries[number].kind == .file, size == nil || tree.entries[number].size == size
        else { return nil }
        return Entry(path: path, size: tree.entries[number].size)
    }

    /// The files of a sequence; nil where one is missing or all together have another size.
    private func entries(of frames: LoggedClip.Frames) -> [Entry]? {
        // A log may claim any numbers; a roll holds no more frames than files.
        let areFew = frames.runs.allSatisfy { $0.lowerBound >= 0 && $0.upperBound - $0.lowerBound < frames.count }
        guard frames.count <= tree.entries.count, areFew, frames.digits <= RollContent.mostDigits else { return nil }
        var entries: [Entry] = []
        let folder = frames.folder == "." || frames.folder.isEmpty ? "" : frames.folder + "/"
        for number in frames.runs.joined() {
            guard let entry = entry(at: folder + frames.name(of: number)), entries.count < frames.count else {
                return nil
            }
            entries.append(entry)
        }
        let size = entries.reduce(ByteCount.zero) { $0 + ByteCount($1.size) }
        return entries.count == frames.count && size.bytes == frames.size ? entries : nil
    }

    /// The ending of a name, in lower case; nothing where it has none.
    private static func kind(_ path: RelativePath) -> [UInt8] {
        guard let dot = path.name.lastIndex(of: UInt8(ascii: ".")) else { return [] }
        return path.name[(dot + 1)...].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
}

extension LoggedClip.Frames {
    /// The name of the file of one number.
    func name(of number: Int) -> String {
        let text = String(number)
        return prefix + String(repeating: "0", count: max(0, digits - text.count)) + text + suffix
    }
}
