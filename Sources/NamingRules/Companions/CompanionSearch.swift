internal import CameraCards
internal import FileTree
internal import FrameSequences

/// Looks for what accompanies things.
struct CompanionSearch {
    private let named: NamedTree
    private var siblings: SiblingNames

    init(_ named: NamedTree) {
        self.named = named
        siblings = SiblingNames(named.tree)
    }

    /// Where a thing's companion could lie by a pattern: its folder, if that is there, and its name there.
    private struct Place {
        var folder: Int?
        var glob: NameGlob
        /// The way there, for people.
        var words: String
        /// Whether the way leads above the folder that is checked.
        var isOutside: Bool
    }

    /// What a pattern means for a thing.
    struct Answer {
        /// The entries that are there.
        let found: [Int]
        /// What was looked for: `audio/A001C001.wav`.
        let wanted: String
        /// Whether it would lie outside of the folder that is checked, where nobody looked.
        let isOutside: Bool
    }

    /// Nil where the pattern asks for what the thing has not: the reel of a name that tells none.
    mutating func companions(of thing: Int, by pattern: CompanionPattern) -> Answer? {
        let reels: [[UInt8]?] = pattern.asks(for: .reel) ? self.reels(of: thing) : [nil]
        let places = reels.compactMap { place(of: thing, by: pattern, reel: $0) }
        guard let first = places.first else { return nil }
        let entry = named.things[thing].entry
        let found = places.flatMap { place in
            place.folder.map { siblings.entries(in: $0, like: place.glob) } ?? []
        }
        return Answer(found: found.filter { $0 != entry }, wanted: first.words, isOutside: first.isOutside)
    }

    private mutating func place(of thing: Int, by pattern: CompanionPattern, reel: [UInt8]?) -> Place? {
        var folder: Int? = Int(named.tree.entries[named.things[thing].entry].parent)
        var (words, isOutside) = ([String](), false)
        for component in pattern.components.dropLast() {
            switch component {
            case .up:
                words.append("..")
                // What lies above the folder that is checked is not looked at.
                isOutside = isOutside || folder == 0
                folder = folder.flatMap { $0 == 0 ? nil : Int(named.tree.entries[$0].parent) }
            case .named(let pieces):
                guard let name = pieces.pieces(for: thing, in: named, reel) else { return nil }
                words.append(pieces.words(for: thing, in: named, reel))
                folder = folder.flatMap { siblings.folder(in: $0, named: name) }
            }
        }
        guard case .named(let pieces)? = pattern.components.last, let name = pieces.pieces(for: thing, in: named, reel)
        else { return nil }
        words.append(pieces.words(for: thing, in: named, reel))
        return Place(folder: folder, glob: NameGlob(name), words: words.joined(separator: "/"), isOutside: isOutside)
    }

    private func reels(of thing: Int) -> [[UInt8]?] {
        let stem = CompanionPattern.Field.stem.value(of: thing, in: named, nil) ?? []
        guard let clip = ClipName(String(decoding: stem, as: UTF8.self)) else { return [] }
        return ReelNames.all(of: clip).sorted().map { Array($0.utf8) }
    }
}

extension CompanionPattern {
    fileprivate func asks(for field: Field) -> Bool {
        components.contains { if case .named(let pieces) = $0 { pieces.contains(.field(field)) } else { false } }
    }
}

extension CompanionPattern.Field {
    /// What a thing has there; nil where it has none.
    fileprivate func value(of thing: Int, in named: NamedTree, _ reel: [UInt8]?) -> ArraySlice<UInt8>? {
        let name = named.name(of: thing)
        switch self {
        case .stem: return named.sequence(of: thing).map(FileStem.stem) ?? FileStem.stem(of: name)
        case .name: return name
        case .reel: return reel?[...]
        case .parent:
            let folder = Int(named.tree.entries[named.things[thing].entry].parent)
            return folder == 0 ? nil : named.tree.name(of: folder)
        }
    }
}

extension [CompanionPattern.Piece] {
    /// What to look for; nil where a field has no value.
    fileprivate func pieces(for thing: Int, in named: NamedTree, _ reel: [UInt8]?) -> [NameGlob.Piece]? {
        var pieces: [NameGlob.Piece] = []
        for piece in self {
            switch piece {
            case .any: pieces.append(.any)
            case .text(let text): pieces += NameGlob.literal(text)
            case .field(let field):
                guard let value = field.value(of: thing, in: named, reel) else { return nil }
                pieces += NameGlob.literal(value)
            }
        }
        return pieces
    }

    /// The same for people.
    fileprivate func words(for thing: Int, in named: NamedTree, _ reel: [UInt8]?) -> String {
        map { piece in
            switch piece {
            case .any: "*"
            case .text(let text): String(decoding: text, as: UTF8.self)
            case .field(let field): NameCharacter.escaped((field.value(of: thing, in: named, reel) ?? [])[...])
            }
        }.joined()
    }
}
