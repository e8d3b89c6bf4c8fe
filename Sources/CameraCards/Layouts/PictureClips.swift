internal import FileTree

/// Puts the files of picture folders together: one clip for each name in each folder.
///
/// Counters start again with every folder, so equal names in two folders are two clips.
enum PictureClips {
    /// The clips of a layout whose family writes nothing else; stills come last.
    static func clips(of layout: CardLayout, on card: CardTree, grammars: [ClipName.Grammar] = []) -> LayoutClips {
        var grouping = ClipGrouping(layout.family, on: card)
        let folders = layout.folders.compactMap(card.number(of:))
        for group in PictureGroup.all(in: folders.flatMap(card.filesBelow), of: layout.family, on: card) {
            group.add(to: &grouping, of: layout.family, grammars: grammars, on: card)
        }
        var clips = grouping.finish()
        clips.putStillsLast()
        clips.shareRest(of: layout, on: card)
        return clips
    }
}

/// Files of one folder and one name.
private struct PictureGroup {
    /// The folder and the name, which no other group has.
    private let key: String
    private let name: String
    private var files: [(number: Int, role: PictureRole)] = []

    /// The groups in the order of their first files; files that speak of no one picture are in none.
    static func all(in files: [Int], of family: CardFamily, on card: CardTree) -> [PictureGroup] {
        var (groups, places) = ([PictureGroup](), [String: Int]())
        for file in files {
            guard let (name, role) = named(file, on: card) else { continue }
            let folder = Int(card.tree.entries[file].parent)
            // Panasonic keeps thumbnails in a folder of the same name elsewhere.
            let place = family == .panasonicMOV ? card.capitals(of: folder) : String(folder)
            let key = "\(place)/\(name.uppercased())"
            let group = places[key] ?? groups.count
            if group == groups.count {
                places[key] = group
                groups.append(PictureGroup(key: key, name: name))
            }
            groups[group].files.append((file, role))
        }
        return groups
    }

    /// The name of the clip that a file belongs to, and what it is; nil for files that speak of no one picture.
    private static func named(_ file: Int, on card: CardTree) -> (name: String, role: PictureRole)? {
        guard let role = PictureRole(extension: card.fileExtension(of: file)) else { return nil }
        let stem = card.stem(of: file)
        if role.isEssence, stem.uppercased().hasSuffix("_PROXY") { return (String(stem.dropLast(6)), .proxy) }
        // Apple's adjustments of the original of an edited picture: IMG_O0001.AAE.
        if role == .sidecar, stem.hasPrefix("IMG_O") { return ("IMG_" + stem.dropFirst(5), role) }
        return (stem, role)
    }

    /// Adds the files as what they are beside each other.
    func add(to grouping: inout ClipGrouping, of family: CardFamily, grammars: [ClipName.Grammar], on card: CardTree) {
        let kinds = Set(files.map(\.role))
        let isLive = family == .apple && kinds.contains(.movie) && kinds.contains(.still)
        let isStill = isLive || kinds.isDisjoint(with: [.movie, .rawMovie])
        let grammar = ClipName(name, trying: grammars)
        for (file, role) in files {
            grouping.add(
                file, as: role.clipRole(beside: kinds, isLive: isLive), to: key, named: name,
                folder: card.folder(of: file),
                grammar: grammar, marks: isStill ? [.still] : [])
        }
    }
}

extension PictureRole {
    /// What it is to the clip when the name's other files are these.
    func clipRole(beside kinds: Set<PictureRole>, isLive: Bool) -> Clip.Role {
        switch self {
        case .rawMovie, .rawStill: .essence
        case .movie: kinds.contains(.rawMovie) ? .proxy : .essence
        // A camera's poster of a movie; the still of a Live Photo is the picture itself.
        case .still: kinds.isDisjoint(with: [.movie, .rawMovie]) || isLive ? .essence : .thumbnail
        case .thumbnail: .thumbnail
        case .proxy: .proxy
        case .sound: .audio
        case .sidecar: .sidecar
        }
    }
}

extension LayoutClips {
    /// Orders stills after everything that moves.
    mutating func putStillsLast() {
        clips = clips.filter { !$0.marks.contains(.still) } + clips.filter { $0.marks.contains(.still) }
    }
}
