/// Published files stay as they are: nobody changes, moves or deletes them.
///
/// It finds published files that changed (V10) and published files that are gone (V11). Frames of one sequence are told
/// together, and so is a folder that is gone with all that was published in it. Where a file that the ledger has was moved
/// within the folder, and has its name, size and content still, it is told where it lies now.
///
/// What was published is known from two places:
/// - a ledger: a text file outside the folder. `--ledger FILE --record` writes down every file of this rule's scope
///   that it does not have yet, with its size and its content; `--ledger FILE` compares. A line of the ledger is never
///   changed: a file that changed is found each time, until it is put back;
/// - the ASC MHL histories in the folder, if there are any. Their files are compared by size; where the time of a file
///   is not the one its history lists, the file is read and its content compared.
///
/// A file that the ledger has is compared by its content. It is read for that, unless a history lists it with the same
/// size, the same time and the checksum that the ledger uses.
///
/// Keys:
/// - `record`: where it is written down what was published: `publish-ledger`, and nothing else is known; it may be left
///   out.
/// - `histories`: whether ASC MHL histories count as well: `true` (default) or `false`.
///
/// ```yaml
/// rules:
///   - {id: N8, type: immutable, scope: 'VFX/publish/**', record: publish-ledger, severity: error}
/// ```
///
/// What it does not flag: files that were never written down, new files beside published ones, and a file's time alone:
/// copying changes times, and no picture. Without a ledger and without a history it finds nothing, and the check says
/// that it had nothing to compare with.
struct ImmutableRule: Rule {
    let settings: RuleSettings
    /// Whether histories count as well as the ledger.
    let comparesHistories: Bool

    /// Where publications are written down.
    private enum Record: String, CaseIterable {
        case publishLedger = "publish-ledger"
    }

    init(
        _ parameters: inout RuleParameters, _ settings: inout RuleSettings, _ templates: TemplateSet
    ) throws(RuleFileError) {
        _ = try parameters.word("record", Record.self)
        comparesHistories = try parameters.flag("histories") ?? true
        self.settings = settings
    }

    var needs: RuleNeeds { .published }

    func judge(_ scope: ScopedThings, into findings: inout RuleFindings) {
        findings.add(scope.folder.published.changes(of: settings.id))
    }
}
