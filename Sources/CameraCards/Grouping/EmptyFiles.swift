/// Files that hold nothing.
enum EmptyFiles {
    /// One finding for each empty file of a clip.
    static func findings(of clip: Clip, on card: CardTree) -> [CardFinding] {
        clip.files.filter { card.size(of: $0.number) == 0 }.map { file in
            let isRecorded = file.role == .essence || file.role == .audio
            return CardFinding(
                .emptyFile, isRecorded ? .error : .warning, at: card.path(of: file.number),
                "\(card.name(of: file.number)) of \(clip.name) is empty.",
                nextStep: isRecorded
                    ? "Look at it on the card before it is erased; copy the card again."
                    : "The recording does not need it; copy it again if the card has more.")
        }
    }
}
