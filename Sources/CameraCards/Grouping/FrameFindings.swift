internal import FrameSequences

/// What is wrong with the frames of a clip.
struct FrameFindings {
    private let clip: Clip

    init(of clip: Clip) {
        self.clip = clip
    }

    /// Holes and odd sizes.
    var all: [CardFinding] {
        guard let frames = clip.frames else { return [] }
        return holes(in: frames) + sizes(of: frames)
    }

    private func holes(in frames: FrameSequence) -> [CardFinding] {
        let holes = frames.holes
        guard !holes.isEmpty else { return [] }
        let count = NumberWords.count(holes)
        return [
            finding(
                .frameHole, .error, of: frames,
                "\(words(count, holes, in: frames)) \(count == 1 ? "is" : "are") missing between the first and the last.",
                nextStep: "Look for \(count == 1 ? "it" : "them") on the card before it is erased; copy the card again."
            )
        ]
    }

    private func sizes(of frames: FrameSequence) -> [CardFinding] {
        guard frames.smallest == 0 else { return [] }
        return [
            finding(
                .frameSize, .error, of: frames, "Frames of \(clip.name) are empty.",
                nextStep: "Look at them on the card before it is erased; copy the card again.")
        ]
    }

    private func finding(
        _ code: CardFinding.Code, _ severity: CardFinding.Severity, of frames: FrameSequence, _ sentence: String,
        nextStep: String
    ) -> CardFinding {
        CardFinding(code, severity, at: frames.folder, sentence, nextStep: nextStep)
    }

    /// `Frames 1011 and 1013 to 1019 of shot`.
    private func words(_ count: Int, _ ranges: [ClosedRange<Int>], in frames: FrameSequence) -> String {
        let list = NumberWords.list(ranges) { frames.padding.text(of: $0) }
        return "\(count == 1 ? "Frame" : "Frames") \(list) of \(clip.name)"
    }
}

extension FrameSequence.Padding {
    /// A frame's number as its name has it.
    func text(of frame: Int) -> String {
        switch self {
        case .natural: String(frame)
        case .padded(let width): NumberWords.padded(frame, width)
        }
    }
}
