/// Checks that a name has one version, and that folder and header say the same one.
///
/// What it finds:
/// - V07: the folder says another version than the file in it (`v002/shot_v003.nk`, `shot_comp_v002/shot_comp_v003.mov`),
///   or the header of a DPX or EXR file has the name of another version. Of a sequence the first frame's header is read.
/// - V08: a name has more than one version (`shot_v01_v02.nk`, `shot_v01v2.nk`, `FG01_v001_comp_v003.exr`). The last of
///   them is the one that counts in all other rules.
///
/// Keys:
/// - `levels: [folder, file, metadata]`: what must agree; `[folder, file]`. With `metadata` the headers are read.
/// - `several: error | warn | info | off`: how much several versions in a name matter; `error`.
///
/// ```
/// - {id: N7, type: version_agree, levels: [folder, file, metadata]}
/// ```
///
/// It does not flag a folder that is the version of something else: `delivery_v003` may hold `shot_comp_v001.mov`, since
/// the names differ. A header with another name says nothing of this one either: renders keep the headers of their
/// plates. The same version in folder and file is fine, however many zeros each has.
struct VersionAgreeRule: Rule {
    let settings: RuleSettings
    private let levels: Set<Level>
    private let hasSeveral: Bool

    private enum Level: String, CaseIterable {
        case folder, file, metadata
    }
    private enum Weight: String, CaseIterable {
        case error, warn, info, off
    }

    init(
        _ parameters: inout RuleParameters, _ settings: inout RuleSettings, _ templates: TemplateSet
    ) throws(RuleFileError) {
        levels = try VersionAgreeRule.levels(&parameters)
        let weight = try parameters.word("several", Weight.self)
        if let severity = weight.flatMap({ Severity(rawValue: $0.rawValue) }) {
            settings.severities[.severalVersions] = severity
        }
        hasSeveral = weight != .off
        self.settings = settings
    }

    private static func levels(_ parameters: inout RuleParameters) throws(RuleFileError) -> Set<Level> {
        guard let node = parameters.take("levels") else { return [.folder, .file] }
        guard case .list(let list) = node.content else {
            throw parameters.wrong("levels", node, "a list of folder, file and metadata")
        }
        var levels: Set<Level> = []
        for word in list {
            guard case .text(let text) = word.content, let level = Level(rawValue: text) else {
                throw parameters.unknown("levels", word, among: ["folder", "file", "metadata"])
            }
            levels.insert(level)
        }
        guard levels.contains(.file), levels.count > 1 else {
            throw parameters.wrong("levels", node, "a list with file, and folder or metadata")
        }
        return levels
    }

    var needs: RuleNeeds { levels.contains(.metadata) ? .headers : [] }

    func judge(_ scope: ScopedThings, into findings: inout RuleFindings) {
        let named = scope.folder.named
        var folders = DisagreeingFolders(named, naming: findings.mostNamed)
        for thing in scope.things {
            let (body, _) = named.parts(of: thing)
            if hasSeveral, let several = SeveralVersions(body) { several.tell(thing, body, into: &findings) }
            guard let version = VersionedName(thing, of: named) else { continue }
            if levels.contains(.folder) { folders.look(at: thing, version) }
            if levels.contains(.metadata), let name = scope.folder.headers[named.things[thing].entry] {
                DisagreeingHeader(name, version)?.tell(thing, body, version, into: &findings)
            }
        }
        folders.tell(into: &findings)
    }
}
