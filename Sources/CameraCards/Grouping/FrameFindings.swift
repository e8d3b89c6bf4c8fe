internal import FrameSequences

/// What is wrong with the frames of a clip.
///
/// Source: the field notes 3.3; ARRI numbers frames by their timecode, so a recording over midnight has no hole there.
struct FrameFindings {
    private let clip: Clip

    init(of clip: Clip) {
        self.clip = clip
    }

    /// Holes, empty frames and small ones.
    var all: [CardFinding] {
        guard let frames = clip.frames else { return [] }
        let holes = FrameFindings.holes(in: frames, isByTimecode: clip.family.isARRI)
        return [
            finding(.frameHole, .error, frames, holes, "missing between the first and the last"),
            finding(.frameSize, .error, frames, frames.empty, "empty"),
            finding(.frameSize, .warning, frames, frames.small, "less than half as large as the others"),
        ].compactMap(\.self)
    }

    private static func holes(in frames: FrameSequence, isByTimecode: Bool) -> [ClosedRange<Int>] {
        guard isByTimecode, let last = frames.runs.last?.upperBound, let day = TimecodeDay.frames(after: last) else {
            return frames.holes
        }
        return frames.holes(framesPerDay: day)
    }

    private func finding(
        _ code: CardFinding.Code, _ severity: CardFinding.Severity, _ frames: FrameSequence,
        _ numbers: [ClosedRange<Int>], _ what: String
    ) -> CardFinding? {
        guard !numbers.isEmpty else { return nil }
        let isOne = NumberWords.count(numbers) == 1
        let list = NumberWords.list(numbers) { frames.writtenNumber(of: $0) }
        return CardFinding(
            code, severity, at: frames.folder,
            "\(isOne ? "Frame" : "Frames") \(list) of \(clip.name) \(isOne ? "is" : "are") \(what).",
            nextStep:
                "Look \(code == .frameHole ? "for" : "at") \(isOne ? "it" : "them") on the card before it is erased; copy the card again."
        )
    }
}
