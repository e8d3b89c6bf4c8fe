internal import FileTree

/// Canon's cameras that write into `DCIM`: `100CANON`, `100EOSR5`, or month and day as `100_0312`.
///
/// `MVI_0002.MP4`, `MVI_0002.THM`, `A001C002_210925AB_CANON.CRM`. `MISC` beside them is no mark: others write it too.
enum CanonDCIMLayout: LayoutRule {
    static let family = CardFamily.canonDCIM

    static func layouts(on card: CardTree) -> [CardLayout] {
        let all = PictureFolder.all(on: card)
        let named = all.filter { $0.makerPart == "CANON" || $0.makerPart.hasPrefix("EOS") }
        let dated = all.filter { isDated($0.makerPart) && holdsCanonNames($0.number, on: card) }
        guard !named.isEmpty || !dated.isEmpty else { return [] }
        let pictures = card.folders(at: "DCIM").first
        let management = [pictures.flatMap { card.folder(at: "CANONMSC", from: $0) }].compactMap { $0 }
        let folders = (named + dated).map(\.number).sorted()
        return [
            CardLayout(
                family, named.isEmpty && management.isEmpty ? .guess : .likely, marks: folders + management,
                others: [card.folder(at: "MISC")].compactMap { $0 }, on: card)
        ]
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        PictureClips.clips(of: layout, on: card, grammars: [.canonNew, .canonCine])
    }

    /// `_0312`: a day that exists, in a leap year.
    private static func isDated(_ part: String) -> Bool {
        let digits = part.dropFirst()
        guard part.hasPrefix("_"), digits.utf8.count == 4, digits.utf8.allSatisfy(ReelName.isDigit) else {
            return false
        }
        return ("01"..."12").contains(digits.prefix(2)) && ("01"..."31").contains(digits.suffix(2))
    }

    private static func holdsCanonNames(_ folder: Int, on card: CardTree) -> Bool {
        card.files(in: folder).contains { file in
            let stem = card.stem(of: file).uppercased()
            return stem.hasPrefix("MVI_") || stem.hasSuffix("_CANON")
                || ["CRM", "CR3", "CR2"].contains(card.fileExtension(of: file))
        }
    }
}
