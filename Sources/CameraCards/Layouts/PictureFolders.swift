internal import FileTree

/// A folder of `DCIM` named by the rule that all cameras follow: three digits, then what the maker likes.
///
/// Source: DCF 2.0 (JEITA CP-3461), 3.2.1: `100CANON`, `101MSDCF`.
struct PictureFolder {
    /// Its number in the card's tree.
    let number: Int
    /// What the maker likes, in capitals: `CANON`.
    let makerPart: String

    /// Those of a card, in order: in `DCIM`, which may be the root itself, or the root where one of them was given.
    static func all(on card: CardTree) -> [PictureFolder] {
        if let itself = PictureFolder(0, called: card.label) { return [itself] }
        return card.folders(in: card.folders(at: "DCIM").first ?? 0).compactMap {
            PictureFolder($0, called: card.name(of: $0))
        }
    }

    private init?(_ number: Int, called name: String) {
        let name = name.uppercased()
        guard name.utf8.count > 3, name.utf8.prefix(3).allSatisfy(ReelName.isDigit) else { return nil }
        self.number = number
        makerPart = String(name.dropFirst(3))
    }
}

extension CardLayout {
    /// The answer of a family whose marks are folders in `DCIM` and what lies beside them.
    ///
    /// - Parameters:
    ///   - others: what is the family's as well and no mark of it.
    init(
        _ family: CardFamily, _ confidence: Confidence, marks: [Int], others: [Int] = [], reel: String? = nil,
        sealed: [Int] = [], on card: CardTree
    ) {
        self.init(
            family, at: card.folder(at: "DCIM").map(card.path(of:)) ?? .root, confidence,
            because: marks.flatMap { card.reasons($0) }, reel: reel, sealed: sealed.map(card.sealed),
            folders: (marks + others).map(card.path(of:)))
    }
}
