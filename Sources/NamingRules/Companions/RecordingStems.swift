internal import CameraCards
internal import FileTree
internal import FrameSequences

/// The stems of all recordings of a tree: whether a folder, at any depth, holds one of a stem is a search by halves.
struct RecordingStems {
    /// A stem, by its hash, and the entry that has it.
    private struct Row: Comparable {
        let hash: Int
        let entry: UInt32

        static func < (one: Row, other: Row) -> Bool { (one.hash, one.entry) < (other.hash, other.entry) }
    }

    private let named: NamedTree
    private var rows: [Row] = []
    /// The same for stems without the number of a part.
    private var rowsWithoutPart: [Row] = []
    /// The recordings, ascending.
    private var entries: [UInt32] = []
    /// What the clip names of the folders say that were asked for.
    private var clipNames: [Range<Int>: ClipNames] = [:]

    /// Takes files that hold recordings and sequences of pictures; what the globs mean is none.
    init(_ named: NamedTree, besides globs: [NameGlob]) {
        self.named = named
        for (thing, what) in named.things.enumerated() {
            guard isRecording(thing, besides: globs) else { continue }
            let stem = self.stem(of: thing)
            entries.append(UInt32(what.entry))
            rows.append(Row(hash: RecordingStems.hash(stem), entry: UInt32(what.entry)))
            if let whole = FileStem.withoutPart(stem) {
                rowsWithoutPart.append(Row(hash: RecordingStems.hash(whole), entry: UInt32(what.entry)))
            }
        }
        rows.sort()
        rowsWithoutPart.sort()
    }

    private func isRecording(_ thing: Int, besides globs: [NameGlob]) -> Bool {
        switch named.things[thing].kind {
        case .folder: false
        case .sequence: named.sequence(of: thing)?.isOfPictures == true
        case .file:
            RecordedMedia.isNamed(named.name(of: thing))
                && !globs.contains { $0.matches(named.things[thing].entry, in: named.tree) }
        }
    }

    private func stem(of thing: Int) -> ArraySlice<UInt8> {
        named.sequence(of: thing).map(FileStem.stem) ?? FileStem.stem(of: named.name(of: thing))
    }

    /// Whether anything was recorded among these entries.
    func holdsAny(in entries: Range<Int>) -> Bool {
        let place = RecordingStems.place(of: UInt32(entries.lowerBound), in: self.entries)
        return place < self.entries.count && Int(self.entries[place]) < entries.upperBound
    }

    /// Whether a recording of this stem, in any case, lies among these entries; also one of which it leaves out the part.
    func holds(_ stem: ArraySlice<UInt8>, in entries: Range<Int>) -> Bool {
        RecordingStems.holds(stem, in: entries, rows) || RecordingStems.holds(stem, in: entries, rowsWithoutPart)
    }

    /// The hash is of a keyed kind that nobody can aim at, and has 64 bits: two stems do not share one.
    private static func holds(_ stem: ArraySlice<UInt8>, in entries: Range<Int>, _ rows: [Row]) -> Bool {
        let row = Row(hash: hash(stem), entry: UInt32(entries.lowerBound))
        let place = place(of: row, in: rows)
        return place < rows.count && rows[place].hash == row.hash && Int(rows[place].entry) < entries.upperBound
    }

    private static func hash(_ stem: ArraySlice<UInt8>) -> Int {
        var hasher = Hasher()
        for byte in stem { hasher.combine(byte.folded) }
        return hasher.finalize()
    }

    /// The place of the first that is not less.
    private static func place<Value: Comparable>(of value: Value, in sorted: [Value]) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

// MARK: - Clip names

extension RecordingStems {
    /// What the names of a folder's clips say.
    private struct ClipNames {
        /// The reels, in capitals: `A001R2GJ`, `A001`.
        var reels: Set<String> = []
        /// What the files of one take share.
        var takes: Set<String> = []
    }

    /// The names of so many clips are read: more than any roll has.
    private static let mostClips = 10_000

    /// Whether a clip among these entries is of the same take, or of the reel that the stem names.
    mutating func belongs(_ stem: String, in entries: Range<Int>) -> Bool {
        let names = clipNames[entries] ?? read(entries)
        clipNames[entries] = names
        if let clip = ClipName(stem), clip.clip != nil { return names.takes.contains(clip.siblingKey) }
        return names.reels.contains(stem.uppercased())
    }

    private func read(_ range: Range<Int>) -> ClipNames {
        var names = ClipNames()
        let start = RecordingStems.place(of: UInt32(range.lowerBound), in: entries)
        for entry in entries[start...].prefix(RecordingStems.mostClips) where Int(entry) < range.upperBound {
            let stem = FileStem.stem(of: named.tree.name(of: Int(entry)))
            guard let clip = ClipName(String(decoding: stem, as: UTF8.self)) else { continue }
            names.takes.insert(clip.siblingKey)
            // Without a family such a name may be ARRI's, whose reels have the serial number in them, or Panasonic's.
            names.reels.formUnion(ReelNames.all(of: clip))
        }
        return names
    }
}

/// What the reel of a clip may be called.
enum ReelNames {
    /// In capitals: `A001R2GJ` and `A001` of `A001C001_150827_R2GJ`; none where the name has no reel.
    static func all(of clip: ClipName) -> Set<String> {
        let long = [clip.reelName(of: .arriClassic), clip.reelName(of: nil)]
        let short = clip.camera.flatMap { camera in clip.reel.map { camera + $0 } }
        return Set((long + [short]).compactMap { $0?.uppercased() })
    }
}
