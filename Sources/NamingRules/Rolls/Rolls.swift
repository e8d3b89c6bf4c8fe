internal import CameraCards
internal import FileTree
internal import FrameSequences

/// A card's part, a sound roll, or a folder with recordings that lie on no card.
struct Roll {
    /// Where it lies below the folder that is checked.
    let path: RelativePath
    /// Whose card it is; nil for a folder that is none.
    let family: CardFamily?
    /// Its clips.
    var clips: [RollClip] = []
}

/// What of a clip its names and dates tell.
struct RollClip {
    /// The entry of its first file or frame.
    let entry: Int
    /// What its name says; nil where it follows no grammar.
    let grammar: ClipName?
    /// Whether a camera recorded moving pictures, so that its name should be a camera's.
    let isOfCamera: Bool
    /// Whether its card lists it.
    let isListed: Bool
}

/// The rolls of a scope.
struct Rolls {
    /// The folder they lie in.
    let folder: CheckedFolder
    /// The cards with something in the scope.
    private(set) var cards: [CardPlaces.Place] = []
    /// The rolls, cards first, each by path.
    private(set) var all: [Roll] = []
    /// Cards with the clips of one part each, in paths below the folder.
    private(set) var parts: [DuplicateReels.Card] = []

    /// - Parameter withLoose: whether recordings that lie on no card count too.
    init(in scope: ScopedThings, withLoose: Bool) {
        folder = scope.folder
        let places = CardPlaces(scope.folder)
        for place in places.places {
            let first = scope.firstThing(in: place.entries)
            guard first != nil else { continue }
            cards.append(place)
            add(place, scope)
        }
        if withLoose { addLoose(scope, places) }
    }

    // MARK: - Cards

    private mutating func add(_ place: CardPlaces.Place, _ scope: ScopedThings) {
        let card = place.card.card
        let entries = CardEntries(place)
        for part in card.parts {
            var roll = Roll(path: place.card.path.appending(part.layout.root), family: part.layout.family)
            roll.clips = part.content.clips.compactMap { clip in
                entries.first(of: clip).flatMap { rollClip(clip, $0, scope, isListed: true) }
            }
            all.append(roll)
            let below = part.content.clips.map { $0.below(place.card.path) }
            parts.append(DuplicateReels.Card(roll.path.description, card.tree, clips: below))
        }
        guard !card.parts.isEmpty else { return }
        var loose = Roll(path: place.card.path, family: nil)
        loose.clips = card.loose.compactMap { clip in
            entries.first(of: clip).flatMap { rollClip(clip, $0, scope, isListed: false) }
        }
        if !loose.clips.isEmpty { all.append(loose) }
    }

    private func rollClip(_ clip: Clip, _ entry: Int, _ scope: ScopedThings, isListed: Bool) -> RollClip? {
        guard scope.holds(entry: entry) else { return nil }
        let isOfCamera =
            !clip.family.isSound && !clip.marks.contains(.still) && clip.frames == nil
            && (!isListed || clip.family != .genericDCIM)
        return RollClip(entry: entry, grammar: clip.grammar, isOfCamera: isOfCamera, isListed: isListed)
    }

    // MARK: - Folders

    private mutating func addLoose(_ scope: ScopedThings, _ places: CardPlaces) {
        let named = folder.named
        var rolls: [Int: Int] = [:]
        for thing in scope.things where named.things[thing].kind == .file {
            let (entry, name) = (named.things[thing].entry, named.name(of: thing))
            guard RecordedMedia.isNamed(name), places.place(around: entry) == nil else { continue }
            let around = Int(named.tree.entries[entry].parent)
            let roll = rolls[around] ?? all.count
            if rolls[around] == nil {
                rolls[around] = roll
                all.append(Roll(path: named.tree.path(of: around), family: nil))
            }
            let stem = String(decoding: FileStem.stem(of: name), as: UTF8.self)
            all[roll].clips.append(
                RollClip(
                    entry: entry, grammar: ClipName(stem), isOfCamera: !Rolls.isSound(name), isListed: false))
        }
    }

    private static let sound = [".wav", ".bwf"].map { Array($0.utf8) }

    private static func isSound(_ name: ArraySlice<UInt8>) -> Bool {
        sound.contains { $0.elementsEqual(name.suffix($0.count).lazy.map(\.folded)) }
    }
}

/// The entries of a card's clips in the tree around it.
private struct CardEntries {
    private let place: CardPlaces.Place
    /// Only frames are looked up by their paths.
    private let index: TreeIndex?

    init(_ place: CardPlaces.Place) {
        self.place = place
        let card = place.card.card
        let hasFrames = (card.clips + card.loose).contains { $0.frames != nil }
        index = hasFrames ? TreeIndex(card.tree.tree) : nil
    }

    /// The entry of a clip's first recorded file or frame.
    func first(of clip: Clip) -> Int? {
        let frame = clip.frames.flatMap { frames in frames.runs.first.flatMap { frames.path(of: $0.lowerBound) } }
        let number = clip.essence.first?.number ?? frame.flatMap { index?.number(at: $0) } ?? clip.files.first?.number
        return number.map { place.entries.lowerBound + $0 }
    }
}

extension Clip {
    /// The same clip, its folder seen from the folder that its card lies in.
    fileprivate func below(_ path: RelativePath) -> Clip {
        Clip(
            name: name, grammar: grammar, family: family, folder: path.appending(folder), files: files, frames: frames,
            indexID: indexID, marks: marks)
    }
}

extension ScopedThings {
    /// The first thing of the scope among these entries.
    func firstThing(in entries: Range<Int>) -> Int? {
        var (low, high) = (0, things.count)
        while low < high {
            let middle = (low + high) / 2
            if folder.named.things[things[middle]].entry < entries.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < things.count, entries.contains(folder.named.things[things[low]].entry) else { return nil }
        return things[low]
    }

    /// Whether the thing of an entry is in the scope.
    func holds(entry: Int) -> Bool { firstThing(in: entry..<(entry + 1)) != nil }
}
