internal import FileTree

/// A file that may be a frame.
struct FrameFile {
    /// The number in its name.
    let frame: Int
    /// Its size in bytes.
    let size: Int64
    /// When it was modified.
    let modified: Instant
    /// Its own number in the tree or list.
    let number: Int
    /// Which group it is in.
    let group: UInt32
    /// Which way of writing the group's extension; 0 is that of its first file.
    let spelling: UInt8
    /// How many characters its number has.
    let width: UInt8
    /// Whether zeros fill it up.
    let hasLeadingZero: Bool
}

/// Files of one folder, grouped by what stands around their numbers; one pass, and no name is copied.
struct FrameCollection {
    /// What the names of a group share; the case of the extension does not count.
    struct Key: Hashable {
        let prefix: ArraySlice<UInt8>
        let suffix: ArraySlice<UInt8>

        static func == (one: Key, other: Key) -> Bool {
            one.prefix == other.prefix && one.suffix.elementsEqual(other.suffix) { $0.lowercased == $1.lowercased }
        }

        func hash(into hasher: inout Hasher) {
            prefix.withUnsafeBytes { hasher.combine(bytes: $0) }
            for byte in suffix { hasher.combine(byte.lowercased) }
        }
    }

    /// The names of a group.
    struct Group {
        let key: Key
        let format: FrameFormat
        /// Other ways in which its extension is written than in its first file.
        var otherSuffixes: [ArraySlice<UInt8>] = []
    }

    private(set) var groups: [Group] = []
    private(set) var files: [FrameFile] = []
    private(set) var others: [Int] = []
    private var places: [Key: Int] = [:]

    /// A group keeps so many ways of writing its extension, more than any real one has; further files are odd.
    private static let mostSpellings = 255

    /// Adds a file.
    mutating func add(_ name: ArraySlice<UInt8>, _ size: ByteCount, _ modified: Instant, number: Int) {
        guard let parts = FrameName(name), let group = group(of: parts),
            let spelling = spelling(parts.suffix, in: group)
        else { return others.append(number) }
        files.append(
            FrameFile(
                frame: parts.frame, size: max(0, size.bytes), modified: modified, number: number, group: UInt32(group),
                spelling: UInt8(spelling), width: UInt8(parts.width), hasLeadingZero: parts.hasLeadingZero))
    }

    /// The group of a name, mostly that of the name before; nil where its format has no frames.
    private mutating func group(of parts: FrameName) -> Int? {
        let key = Key(prefix: parts.prefix, suffix: parts.suffix)
        if let last = files.last, groups[Int(last.group)].key == key { return Int(last.group) }
        if let place = places[key] { return place }
        let format = FrameFormat(parts.suffix)
        // A number alone is the name of many things; only pictures are frames by it.
        guard !format.isClip, format.isPicture || !parts.prefix.isEmpty else { return nil }
        groups.append(Group(key: key, format: format))
        places[key] = groups.count - 1
        return groups.count - 1
    }

    /// Which way of writing the extension it is, 0 for that of the group's first file.
    private mutating func spelling(_ suffix: ArraySlice<UInt8>, in group: Int) -> Int? {
        if suffix == groups[group].key.suffix { return 0 }
        if let known = groups[group].otherSuffixes.firstIndex(of: suffix) { return known + 1 }
        guard groups[group].otherSuffixes.count < FrameCollection.mostSpellings else { return nil }
        groups[group].otherSuffixes.append(suffix)
        return groups[group].otherSuffixes.count
    }

    /// The group that a key names.
    func group(_ key: Key) -> Int? { places[key] }

    /// The files of each group, in the order they came.
    func filesByGroup() -> [ArraySlice<FrameFile>] {
        var starts = [Int](repeating: 0, count: groups.count + 1)
        for file in files { starts[Int(file.group) + 1] += 1 }
        for group in groups.indices { starts[group + 1] += starts[group] }
        let sorted = zip(files, files.dropFirst()).allSatisfy { $0.group <= $1.group } ? files : sorted(starts)
        return groups.indices.map { sorted[starts[$0]..<starts[$0 + 1]] }
    }

    /// The files by group, without changing the order within one.
    private func sorted(_ starts: [Int]) -> [FrameFile] {
        var next = starts
        var sorted = files
        for file in files {
            sorted[next[Int(file.group)]] = file
            next[Int(file.group)] += 1
        }
        return sorted
    }
}
