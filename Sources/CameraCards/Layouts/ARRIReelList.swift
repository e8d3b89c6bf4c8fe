internal import ClipMetadata
internal import FileTree

/// What the log of an ARRI reel says of its clips, beside those that are there.
struct ARRIReelList {
    /// The names of the reel's clips, as the log has them.
    private let named: [String]
    private let log: ReelALE
    private let place: RelativePath

    /// Nil for a log that cannot be read, which is told where its rows are read, and for one of another reel.
    init?(_ file: Int, of reel: ARRIReel, on card: CardTree) {
        place = card.path(of: file)
        guard let bytes = try? card.contents(of: file), let log = try? ReelALE(bytes, at: place.description) else {
            return nil
        }
        self.log = log
        var known = Set<String>()
        named = log.clips.map(\.name).map(ARRIReelList.stem).filter {
            reel.holds($0) && known.insert($0.uppercased()).inserted
        }
        if named.isEmpty { return nil }
    }

    /// The clips that it names and that are none of these.
    func missing(among clips: [String]) -> [String] {
        let here = Set(clips.map { $0.uppercased() })
        return named.filter { !here.contains($0.uppercased()) }
    }

    /// What is said of a clip that it names and that is not there.
    var missingClip: (String) -> CardFinding {
        { name in .notThere("the clip \(name)", namedBy: place, .error) }
    }

    /// What is said of clips that it does not name.
    func unlisted(_ clips: [String]) -> CardFinding? {
        let unlisted = clips.filter { log.clips(named: $0).isEmpty }
        guard let first = unlisted.first else { return nil }
        let more = unlisted.count > 1 ? " and \(unlisted.count - 1) more" : ""
        return CardFinding(
            .index, .note, at: place, "\(place) does not name the clip \(first)\(more).",
            nextStep: "The log may have been written before the last clips: rely on the files.")
    }

    /// A clip's name without the ending of a file.
    private static func stem(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}
