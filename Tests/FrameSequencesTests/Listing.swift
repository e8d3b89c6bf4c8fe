import FileTree
import FrameSequences

/// A file in a listing of a test.
func listed(_ name: String, size: Int64 = 100, modified: Int64 = 0) -> ListedFile {
    ListedFile(name: Array(name.utf8), size: ByteCount(size), modified: Instant(nanoseconds: modified))
}

/// What is found among names: the sequences with what they miss, then what is in none.
func found(_ names: [String]) -> [String] {
    let grouping = FrameSequences.group(names.map { listed($0) })
    let sequences = grouping.sequences.map { sequence in
        sequence.description + sequence.holes.map { " without \($0.lowerBound)-\($0.upperBound)" }.joined()
    }
    return sequences + grouping.others.map { names[$0] }
}

/// The names of `frames` of a sequence.
func names(_ prefix: String, _ frames: ClosedRange<Int>, width: Int = 4, _ suffix: String = ".exr") -> [String] {
    frames.map { frame in
        let digits = String(frame)
        return prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits + suffix
    }
}
