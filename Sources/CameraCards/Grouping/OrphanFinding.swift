/// What accompanies a clip that is not there.
enum OrphanFinding {
    /// One finding for the group of files.
    static func finding(of group: Clip, on card: CardTree) -> CardFinding? {
        guard let first = group.files.first else { return nil }
        let more = group.files.count - 1
        let rest = more > 0 ? " and \(more) more \(more == 1 ? "file" : "files") of its name" : ""
        let verb = more > 0 ? "accompany" : "accompanies"
        return CardFinding(
            .orphan, .warning, at: card.path(of: first.number),
            "\(card.name(of: first.number))\(rest) \(verb) a clip that is not here: \(group.name).",
            nextStep: "Look for the clip on the card before it is erased, unless somebody deleted it.")
    }
}
