internal import CameraCards
internal import FileTree

/// Where in a tree the cards lie that were found in it, by numbers of entries.
struct CardPlaces {
    /// One card and its entries, which are one stretch: a folder's come right behind it.
    struct Place {
        let card: CardSearch.Found
        /// Its own folder and all it holds.
        let entries: Range<Int>
    }

    /// The cards, by their folders; cards in a card come behind it.
    let places: [Place]

    init(_ folder: CheckedFolder) {
        let tree = folder.named.tree
        let index = folder.cards.isEmpty ? nil : TreeIndex(tree)
        places = folder.cards.compactMap { card in
            index?.number(at: card.path).map { Place(card: card, entries: CardPlaces.stretch(of: $0, in: tree)) }
        }.sorted { $0.entries.lowerBound < $1.entries.lowerBound }
    }

    /// A folder and all that lies in it.
    static func stretch(of folder: Int, in tree: TreeSnapshot) -> Range<Int> {
        var end = folder + 1
        while end < tree.entries.count, Int(tree.entries[end].parent) >= folder { end += 1 }
        return folder..<end
    }

    /// The innermost card around an entry.
    func place(around entry: Int) -> Place? {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle].entries.lowerBound <= entry { low = middle + 1 } else { high = middle }
        }
        return places[..<low].last { $0.entries.contains(entry) }
    }
}
