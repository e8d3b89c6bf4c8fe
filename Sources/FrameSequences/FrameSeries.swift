internal import FileTree

/// Files of one group whose numbers are written in one way: a sequence, if they are enough.
struct FrameSeries {
    /// How the numbers are written.
    let padding: FrameSequence.Padding
    /// The files by their frames; each frame once.
    private(set) var files: ArraySlice<FrameFile>
    /// Second files of frames that are there already.
    private(set) var doubled: [Int] = []

    /// The group they are all of.
    var group: Int { files.first.map { Int($0.group) } ?? 0 }

    /// Takes files in any order.
    init(_ padding: FrameSequence.Padding, _ files: ArraySlice<FrameFile>) {
        self.padding = padding
        self.files = files
        if !FrameSeries.isAscending(files) { order() }
    }

    /// Files of one or two frames are a sequence of pictures, or nothing.
    static let fewest = 3

    /// Whether it is a sequence in this format.
    func isSequence(_ format: FrameFormat) -> Bool { format.isPicture || files.count >= FrameSeries.fewest }

    /// The frames it spans.
    var span: ClosedRange<Int>? {
        guard let first = files.first, let last = files.last else { return nil }
        return first.frame...last.frame
    }

    private static func isAscending(_ files: ArraySlice<FrameFile>) -> Bool {
        zip(files, files.dropFirst()).allSatisfy { $0.frame < $1.frame }
    }

    private mutating func order() {
        files.sort { ($0.frame, $0.spelling, $0.number) < ($1.frame, $1.spelling, $1.number) }
        var kept: [FrameFile] = []
        for file in files {
            if kept.last?.frame == file.frame { doubled.append(file.number) } else { kept.append(file) }
        }
        files = kept[...]
    }
}

extension FrameSeries {
    /// Divides the files of a group by how their numbers are written.
    ///
    /// Zeros tell a width. A number without them belongs to its own width if zeros tell that one, else it has outgrown
    /// the next smaller one, else it is natural. Where no number has zeros, four digits or more that are everywhere
    /// equally many are padded: nobody can tell, and renderers start at 1001.
    static func divided(_ files: ArraySlice<FrameFile>) -> [FrameSeries] {
        var told: UInt32 = 0
        var (narrowest, widest) = (UInt8.max, UInt8.min)
        for file in files {
            if file.hasLeadingZero { told |= 1 << file.width }
            (narrowest, widest) = (min(narrowest, file.width), max(widest, file.width))
        }
        if told == 0 {
            let padding = narrowest == widest && widest >= 4 ? FrameSequence.Padding.padded(Int(widest)) : .natural
            return [FrameSeries(padding, files)]
        }
        if told.nonzeroBitCount == 1, narrowest >= told.trailingZeroBitCount {
            return [FrameSeries(.padded(told.trailingZeroBitCount), files)]
        }
        // A few kinds at most: a width for each, and natural for what is narrower than all.
        return Dictionary(grouping: files) { kind(of: $0, told) }
            .sorted { $0.key < $1.key }
            .map { FrameSeries($0.key == 0 ? .natural : .padded($0.key), $0.value[...]) }
    }

    /// The width that a file's number is padded to; 0 for none.
    private static func kind(of file: FrameFile, _ told: UInt32) -> Int {
        let narrower = told & ((2 << UInt32(file.width)) - 1)
        return narrower == 0 ? 0 : UInt32.bitWidth - 1 - narrower.leadingZeroBitCount
    }
}
