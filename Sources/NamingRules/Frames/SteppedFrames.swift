internal import FrameSequences

/// The frames of a sequence that has one every so many numbers.
struct SteppedFrames {
    /// Numbers of the step that have no frame, each a range of its own.
    private(set) var missing: [ClosedRange<Int>] = []
    /// Frames whose numbers are not of the step.
    private(set) var odd: [ClosedRange<Int>] = []

    /// Steps are counted from `first`, or from the sequence's own first frame.
    init(_ sequence: FrameSequence, from first: Int?, by step: Int) {
        guard let lowest = sequence.runs.first?.lowerBound else { return }
        let start = first ?? lowest
        var next: Int?
        for frame in sequence.runs.lazy.joined() {
            guard (frame - start) % step == 0 else {
                odd.append(frame...frame)
                continue
            }
            missing += SteppedFrames.between(next ?? frame, frame, by: step)
            next = frame + step
        }
    }

    /// Whether a sequence has one frame every so many numbers, and at least three: two frames are no step.
    static func areEven(_ sequence: FrameSequence) -> Bool {
        let runs = sequence.runs
        guard runs.count > 2, runs.allSatisfy({ $0.count == 1 }) else { return false }
        let step = runs[1].lowerBound - runs[0].lowerBound
        return zip(runs, runs.dropFirst()).allSatisfy { $1.lowerBound - $0.lowerBound == step }
    }

    /// A hole of millions of steps is told by its ends.
    private static let mostAlone = 1_000

    private static func between(_ start: Int, _ end: Int, by step: Int) -> [ClosedRange<Int>] {
        guard start < end else { return [] }
        if (end - start) / step > mostAlone { return [start...(end - step)] }
        return stride(from: start, to: end, by: step).map { $0...$0 }
    }
}
