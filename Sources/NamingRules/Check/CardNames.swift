public import CameraCards
public import FileTree

/// What is to be said of the names on a card: errors and warnings by the preset `camera-originals`, besides what the
/// card's own findings say.
public struct CardNames: Sendable {
    /// Those that are listed, the worst first.
    public let findings: [Finding]
    /// How many there are besides.
    public let unlisted: Int

    /// So many are listed: a card on which more is wrong is wrong as a whole.
    public static let most = 1_000

    /// How the names of files begin in which macOS keeps what other systems have no place for.
    private static let appleDouble = Array("._".utf8)

    /// The rules, read once; that they can be read a test holds.
    private static let rules = try? Preset.cameraOriginals.rules()

    /// Looks at a card's names as they were found; it is not walked again.
    ///
    /// - Parameters:
    ///   - name: what the card is called.
    ///   - card: what was recognised there, and what is said of it already.
    public init(of tree: TreeSnapshot, on disk: any ReadableDisk, name: String, now: Instant, besides card: Card) {
        var request = CheckRequest(name: name, rules: CardNames.rules, now: now)
        request.isSealed = true
        let list = Check(request).run(over: tree, on: disk).findings
        let told = Dictionary(grouping: card.findings, by: \.code)
        let findings = list.findings.filter { finding in
            // Folders that could not be read are told by whoever read the card.
            finding.severity < .info && finding.code != .unreadable
                // Where no camera was at work, none gave the names; and nobody gave those of AppleDouble files.
                && (finding.code != .unknownClipName || !card.parts.isEmpty)
                && !finding.path.name.starts(with: CardNames.appleDouble)
                && !finding.code.onCards.contains { told[$0]?.contains { $0.tells(finding) } == true }
        }
        let sorted = Severity.allCases.flatMap { severity in findings.filter { $0.severity == severity } }
        self.findings = Array(sorted.prefix(CardNames.most))
        unlisted = sorted.count - self.findings.count + list.unlisted
    }

    /// How many there are.
    public var count: Int { findings.count + unlisted }
}

extension CardFinding {
    /// Whether it is about the place of a finding that is of its kind.
    fileprivate func tells(_ finding: Finding) -> Bool {
        finding.path.lies(within: place) || place.lies(within: finding.path) || finding.sentence == sentence
    }
}

extension FindingCode {
    /// As what a card's own findings tell the same.
    fileprivate var onCards: [CardFinding.Code] {
        switch self {
        case .frameRange: [.frameHole, .frameSize]
        case .partialFile: [.emptyFile, .frameSize, .unclosed]
        case .orphan: [.orphan]
        case .doubledReel: [.duplicateReel]
        case .clipGap: [.clipGap, .missingPart, .shortPart, .missingTrack, .index]
        default: []
        }
    }
}
