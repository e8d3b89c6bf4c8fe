internal import ClipMetadata
internal import FileTree

/// A folder of Broadcast Wave files without marks of any maker: most recorders, and rolls that somebody made.
enum SoundRollLayout: SoundRule {
    static let family = CardFamily.soundRoll

    static func layout(on card: CardTree, _ probe: SoundProbe?) -> CardLayout? {
        guard let probe, probe.isSoundAlone, probe.saysSomething else { return nil }
        let saysRoll = probe.heads.contains { $0.file.ixml != nil }
        return CardLayout(
            family, saysRoll ? .likely : .guess,
            because: [
                saysRoll
                    ? "all recordings are WAV, and a recorder wrote iXML into them"
                    : "all recordings are WAV, and say when they were made"
            ], reel: probe.tape)
    }
}
