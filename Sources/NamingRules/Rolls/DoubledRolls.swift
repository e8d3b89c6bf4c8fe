internal import CameraCards
internal import FileTree

/// Reels that are there twice.
struct DoubledRolls {
    private let rolls: Rolls
    private let fields: Set<ReelField>

    init(_ rolls: Rolls, by fields: Set<ReelField>) {
        (self.rolls, self.fields) = (rolls, fields)
    }

    /// Finds clips that are there twice, then reels of one name whose clips differ.
    func judge(_ findings: inout RuleFindings) {
        for finding in DuplicateReels(among: rolls.parts).findings {
            findings.add(.doubledReel, at: finding.place, finding.sentence, finding.nextStep)
        }
        reels(&findings)
        soundRolls(&findings)
    }

    /// What a reel is told by, of one family.
    private struct Key: Hashable {
        let family: CardFamily?
        let values: [String]
    }

    private struct Reel {
        let roll: Int
        let name: String
        let entry: Int
        /// What its clips share with other files of the same takes.
        var takes: Set<String>
    }

    private func reels(_ findings: inout RuleFindings) {
        var known: [Key: Reel] = [:]
        for number in rolls.all.indices {
            for (key, reel) in reels(of: number) {
                // What shares takes is one reel in two forms, or was told as doubled clips.
                if let twin = known[key], reel.takes.isDisjoint(with: twin.takes),
                    let thing = findings.folder.named.thing(at: reel.entry)
                {
                    findings.add(
                        .doubledReel, thing,
                        "Reel \(reel.name) is in both \(rolls.all[twin.roll].path.words) and \(rolls.all[number].path.words).",
                        .advice("Somebody may have forgotten to advance the reel: keep both apart, tell the editor."),
                        others: [findings.folder.named.thing(at: twin.entry)].compactMap(\.self))
                }
                known[key, default: reel].takes.formUnion(reel.takes)
            }
        }
    }

    /// The reels of a roll, in the order of their clips; none of folders that are no card, which may hold one clip each.
    private func reels(of number: Int) -> [(Key, Reel)] {
        let roll = rolls.all[number]
        var (order, reels) = ([Key](), [Key: Reel]())
        for clip in roll.clips {
            guard let name = clip.grammar, let key = key(of: name, roll.family) else { continue }
            if reels[key] == nil {
                order.append(key)
                let reel = (name.camera ?? "") + (name.reel ?? "")
                reels[key] = Reel(roll: number, name: reel, entry: clip.entry, takes: [])
            }
            reels[key]?.takes.insert(name.siblingKey)
        }
        return order.compactMap { key in reels[key].map { (key, $0) } }
    }

    private func key(of name: ClipName, _ family: CardFamily?) -> Key? {
        guard family != nil, let camera = name.camera, let reel = name.reel, name.identity != nil else { return nil }
        var values: [String] = []
        if fields.contains(.cam) { values.append(camera) }
        if fields.contains(.reel) { values.append(reel) }
        if fields.contains(.date) { values.append(name.date ?? "") }
        return Key(family: family, values: values)
    }

    // MARK: - Sound

    private func soundRolls(_ findings: inout RuleFindings) {
        guard fields.contains(.reel) else { return }
        var known: [SoundRollName: RelativePath] = [:]
        for (name, folder) in rolls.soundRolls {
            let path = findings.folder.named.tree.path(of: folder)
            guard let twin = known[name] else {
                known[name] = path
                continue
            }
            findings.add(
                .doubledReel, at: path,
                "Sound roll \(NameCharacter.escaped(path.name)) is in both \(twin.words) and \(path.words).",
                "Somebody may have forgotten to advance the roll: keep both apart, and tell the editor.")
        }
    }
}

extension Rolls {
    /// The folders of sound rolls that are called as such, in the order of the tree.
    var soundRolls: [(name: SoundRollName, folder: Int)] {
        let tree = folder.named.tree
        var seen: Set<Int> = []
        var found: [(SoundRollName, Int)] = []
        for roll in all where roll.family?.isSound == true {
            for clip in roll.clips {
                var around = Int(tree.entries[clip.entry].parent)
                while around != 0, seen.insert(around).inserted {
                    if let name = SoundRollName(tree.name(of: around)) { found.append((name, around)) }
                    around = Int(tree.entries[around].parent)
                }
            }
        }
        return found.sorted { $0.1 < $1.1 }
    }
}
