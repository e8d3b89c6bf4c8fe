public import FileTree
public import FrameSequences

/// A folder's tree as rules look at it: files, folders, and sequences of frames as one thing each.
///
/// Left out is what systems and backup tools write for themselves: `.DS_Store` and the like, `ascmhl`, `.rushes`.
public struct NamedTree: Sendable {
    /// What lies there.
    public let tree: TreeSnapshot
    /// What carries a name, by the number of its entry.
    public let things: [NamedThing]
    /// The sequences of frames.
    public let sequences: [FrameSequence]

    /// Looks at a tree.
    public init(_ tree: TreeSnapshot) {
        let children = FolderChildren(tree)
        var things: [NamedThing] = []
        var sequences: [FrameSequence] = []
        for folder in tree.entries.indices where tree.entries[folder].kind == .folder {
            guard !children.isLeftOut(folder) else { continue }
            let names = children.kept(in: folder)
            let grouping = FrameSequences.group(folder: folder, of: tree, children: names)
            things += names.lazy.filter { tree.entries[$0].kind == .folder }.map { NamedThing(.folder, entry: $0) }
            things += grouping.others.lazy.map { NamedThing(.file, entry: $0) }
            for sequence in grouping.sequences {
                guard let first = children.first(of: sequence, in: folder) else { continue }
                things.append(NamedThing(.sequence, entry: first, sequence: sequences.count))
                sequences.append(sequence)
            }
        }
        things.sort { $0.entry < $1.entry }
        (self.tree, self.things, self.sequences) = (tree, things, sequences)
    }

    /// Looks at some entries of a tree, ascending, each by itself: a frame is a sequence of one.
    init(alone entries: [Int], in tree: TreeSnapshot) {
        var things: [NamedThing] = []
        var sequences: [FrameSequence] = []
        for entry in entries {
            guard tree.entries[entry].kind != .folder else {
                things.append(NamedThing(.folder, entry: entry))
                continue
            }
            let folder = Int(tree.entries[entry].parent)
            let found = FrameSequences.group(folder: folder, of: tree, children: [entry]).sequences
            things.append(
                found.isEmpty
                    ? NamedThing(.file, entry: entry) : NamedThing(.sequence, entry: entry, sequence: sequences.count))
            sequences += found
        }
        (self.tree, self.things, self.sequences) = (tree, things, sequences)
    }

    /// The raw bytes of the name of a thing; of its first frame where it is a sequence.
    public func name(of thing: Int) -> ArraySlice<UInt8> { tree.name(of: things[thing].entry) }

    /// Where a thing lies below the folder.
    public func path(of thing: Int) -> RelativePath { tree.path(of: things[thing].entry) }

    /// The raw bytes of what a thing is called; of a sequence with the numbers of all its frames.
    public func shownName(of thing: Int) -> [UInt8] { sequence(of: thing)?.shownName ?? Array(name(of: thing)) }

    /// The sequence that a thing is.
    public func sequence(of thing: Int) -> FrameSequence? { things[thing].sequence.map { sequences[$0] } }
}

/// The entries of each folder.
struct FolderChildren {
    private let tree: TreeSnapshot
    private var starts: [UInt32]
    private var numbers: [UInt32]
    /// Folders that are left out with all they hold.
    private var leftOut: [Bool]

    /// What backup tools, ours included, write for themselves.
    private static let ofTools = ["ascmhl", ".rushes"].map { Array($0.utf8) }

    init(_ tree: TreeSnapshot) {
        self.tree = tree
        starts = Array(repeating: 0, count: tree.entries.count + 1)
        numbers = Array(repeating: 0, count: max(0, tree.entries.count - 1))
        leftOut = Array(repeating: false, count: tree.entries.count)
        for number in tree.entries.indices.dropFirst() { starts[Int(tree.entries[number].parent) + 1] += 1 }
        for folder in tree.entries.indices { starts[folder + 1] += starts[folder] }
        var next = starts
        for number in tree.entries.indices.dropFirst() {
            let entry = tree.entries[number]
            numbers[Int(next[Int(entry.parent)])] = UInt32(number)
            next[Int(entry.parent)] += 1
            leftOut[number] = leftOut[Int(entry.parent)] || FolderChildren.isOfSystems(number, in: tree)
        }
    }

    private static func isOfSystems(_ number: Int, in tree: TreeSnapshot) -> Bool {
        let (name, kind) = (tree.name(of: number), tree.entries[number].kind)
        return SystemNames.contains(name, kind) || kind == .folder && ofTools.contains { name.elementsEqual($0) }
    }

    func isLeftOut(_ number: Int) -> Bool { leftOut[number] }

    /// The entries of a folder that are not left out, by the raw bytes of their names.
    func kept(in folder: Int) -> [Int] {
        numbers[Int(starts[folder])..<Int(starts[folder + 1])].lazy.map(Int.init).filter { !leftOut[$0] }
    }

    /// The entry of a sequence's first frame.
    func first(of sequence: FrameSequence, in folder: Int) -> Int? {
        guard let frame = sequence.runs.first?.lowerBound else { return nil }
        return entry(named: sequence.name(of: frame), in: folder)
    }

    /// The entry of that name, looked for by halves: names come by their bytes.
    func entry(named name: [UInt8], in folder: Int) -> Int? {
        var (low, high) = (Int(starts[folder]), Int(starts[folder + 1]))
        while low < high {
            let middle = (low + high) / 2
            if tree.name(of: Int(numbers[middle])).lexicographicallyPrecedes(name) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < Int(starts[folder + 1]), tree.name(of: Int(numbers[low])).elementsEqual(name) else { return nil }
        return Int(numbers[low])
    }
}
