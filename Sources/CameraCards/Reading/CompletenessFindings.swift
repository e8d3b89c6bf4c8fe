internal import ClipMetadata
internal import FileTree

/// What a file's own structure says of how whole it is, as findings.
enum CompletenessFindings {
    /// Nil for what is whole, or of no structure that we know.
    static func of(_ completeness: Completeness?, _ path: RelativePath) -> CardFinding? {
        // Whoever shows a finding shows its place before it.
        let name = String(decoding: path.name, as: UTF8.self)
        return switch completeness {
        case nil, .complete, .unknown: nil
        case .cutShort(let sentence):
            CardFinding(
                .cutShort, .error, at: path, "\(name) ends too early: \(sentence).",
                nextStep:
                    "Copy it again from the card while there is one; if the card's file is the same, tell the camera crew."
            )
        case .damaged(let sentence):
            CardFinding(
                .cutShort, .error, at: path, "\(name) is damaged: \(sentence).",
                nextStep: "Copy it again from the card while there is one, and play it before the card is erased.")
        case .unclosed(let sentence):
            CardFinding(
                .unclosed, .error, at: path, "\(name) was never closed by its recorder: \(sentence).",
                nextStep: "Keep the card: the camera that recorded it may be able to repair it.")
        }
    }
}
