internal import FileTree
internal import FrameSequences

/// The sizes of single frames, which a sequence does not keep.
struct FrameSizes {
    private let named: NamedTree
    private let children: FolderChildren

    init(_ named: NamedTree) {
        self.named = named
        children = FolderChildren(named.tree)
    }

    /// In these all frames have one size; the other uncompressed formats may be compressed after all.
    private static let always = [".ari", ".dpx", ".cin"].map { Array($0.utf8) }
    /// Fewer frames do not tell what their size should be.
    private static let fewest = 3

    /// Whether a frame of a sequence can be below this share of the middle one.
    static func maySay(_ sequence: FrameSequence, below share: Double) -> Bool {
        share > 0 && sequence.isUncompressed && sequence.count >= fewest && sequence.largest > 0
            && Double(sequence.smallest) < share * Double(sequence.largest)
    }

    /// The frames that hold something, but less than this share of what the middle one does.
    func small(in sequence: FrameSequence, at thing: Int, below share: Double) -> [ClosedRange<Int>] {
        let sizes = sizes(of: sequence, in: Int(named.tree.entries[named.things[thing].entry].parent))
        let sorted = sizes.map(\.size).sorted()
        guard sorted.count >= FrameSizes.fewest else { return [] }
        let median = sorted[sorted.count / 2]
        let isOfOneSize = sorted.count { $0 == median } * 2 > sorted.count
        guard isOfOneSize || FrameSizes.always.contains(sequence.suffix.map(\.folded)) else { return [] }
        return sizes.reduce(into: []) { runs, frame in
            guard Double(frame.size) < share * Double(median) else { return }
            if let last = runs.last, last.upperBound + 1 == frame.number {
                runs[runs.count - 1] = last.lowerBound...frame.number
            } else {
                runs.append(frame.number...frame.number)
            }
        }
    }

    private func sizes(of sequence: FrameSequence, in folder: Int) -> [(number: Int, size: Int64)] {
        sequence.runs.lazy.joined().compactMap { frame in
            let entry = children.entry(named: sequence.name(of: frame), in: folder)
            let size = entry.map { named.tree.entries[$0].size } ?? 0
            return size > 0 ? (frame, size) : nil
        }
    }
}
