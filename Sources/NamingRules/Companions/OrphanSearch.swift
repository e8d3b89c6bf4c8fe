internal import CameraCards
internal import FileTree

/// Tells which sidecars belong to nothing.
///
/// Source: the field notes 3.3, point 6: one belongs to a recording of its stem, also with a role or a word behind it or
/// without the part, to a file whose whole name is its stem, to a reel, or to a folder.
struct OrphanSearch {
    private let named: NamedTree
    private let cards: CardPlaces
    /// What cards' own layouts say of their files.
    private let onCards: CardFiles
    private var recordings: RecordingStems
    private var siblings: SiblingNames
    /// Where the folders end that were asked for: to look again for each sidecar would take the square of their number.
    private var stretches: [Int: Range<Int>] = [:]

    init(_ folder: CheckedFolder, _ globs: [NameGlob]) {
        named = folder.named
        cards = CardPlaces(folder)
        onCards = CardFiles(cards)
        recordings = RecordingStems(folder.named, besides: globs)
        siblings = SiblingNames(folder.named.tree)
    }

    /// Whether a sidecar belongs to nothing in its roll, or, where it lies on none, around the folder it lies in.
    mutating func isOrphan(_ thing: Int) -> Bool {
        let entry = named.things[thing].entry
        let stem = FileStem.stem(of: named.name(of: thing))
        switch onCards[entry] {
        case .orphan: return true
        case .ofClip: return false
        // An index, or settings; but a clip's name on it is that of a clip.
        case .ofCard where !isClipName(stem): return false
        case .ofCard, nil: break
        }
        let folder = Int(named.tree.entries[entry].parent)
        let around =
            cards.place(around: entry)?.entries
            ?? stretch(of: Int(named.tree.entries[folder].parent))
        return !isOfFile(stem, entry, folder) && !isOfRecording(stem, around) && !isOfFolder(stem, folder)
    }

    private func isClipName(_ stem: ArraySlice<UInt8>) -> Bool {
        ClipName(String(decoding: stem, as: UTF8.self))?.clip != nil
    }

    /// `clip.mov.xmp` is of `clip.mov`.
    private mutating func isOfFile(_ stem: ArraySlice<UInt8>, _ entry: Int, _ folder: Int) -> Bool {
        siblings.entries(in: folder, like: NameGlob(NameGlob.literal(stem))).contains { $0 != entry }
    }

    /// `A001C001.xml`, `C0001M01.XML`, `A001R2GJ_AVID.ale`.
    private mutating func isOfRecording(_ stem: ArraySlice<UInt8>, _ around: Range<Int>) -> Bool {
        guard recordings.holdsAny(in: around) else { return false }
        var whole: ArraySlice<UInt8>? = stem
        for _ in 0...OrphanSearch.mostWords {
            guard let part = whole else { return false }
            let text = String(decoding: part, as: UTF8.self)
            if recordings.holds(part, in: around) || recordings.belongs(text, in: around) { return true }
            if let role = ClipName(text)?.role, text.utf8.count > role.utf8.count,
                recordings.holds(part.dropLast(role.utf8.count), in: around)
            {
                return true
            }
            whole = FileStem.withoutWord(part)
        }
        return false
    }

    /// Behind a stem stand so many words at most: `_AVID`, `_proxy_LR`.
    private static let mostWords = 2

    /// `A001.ale` in `A001`, or in a folder of it, if that holds any recording.
    private mutating func isOfFolder(_ stem: ArraySlice<UInt8>, _ folder: Int) -> Bool {
        var folder = folder
        let whole = FileStem.withoutWord(stem) ?? stem
        for _ in 0..<OrphanSearch.mostFolders where folder != 0 {
            let name = named.tree.name(of: folder)
            if isEqual(name, stem) || isEqual(name, whole) {
                return recordings.holdsAny(in: stretch(of: folder))
            }
            folder = Int(named.tree.entries[folder].parent)
        }
        return false
    }

    private mutating func stretch(of folder: Int) -> Range<Int> {
        let stretch = stretches[folder] ?? CardPlaces.stretch(of: folder, in: named.tree)
        stretches[folder] = stretch
        return stretch
    }

    /// A sidecar of a roll lies in it, or in a folder for sidecars there.
    private static let mostFolders = 2

    private func isEqual(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { $0.folded == $1.folded }
    }
}

/// What the layouts of cards say of files: whether they belong to a clip, to all, or to one that is not there.
struct CardFiles {
    /// What is said of a file.
    enum Word {
        /// It belongs to a clip.
        case ofClip
        /// It belongs to the card, and to none of its clips.
        case ofCard
        /// It accompanies a clip that is not there.
        case orphan
    }

    private var words: [Int: Word] = [:]

    init(_ cards: CardPlaces) {
        for place in cards.places {
            let start = place.entries.lowerBound
            for content in place.card.card.parts.map(\.content) {
                for number in content.shared { words[start + number] = .ofCard }
                for clip in content.clips { for file in clip.files { words[start + file.number] = .ofClip } }
                let orphans = content.findings.filter { $0.code == .orphan }.map(\.place)
                guard !orphans.isEmpty else { continue }
                let index = TreeIndex(place.card.card.tree.tree)
                for number in orphans.compactMap(index.number(at:)) { words[start + number] = .orphan }
            }
        }
    }

    subscript(entry: Int) -> Word? { words[entry] }
}
