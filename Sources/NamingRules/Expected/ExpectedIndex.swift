internal import CameraCards
internal import SlateNotes

/// All that a list expects, each thing once, by what names can say.
struct ExpectedIndex: Sendable {
    /// One thing that is expected.
    struct Asked: Sendable {
        let thing: ExpectedThing
        let shown: String
        /// The lines that expect it.
        var lines = ExpectedLines()
        /// Those that say its frames.
        var frames: [ExpectedFrames: ExpectedLines] = [:]
        /// The roll that stands for a take where names do not tell takes.
        let roll: RollKey?

        /// Whether it is a clip that is looked for on its roll.
        var isOnRoll: Bool {
            guard case .clip(let clip) = thing else { return false }
            return clip.roll != nil
        }
    }

    /// A shot in one version.
    struct ShotVersion: Hashable {
        let shot: Int
        let version: ExpectedShot.Version?
    }

    /// The things, by the first line that expects them.
    private(set) var asked: [Asked] = []
    private var numbers: [ExpectedThing: Int] = [:]
    private(set) var names: [String: [Int]] = [:]
    /// The extensions that rows write behind a name.
    private(set) var endings: [String: Set<String>] = [:]
    private(set) var numbered: [NumberedClip: Int] = [:]
    private(set) var shots = ShotWords()
    private(set) var versions: [ShotVersion: Int] = [:]
    private(set) var takes: [ExpectedTake: Int] = [:]
    /// How many clips of a roll are listed.
    private(set) var clipCounts: [RollKey: Int] = [:]
    /// Rolls that any row names.
    private(set) var rolls: Set<RollKey> = []
    /// What the list speaks of, and so what may be found that it does not name.
    private(set) var scope = ExpectedScope()

    /// Clips of one name on different rolls: no day has more cards.
    static let mostOfAName = 256
    /// Different ranges of one shot or clip.
    static let mostRanges = 256

    /// Adds what a row expects.
    ///
    /// - Returns: whether it expects something that can be told.
    mutating func add(_ row: ExpectedRow, line: Int) -> Bool {
        rolls.formUnion(row.rolls)
        var isTold = false
        for item in row.items {
            guard let number = numbers[item.thing] ?? enter(item) else { continue }
            isTold = true
            asked[number].lines.add(line)
            guard let frames = item.frames,
                asked[number].frames[frames] != nil || asked[number].frames.count < ExpectedIndex.mostRanges
            else { continue }
            asked[number].frames[frames, default: ExpectedLines()].add(line)
        }
        return isTold
    }

    /// Enters a thing that no row before has named; nil where too many have its name.
    private mutating func enter(_ item: ExpectedRow.Item) -> Int? {
        let number = asked.count
        switch item.thing {
        case .clip(let clip):
            guard clip.names.allSatisfy({ names[$0.key]?.count ?? 0 < ExpectedIndex.mostOfAName }) else { return nil }
            for key in Set(clip.names.map(\.key)) { names[key, default: []].append(number) }
            for name in clip.names {
                if let ending = name.ending { endings[name.key, default: []].insert(ending) }
            }
            if let clip = clip.numbered { numbered[clip] = number }
            if let roll = clip.ownRoll { clipCounts[roll, default: 0] += 1 }
        case .shot(let shot):
            versions[ShotVersion(shot: shots.add(shot.words), version: shot.version)] = number
        case .take(let take): takes[take] = number
        case .roll: break
        }
        scope.add(item)
        rolls.formUnion([item.roll, item.thing.roll].compactMap(\.self))
        numbers[item.thing] = number
        asked.append(Asked(thing: item.thing, shown: item.shown, roll: item.roll))
        return number
    }
}

extension ExpectedThing {
    /// The roll that it is, or that it is on.
    fileprivate var roll: RollKey? {
        switch self {
        case .clip(let clip): clip.ownRoll ?? clip.roll
        case .roll(let roll): roll
        case .shot, .take: nil
        }
    }
}

/// What a list speaks of: only things of such kinds are found besides those that it names.
struct ExpectedScope: Sendable {
    /// The rolls whose clips it lists.
    private(set) var clipRolls: Set<RollKey> = []
    /// Whether it speaks of cameras' rolls or clips.
    private(set) var hasCameraRolls = false
    /// Whether it lists recordings of sound.
    private(set) var hasSound = false
    /// Whether it lists them by scene and take alone.
    private(set) var hasOnlyTakes = true
    /// Whether it lists shots.
    private(set) var hasShots = false
    /// Whether its versions may be words.
    private(set) var hasWordVersions = false
    /// The extensions of the files that it lists and that no camera named.
    private(set) var endings: Set<String> = []
    /// The grammars of cameras whose names tell no roll: `C0001`.
    private(set) var grammars: Set<ClipName.Grammar> = []
    /// How its rolls are written.
    private(set) var shapes: Set<RollShape> = []

    mutating func add(_ item: ExpectedRow.Item) {
        switch item.thing {
        case .clip(let clip): add(clip)
        case .shot(let shot):
            hasShots = true
            if case .word? = shot.version { hasWordVersions = true }
        case .take: hasSound = true
        case .roll:
            if !item.isOfSound { hasCameraRolls = true }
            let name = item.shown.utf8.dropFirst("roll ".utf8.count)
            if let shape = RollShape(Array(name)) { shapes.insert(shape) }
        }
    }

    private mutating func add(_ clip: ExpectedClip) {
        if let roll = clip.ownRoll {
            clipRolls.insert(roll)
            hasCameraRolls = true
            // What else the row calls it is what people call it.
            return
        }
        for name in clip.names {
            let kind = name.ending.flatMap { MediaKind(extension: Array($0.utf8)) }
            if let grammar = name.grammar, kind != .sound {
                grammars.insert(grammar)
            } else if kind == .sound {
                (hasSound, hasOnlyTakes) = (true, false)
            } else if let ending = name.ending {
                endings.insert(ending)
            }
        }
    }
}
