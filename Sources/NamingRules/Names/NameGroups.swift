internal import FileTree
internal import FrameSequences

/// Names that are one name to a file system, found by a number for each and compared only where two share it.
///
/// Sixteen bytes for each name of a million.
struct NameGroups {
    private let named: NamedTree
    private let folding: NameFolding
    /// Whether files and sequences are compared across folders; folders never are.
    private let acrossFolders: Bool

    private struct Numbered {
        let hash: UInt64
        let thing: UInt32
    }

    private struct Key: Hashable {
        let container: UInt32
        let name: FoldedName
    }

    /// Prepares to group names.
    init(_ named: NamedTree, _ folding: NameFolding, acrossFolders: Bool) {
        (self.named, self.folding, self.acrossFolders) = (named, folding, acrossFolders)
    }

    /// The things whose names are one, at least two together, in the order of the tree.
    func groups(of things: [Int]) -> [[Int]] {
        groups(of: things) { named.name(of: $0) }
    }

    /// The same for a part of each name.
    ///
    /// - Parameter name: what is compared; the rest of the name is whatever it may be.
    func groups(of things: [Int], by name: (Int) -> ArraySlice<UInt8>) -> [[Int]] {
        var numbered = things.map { thing in
            Numbered(hash: folding.hash(of: compared(thing, name), in: container(of: thing)), thing: UInt32(thing))
        }
        numbered.sort { ($0.hash, $0.thing) < ($1.hash, $1.thing) }
        var groups: [[Int]] = []
        var start = 0
        while start < numbered.count {
            let end = numbered[start...].firstIndex { $0.hash != numbered[start].hash } ?? numbered.count
            if end - start > 1 { groups += equal(numbered[start..<end].map { Int($0.thing) }, name) }
            start = end
        }
        return groups.sorted { $0[0] < $1[0] }
    }

    /// Where a thing's name must be the only one: its folder, or 0 for the whole tree.
    func container(of thing: Int) -> UInt32 {
        let isApart = !acrossFolders || named.things[thing].kind == .folder
        return isApart ? named.tree.entries[named.things[thing].entry].parent + 1 : 0
    }

    /// Of a sequence all but its numbers; a slash, which no name has, keeps it apart from every file.
    private func compared(_ thing: Int, _ name: (Int) -> ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let sequence = named.sequence(of: thing) else { return name(thing) }
        let width = if case .padded(let width) = sequence.padding { width } else { 0 }
        return (sequence.prefix + Array("/\(width)/".utf8) + sequence.suffix)[...]
    }

    private func equal(_ things: [Int], _ name: (Int) -> ArraySlice<UInt8>) -> [[Int]] {
        let groups = Dictionary(grouping: things) { thing in
            Key(container: container(of: thing), name: folding.folded(compared(thing, name)))
        }
        return groups.values.filter { $0.count > 1 }
    }
}

/// Files that are in no sequence because a frame of the same number is: `shot.1001.DPX` beside `shot.1001.dpx`.
struct FrameTwins {
    private let named: NamedTree
    private let folding: NameFolding
    private let groups: NameGroups
    /// The sequences by what stands before and behind their numbers.
    private var sequences: [Key: [Int]] = [:]

    private struct Key: Hashable {
        let container: UInt32
        let prefix: FoldedName
        let suffix: FoldedName
    }

    /// Sequences of one name are twins themselves; of more spellings than real folders have not all are asked.
    private static let mostSpellings = 8
    /// Numbers of frames have no more digits than that.
    private static let mostDigits = 12

    /// Looks through the sequences of a scope.
    init(_ named: NamedTree, _ things: [Int], _ folding: NameFolding, _ groups: NameGroups) {
        (self.named, self.folding, self.groups) = (named, folding, groups)
        for thing in things {
            guard let sequence = named.sequence(of: thing) else { continue }
            let key = key(thing, sequence.prefix[...], sequence.suffix[...])
            if sequences[key, default: []].count < FrameTwins.mostSpellings {
                sequences[key, default: []].append(thing)
            }
        }
    }

    /// The sequence that has a frame of a file's name; nil for none.
    func sequence(with file: Int) -> Int? {
        guard !sequences.isEmpty, named.things[file].kind == .file else { return nil }
        let name = named.name(of: file)
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        let digits = name[..<dot].reversed().prefix(while: \.isDecimal).count
        guard (1...FrameTwins.mostDigits).contains(digits) else { return nil }
        let frame = name[(dot - digits)..<dot].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        let folded = folding.folded(name)
        return sequences[key(file, name[..<(dot - digits)], name[dot...])]?.first { thing in
            guard let sequence = named.sequence(of: thing), FrameTwins.holds(frame, sequence.runs) else {
                return false
            }
            return folding.folded(sequence.name(of: frame)[...]) == folded
        }
    }

    /// Looks for the first run that does not end before the frame, by halves.
    private static func holds(_ frame: Int, _ runs: [ClosedRange<Int>]) -> Bool {
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].upperBound < frame { low = middle + 1 } else { high = middle }
        }
        return low < runs.count && runs[low].contains(frame)
    }

    private func key(_ thing: Int, _ prefix: ArraySlice<UInt8>, _ suffix: ArraySlice<UInt8>) -> Key {
        Key(container: groups.container(of: thing), prefix: folding.folded(prefix), suffix: folding.folded(suffix))
    }
}
