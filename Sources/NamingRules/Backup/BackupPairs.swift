internal import FileTree

/// Which file of a backup stands for which file of the folder: by path, else by name and size.
struct BackupPairs {
    /// How a file of the folder stands.
    enum State: Hashable {
        /// The backup has it, there or elsewhere.
        case there
        /// The backup has one in its place, with another size.
        case resized(Int64)
        /// The backup does not have it.
        case absent
        /// Nobody could look: its folder on the backup was not read.
        case unknown
    }

    private let folder, copy: TreeSnapshot
    private let copyIndex: TreeIndex
    /// By entry of the folder, the entry of the backup at the same path; `none` or `unseen` where there is none.
    private var same: [Int32]
    private var states: [State]
    /// By entry of the backup, whether it stands for a file already: it stands for one alone.
    private var isClaimed: [Bool]
    /// By folder, which of the other tree is the same: what lies in one should lie in the other.
    private(set) var folderOfCopy, copyOfFolder: [Int32]
    /// How many files lie elsewhere on the backup.
    private(set) var elsewhere = 0

    private static let none: Int32 = -1
    private static let unseen: Int32 = -2

    /// Compares the files of a folder.
    ///
    /// - Parameter files: their entries.
    init(_ folder: TreeSnapshot, _ copy: TreeSnapshot, files: [Int], copies: [Int]) {
        (self.folder, self.copy) = (folder, copy)
        copyIndex = TreeIndex(copy)
        same = Array(repeating: BackupPairs.none, count: folder.entries.count)
        states = Array(repeating: .absent, count: folder.entries.count)
        isClaimed = Array(repeating: false, count: copy.entries.count)
        folderOfCopy = Array(repeating: BackupPairs.none, count: copy.entries.count)
        copyOfFolder = Array(repeating: BackupPairs.none, count: folder.entries.count)
        walk()
        for file in files { compareInPlace(file) }
        if !isClaimed.contains(true) { unpair() }
        for isParentMeant in [true, false] { lookElsewhere(files, copies, isParentMeant) }
        for file in files where states[file] == .absent { compareInPairedFolder(file) }
    }

    /// How a file of the folder stands.
    subscript(entry: Int) -> State { states[entry] }

    /// Whether a file of the backup stands for one of the folder.
    func isPaired(copy entry: Int) -> Bool { isClaimed[entry] }

    // MARK: - By path

    /// Goes down both trees at once.
    private mutating func walk() {
        let unread = Set(copy.unreadable.compactMap { copyIndex.number(at: $0.place) })
        same[0] = 0
        pair(copy: 0, folder: 0)
        for number in folder.entries.indices.dropFirst() {
            let around = same[Int(folder.entries[number].parent)]
            guard around >= 0 else {
                same[number] = around
                continue
            }
            let isUnread = unread.contains(Int(around)) || copy.entries[Int(around)].kind == .mount
            guard let there = copyIndex.child(named: folder.name(of: number), of: Int(around)) else {
                same[number] = isUnread ? BackupPairs.unseen : BackupPairs.none
                continue
            }
            same[number] = Int32(there)
            if folder.entries[number].kind == .folder, copy.entries[there].kind == .folder {
                pair(copy: there, folder: number)
            }
        }
    }

    /// Nothing is in its place: the backup lies under another parent, and its folders are other ones.
    private mutating func unpair() {
        for number in folderOfCopy.indices { folderOfCopy[number] = BackupPairs.none }
        for number in copyOfFolder.indices { copyOfFolder[number] = BackupPairs.none }
    }

    private mutating func compareInPlace(_ file: Int) {
        if same[file] == BackupPairs.unseen { states[file] = .unknown }
        guard same[file] >= 0 else { return }
        claim(Int(same[file]), for: file)
    }

    /// Takes a file of the backup for one of the folder.
    private mutating func claim(_ there: Int, for file: Int) {
        guard copy.entries[there].kind == .file, !isClaimed[there] else { return }
        isClaimed[there] = true
        let size = copy.entries[there].size
        states[file] = size == folder.entries[file].size ? .there : .resized(size)
    }

    // MARK: - Elsewhere

    /// What tells a file wherever it lies.
    private struct Trait: Hashable {
        let name: ArraySlice<UInt8>
        /// The name of the folder around it; empty where that does not count.
        let parent: ArraySlice<UInt8>
        let size: Int64

        init(_ entry: Int, of tree: TreeSnapshot, isParentMeant: Bool) {
            name = tree.name(of: entry)
            parent = isParentMeant ? tree.name(of: Int(tree.entries[entry].parent)) : []
            size = tree.entries[entry].size
        }
    }

    /// Looks for what is not in its place; each file of the backup stands for one alone, so that a frame `0001.dpx` of
    /// one shot is not taken for that of another which is there too.
    private mutating func lookElsewhere(_ files: [Int], _ copies: [Int], _ isParentMeant: Bool) {
        let absent = files.filter { states[$0] == .absent }
        guard !absent.isEmpty else { return }
        var waiting: [Trait: [Int32]] = [:]
        // The last is taken first.
        for there in copies.reversed() where !isClaimed[there] {
            waiting[Trait(there, of: copy, isParentMeant: isParentMeant), default: []].append(Int32(there))
        }
        for file in absent {
            let trait = Trait(file, of: folder, isParentMeant: isParentMeant)
            guard let there = waiting[trait]?.popLast() else { continue }
            claim(Int(there), for: file)
            elsewhere += 1
            if isParentMeant {
                pair(copy: Int(copy.entries[Int(there)].parent), folder: Int(folder.entries[file].parent))
            }
        }
    }

    /// Takes two folders for the same, and those around them as far as they are called the same.
    private mutating func pair(copy there: Int, folder here: Int) {
        var (there, here) = (there, here)
        while folderOfCopy[there] == BackupPairs.none, copyOfFolder[here] == BackupPairs.none {
            folderOfCopy[there] = Int32(here)
            copyOfFolder[here] = Int32(there)
            guard there != 0, here != 0 else { return }
            let isSameName = copy.name(of: there) == folder.name(of: here)
            (there, here) = (Int(copy.entries[there].parent), Int(folder.entries[here].parent))
            guard isSameName, there != 0, here != 0 else { return }
        }
    }

    /// What has the name in the folder that stands for its own is the same file, with another size.
    private mutating func compareInPairedFolder(_ file: Int) {
        let around = copyOfFolder[Int(folder.entries[file].parent)]
        guard around >= 0, let there = copyIndex.child(named: folder.name(of: file), of: Int(around)) else { return }
        claim(there, for: file)
    }
}
