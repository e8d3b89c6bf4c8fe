extension IgnorePatterns {
    /// For each entry of a tree, by its number, whether the patterns take it.
    ///
    /// The last pattern that matches an entry, or a folder it lies in, decides; the root is never taken. A pattern of
    /// more than ``mostParts`` names takes nothing. What matches is kept on the way down, so a million names below
    /// `VFX/**` are not even looked at.
    public func taken(in tree: TreeSnapshot) -> [Bool] {
        let used = patterns.filter { $0.parts.count <= IgnorePatterns.mostParts }
        var taken = Array(repeating: false, count: tree.entries.count)
        // Entries come parents first, what a folder holds right behind it: the folders around an entry are a stack.
        var around = [FolderAround(number: 0, places: used.map { Places.start.passing($0) }, last: nil)]
        for number in tree.entries.indices.dropFirst() {
            let entry = tree.entries[number]
            while around.count > 1, let inner = around.last, inner.number != entry.parent { around.removeLast() }
            guard let folder = around.last else { continue }
            let isFolder = entry.kind == .folder
            let inside = folder.entering(tree.name(of: number), UInt32(number), isFolder: isFolder, used)
            taken[number] = inside.last.map { !used[$0].isTakenBack } ?? false
            if isFolder { around.append(inside) }
        }
        return taken
    }

    /// A pattern has so many names between slashes at most where a whole tree is asked: one bit each in a word.
    public static let mostParts = 62
}

/// A folder around the entry that is looked at.
private struct FolderAround {
    let number: UInt32
    /// How far each pattern has come there; none for a file.
    var places: [Places]
    /// The last pattern that matches it or a folder around it.
    var last: Int?

    /// The same for an entry in it.
    func entering(
        _ name: ArraySlice<UInt8>, _ number: UInt32, isFolder: Bool, _ patterns: [IgnorePatterns.Pattern]
    ) -> FolderAround {
        var inside = FolderAround(number: number, places: isFolder ? places : [], last: last)
        for (index, pattern) in patterns.enumerated() where !places[index].isEmpty {
            let reached = places[index].after(name, in: pattern)
            if isFolder { inside.places[index] = reached.passing(pattern) }
            if reached.isEnd(of: pattern), isFolder || !pattern.isForFoldersOnly {
                inside.last = max(index, inside.last ?? 0)
            }
        }
        return inside
    }
}

/// How far a pattern has come: the bit n stands for its first n parts having matched.
private struct Places {
    private var bits: UInt64

    static let start = Places(bits: 1)

    var isEmpty: Bool { bits == 0 }

    func isEnd(of pattern: IgnorePatterns.Pattern) -> Bool { bits >> UInt64(pattern.parts.count) & 1 == 1 }

    /// Besides, each `**` that comes next is skipped, unless it is the last: that stands for what lies inside.
    func passing(_ pattern: IgnorePatterns.Pattern) -> Places {
        var passed = self
        for (index, part) in pattern.parts.dropLast().enumerated()
        where part == IgnorePatterns.anyFolders && passed.bits >> UInt64(index) & 1 == 1 {
            passed.bits |= 2 << UInt64(index)
        }
        return passed
    }

    /// Where it is one name further down.
    func after(_ name: ArraySlice<UInt8>, in pattern: IgnorePatterns.Pattern) -> Places {
        var after = Places(bits: 0)
        for (index, part) in pattern.parts.enumerated() where bits >> UInt64(index) & 1 == 1 {
            if part == IgnorePatterns.anyFolders {
                after.bits |= (index == pattern.parts.count - 1 ? 3 : 1) << UInt64(index)
            } else if IgnorePatterns.matches(part, name) {
                after.bits |= 2 << UInt64(index)
            }
        }
        return after
    }
}
