internal import ClipMetadata
internal import FileTree

/// A first look at a folder that may be a sound roll: its files, and the heads of a few recordings.
struct SoundProbe {
    let files: SoundFiles
    /// Whether nothing lies there but what belongs to a sound roll.
    let isSoundAlone: Bool
    /// The heads that could be read, with the names of their files.
    let heads: [(name: String, file: WaveFile)]

    /// Recordings that are opened to tell whose roll it is: one maker's takes are all alike.
    static let mostHeads = 8

    /// Nil where there is no recording.
    init?(_ card: CardTree) {
        guard SoundFiles.areRecordings(on: card) else { return nil }
        files = SoundFiles(in: [0], on: card)
        guard !files.recordings.isEmpty else { return nil }
        isSoundAlone = files.isSoundAlone(on: card)
        heads = files.recordings.prefix(SoundProbe.mostHeads).compactMap { number in
            SoundProbe.head(of: number, on: card).map { (card.name(of: number), $0) }
        }
    }

    /// What a recording's structure holds; nil where it cannot be read, which is told when the roll is looked through.
    static func head(of number: Int, on card: CardTree) -> WaveFile? {
        guard let bytes = try? card.bytes(of: number) else { return nil }
        return try? WaveFile(bytes, at: card.path(of: number).description)
    }

    /// Whether a recording says anything of itself, as those of field recorders do.
    var saysSomething: Bool { heads.contains { $0.file.bext != nil || $0.file.ixml != nil } }

    /// Whether a folder in which a recorder of another maker keeps its settings lies anywhere on a card.
    func isMarkedBelow(_ card: CardTree) -> Bool {
        card.tree.entries.indices.contains { card.isFolder($0) && card.capitals(of: $0) == "SOUNDDEV" }
    }

    /// The sound roll that all of them name.
    var tape: String? {
        let tapes = Set(heads.compactMap { $0.file.metadata.soundRoll.all.first?.value })
        return tapes.count == 1 ? tapes.first : nil
    }

    /// Why the roll is of this maker, as its recordings say: `A101_1.WAV was recorded by a Sound Devices 702T`.
    func reason(madeBy make: String) -> String? {
        for (name, file) in heads {
            let said = file.metadata
            guard let maker = said.make.all.first?.value, maker.uppercased() == make.uppercased() else { continue }
            return
                "\(name) was recorded by a \(([maker] + said.model.all.prefix(1).map(\.value)).joined(separator: " "))"
        }
        return nil
    }

    /// Whether a recording names another who made it; names alone are a guess that must not contradict it.
    func namesAnother(than make: String) -> Bool {
        heads.contains { _, file in
            guard let originator = file.bext?.originator, !originator.isEmpty else { return false }
            return !originator.uppercased().hasPrefix(make.uppercased())
        }
    }

    /// Whether all recordings have names of one form.
    func allNames(on card: CardTree, are isForm: (String) -> Bool) -> Bool {
        files.recordings.allSatisfy { isForm(card.stem(of: $0)) }
    }
}
