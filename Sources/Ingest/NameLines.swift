internal import FileTree
internal import NamingRules

/// What is wrong with a card's names, for people: some lines of a summary.
struct NameLines {
    private let names: CardNames
    private let card: String

    /// Findings that are told one by one; the record has all that are listed.
    static let most = 10

    /// Takes what was found on a card, as the person wrote it.
    init(_ names: CardNames, of card: String) {
        (self.names, self.card) = (names, card)
    }

    /// How many there are, and the worst of them; nothing where there is none.
    var lines: [String] {
        guard names.count > 0 else { return [] }
        let head =
            "\(counted(names.count, "thing")) to look at in its names, by the rules of \(Preset.cameraOriginals.rawValue):"
        let more = names.count - min(names.findings.count, NameLines.most)
        let rest =
            more > 0
            ? [
                "  … and \(grouped(more)) more: rushes check \(SafeText.of(card)) --rules \(Preset.cameraOriginals.rawValue)."
            ] : []
        return [head] + names.findings.prefix(NameLines.most).map(line) + rest
    }

    private func line(_ finding: Finding) -> String {
        "  \(SafeText.of(finding.place[...])): \(SafeText.of(finding.sentence)) "
            + SafeText.of(finding.nextStep)
    }
}
