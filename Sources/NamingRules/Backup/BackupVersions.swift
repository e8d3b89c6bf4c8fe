internal import FileTree
internal import FrameSequences

/// Which version of what each thing of a folder and of its backup is.
///
/// A chain is told by the name without its version, by the form, and by the folders around it without theirs; a thing
/// without a version in its name has that of the nearest folder that has one.
struct BackupVersions {
    /// The version that a thing is.
    struct Version: Hashable {
        /// The number of the chain and form.
        let chain: UInt32
        let number: Int
    }

    /// By thing; nil where no name has a version.
    private(set) var ofFolder: [Version?] = []
    private(set) var ofCopy: [Version?] = []
    private var folders = NameTable()
    private var chains = NameTable()

    /// What the folders around a thing say.
    private struct Surroundings {
        var context: UInt32
        var number: Int?
    }

    init(_ folder: NamedTree, _ copy: NamedTree, _ pairs: BackupPairs) {
        let mine = surroundings(folder.tree) { _ in nil }
        let theirs = surroundings(copy.tree) { entry in
            let here = pairs.folderOfCopy[entry]
            return here >= 0 ? mine[Int(here)] : nil
        }
        ofFolder = folder.things.indices.map { version($0, of: folder, mine) }
        ofCopy = copy.things.indices.map { version($0, of: copy, theirs) }
    }

    /// How many chains there are, each form counted.
    var count: Int { chains.count }

    /// By entry, for folders.
    private mutating func surroundings(_ tree: TreeSnapshot, known: (Int) -> Surroundings?) -> [Surroundings] {
        var all = Array(repeating: Surroundings(context: 0, number: nil), count: tree.entries.count)
        for entry in tree.entries.indices.dropFirst() where tree.entries[entry].kind == .folder {
            if let known = known(entry) {
                all[entry] = known
                continue
            }
            let (name, around) = (tree.name(of: entry), all[Int(tree.entries[entry].parent)])
            let version = VersionedName(name)
            var stem: [UInt8] = []
            if let version { version.appendStem(to: &stem) } else { stem += name }
            // 0 is the root: its folders begin behind it.
            let context = folders.number(of: stem, in: around.context) + 1
            all[entry] = Surroundings(context: context, number: version?.token.number ?? around.number)
        }
        return all
    }

    /// How the version of a thing is written, in its name or in that of a folder around it: `v003`.
    static func label(_ thing: Int, of named: NamedTree) -> String {
        var version = VersionedName(thing, of: named)
        var entry = named.things[thing].entry
        while version == nil, entry != 0 {
            entry = Int(named.tree.entries[entry].parent)
            version = VersionedName(named.tree.name(of: entry))
        }
        return version.map { String(decoding: $0.written, as: UTF8.self) } ?? "one without a number"
    }

    private mutating func version(_ thing: Int, of named: NamedTree, _ all: [Surroundings]) -> Version? {
        guard named.things[thing].kind != .folder else { return nil }
        let around = all[Int(named.tree.entries[named.things[thing].entry].parent)]
        var key: [UInt8] = []
        if let version = VersionedName(thing, of: named) {
            version.appendStem(to: &key)
            key.append(0)
            version.appendForm(to: &key)
            return Version(chain: chains.number(of: key, in: around.context), number: version.token.number)
        }
        guard let number = around.number else { return nil }
        let (body, suffix) = named.parts(of: thing)
        // Two zeros: no name that has a version of its own is the same key.
        key += body + [0, 0] + suffix
        return Version(chain: chains.number(of: key, in: around.context), number: number)
    }
}
