extension IgnorePatterns {
    /// For each entry of a tree, by its number, whether the patterns take it.
    ///
    /// The last pattern that matches an entry, or a folder it lies in, decides; the root is never taken. A pattern of
    /// more than ``mostParts`` names takes nothing. What matches is kept on the way down, so a million names below
    /// `VFX/**` are not even looked at.
    public func taken(in tree: TreeSnapshot) -> [Bool] {
        let used = patterns.filter { $0.parts.count <= IgnorePatterns.mostParts }.map(MarkedPattern.init)
        var taken = Array(repeating: false, count: tree.entries.count)
        // Entries come parents first, what a folder holds right behind it: the folders around an entry are a stack.
        var around = [FolderAround(number: 0, places: used.map { Places.start.passing($0) }, last: nil)]
        for number in tree.entries.indices.dropFirst() {
            let entry = tree.entries[number]
            while around.count > 1, let inner = around.last, inner.number != entry.parent { around.removeLast() }
            guard let folder = around.last else { continue }
            let isFolder = entry.kind == .folder
            let inside = folder.entering(tree.name(of: number), UInt32(number), isFolder: isFolder, used)
            taken[number] = inside.last.map { !used[$0].pattern.isTakenBack } ?? false
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
        _ name: ArraySlice<UInt8>, _ number: UInt32, isFolder: Bool, _ patterns: [MarkedPattern]
    ) -> FolderAround {
        var inside = FolderAround(number: number, places: isFolder ? places : [], last: last)
        for (index, pattern) in patterns.enumerated() where !places[index].isEmpty {
            let reached = places[index].after(name, in: pattern)
            if isFolder { inside.places[index] = reached.passing(pattern) }
            if reached.isEnd(of: pattern), isFolder || !pattern.pattern.isForFoldersOnly {
                inside.last = max(index, inside.last ?? 0)
            }
        }
        return inside
    }
}

/// A pattern, with a bit for each of its parts that is `**`.
private struct MarkedPattern {
    let pattern: IgnorePatterns.Pattern
    let anyFolders: UInt64
    /// The bit of its last part.
    let last: UInt64

    init(_ pattern: IgnorePatterns.Pattern) {
        self.pattern = pattern
        last = 1 << UInt64(pattern.parts.count - 1)
        anyFolders = pattern.parts.enumerated().reduce(0) { bits, part in
            part.element == IgnorePatterns.anyFolders ? bits | 1 << UInt64(part.offset) : bits
        }
    }
}

/// How far a pattern has come: the bit n stands for its first n parts having matched.
private struct Places {
    private var bits: UInt64

    static let start = Places(bits: 1)

    var isEmpty: Bool { bits == 0 }

    func isEnd(of pattern: MarkedPattern) -> Bool { bits & (pattern.last << 1) != 0 }

    /// Besides, each `**` that comes next is skipped, unless it is the last: that stands for what lies inside.
    func passing(_ pattern: MarkedPattern) -> Places {
        var passed = self
        while case let next = passed.bits | (passed.bits & pattern.anyFolders & ~pattern.last) << 1, next != passed.bits
        {
            passed.bits = next
        }
        return passed
    }

    /// Where it is one name further down.
    func after(_ name: ArraySlice<UInt8>, in pattern: MarkedPattern) -> Places {
        let within = bits & pattern.anyFolders
        var after = Places(bits: within | (within & pattern.last) << 1)
        var rest = bits & ~pattern.anyFolders & ((pattern.last << 1) - 1)
        while rest != 0 {
            let index = rest.trailingZeroBitCount
            rest &= rest - 1
            if IgnorePatterns.matches(pattern.pattern.parts[index], name) { after.bits |= 2 << UInt64(index) }
        }
        return after
    }
}
