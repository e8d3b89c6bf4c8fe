internal import FileTree
internal import FrameSequences

/// Which folders hold media, and which rolls their names tell.
struct ArrivedFolders {
    /// By entry: the folder holds media that are not empty, at any depth.
    private var hold: [Bool]
    /// By entry: it holds proxies, thumbnails or looks.
    private var asides: [Bool]
    /// By entry: the roll that the folder's own name tells, or the innermost around it; 0 is none.
    private var rollNumbers: [UInt32]
    private var rolls: [RollKey] = []
    private var numbers: [RollKey: UInt32] = [:]
    private let tree: TreeSnapshot

    /// Looks at all folders.
    ///
    /// - Parameters:
    ///   - name: what the whole folder is called.
    ///   - known: the rolls that are looked for.
    init(_ named: NamedTree, called name: String, known: Set<RollKey>) {
        tree = named.tree
        hold = Array(repeating: false, count: tree.entries.count)
        (asides, rollNumbers) = (hold, Array(repeating: 0, count: tree.entries.count))
        enter(0, name: Array(name.utf8)[...], known)
        for (number, thing) in named.things.enumerated() {
            if thing.kind == .folder {
                enter(thing.entry, name: named.name(of: number), known)
            } else if named.size(of: number) > 0, named.media(of: number) != nil, !isAside(thing.entry) {
                markHolders(of: thing.entry)
            }
        }
    }

    /// Parents are entered before what lies in them.
    private mutating func enter(_ entry: Int, name: ArraySlice<UInt8>, _ known: Set<RollKey>) {
        let parent = Int(tree.entries[entry].parent)
        asides[entry] = entry != 0 && (asides[parent] || AsideNames.isFolder(name))
        rollNumbers[entry] = rollNumbers[parent]
        guard !known.isEmpty, let roll = RollKey.meant(by: name).first(where: known.contains) else { return }
        if numbers[roll] == nil {
            rolls.append(roll)
            numbers[roll] = UInt32(rolls.count)
        }
        rollNumbers[entry] = numbers[roll] ?? 0
    }

    private mutating func markHolders(of entry: Int) {
        var folder = Int(tree.entries[entry].parent)
        while !hold[folder] {
            hold[folder] = true
            folder = Int(tree.entries[folder].parent)
        }
    }

    /// Whether an entry lies among proxies, thumbnails or looks.
    func isAside(_ entry: Int) -> Bool { asides[Int(tree.entries[entry].parent)] }

    /// Whether a folder holds media.
    func holdsMedia(_ folder: Int) -> Bool { hold[folder] && !asides[folder] }

    /// The roll that the folders around an entry tell, of those that are looked for.
    func roll(around entry: Int) -> RollKey? { roll(of: Int(tree.entries[entry].parent)) }

    /// The roll that a folder or those around it tell.
    func roll(of folder: Int) -> RollKey? { rollNumbers[folder] == 0 ? nil : rolls[Int(rollNumbers[folder]) - 1] }

    /// The rolls that a folder with media tells.
    var present: Set<RollKey> {
        var present: Set<UInt32> = []
        for folder in hold.indices where holdsMedia(folder) { present.insert(rollNumbers[folder]) }
        return Set(present.filter { $0 != 0 }.map { rolls[Int($0) - 1] })
    }
}

extension NamedTree {
    /// The name of a thing without frame number and extension, and its extension.
    func stem(of thing: Int) -> (stem: ArraySlice<UInt8>, extension: ArraySlice<UInt8>) {
        guard let sequence = sequence(of: thing) else { return MediaKind.parts(of: name(of: thing)) }
        let end = sequence.prefix.lastIndex { NameWords.isLetter($0) || NameWords.isDigit($0) }.map { $0 + 1 } ?? 0
        let ending = sequence.suffix.drop { $0 == UInt8(ascii: ".") }.prefix { $0 != UInt8(ascii: ".") }
        return (sequence.prefix[..<end], ending)
    }

    /// What media a file or sequence is; nil for folders and for everything that is none.
    func media(of thing: Int) -> MediaKind? {
        switch things[thing].kind {
        case .folder: nil
        case .file: MediaKind(extension: MediaKind.parts(of: name(of: thing)).extension)
        case .sequence: .frames
        }
    }

    /// Bytes of a file or of all frames.
    func size(of thing: Int) -> Int64 { sequence(of: thing)?.size.bytes ?? tree.entries[things[thing].entry].size }
}
