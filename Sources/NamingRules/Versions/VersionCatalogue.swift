internal import FileTree
internal import FrameSequences

/// One file, sequence or folder as one form of one version of a chain.
struct VersionItem: Sendable {
    /// Its number among the tree's things.
    let thing: UInt32
    /// The number of its chain.
    let chain: UInt32
    /// The number of its version.
    let number: UInt32
    /// The number of its form.
    let form: UInt32
    /// Where among the files of its version it lies: two of one place claim to be the same.
    let place: Int
    /// How the version is written.
    let width: UInt8
    let isCapital: Bool
    /// Whether the version is that of a folder around it.
    let isOfFolder: Bool
    /// Whether a folder of its version could not be listed: nobody knows what else it holds.
    let isUnlisted: Bool
}

/// All versions of a tree's things: which chain each belongs to, and as what.
struct VersionCatalogue: Sendable {
    /// What was looked at.
    let named: NamedTree
    /// The things that could not be read, as far as anybody tried.
    let unread: Set<Int>
    /// The items by chain, then by version, then by thing.
    private(set) var items: [VersionItem]
    /// Where the items of each chain begin, and one number more.
    private(set) var starts: [UInt32]
    /// The names taken apart, and the fields in them that are versions.
    private let matches: TemplateMatches
    private let versionFields: [Int]
    /// The names of the chains and of the forms.
    private let stems, forms: NameTable

    /// The form of folders that only hold other names.
    static let folderForm = UInt32.max
    /// The form of folders that hold nothing.
    static let emptyFolder = UInt32.max - 1

    init(_ building: consuming VersionCataloguing) {
        (named, unread) = (building.scope.folder.named, building.scope.folder.unread)
        (matches, versionFields) = (building.scope.folder.matches, building.versionFields)
        (stems, forms) = (building.stems, building.forms)
        (items, starts) = VersionCatalogue.ordered(building.items, chains: building.stems.count)
    }

    /// By chain, then by number; the chains are counted out, since there may be a million of them.
    private static func ordered(_ items: [VersionItem], chains: Int) -> ([VersionItem], [UInt32]) {
        var starts = [UInt32](repeating: 0, count: chains + 1)
        for item in items { starts[Int(item.chain) + 1] += 1 }
        for chain in 0..<chains { starts[chain + 1] += starts[chain] }
        var (next, order) = (starts, [UInt32](repeating: 0, count: items.count))
        for (place, item) in items.enumerated() {
            order[Int(next[Int(item.chain)])] = UInt32(place)
            next[Int(item.chain)] += 1
        }
        var sorted = order.map { items[Int($0)] }
        for chain in 0..<chains where starts[chain + 1] - starts[chain] > 1 {
            sorted[Int(starts[chain])..<Int(starts[chain + 1])].sort { ($0.number, $0.thing) < ($1.number, $1.thing) }
        }
        return (sorted, starts)
    }

    /// The numbers of the chains, by their first files in the tree.
    var chains: [Int] {
        (0..<starts.count - 1).filter { starts[$0] < starts[$0 + 1] }
    }

    /// The items of a chain.
    func items(of chain: Int) -> ArraySlice<VersionItem> { items[Int(starts[chain])..<Int(starts[chain + 1])] }

    /// The bytes of a chain's name, without the folder it belongs to.
    func stem(of chain: UInt32) -> ArraySlice<UInt8> { stems[chain] }

    /// The name of a chain, as it stands in the names of its files.
    func name(of chain: Int) -> [UInt8] {
        var stem = Array(stems[UInt32(chain)])
        // Fields stand behind a zero each, which no name has: they are no name that anybody could look for.
        if stem.first == 0, let newest = items(of: chain).last, let version = versionedName(of: newest) {
            stem.removeAll()
            version.appendStem(to: &stem)
        }
        guard stem.isEmpty, let item = items(of: chain).first else { return stem }
        var path = named.path(of: Int(item.thing)).parent
        while item.isOfFolder, !path.isRoot, VersionedName(path.name) == nil { path = path.parent }
        if item.isOfFolder { path = path.parent }
        return path.isRoot ? Array("this folder".utf8) : Array(path.name)
    }

    /// A form for people: `exr`, `exr in matte`.
    func words(forForm form: UInt32) -> String {
        if form == VersionCatalogue.emptyFolder { return "empty folder" }
        if form == VersionCatalogue.folderForm { return "folder" }
        let parts = forms[form].split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        let (format, place) = (NameCharacter.escaped(parts[0]), NameCharacter.escaped(parts[1]))
        return (format.isEmpty ? "file without extension" : format) + (place.isEmpty ? "" : " in \(place)")
    }

    /// The format of a form in small letters: `exr`.
    func format(of form: UInt32) -> ArraySlice<UInt8> {
        form >= VersionCatalogue.emptyFolder ? [] : forms[form].prefix { $0 != 0 }
    }

    /// The name in which an item's version stands: its own, or that of a folder around it.
    func versionedName(of item: VersionItem) -> VersionedName? {
        guard item.isOfFolder else {
            return VersionedName(Int(item.thing), of: named, field: fieldOfVersion(of: item))
        }
        var entry = named.things[Int(item.thing)].entry
        while entry != 0 {
            entry = Int(named.tree.entries[entry].parent)
            if let version = VersionedName(named.tree.name(of: entry)) { return version }
        }
        return nil
    }

    private func fieldOfVersion(of item: VersionItem) -> Range<Int>? {
        guard stems[item.chain].first == 0 else { return nil }
        for field in versionFields {
            if let range = matches.range(ofField: field, of: Int(item.thing)) { return range }
        }
        return nil
    }

    /// Which bytes of a thing's own name are its version; nil where it is that of a folder around it.
    func marked(_ item: VersionItem) -> Range<Int>? {
        guard !item.isOfFolder, let range = versionedName(of: item)?.token.range else { return nil }
        let start = named.sequence(of: Int(item.thing)) == nil ? named.name(of: Int(item.thing)).startIndex : 0
        return (range.lowerBound - start)..<(range.upperBound - start)
    }
}
