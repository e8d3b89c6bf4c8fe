internal import FileTree

/// TASCAM's field recorders: everything lies in `SOUND`, named by a word and a number.
///
/// Source: TASCAM's manual of the X6; the field notes 1.2.
enum TascamLayout: SoundRule {
    static let family = CardFamily.tascam

    static func layout(on card: CardTree, _ probe: SoundProbe?) -> CardLayout? {
        guard let probe, let folder = card.number(at: "SOUND"), card.isFolder(folder) else { return nil }
        let named = card.files(in: folder).first { file in
            card.name(of: file).uppercased().hasPrefix("TASCAM_") && SoundName.tascam(card.stem(of: file)) != nil
        }
        if let named {
            return CardLayout(
                family, .certain, because: ["there is \(card.path(of: named))"], reel: probe.tape)
        }
        guard let reason = probe.reason(madeBy: "TASCAM") else { return nil }
        return CardLayout(family, .likely, because: ["there is SOUND", reason], reel: probe.tape)
    }
}
