internal import FileTree
internal import FrameSequences

/// How much a file or sequence is, and of when.
struct ThingExtent: Hashable, Sendable {
    /// Its bytes.
    let size: Int64
    /// How many files it has.
    let files: Int
    /// When the first and the last of them were modified.
    let earliest, latest: Instant
    /// Whether it, or a frame of it, holds nothing.
    let isEmpty: Bool
    /// Its first and last frame.
    let frames: ClosedRange<Int>?
    /// Whether its numbers have gaps, which may be meant: every second frame, tiles.
    let hasHoles: Bool
    /// Whether frames are missing for sure: its gaps are no even step.
    let lacksFrames: Bool

    /// Of a sequence all frames together.
    init(_ thing: Int, of named: NamedTree) {
        if let sequence = named.sequence(of: thing) {
            (size, files) = (sequence.size.bytes, sequence.count)
            (earliest, latest) = (sequence.earliest, sequence.latest)
            (isEmpty, hasHoles) = (!sequence.empty.isEmpty, sequence.runs.count > 1)
            lacksFrames = hasHoles && !SteppedFrames.areEven(sequence) && FrameNumbering().lacksFrames(sequence)
            frames = sequence.runs.first.flatMap { first in
                sequence.runs.last.map { first.lowerBound...$0.upperBound }
            }
        } else {
            let entry = named.tree.entries[named.things[thing].entry]
            (size, files, earliest, latest) = (entry.size, 1, entry.modified, entry.modified)
            (isEmpty, frames) = (entry.kind == .file && entry.size == 0, nil)
            (hasHoles, lacksFrames) = (false, false)
        }
    }

    /// The bytes of a thing alone, for whoever asks of a million.
    static func bytes(_ thing: Int, of named: NamedTree) -> Int64 {
        let described = named.things[thing]
        return described.sequence.map { named.sequences[$0].size.bytes } ?? named.tree.entries[described.entry].size
    }
}
