/// Clips that are counted by one counter: one reel of one camera, one GoPro.
struct ClipSeries: Hashable, Comparable {
    /// The grammar of their names.
    let grammar: ClipName.Grammar
    /// What the names share, in capitals.
    let name: String

    /// Nil where names of this grammar do not count.
    init?(_ name: ClipName) {
        guard name.clip != nil, name.grammar.counts else { return nil }
        grammar = name.grammar
        // Blackmagic's stills, S001, have a counter of their own.
        let position = grammar == .braw ? name.kind : name.position
        let letter = grammar.continuesWithD ? position.map { $0 == "D" ? "C" : $0 } : position
        self.name = [name.camera, name.reel, name.prefix, letter].map { $0 ?? "" }.joined(separator: "_")
    }

    /// Orders by grammar as they are tried, then by camera and reel.
    static func < (one: ClipSeries, other: ClipSeries) -> Bool {
        one.grammar == other.grammar ? one.name < other.name : one.grammar.order < other.grammar.order
    }
}

extension ClipName {
    /// The clip's place in its series: D001 comes after C999.
    var ordinal: Int? {
        guard let clip, let number = Int(clip) else { return nil }
        guard grammar.continuesWithD, position == "D" else { return number }
        return number + (clip.utf8.count > 3 ? 9999 : 999)
    }
}

extension ClipName.Grammar {
    /// Where it stands among those that are tried.
    var order: Int { ClipName.Grammar.allCases.firstIndex(of: self) ?? 0 }

    /// Whether the number counts clips on a card; a scene's takes do not, and a phone counts its photographs too.
    var counts: Bool {
        switch self {
        case .redMagazine, .atomos, .zoom, .soundDevices, .apple: false
        default: true
        }
    }

    /// Whether C999 is followed by D001.
    var continuesWithD: Bool {
        switch self {
        case .arri35, .arriClassic, .canonNew, .canonCine, .sonyReel: true
        default: false
        }
    }

    /// The number that is followed by 1 again; nil where a card never has so many.
    var lastNumber: Int? {
        switch self {
        case .goPro, .goProLoop, .goProOld, .djiNew, .djiOld, .apple: 9999
        case .insta360: 999
        default: nil
        }
    }
}
