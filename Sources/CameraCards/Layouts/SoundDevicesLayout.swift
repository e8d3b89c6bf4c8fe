internal import FileTree

/// Sound Devices' 7, 6 and 8 series and MixPre: three free levels of folders, settings in `SOUNDDEV`.
///
/// Source: Sound Devices' manuals of 744T, 788T and 633; the field notes 1.2.
enum SoundDevicesLayout: SoundRule {
    static let family = CardFamily.soundDevices

    static func layout(on card: CardTree, _ probe: SoundProbe?) -> CardLayout? {
        if isFolder("SOUNDDEV", on: card) {
            return CardLayout(family, .certain, because: ["there is SOUNDDEV"], reel: probe?.tape)
        }
        guard let probe else { return nil }
        if isFolder("FALSETAKES", on: card), isFolder("TRASH", on: card) {
            return CardLayout(family, .likely, because: ["there are FALSETAKES and TRASH"], reel: probe.tape)
        }
        guard probe.isSoundAlone, let reason = probe.reason(madeBy: "Sound Devices") else { return nil }
        return CardLayout(family, .likely, because: [reason], reel: probe.tape)
    }
}
