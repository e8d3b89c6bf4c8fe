internal import FileTree

/// Names must follow one of the house's templates.
///
/// A template says what a name is made of, and in which order: show, episode, shot, task, version. Files are looked at
/// with their extension, folders by their own name, and a sequence by the name of its first frame.
///
/// It finds (no-template): a name that no template fits. It tells what the template that fits furthest expected, and
/// marks the characters that are wrong. A value that cannot be is told as such: a shot that is not a multiple of 10,
/// an episode out of range, a day that is not in the calendar. Where only capitals and small letters or the zeros of a
/// number are wrong, and there is one way to mend them, the right name is suggested; nothing is ever renamed. No name is
/// suggested where another field takes the word as it is, or where a separator may be missing (`compNFX`).
///
/// Keys:
/// - any_of: the templates that may be used; all of the file unless told.
///
/// Templates are written under `templates`, their fields under `fields`:
/// - `{shot}` is a field, or all of another template; `{ext}` needs no description: letters and digits, 8 at most.
/// - `({scene}_)?` may be missing as a whole.
/// - A field that comes twice must be the same both times. `{shotver}/{shotver}.{frame}.exr` looks at the folder too.
/// - `\(` and `\{` are the characters themselves.
///
/// Types of fields:
/// - text: charset (letters and digits), len (`3` or `[3, 4]`), enum (a list of words), case (upper, lower, camel,
///   pascal); or instead a pattern for the whole field, with `[A-Z]`, `.`, `\d`, `\w`, groups, `|`, `*`, `+`, `?` and
///   `{2,4}`, 200 characters at most.
/// - int: pad (`4` for at least 4 digits, `[3, 4]` for 3 or 4), range (`[101, 110]`), step (`10`).
/// - version: prefix (v), pad (3), start (1).
/// - frame: pad (4 digits or more).
/// - date: format (YYYYMMDD, YYMMDD or YYYY-MM-DD).
///
/// ```
/// fields:
///   show:    {type: text, charset: A-Z, len: 3}
///   shot:    {type: int, pad: 4, step: 10}
///   task:    {type: text, enum: [comp, anim, roto]}
///   version: {type: version}
///   frame:   {type: frame}
/// templates:
///   shot:    '{show}_{shot}_{task}_{version}'
///   frames:  '{shot}.{frame}.exr'
/// rules:
///   - {id: N1, type: template, scope: vfx, any_of: [shot, frames]}
/// ```
///
/// It does not flag what its scope leaves out: folders that only hold others, like VFX or 4536x3780, follow no template,
/// so say `kinds: [file, sequence]` in the scope where folders need no name of their own.
struct TemplateRule: Rule {
    let settings: RuleSettings
    private let set: TemplateSet
    /// The templates that may be used.
    private let allowed: [Int]

    init(
        _ parameters: inout RuleParameters, _ settings: inout RuleSettings, _ templates: TemplateSet
    ) throws(RuleFileError) {
        (self.settings, set) = (settings, templates)
        let names = try parameters.texts("any_of") ?? templates.names
        var allowed: [Int] = []
        for name in names {
            guard let number = templates.names.firstIndex(of: name) else {
                throw RuleFileError(
                    .unknownName, line: parameters.line,
                    "The \(parameters.subject) names a template that is not there: \(name).",
                    nextStep: "Write one of \(templates.names.joined(separator: ", ")), or describe it under templates."
                )
            }
            allowed.append(number)
        }
        guard !allowed.isEmpty else {
            throw RuleFileError(
                .value, line: parameters.line, "The \(parameters.subject) has no template to judge names by.",
                nextStep: "Describe one under templates.")
        }
        self.allowed = allowed
    }

    var needs: RuleNeeds { .templates }

    func judge(_ scope: ScopedThings, into findings: inout RuleFindings) {
        let folder = scope.folder
        var matcher = TemplateMatcher(set)
        var wrong: [(thing: Int, verdict: Verdict?)] = []
        for thing in scope.things {
            if let template = folder.matches.template(of: thing), allowed.contains(template) { continue }
            let path = set.path(of: thing, in: folder.named)
            guard matcher.first(of: allowed, taking: path) == nil else { continue }
            // What is counted and not listed needs no words.
            let isListed = wrong.count < FindingList.mostOfAKind
            wrong.append((thing, isListed ? Verdict(on: path, by: allowed, with: &matcher) : nil))
        }
        let taken = SuggestedNames(wrong.map { ($0.thing, $0.verdict?.suggestion) }, in: folder.named)
        for (thing, verdict) in wrong { add(thing, verdict, taken, to: &findings) }
    }

    private func add(_ thing: Int, _ verdict: Verdict?, _ names: SuggestedNames, to findings: inout RuleFindings) {
        guard let verdict else { return findings.add(.noTemplate, thing, "No template fits.", .rename(nil)) }
        findings.add(
            .noTemplate, thing, marked: verdict.marked, verdict.sentence,
            nextStep(thing, verdict, names, isSealed: findings.folder.isSealed(thing)))
    }

    private func nextStep(
        _ thing: Int, _ verdict: Verdict, _ names: SuggestedNames, isSealed: Bool
    ) -> RuleFindings.NextStep {
        guard !isSealed else { return .rename(nil) }
        let template = set.templates[verdict.template]
        guard let name = verdict.suggestion else {
            return .advice("Name it by the template \(template.name): \(template.words(set.fields)).")
        }
        let text = String(decoding: name, as: UTF8.self)
        guard names.isFree(name, for: thing) else {
            return .advice("It would be called \(text), and that name is taken: find out which of the two is right.")
        }
        return .rename(text)
    }

    /// What is said of a name.
    private struct Verdict {
        let template: Int
        let marked: Range<Int>?
        let sentence: String
        let suggestion: [UInt8]?

        init(on path: ArraySlice<UInt8>, by templates: [Int], with matcher: inout TemplateMatcher) {
            let verdicts = matcher.verdicts(on: path, by: templates)
            let nearest = verdicts[0]
            let start = (path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex - 1) + 1 - path.startIndex
            let wrong = nearest.mismatch.wrong
            (template, sentence) = (nearest.mismatch.template, nearest.mismatch.sentence)
            marked = wrong.lowerBound >= start ? (wrong.lowerBound - start)..<(wrong.upperBound - start) : nil
            // Two templates that would mend it in two ways: nobody can be sure.
            let names = Set(verdicts.compactMap(\.mended))
            suggestion = names.count == 1 ? nearest.mended.map { Array($0.dropFirst(start)) } : nil
        }
    }
}
