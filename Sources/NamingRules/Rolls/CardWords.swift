internal import CameraCards
internal import FileTree

/// What cards say of themselves, in their own words.
enum CardWords {
    /// Adds what a roll rule tells of a card; what other rules find by themselves is left to them.
    static func carry(_ place: CardPlaces.Place, _ findings: inout RuleFindings) {
        let card = place.card.card
        for finding in card.parts.flatMap(\.content.findings) {
            guard let code = code(finding.code) else { continue }
            add(code, finding, place, &findings)
        }
        if let loose = card.looseFinding { add(.orphan, loose, place, &findings) }
    }

    private static func add(
        _ code: FindingCode, _ finding: CardFinding, _ place: CardPlaces.Place, _ findings: inout RuleFindings
    ) {
        findings.add(code, at: place.card.path.appending(finding.place), finding.sentence, finding.nextStep)
    }

    private static func code(_ code: CardFinding.Code) -> FindingCode? {
        switch code {
        case .clipGap, .missingPart, .missingTrack: .clipGap
        case .shortPart: .partialFile
        case .index: .missingCompanion
        // Of a sequence rule, of a companions rule, of the doubled reels; conflicts are found by reading media.
        case .emptyFile, .frameHole, .frameSize, .unclosed, .orphan, .duplicateReel, .cutShort, .conflict: nil
        }
    }
}
