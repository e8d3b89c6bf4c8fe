internal import FileTree

extension FrameCollection {
    /// What of the files is a sequence.
    func grouping(in folder: RelativePath) -> FrameSequences.Grouping {
        var others = others
        var series: [(group: Int, series: FrameSeries)] = []
        for (group, files) in filesByGroup().enumerated() {
            for one in FrameSeries.divided(files) {
                others += one.doubled
                if one.isSequence(groups[group].format) {
                    series.append((group, one))
                } else {
                    others += one.files.map(\.number)
                }
            }
        }
        let spans = Dictionary(grouping: series, by: \.group).mapValues { $0.map(\.series) }
        var sequences: [(first: Int, sequence: FrameSequence)] = []
        for (group, one) in series {
            if holdsSubframes(group, one, spans) {
                others += one.files.map(\.number)
            } else {
                let first = one.files.lazy.map(\.number).min() ?? 0
                sequences.append((first, sequence(groups[group], one, in: folder)))
            }
        }
        return FrameSequences.Grouping(
            sequences: sequences.sorted { $0.first < $1.first }.map(\.sequence), others: others.sorted())
    }

    /// Whether numbers are parts of frames: `shot.1001.5.exr` while `shot.` has frames around 1001, and more of them.
    private func holdsSubframes(_ group: Int, _ series: FrameSeries, _ all: [Int: [FrameSeries]]) -> Bool {
        let key = groups[group].key
        guard key.prefix.last == UInt8(ascii: "."), let whole = FrameName(key.prefix.dropLast() + key.suffix),
            let parent = self.group(Key(prefix: whole.prefix, suffix: key.suffix))
        else { return false }
        return all[parent, default: []].contains {
            $0.files.count >= FrameSeries.fewest && $0.files.count > series.files.count
                && $0.span?.contains(whole.frame) == true
        }
    }

    private func sequence(_ group: Group, _ series: FrameSeries, in folder: RelativePath) -> FrameSequence {
        let files = series.files
        var (runs, size) = (FrameRuns(), ByteCount.zero)
        var (smallest, largest) = (Int64.max, Int64.min)
        var (earliest, latest) = (Instant(nanoseconds: .max), Instant(nanoseconds: .min))
        for file in files {
            runs.append(file.frame)
            size += ByteCount(file.size)
            (smallest, largest) = (min(smallest, file.size), max(largest, file.size))
            (earliest, latest) = (min(earliest, file.modified), max(latest, file.modified))
        }
        var sequence = FrameSequence(
            folder: folder, prefix: Array(group.key.prefix), suffix: Array(group.suffixes[0]), padding: series.padding,
            runs: runs.runs, size: size, smallest: smallest, largest: largest, earliest: earliest, latest: latest)
        if smallest == 0 { sequence.empty = FrameCollection.runs(files) { $0.size == 0 } }
        // Where the smallest is more than half of the largest, none is less than half of another.
        if group.format.isUncompressed, largest > 0, smallest < largest - smallest {
            let half = FrameCollection.leastWholeSize(files)
            sequence.small = FrameCollection.runs(files) { $0.size > 0 && $0.size < half }
        }
        if group.suffixes.count > 1 { sequence.otherSpellings = FrameCollection.spellings(group, files) }
        return sequence
    }

    private static func runs(_ files: ArraySlice<FrameFile>, where isMeant: (FrameFile) -> Bool) -> [ClosedRange<Int>] {
        var runs = FrameRuns()
        for file in files where isMeant(file) { runs.append(file.frame) }
        return runs.runs
    }

    /// Half of the median size of the frames that hold something, rounded up.
    private static func leastWholeSize(_ files: ArraySlice<FrameFile>) -> Int64 {
        let sizes = files.map(\.size).filter { $0 > 0 }.sorted()
        let median = sizes[sizes.count / 2]
        return median / 2 + median % 2
    }

    private static func spellings(_ group: Group, _ files: ArraySlice<FrameFile>) -> [FrameSequence.Spelling] {
        var runs = [FrameRuns](repeating: FrameRuns(), count: group.suffixes.count)
        for file in files { runs[Int(file.spelling)].append(file.frame) }
        return zip(group.suffixes, runs).dropFirst().filter { !$1.runs.isEmpty }
            .map { FrameSequence.Spelling(suffix: Array($0), frames: $1.runs) }
    }
}
