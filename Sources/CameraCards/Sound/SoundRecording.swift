internal import ClipMetadata
internal import FileTree

/// One file of sound, with what decides which take it is of.
struct SoundRecording {
    /// Its number on the card.
    let number: Int
    /// The folder it lies in.
    let folder: Int
    /// Its name without the ending.
    let stem: String
    /// What its name says.
    let name: SoundName
    /// What its head says; nil where it could not be read.
    let facts: Facts?

    /// What a head says about belonging together.
    struct Facts {
        var familyUID: String?
        var totalFiles: Int?
        var index: String?
        var reference: String?
        var start: Int?
        var samples: Int?
        var sampleRate: Int?
        var date: ShootDate?
        var isFalseStart = false
        /// Whether the scene and take of the head are those of the name.
        var agreesWithName = false
    }

    /// Which take it is of.
    enum Key: Hashable {
        /// By the recorder's own identifier.
        case family(String)
        /// By who recorded it, when it starts and how long it is.
        case clock(folder: Int, reference: String, start: Int, samples: Int)
        /// By its name alone, in capitals.
        case name(folder: Int, base: String)
    }

    /// Characters of an originator reference that a take's files share: country, maker, device and time of day.
    ///
    /// Source: EBU R 99; the rest is a random number.
    private static let referencePrefix = 23

    /// More files than these were never recorded at once; a larger total is nonsense.
    static let mostFiles = 1000

    /// Puts one together; `head` is what its structure holds.
    init(_ number: Int, on card: CardTree, of family: CardFamily, head: WaveFile?) {
        self.number = number
        folder = Int(card.tree.entries[number].parent)
        stem = card.stem(of: number)
        name = SoundName(stem, of: family)
        facts = head.map { [name] in Facts($0, name) }
    }

    /// The key by the head; nil where that says nothing.
    var headKey: Key? {
        guard let facts else { return nil }
        if let familyUID = facts.familyUID { return .family(familyUID) }
        guard let start = facts.start, let samples = facts.samples, samples > 0 else { return nil }
        let reference = String((facts.reference ?? "").prefix(SoundRecording.referencePrefix))
        // Midnight sharp is what recorders without a clock write.
        guard start > 0 || !reference.isEmpty else { return nil }
        return .clock(folder: folder, reference: reference, start: start, samples: samples)
    }

    /// The key by the name.
    var nameKey: Key { .name(folder: folder, base: name.base.uppercased()) }

    /// The grammar of its name, as far as that can be trusted: Sound Devices' is so loose that the head must agree.
    var grammar: ClipName? {
        guard let grammar = name.grammar else { return nil }
        return !grammar.grammar.needsContext || facts?.agreesWithName == true ? grammar : nil
    }
}

extension SoundRecording.Facts {
    init(_ head: WaveFile, _ name: SoundName) {
        let set = head.ixml?.fileSet
        // Some writers fill the identifier with zeros.
        familyUID = set?.familyUID.flatMap { uid in uid.contains { $0 != "0" } ? uid : nil }
        totalFiles = set?.totalFiles.flatMap { (1...SoundRecording.mostFiles).contains($0) ? $0 : nil }
        index = set?.index
        reference = head.bext?.originatorReference
        start = head.ixml?.speed.samplesSinceMidnight ?? head.bext?.timeReference
        samples = head.samples
        sampleRate = head.timestampRate
        date = head.bext?.date
        isFalseStart = head.ixml?.falseStart == true
        let said = head.metadata
        guard let grammar = name.grammar, let scene = grammar.scene?.uppercased(), let take = grammar.take else {
            return
        }
        let scenes = said.scene.all.map { $0.value.uppercased() }
        let takes = said.take.all.compactMap { Int($0.value) }
        agreesWithName =
            scenes.contains { scene == $0 || scene.hasSuffix($0) } && takes.contains { $0 == Int(take) }
    }
}
