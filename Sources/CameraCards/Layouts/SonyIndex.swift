internal import ClipMetadata
internal import FileTree

/// What `MEDIAPRO.XML` links together, and what it names that is not there.
struct SonyIndex {
    /// What it says of a file.
    struct Link {
        /// The clip's name: the stem of the file it was recorded to.
        let clip: String
        /// The clip's UMID.
        let umid: String?
    }

    /// By the number of the file in the card's tree.
    private(set) var links: [Int: Link] = [:]
    private(set) var findings: [CardFinding] = []
    /// What is said of recordings that the index names and that are not there, with the rest of their files.
    private(set) var lost: [(clip: String, finding: CardFinding)] = []

    init(in root: Int, on card: CardTree) {
        guard let file = card.file(at: "MEDIAPRO.XML", from: root) else {
            findings = [.noIndex("MEDIAPRO.XML", in: card.path(of: root))]
            return
        }
        let place = card.path(of: file)
        do {
            let profile = try SonyMediaProfile(card.contents(of: file), at: place.description)
            let files = card.filesByWay(below: root)
            for material in profile.materials { add(material, of: place, among: files) }
        } catch {
            findings.append(.unreadableIndex(place, error))
        }
    }

    private mutating func add(
        _ material: SonyMediaProfile.Material, of index: RelativePath, among files: [String: Int]
    ) {
        // A take of XDCAM EX is listed with an SMI; it is no recording.
        guard let path = material.link.components?.joined(separator: "/"), let leaf = path.split(separator: "/").last
        else { return }
        let clip = leaf.lastIndex(of: ".").map { String(leaf[..<$0]) } ?? String(leaf)
        let isLost = files[path.uppercased()] == nil
        if isLost { lost.append((clip, .notThere(path, namedBy: index, .error))) }
        for link in [material.link] + material.proxies + material.relevant {
            guard let path = link.components?.joined(separator: "/") else { continue }
            if let file = files[path.uppercased()] {
                links[file] = links[file] ?? Link(clip: clip, umid: material.link.umid)
            } else if !isLost {
                findings.append(.notThere(path, namedBy: index, .warning))
            }
        }
    }
}
