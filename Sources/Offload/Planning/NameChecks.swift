public import FileTree

/// Finds the names of a card that a destination's file system cannot hold; pure.
public enum NameChecks {
    /// How many names an obstacle shows before it only counts.
    private static let shown = 3

    /// The obstacles that a card's names meet on a kind of file system.
    ///
    /// - Parameters:
    ///   - contents: the card.
    ///   - kind: the destination's file system.
    ///   - place: the destination, as the person wrote it.
    public static func obstacles(_ contents: CardContents, on kind: FileSystemKind, at place: String) -> [Obstacle] {
        let tree = contents.tree
        let included = tree.entries.indices.dropFirst().filter(contents.isIncluded)
        var obstacles: [Obstacle] = []
        func add(_ code: Obstacle.Code, _ numbers: [Int], _ what: String, _ nextStep: String) {
            guard !numbers.isEmpty else { return }
            let names = numbers.prefix(shown).map { tree.path(of: $0).description }.joined(separator: ", ")
            let more = numbers.count > shown ? " and \(numbers.count - shown) more" : ""
            obstacles.append(Obstacle(code, at: place, "\(what): \(names)\(more).", nextStep: nextStep))
        }
        let elsewhere = "Choose a destination with another file system (ext4, XFS, APFS)."
        add(
            .nameTooLong, included.filter { isTooLong(tree.name(of: $0), kind.longestName) },
            "\(kind.name) cannot hold names this long", elsewhere)
        if kind.refusesWindowsNames {
            add(
                .nameNotAllowed, included.filter { isRefusedByWindows(tree.name(of: $0)) },
                "\(kind.name) does not allow these names", elsewhere)
        }
        if let largest = kind.largestFile {
            add(
                .fileTooLarge, included.filter { tree.entries[$0].size > largest.bytes },
                "\(kind.name) cannot hold files larger than \(largest)", elsewhere)
        }
        if kind.foldsCase || kind.foldsComposition {
            add(
                .namesCollide, twins(included, in: tree, kind),
                "\(kind.name) takes these names for others on the card", elsewhere)
        }
        return obstacles
    }

    /// The obstacles that a roll's own path meets on a kind of file system.
    public static func obstacles(_ place: RollPlace, on kind: FileSystemKind, at destination: String) -> [Obstacle] {
        // The partial folder's name is the longest that the roll has.
        let names = place.partial.components + place.roll.components
        let code: Obstacle.Code
        if names.contains(where: { isTooLong($0, kind.longestName) }) {
            code = .nameTooLong
        } else if kind.refusesWindowsNames, names.contains(where: isRefusedByWindows) {
            code = .nameNotAllowed
        } else {
            return []
        }
        let what = code == .nameTooLong ? "is too long a name" : "is not a name that is allowed"
        return [
            Obstacle(
                code, at: destination, "\(place.roll) \(what) on \(kind.name).", nextStep: "Name the roll with --as.")
        ]
    }

    private static func isTooLong(_ name: ArraySlice<UInt8>, _ limit: FileSystemKind.NameLimit) -> Bool {
        switch limit {
        case .bytes(let most): name.count > most
        case .utf16(let most): String(decoding: name, as: UTF8.self).utf16.count > most
        }
    }

    /// Microsoft, "Naming files, paths, and namespaces": reserved characters and device names, endings.
    private static func isRefusedByWindows(_ name: ArraySlice<UInt8>) -> Bool {
        guard let text = String(validating: name, as: UTF8.self) else { return true }
        if text.unicodeScalars.contains(where: { $0.value < 0x20 || "<>:\"/\\|?*".unicodeScalars.contains($0) }) {
            return true
        }
        return text.hasSuffix(".") || text.hasSuffix(" ")
    }

    /// Entries whose folded name an earlier entry of the same folder has.
    private static func twins(_ numbers: [Int], in tree: TreeSnapshot, _ kind: FileSystemKind) -> [Int] {
        struct Folded: Hashable {
            let parent: UInt32
            let name: String
        }
        var seen: Set<Folded> = []
        return numbers.filter { number in
            var name = String(decoding: tree.name(of: number), as: UTF8.self)
            if kind.foldsCase { name = name.lowercased() }
            // A file system that keeps compositions apart must not be told they are one: compare by bytes then.
            let key =
                kind.foldsComposition
                ? name : name.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
            return !seen.insert(Folded(parent: tree.entries[number].parent, name: key)).inserted
        }
    }
}
