internal import CameraCards
internal import FileTree

/// Camera cards and sound rolls: clips that are missing, reels that are doubled or out of order, wrong dates.
///
/// It looks at the cards and rolls in its scope; where the rule names a scope, also at recordings there that lie on none.
/// It finds:
/// - clip-gap: clips and parts whose numbers say that they should be here (C001, C003), and tracks of sound that are not.
/// - V16: a part that is much shorter than the others, so that its end was lost.
/// - missing-companion: an index of a card that is not there, cannot be read, or names what is not there.
/// - V13: recordings on a card that belong to none of its clips.
/// - unknown-clip-name: a recording whose name no camera gives; worth knowing only where the card itself lists the clip,
///   since some cameras let people choose titles.
/// - doubled-reel: a clip that is there twice, and a reel that two rolls are called by.
/// - reel-order: a reel of an earlier day than the reel before it.
/// - wrong-date: days that no calendar has, that are still to come, or that clocks show which were never set (1970, 1980
///   and 2000-01-01), in names and in dates of files; clips of another day than the folder they lie in; a folder whose day
///   is written in another order than the rule's, where the clips in it show which day is meant.
///
/// Keys:
/// - `grammar`: `auto`, or `off` for no unknown-clip-name; auto.
/// - `unique`: what only one roll may have together: `cam`, `reel`, `date`; `[cam, reel]`. `[]` looks for no doubled reels.
/// - `order`: `date`, or `off` for no reel-order; date.
/// - `day_folder`: how folders of days are written: `YYYYMMDD`, `YYMMDD` or `YYYY-MM-DD`. Without it folders say no day.
///
/// ```
/// - {id: N12, type: roll, scope: card, grammar: auto, unique: [cam, reel], order: date, day_folder: 'YYYYMMDD'}
/// ```
///
/// Not flagged: names of sound, which mixers choose; stills; clips that were recorded after midnight of their folder's
/// day; files that were copied later than their day; HDE copies beside their originals; the same takes on two cards that
/// recorded together, unless they are of one family. Empty files and missing frames are the business of a `sequence`
/// rule, sidecars without clips that of a `companions` rule.
struct RollRule: Rule {
    let settings: RuleSettings
    private let readsNames: Bool
    private let unique: Set<ReelField>
    private let readsOrder: Bool
    private let dayFolder: FieldType.DateField?

    init(
        _ parameters: inout RuleParameters, _ settings: inout RuleSettings, _ templates: TemplateSet
    ) throws(RuleFileError) {
        readsNames = try parameters.word("grammar", Grammar.self) != .off
        unique = try RollRule.unique(&parameters)
        readsOrder = try parameters.word("order", Order.self) != .off
        dayFolder = try parameters.word("day_folder")
        self.settings = settings
    }

    private enum Grammar: String, CaseIterable {
        case auto, off
    }

    private enum Order: String, CaseIterable {
        case date, off
    }

    private static func unique(_ parameters: inout RuleParameters) throws(RuleFileError) -> Set<ReelField> {
        guard let node = parameters.take("unique") else { return [.cam, .reel] }
        guard case .list(let list) = node.content else { throw parameters.wrong("unique", node, "a list of fields") }
        var fields: Set<ReelField> = []
        for value in list {
            guard case .text(let text) = value.content, let field = ReelField(rawValue: text) else {
                throw parameters.unknown("unique", value, among: ReelField.allCases.map(\.rawValue))
            }
            fields.insert(field)
        }
        return fields
    }

    var needs: RuleNeeds { .cards }

    func judge(_ scope: ScopedThings, into findings: inout RuleFindings) {
        let rolls = Rolls(in: scope, withLoose: settings.scope != nil)
        for place in rolls.cards { CardWords.carry(place, &findings) }
        if readsNames { for roll in rolls.all { names(of: roll, &findings) } }
        if !unique.isEmpty { DoubledRolls(rolls, by: unique).judge(&findings) }
        if readsOrder { ReelOrder(rolls).judge(&findings) }
        RollDates(rolls, dayFolder).judge(scope, &findings)
    }

    private func names(of roll: Roll, _ findings: inout RuleFindings) {
        for clip in roll.clips where clip.grammar == nil && clip.isOfCamera {
            guard let thing = findings.folder.named.thing(at: clip.entry) else { continue }
            let stem = FileStem.stem(of: findings.folder.named.name(of: thing))
            findings.add(
                .unknownClipName, thing, marked: 0..<stem.count, "No camera names its clips so.",
                .advice("Look for the name that the camera gave it, and keep that one."),
                severity: clip.isListed ? .info : nil)
        }
    }
}

/// What a reel is told by.
enum ReelField: String, Hashable, CaseIterable {
    /// The camera's letter or letters.
    case cam
    /// The reel's number.
    case reel
    /// The day in the clips' names.
    case date
}
