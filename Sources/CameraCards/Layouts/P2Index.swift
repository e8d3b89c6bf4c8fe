internal import ClipMetadata
internal import FileTree

/// What the XML files of a P2 card say of its clips together.
struct P2Index {
    /// Where a clip stands in a recording that went on in others.
    struct Join: Hashable {
        /// The first of them on this card.
        let first: String
        /// Which of those on this card it is, from 1.
        let part: Int
    }

    /// By the clip's name; clips that are a recording of their own are not in it.
    private(set) var joins: [String: Join] = [:]
    /// `GlobalClipID` by the clip's name.
    private(set) var identifiers: [String: String] = [:]
    private(set) var findings: [CardFinding] = []
    /// What is said of clips whose XML is there and whose picture is not.
    private(set) var lost: [(clip: String, finding: CardFinding)] = []

    init(in root: Int, on card: CardTree) {
        let entries = P2Index.entries(in: root, on: card, findings: &findings)
        let chains = P2Chain.chains(of: [entries.compactMap(\.link)])
        for entry in entries { identifiers[entry.name] = entry.xml.globalClipID }
        for chain in chains where chain.members.count > 1 {
            for (place, member) in chain.members.enumerated() {
                joins[member.link.name] = Join(first: chain.members[0].link.name, part: place + 1)
            }
        }
        let places = Dictionary(entries.map { ($0.name, card.path(of: $0.file)) }, uniquingKeysWith: { one, _ in one })
        findings += P2ChainFindings(chains, places: places).all
        let files = card.filesByWay(below: root)
        findings += entries.flatMap { $0.missingSound(among: files, on: card) }
        lost = entries.compactMap { entry in entry.missingPicture(among: files, on: card).map { (entry.name, $0) } }
        findings += P2Index.withoutXML(in: root, among: files, on: card)
    }

    /// Recordings that no software sees, because no XML speaks of them.
    private static func withoutXML(in root: Int, among files: [String: Int], on card: CardTree) -> [CardFinding] {
        let recordings = card.folder(at: "VIDEO", from: root).map(card.files(in:)) ?? []
        return recordings.filter { card.fileExtension(of: $0) == "MXF" }.compactMap { file in
            let name = card.stem(of: file) + ".XML"
            guard files["CLIP/" + name.uppercased()] == nil else { return nil }
            return CardFinding(
                .index, .error, at: card.path(of: file),
                "\(name) is missing in CLIP: without it no software sees \(card.name(of: file)).",
                nextStep: "Look for it on the card before it is erased; copy the card again.")
        }
    }

    /// The XML files that can be read.
    static func entries(in root: Int, on card: CardTree, findings: inout [CardFinding]) -> [P2Entry] {
        var entries: [P2Entry] = []
        for file in card.folder(at: "CLIP", from: root).map(card.files(in:)) ?? []
        where card.fileExtension(of: file) == "XML" {
            do {
                let place = card.path(of: file).description
                entries.append(P2Entry(file, try P2ClipXML(card.contents(of: file), at: place), on: card))
            } catch {
                findings.append(.unreadableIndex(card.path(of: file), error))
            }
        }
        return entries
    }
}

/// One clip's XML.
struct P2Entry {
    /// The file's number in the card's tree.
    let file: Int
    /// The clip's name, as its files are called.
    let name: String
    let xml: P2ClipXML

    init(_ file: Int, _ xml: P2ClipXML, on card: CardTree) {
        self.file = file
        self.xml = xml
        name = card.stem(of: file).uppercased()
    }

    /// Its place in a recording; nil where it has no identifier that others could name.
    var link: P2Link? { P2Link(xml, named: name) }

    /// What is said where the picture that it describes is not in `VIDEO`.
    func missingPicture(among files: [String: Int], on card: CardTree) -> CardFinding? {
        guard xml.hasVideo, files["VIDEO/" + name + ".MXF"] == nil else { return nil }
        return CardFinding(
            .missingPart, .error, at: card.path(of: file),
            "\(name).MXF is missing in VIDEO: what was recorded in it is not here.",
            nextStep: "Look for it on the card before it is erased; copy the card again.")
    }

    /// The files of sound that it counts and that are not in `AUDIO`, as one finding.
    func missingSound(among files: [String: Int], on card: CardTree) -> [CardFinding] {
        // A clip has 16 channels at most; the XML may claim anything.
        let names = (0..<min(xml.audioCount, 16)).map { name + ($0 < 10 ? "0" : "") + String($0) + ".MXF" }
        let missing = names.filter { files["AUDIO/" + $0] == nil }
        guard !missing.isEmpty else { return [] }
        let more = missing.count > NumberWords.most ? " and \(missing.count - NumberWords.most) more" : ""
        let (list, isOne) = (missing.prefix(NumberWords.most).joined(separator: ", ") + more, missing.count == 1)
        return [
            CardFinding(
                .missingTrack, .error, at: card.path(of: file),
                "\(list) of \(name) \(isOne ? "is" : "are") missing: AUDIO should hold \(names.count) files of it.",
                nextStep: "Look for \(isOne ? "it" : "them") on the card before it is erased; copy the card again.")
        ]
    }
}
