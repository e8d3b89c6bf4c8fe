internal import FileTree

/// Finds names, paths and fields that are too long.
///
/// It finds too-long: a name with its extension, a path below the folder that is checked, a field of a template. The
/// part that is too much is marked. Where a folder's own path is too long already, what lies in it is not told again.
///
/// Keys:
/// - `max_name`: how long a name may be; default 100.
/// - `max_path`: how long a path below the folder may be; default 240, which leaves room for the place above it on
///   Windows.
/// - `max_field`: how long fields of templates may be; for example `{reel: 32}`, since Avid and EDLs cut longer reels.
/// - `unit`: `characters` (default), `bytes`, `utf16`, or `hfs` (UTF-16 with accents taken apart).
///
/// ```
/// - {id: N4, type: length, max_name: 100, max_path: 240, max_field: {reel: 32}}
/// ```
///
/// All frames of a sequence are one name. A name that fits no template has no fields, so none is too long. What a file
/// system itself can hold is asked by the rule `portability`.
struct LengthRule: Rule {
    let settings: RuleSettings
    private let mostOfName: Int
    private let mostOfPath: Int
    private let mostOfFields: [FieldLimit]
    private let unit: LengthUnit

    private struct FieldLimit {
        let name: String
        let number: Int
        let most: Int
    }

    /// A field of a folder's name, which is told once and not for every file below.
    private struct FolderField: Hashable {
        let number: Int
        let folder: UInt32
    }

    /// What sorts in one line of a file manager, and what fits below most places on Windows (MAX_PATH is 260).
    private static let usualName = 100
    private static let usualPath = 240
    /// Names end at 255 on every system, paths at 32,767 on the one that allows most.
    private static let names = 1...255
    private static let paths = 1...32_767

    init(
        _ parameters: inout RuleParameters, _ settings: inout RuleSettings, _ templates: TemplateSet
    ) throws(RuleFileError) {
        self.settings = settings
        mostOfName = try parameters.integer("max_name", in: LengthRule.names) ?? LengthRule.usualName
        mostOfPath = try parameters.integer("max_path", in: LengthRule.paths) ?? LengthRule.usualPath
        unit = try parameters.word("unit") ?? .characters
        mostOfFields = try LengthRule.fields(parameters.take("max_field"), of: settings.id, templates)
    }

    var needs: RuleNeeds { mostOfFields.isEmpty ? [] : .templates }

    func judge(_ scope: ScopedThings, into findings: inout RuleFindings) {
        let named = scope.folder.named
        var paths = PathLengths(named.tree, in: unit)
        var told: Set<FolderField> = []
        for thing in scope.things {
            let name = named.name(of: thing)
            let length = unit.length(of: name)
            if length > mostOfName {
                findings.add(
                    .tooLong, thing, marked: unit.place(after: mostOfName, in: name)..<name.count,
                    "It has \(unit.counted(length)); \(mostOfName) are allowed.", .rename(nil))
            }
            let entry = named.things[thing].entry
            if paths.isFirst(beyond: mostOfPath, entry) {
                findings.add(
                    .tooLong, thing,
                    "Its path below the folder has \(unit.counted(paths.length(of: entry))); \(mostOfPath) are allowed.",
                    .advice("Shorten the names of the folders above it, or leave one of them out."))
            }
            for limit in mostOfFields { judge(limit, thing, scope.folder, &told, into: &findings) }
        }
    }

    private func judge(
        _ limit: FieldLimit, _ thing: Int, _ folder: CheckedFolder, _ told: inout Set<FolderField>,
        into findings: inout RuleFindings
    ) {
        guard let field = folder.matches.field(limit.number, of: thing) else { return }
        let length = unit.length(of: field)
        guard length > limit.most else { return }
        let range = folder.matches.range(ofField: limit.number, of: thing)
        let parent = folder.named.tree.entries[folder.named.things[thing].entry].parent
        guard range != nil || told.insert(FolderField(number: limit.number, folder: parent)).inserted else { return }
        findings.add(
            .tooLong, thing, marked: range,
            "Its field \(limit.name) has \(unit.counted(length)); \(limit.most) are allowed.", .rename(nil))
    }

    private static func fields(
        _ node: RuleNode?, of rule: String, _ templates: TemplateSet
    ) throws(RuleFileError) -> [FieldLimit] {
        guard let node else { return [] }
        var parameters = try RuleParameters(node, of: "max_field of the rule \(rule)")
        var limits: [FieldLimit] = []
        for member in parameters.takeAll() {
            guard case .text(let text) = member.value.content, let most = Int(text), names.contains(most) else {
                throw parameters.wrong(
                    member.key, member.value, "a number from \(names.lowerBound) to \(names.upperBound)")
            }
            guard let number = templates.number(ofField: member.key) else {
                throw RuleFileError(
                    .unknownName, line: member.line,
                    "The \(parameters.subject) speaks of a field \(member.key), "
                        + "which is nowhere described.", nextStep: "Describe it in fields, or mend its spelling.")
            }
            limits.append(FieldLimit(name: member.key, number: number, most: most))
        }
        return limits
    }
}
