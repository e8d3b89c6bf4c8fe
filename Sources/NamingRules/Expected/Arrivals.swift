internal import CameraCards
internal import FrameSequences
internal import SlateNotes

/// What of a list is there, and what is there besides.
struct Arrivals {
    /// Something that nobody expected.
    struct Unexpected {
        let thing: Int
        let sentence: String
    }

    private let index: ExpectedIndex
    private let named: NamedTree
    private let folders: ArrivedFolders
    /// By the number of what is asked for.
    private(set) var arrivals: [Arrival]
    private(set) var unexpected: [Unexpected] = []
    /// The rolls of which something is there.
    private(set) var rolls: Set<RollKey>
    /// Whether any name tells a take.
    private(set) var tellsTakes = false
    /// The highest version of a shot that is there.
    private(set) var highest: [Int: VersionWord] = [:]
    /// Clips whose names come again on every card, in folders that tell no roll: so many of a name.
    private var loose: [String: Int] = [:]
    private var foundRolls: [RollKey: (thing: Int, clips: Int, shown: String)] = [:]
    private var foundClips: Set<String> = []

    /// A version as it is written, for sentences.
    struct VersionWord {
        let number: Int
        let text: String
    }

    /// Looks at all names once.
    init(_ index: ExpectedIndex, in named: NamedTree, called name: String) {
        (self.index, self.named) = (index, named)
        folders = ArrivedFolders(named, called: name, known: index.rolls)
        rolls = folders.present
        arrivals = Array(repeating: Arrival(), count: index.asked.count)
        for thing in named.things.indices { look(at: thing) }
        settleLoose()
        for (roll, found) in foundRolls {
            let clips = found.clips == 0 ? "" : found.clips == 1 ? " (1 clip)" : " (\(found.clips) clips)"
            unexpected.append(
                Unexpected(thing: found.thing, sentence: "Roll \(found.shown)\(clips) is in no row of the list."))
            rolls.insert(roll)
        }
        unexpected.sort { $0.thing < $1.thing }
    }

    // MARK: - One thing

    private mutating func look(at number: Int) {
        let thing = named.things[number]
        let name = named.name(of: number)
        if thing.kind == .folder {
            guard folders.holdsMedia(thing.entry) else { return }
            lookAtRoll(number, name)
            if !index.names.isEmpty { _ = meetName(folder(number, name), ClipKey(MediaKind.parts(of: name).stem)) }
        } else if named.media(of: number) == nil {
            // A list may name anything: a grade, a report. Then the whole name is meant.
            guard !index.names.isEmpty else { return }
            _ = meetName(folder(number, name), ClipKey(name))
        } else {
            look(at: arrived(number))
        }
    }

    private func folder(_ number: Int, _ name: ArraySlice<UInt8>) -> ArrivedThing {
        ArrivedThing(
            number: number, kind: nil, stem: name, ending: "",
            folderRoll: folders.roll(around: named.things[number].entry),
            counts: false)
    }

    private func arrived(_ number: Int) -> ArrivedThing {
        let (stem, ending) = named.stem(of: number)
        let entry = named.things[number].entry
        return ArrivedThing(
            number: number, kind: named.media(of: number), stem: stem,
            ending: String(decoding: ending, as: UTF8.self).lowercased(), folderRoll: folders.roll(around: entry),
            counts: !folders.isAside(entry) && !AsideNames.isStem(stem))
    }

    private mutating func look(at thing: ArrivedThing) {
        let scope = index.scope
        let speaksOfClips = !index.names.isEmpty || scope.hasCameraRolls || scope.hasSound
        let key = speaksOfClips || scope.hasShots ? ClipKey(thing.stem) : nil
        var isExpected = false
        // A proxy is no original, unless a row names it.
        let isProxy = !thing.counts || key?.grammar?.role == "PROXY"
        if let key { isExpected = meetName(thing, key) }
        guard !isProxy else { return }
        if speaksOfClips, let key {
            isExpected = meetNumber(thing, key) || isExpected
            if thing.kind == .sound { isExpected = meetSound(thing) || isExpected }
            findRoll(of: thing, key)
        }
        let shot = scope.hasShots && thing.kind != .sound ? meetShot(thing) : nil
        guard !isExpected, shot?.isExpected != true, named.size(of: thing.number) > 0 else { return }
        if let sentence = key.flatMap({ refusal(of: thing, $0) }) ?? shot.flatMap({ refusal(of: thing, $0, key) }) {
            unexpected.append(Unexpected(thing: thing.number, sentence: sentence))
        }
    }

