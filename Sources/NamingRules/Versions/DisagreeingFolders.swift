internal import FileTree

/// V07: names whose version is not that of the folder they lie in.
struct DisagreeingFolders {
    private struct Key: Hashable {
        /// The folder they lie in, and the one that says the version.
        let around, home: UInt32
        let number: Int
    }

    private let named: NamedTree
    private let folders: VersionFolders
    private var places: [Key: Int] = [:]
    private var found: [(key: Key, things: [Int], count: Int)] = []
    private var stem: [UInt8] = []

    private let mostNamed: Int

    /// - Parameter most: so many names are told in one finding.
    init(_ named: NamedTree, naming most: Int) {
        (self.named, mostNamed) = (named, most)
        folders = VersionFolders(named.tree)
    }

    /// Looks at a thing with its version; many of one folder that say the same are one finding.
    mutating func look(at thing: Int, _ version: VersionedName) {
        let around = folders.around(named.things[thing].entry)
        guard folders[around].version != nil else { return }
        stem.removeAll(keepingCapacity: true)
        version.appendStem(to: &stem)
        guard let home = folders.home(of: stem, from: around), home.version.token.number != version.token.number
        else { return }
        let key = Key(around: around, home: home.number, number: version.token.number)
        let place = places[key] ?? found.count
        if place == found.count {
            places[key] = place
            found.append((key, [], 0))
        }
        found[place].count += 1
        if found[place].things.count <= mostNamed { found[place].things.append(thing) }
    }

    /// Tells of each.
    func tell(into findings: inout RuleFindings) {
        for (key, things, count) in found {
            guard let thing = things.first, let own = VersionedName(thing, of: named),
                let home = VersionedName(folders.name(of: key.home))
            else { continue }
            let start = named.parts(of: thing).body.startIndex
            let more =
                count == 1 ? "" : " So \(count == 2 ? "does 1 more name" : "do \(count - 1) more names") beside it."
            findings.add(
                .versionsDisagree, thing,
                marked: (own.token.range.lowerBound - start)..<(own.token.range.upperBound - start),
                "It says \(String(decoding: own.written, as: UTF8.self)), and its folder "
                    + "\(String(decoding: home.written, as: UTF8.self)).\(more)",
                .advice("Find out which is right, and rename the other."),
                others: Array(things.dropFirst()))
        }
    }
}

/// V07: a header that has the name of another version.
struct DisagreeingHeader {
    private let name: String
    private let label: String

    /// Nil where it says the same version, or the name of something else.
    init?(_ name: String, _ version: VersionedName) {
        let bytes = Array(name.utf8)
        let last = bytes.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        guard let header = VersionedName(bytes[(last.map { $0 + 1 } ?? 0)...]),
            header.token.number != version.token.number, DisagreeingHeader.means(header, version)
        else { return nil }
        (self.name, label) = (name, String(decoding: header.written, as: UTF8.self))
    }

    private static func means(_ header: VersionedName, _ version: VersionedName) -> Bool {
        var (one, other): ([UInt8], [UInt8]) = ([], [])
        header.appendStem(to: &one)
        version.appendStem(to: &other)
        return one.elementsEqual(other) { $0.small == $1.small }
    }

    /// Tells of it.
    func tell(_ thing: Int, _ body: ArraySlice<UInt8>, _ version: VersionedName, into findings: inout RuleFindings) {
        let range = version.token.range
        findings.add(
            .versionsDisagree, thing,
            marked: (range.lowerBound - body.startIndex)..<(range.upperBound - body.startIndex),
            "It says \(String(decoding: version.written, as: UTF8.self)), and its header \(label): \(name).",
            .advice("Find out which is right: the picture may be another version than its name."))
    }
}
