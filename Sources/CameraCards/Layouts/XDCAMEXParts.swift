internal import FileTree

/// Which parts of takes a card of XDCAM EX speaks of, and which are there.
struct XDCAMEXParts {
    private let card: CardTree
    /// The folders of `CLPR` by their names in capitals.
    private let folders: [String: Int]
    /// The names of those in which a recording lies.
    private let recorded: Set<String>

    init(in root: Int, on card: CardTree) {
        self.card = card
        let all = card.folder(at: "CLPR", from: root).map(card.folders(in:)) ?? []
        folders = Dictionary(all.map { (card.capitals(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
        recorded = Set(all.filter { card.firstFile(in: $0, "MP4") != nil }.map(card.capitals(of:)))
    }

    /// The names of folders of `CLPR` without a recording that no take joins.
    func alone(besides takes: Set<String>) -> [String] {
        folders.filter { name, folder in
            !recorded.contains(name) && !takes.contains(String(name.dropLast(3))) && !card.files(in: folder).isEmpty
        }.keys.sorted()
    }

    /// Tells the recordings that a take, or a folder of `CLPR`, should have and has not.
    ///
    /// What is missing before a part that is there, the parts themselves tell. Gives the names of all that are missing.
    func lose(_ take: String, namedBy list: Int?, in grouping: inout ClipGrouping) -> Set<String> {
        let all = parts(of: take, namedBy: list)
        let here = all.filter(recorded.contains)
        let missing = all.filter { part in !recorded.contains(part) && here.allSatisfy { $0 < part } }
        guard let first = missing.first else { return Set(all).subtracting(recorded) }
        let more = missing.count > 1 ? " and \(missing.count - 1) more" : ""
        let place = folders[first] ?? list
        let finding = CardFinding(
            .missingPart, .error, at: place.map(card.path(of:)) ?? .root,
            "\(first).MP4\(more) of the take \(take) \(missing.count == 1 ? "is" : "are") not here.",
            nextStep: "Look on the card before it is erased, and on the card that was recorded next.")
        grouping.lose(take, folder: place.map(card.folder(of:)) ?? .root, finding)
        return Set(all).subtracting(recorded)
    }

    /// The parts that the take's list names or that have a folder, in their order.
    private func parts(of take: String, namedBy list: Int?) -> [String] {
        let take = take.uppercased()
        guard folders[take] == nil else { return [take] }
        let known = folders.keys.filter { $0.utf8.count == take.utf8.count + 3 && $0.hasPrefix(take + "_") }
        let named = list.flatMap { try? card.contents(of: $0) }.map { XDCAMEXParts.names(in: $0, of: take) } ?? []
        return Set(known).union(named).sorted()
    }

    /// Every `709_001_02` in a list of the take `709_001`, however it is written around it.
    static func names(in list: [UInt8], of take: String) -> Set<String> {
        let start = Array((take + "_").utf8)
        var names = Set<String>()
        guard list.count >= start.count + 2 else { return [] }
        for place in 0...(list.count - start.count - 2) {
            let digits = list[(place + start.count)..<(place + start.count + 2)]
            guard digits.allSatisfy(ReelName.isDigit),
                zip(list[place...], start).allSatisfy({ CardTree.folded($0) == $1 })
            else { continue }
            names.insert(take + "_" + String(decoding: digits, as: UTF8.self))
        }
        return names
    }
}