    /// Something of a roll is there: a clip of it, a file that is called by it, a recording with its name in front.
    private mutating func findRoll(of thing: ArrivedThing, _ key: ClipKey) {
        guard !index.rolls.isEmpty, named.size(of: thing.number) > 0 else { return }
        if let clip = ownClip(key, thing) { rolls.insert(clip.roll) }
        let meant = RollKey.meant(by: thing.stem)
        rolls.formUnion((thing.kind == .sound ? meant[...] : meant.prefix(1)).filter(index.rolls.contains))
    }

    /// The clip that the name of a camera's file tells, long or short.
    private func ownClip(_ key: ClipKey, _ thing: ArrivedThing) -> NumberedClip? {
        key.grammar.flatMap { NumberedClip($0) } ?? NumberedClip(short: thing.stem)
    }

    // MARK: - What is expected

    /// Whether a row names it.
    private mutating func meetName(_ thing: ArrivedThing, _ key: ClipKey) -> Bool {
        meetName(thing, key.text, hasOwnRoll: key.grammar.flatMap { RollKey($0) } != nil)
    }

    private mutating func meetName(_ thing: ArrivedThing, _ key: String, hasOwnRoll: Bool) -> Bool {
        guard let candidates = index.names[key] else { return false }
        let meant = candidates.filter { isMeant($0, key, by: thing) }
        var (isExpected, isLoose) = (false, false)
        for number in meant {
            guard case .clip(let clip) = index.asked[number].thing else { continue }
            if clip.roll == nil || hasOwnRoll || thing.folderRoll == clip.roll {
                meet(number, thing)
                isExpected = true
            } else if thing.folderRoll == nil {
                (isExpected, isLoose) = (true, true)
            }
        }
        // Of one name on several rolls each that is found answers for one of them.
        if isLoose, named.size(of: thing.number) > 0 { loose[key, default: 0] += 1 }
        return isExpected
    }

    /// Whether a row means this file: the extension is the same, or the row says none, or one kind stands for another
    /// and no row says this one's.
    private func isMeant(_ number: Int, _ key: String, by thing: ArrivedThing) -> Bool {
        guard case .clip(let clip) = index.asked[number].thing,
            let name = clip.names.first(where: { $0.key == key })
        else { return false }
        guard let kind = thing.kind else {
            // A folder or another file: what is called by an extension is a file with media.
            return name.ending == nil || named.things[thing.number].kind == .folder
        }
        guard let ending = name.ending, ending != thing.ending else { return thing.counts || name.ending != nil }
        guard let wanted = MediaKind(extension: Array(ending.utf8)), thing.counts, kind.stands(for: wanted) else {
            return false
        }
        return index.endings[key]?.count == 1
    }

    /// Whether a row numbers it on its roll.
    private mutating func meetNumber(_ thing: ArrivedThing, _ key: ClipKey) -> Bool {
        guard let clip = numberedClip(thing, key), let number = index.numbered[clip] else { return false }
        meet(number, thing)
        return true
    }

    private func numberedClip(_ thing: ArrivedThing, _ key: ClipKey) -> NumberedClip? {
        if let own = ownClip(key, thing) { return own }
        guard let roll = thing.folderRoll, let name = key.grammar, thing.kind != .sound else { return nil }
        return NumberedClip.number(of: name).map { NumberedClip(roll: roll, number: $0) }
    }

    /// Whether a recording is one that a row names by its take, or by the name that its tracks share.
    private mutating func meetSound(_ thing: ArrivedThing) -> Bool {
        var isExpected = false
        if let base = SoundTrackName.base(of: thing.stem) {
            let key = NameWords(base).key
            isExpected = meetName(thing, key, hasOwnRoll: false)
            // A recorder's report calls the tracks of one take together by an X.
            isExpected = meetName(thing, key + "_x", hasOwnRoll: false) || isExpected
        }
        guard index.scope.hasSound, let take = SoundTrackName.take(of: thing.stem) else { return isExpected }
        tellsTakes = true
        guard let number = index.takes[take] else { return isExpected }
        meet(number, thing)
        return true
    }

    /// What a name says of shots.
    struct ShotFound {
        let shot: Int?
        let version: VersionWord?
        let isExpected: Bool
    }

