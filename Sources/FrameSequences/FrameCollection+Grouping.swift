internal import FileTree

extension FrameCollection {
    /// What of the files is a sequence.
    func grouping(in folder: RelativePath) -> FrameSequences.Grouping {
        var others = others
        let enough = enoughFiles(&others)
        var kept: [(first: Int, place: Int)] = []
        for (place, series) in enough.all.enumerated() {
            if holdsSubframes(series, enough) {
                others += series.files.map(\.number)
            } else {
                kept.append((series.files.lazy.map(\.number).min() ?? 0, place))
            }
        }
        kept.sort { $0.first < $1.first }
        return FrameSequences.Grouping(
            sequences: kept.map { sequence(enough.all[$0.place], in: folder) }, others: others.sorted())
    }

    /// The series that have enough files, group after group, and where those of each group start.
    private struct EnoughFiles {
        var all: [FrameSeries] = []
        var starts = [0]
    }

    /// The series that have enough files for a sequence; the other files join `others`.
    private func enoughFiles(_ others: inout [Int]) -> EnoughFiles {
        var enough = EnoughFiles()
        for (group, files) in filesByGroup().enumerated() {
            for series in FrameSeries.divided(files) {
                others += series.doubled
                if series.isSequence(groups[group].format) {
                    enough.all.append(series)
                } else {
                    others += series.files.map(\.number)
                }
            }
            enough.starts.append(enough.all.count)
        }
        return enough
    }

    /// Whether numbers are parts of frames: `shot.1001.5.exr` while `shot.` has frames around 1001, and more of them.
    private func holdsSubframes(_ series: FrameSeries, _ enough: EnoughFiles) -> Bool {
        let key = groups[series.group].key
        guard key.prefix.last == UInt8(ascii: "."), let whole = FrameName(key.prefix.dropLast() + key.suffix),
            let parent = self.group(Key(prefix: whole.prefix, suffix: key.suffix))
        else { return false }
        return enough.all[enough.starts[parent]..<enough.starts[parent + 1]].contains {
            $0.files.count >= FrameSeries.fewest && $0.files.count > series.files.count
                && $0.span?.contains(whole.frame) == true
        }
    }

    private func sequence(_ series: FrameSeries, in folder: RelativePath) -> FrameSequence {
        let (group, files) = (groups[series.group], series.files)
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
            folder: folder, prefix: Array(group.key.prefix), suffix: Array(group.key.suffix), padding: series.padding,
            runs: runs.runs, size: size, smallest: smallest, largest: largest, earliest: earliest, latest: latest)
        if smallest == 0 { sequence.empty = FrameCollection.runs(files) { $0.size == 0 } }
        // Where the smallest is more than half of the largest, none is less than half of another.
        if group.format.isUncompressed, largest > 0, smallest < largest - smallest {
            let half = FrameCollection.leastWholeSize(files)
            sequence.small = FrameCollection.runs(files) { $0.size > 0 && $0.size < half }
        }
        if !group.otherSuffixes.isEmpty { sequence.otherSpellings = FrameCollection.spellings(group, files) }
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
        var runs = [FrameRuns](repeating: FrameRuns(), count: group.otherSuffixes.count)
        for file in files where file.spelling > 0 { runs[Int(file.spelling) - 1].append(file.frame) }
        return zip(group.otherSuffixes, runs).filter { !$1.runs.isEmpty }
            .map { FrameSequence.Spelling(suffix: Array($0), frames: $1.runs) }
    }
}
