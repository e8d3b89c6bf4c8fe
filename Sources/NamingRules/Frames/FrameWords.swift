internal import CameraCards
internal import FrameSequences

/// Frames in a sentence.
struct FrameWords {
    private let sequence: FrameSequence

    /// What helps where frames are missing or damaged, with a full stop.
    let again: String

    /// - Parameter isOnCard: whether it lies where nothing can be rendered again.
    init(_ sequence: FrameSequence, isOnCard: Bool) {
        self.sequence = sequence
        again =
            isOnCard
            ? "Look for them on the card before it is erased; copy the card again."
            : "Render them or copy the sequence again."
    }

    /// `Frame 1012`, `Frames 1012 and 1020 to 1024`.
    func frames(_ ranges: [ClosedRange<Int>]) -> String {
        "\(isOne(ranges) ? "Frame" : "Frames") \(NumberWords.list(ranges, as: sequence.writtenNumber(of:)))"
    }

    func are(_ ranges: [ClosedRange<Int>]) -> String { isOne(ranges) ? "is" : "are" }
    func have(_ ranges: [ClosedRange<Int>]) -> String { isOne(ranges) ? "has" : "have" }
    func end(_ ranges: [ClosedRange<Int>]) -> String { isOne(ranges) ? "ends" : "end" }
    func them(_ ranges: [ClosedRange<Int>]) -> String { isOne(ranges) ? "it" : "them" }

    private func isOne(_ ranges: [ClosedRange<Int>]) -> Bool { NumberWords.count(ranges) == 1 }
}