    private mutating func meetShot(_ thing: ArrivedThing) -> ShotFound {
        let token = VersionToken.all(in: thing.stem).last
        let version = token.map {
            VersionWord(number: $0.number, text: String(decoding: thing.stem[$0.range], as: UTF8.self))
        }
        let words = NameWords(thing.stem).words
        guard let shot = index.shots.shot(in: words) else {
            return ShotFound(shot: nil, version: version, isExpected: false)
        }
        var versions: [ExpectedShot.Version?] = [nil]
        if let version { versions.append(.number(version.number)) }
        if index.scope.hasWordVersions { versions += words.map { .word($0) } }
        let met = versions.compactMap { index.versions[ExpectedIndex.ShotVersion(shot: shot, version: $0)] }
        for number in Set(met) { meet(number, thing) }
        if let version, version.number > highest[shot]?.number ?? -1,
            named.size(of: thing.number) > 0
        {
            highest[shot] = version
        }
        return ShotFound(shot: shot, version: version, isExpected: !met.isEmpty)
    }

    private mutating func meet(_ number: Int, _ thing: ArrivedThing) {
        let isFull = thing.kind == nil || named.size(of: thing.number) > 0
        guard isFull else {
            arrivals[number].empty = arrivals[number].empty ?? thing.number
            return
        }
        arrivals[number].isThere = true
        let frames = index.asked[number].frames
        guard !frames.isEmpty, let sequence = named.sequence(of: thing.number) else { return }
        arrivals[number].sequence = arrivals[number].sequence ?? thing.number
        let met = ExpectedFrames.met(by: sequence).filter { frames[$0] != nil }
        arrivals[number].met.formUnion(met)
        if met.isEmpty { arrivals[number].wrong = arrivals[number].wrong ?? thing.number }
    }

    /// Where no folder tells a roll, of several clips of one name as many are there as were found.
    private mutating func settleLoose() {
        guard folders.present.isEmpty else { return }
        for (key, count) in loose {
            let waiting = (index.names[key] ?? []).filter { !arrivals[$0].isThere && index.asked[$0].isOnRoll }
            for number in waiting.prefix(count) {
                arrivals[number].isThere = true
            }
        }
    }

    // MARK: - What is not

    /// A roll by the name of its folder, where the list's rolls are written alike.
    private mutating func lookAtRoll(_ number: Int, _ name: ArraySlice<UInt8>) {
        guard !index.scope.shapes.isEmpty, let shape = RollShape(name), index.scope.shapes.contains(shape),
            folders.roll(of: named.things[number].entry) == nil,
            let roll = RollKey(String(decoding: name, as: UTF8.self))
        else { return }
        find(roll, number, clips: 0, String(decoding: name, as: UTF8.self))
    }

    private mutating func find(_ roll: RollKey, _ thing: Int, clips: Int, _ shown: String) {
        let found = foundRolls[roll] ?? (thing, 0, shown)
        foundRolls[roll] = (found.thing, found.clips + clips, found.shown)
    }

    /// Why a clip or file is not expected; nil where the list does not speak of such.
    private mutating func refusal(of thing: ArrivedThing, _ key: ClipKey) -> String? {
        let scope = index.scope
        if let clip = ownClip(key, thing), thing.kind != .sound {
            guard scope.hasCameraRolls else { return nil }
            guard index.rolls.contains(clip.roll) else {
                let isNew = foundClips.insert(key.text).inserted
                find(clip.roll, thing.number, clips: isNew ? 1 : 0, clip.roll.written)
                return nil
            }
            return scope.clipRolls.contains(clip.roll) ? refusal(ofClip: key) : nil
        }
        if let roll = thing.folderRoll, key.grammar?.clip != nil, thing.kind != .sound, scope.clipRolls.contains(roll) {
            return refusal(ofClip: key)
        }
        let isListed =
            thing.kind == .sound
            ? scope.hasSound && (tellsSound(thing) || !scope.hasOnlyTakes)
            : scope.endings.contains(thing.ending) || key.grammar.map { scope.grammars.contains($0.grammar) } ?? false
        return isListed ? "No row of the list names it." : nil
    }

    private func tellsSound(_ thing: ArrivedThing) -> Bool { SoundTrackName.take(of: thing.stem) != nil }

    /// Parts of one clip are one finding.
    private mutating func refusal(ofClip key: ClipKey) -> String? {
        foundClips.insert(key.text).inserted ? "No row of the list names this clip." : nil
    }

    /// Why a shot is not expected; nil where it is none.
    private func refusal(of thing: ArrivedThing, _ found: ShotFound, _ key: ClipKey?) -> String? {
        guard let version = found.version, key.flatMap({ ownClip($0, thing) }) == nil else { return nil }
        return found.shot == nil
            ? "No row of the list names this shot." : "No row of the list names \(version.text) of this shot."
    }
}
