internal import FileTree

/// The folders of a tree, with the versions that their names have.
struct VersionFolders: Sendable {
    /// A folder.
    struct Folder {
        /// Its entry in the tree.
        let entry: UInt32
        /// The number of the folder it lies in; its own for the root.
        let parent: UInt32
        /// The number of the next folder with a version, itself or around it; nil where there is none.
        var version: UInt32?
        /// What it is to chains: its path without versions and forms.
        var context: UInt32
        /// Whether its name only says in what form the same work lies there: `exr`, `proxy`, `4536x3780`.
        let isForm: Bool
        /// Whether a file lies in or below it.
        var isFilled = false
        /// Whether it, or a folder in it, could not be listed.
        var isUnlisted = false
        /// Whether a version was read from its name for what lies in it.
        var isUsed = false
    }

    private(set) var folders: [Folder] = []
    private let tree: TreeSnapshot
    /// By entry, the number of its folder; folders alone have one.
    private var numbers: [UInt32]
    private var contexts = NameTable()

    /// Looks at the folders of a tree.
    init(_ tree: TreeSnapshot) {
        self.tree = tree
        numbers = Array(repeating: 0, count: tree.entries.count)
        var stem: [UInt8] = []
        for entry in tree.entries.indices where tree.entries[entry].kind == .folder { add(entry, &stem) }
        guard !tree.unreadable.isEmpty else { return }
        let index = TreeIndex(tree)
        for entry in tree.unreadable.compactMap({ index.number(at: $0.place) })
        where tree.entries[entry].kind == .folder {
            miss(numbers[entry])
        }
    }

    /// Notes that nobody knows what a folder holds: neither it nor any around it is empty for sure.
    private mutating func miss(_ number: UInt32) {
        fill(number)
        var next = folders[Int(number)].version
        while let version = next {
            folders[Int(version)].isUnlisted = true
            next = version == 0 ? nil : folders[Int(folders[Int(version)].parent)].version
        }
    }

    private mutating func add(_ entry: Int, _ stem: inout [UInt8]) {
        let name = tree.name(of: entry)
        let number = UInt32(folders.count)
        let parent = entry == 0 ? 0 : numbers[Int(tree.entries[entry].parent)]
        let version = VersionedName(name)
        let isForm = entry != 0 && version == nil && FolderForm.isOne(name)
        var folder = Folder(
            entry: UInt32(entry), parent: parent, version: entry == 0 ? nil : folders[Int(parent)].version, context: 0,
            isForm: isForm)
        if version != nil { folder.version = number }
        stem.removeAll(keepingCapacity: true)
        if let version { version.appendStem(to: &stem) } else { stem += name }
        let around = entry == 0 ? 0 : folders[Int(parent)].context
        folder.context = entry != 0 && (isForm || stem.isEmpty) ? around : contexts.number(of: stem, in: around) + 1
        numbers[entry] = number
        folders.append(folder)
    }

    /// The number of the folder that an entry lies in.
    func around(_ entry: Int) -> UInt32 { numbers[Int(tree.entries[entry].parent)] }

    /// The number of a folder.
    func number(ofFolder entry: Int) -> UInt32 { numbers[entry] }

    /// The folder of a number.
    subscript(number: UInt32) -> Folder { folders[Int(number)] }

    /// The name of a folder.
    func name(of number: UInt32) -> ArraySlice<UInt8> { tree.name(of: Int(folders[Int(number)].entry)) }

    /// The next folder around, from `number` itself on, whose name has a version of the same work: of this stem, or of
    /// none as `v003`.
    func home(of stem: some Collection<UInt8>, from number: UInt32) -> (number: UInt32, version: VersionedName)? {
        var next = folders[Int(number)].version
        while let found = next {
            if let version = VersionedName(name(of: found)), VersionFolders.means(version, stem) {
                return (found, version)
            }
            guard found != 0 else { return nil }
            next = folders[Int(folders[Int(found)].parent)].version
        }
        return nil
    }

    private static func means(_ version: VersionedName, _ stem: some Collection<UInt8>) -> Bool {
        let count = version.before.count + version.after.count
        guard count != 0 else { return true }
        guard count == stem.count else { return false }
        return zip(stem, [version.before, version.after].joined()).allSatisfy { $0.small == $1.small }
    }

    /// Notes that a file lies in a folder: none of those around it is empty.
    mutating func fill(_ number: UInt32) {
        var number = Int(number)
        while !folders[number].isFilled {
            folders[number].isFilled = true
            number = Int(folders[number].parent)
        }
    }

    /// Notes that a folder's version is the one of what lies in it.
    mutating func use(_ number: UInt32) { folders[Int(number)].isUsed = true }
}

/// Folders that hold the same work in one of its forms.
enum FolderForm {
    /// Words for sizes, formats, colours, eyes and stand-ins, in small letters.
    private static let words: Set<[UInt8]> = Set(
        [
            "proxy", "proxies", "prx", "preview", "previews", "thumb", "thumbs", "thumbnail", "thumbnails", "hires",
            "lores", "lowres", "fullres", "halfres", "full", "half", "quarter", "hd", "uhd", "2k", "3k", "4k", "5k",
            "6k", "8k", "left", "right", "prores", "prores422", "prores4444", "dnx", "dnxhd", "dnxhr", "h264", "h265",
            "exr", "dpx", "tif", "tiff", "png", "jpg", "jpeg", "mov", "mp4", "mxf", "lin", "linear", "acescg", "aces",
            "log", "rec709", "srgb", "qt", "quicktime", "matte", "mattes",
        ].map { Array($0.utf8) })
    /// The longest of the words.
    private static let longest = 10

    /// Whether a folder's name is one of them, or a size in pixels.
    static func isOne(_ name: ArraySlice<UInt8>) -> Bool {
        if isSize(name) { return true }
        return name.count <= longest && words.contains(name.map(\.small))
    }

    /// Whether it is `4536x3780`.
    static func isSize(_ name: ArraySlice<UInt8>) -> Bool {
        guard let cross = name.firstIndex(where: { !$0.isDecimalDigit }), name[cross].small == UInt8(ascii: "x") else {
            return false
        }
        let (width, height) = (name[..<cross], name[(cross + 1)...])
        return (2...5).contains(width.count) && (2...5).contains(height.count)
            && height.allSatisfy(\.isDecimalDigit)
    }
}
