internal import FileTree

/// Metacorder and Boom Recorder: files side by side, named by roll, scene, take and track: `Sr001-2C-01_01.WAV`.
///
/// Source: published files; the field notes 1.2.
enum MetacorderLayout: SoundRule {
    static let family = CardFamily.metacorder

    static func layout(on card: CardTree, _ probe: SoundProbe?) -> CardLayout? {
        guard let probe, probe.isSoundAlone,
            probe.allNames(on: card, are: { SoundName.metacorder($0) != nil })
        else { return nil }
        // Nothing but the names tells: other recorders can be set to write the like.
        return CardLayout(
            family, .guess, because: ["all recordings are named by roll, scene, take and track"], reel: probe.tape)
    }
}
