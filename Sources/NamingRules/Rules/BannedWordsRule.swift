internal import FileTree
internal import FrameSequences

/// Finds words that claim what only a version number can say.
///
/// It finds V06: `final`, `latest`, `copy` and their like, `(1)`, ` - Copy` and `Copy of`. A word counts only as a whole part
/// of a name, and only where it claims something: beside the version (`final_v002`, `v002_final`) or at the end of the
/// name before its extension (`comp_FINAL2`, `edit (1)`). Words that follow each other are told together.
///
/// Keys:
/// - `tokens`: the words. Capitals do not matter, a number may follow (`final2`), `use_this` is two words with anything
///   between them, `(n)` is a number of one to three digits in parentheses. Default `final, finals, latest, newest, new,
///   old, copy, fixed, def, ok, approved, use_this, do_not_use, (n)`.
/// - `except`: names that are never told: part of a name, `*` for anything, `^` for its beginning, `$` for its end.
///
/// ```
/// - {id: N9, type: banned_words, tokens: [final, latest, new, copy], except: ['^finalists']}
/// ```
///
/// It does not flag `NEW_YORK_v002`, `newsroom_v002` or `finalists_v001`: there the word is part of a place or of another
/// word. A year in parentheses (`(2019)`) is no copy. A folder that is called by such a word alone (`old`, `approved`)
/// sorts files and names none of them, so it is not told; `comp_final` is.
struct BannedWordsRule: Rule {
    let settings: RuleSettings
    private let words: BannedWords
    private let exceptions: [NamePattern]

    init(
        _ parameters: inout RuleParameters, _ settings: inout RuleSettings, _ templates: TemplateSet
    ) throws(RuleFileError) {
        self.settings = settings
        let tokens = try parameters.texts("tokens") ?? BannedWords.usual
        guard let words = BannedWords(tokens), !tokens.isEmpty else {
            throw BannedWordsRule.wrong("tokens", "words with letters or digits in them", parameters)
        }
        self.words = words
        let except = try parameters.texts("except") ?? []
        exceptions = except.compactMap(NamePattern.init)
        guard exceptions.count == except.count else {
            throw BannedWordsRule.wrong(
                "except", "parts of names with *, ^ and $, \(NamePattern.longest) bytes at most", parameters)
        }
    }

    private static func wrong(_ key: String, _ expected: String, _ parameters: RuleParameters) -> RuleFileError {
        parameters.wrong(key, RuleNode(content: .text(""), line: parameters.line), expected)
    }

    func judge(_ scope: ScopedThings, into findings: inout RuleFindings) {
        let named = scope.folder.named
        var tokens: [Range<Int>] = []
        for thing in scope.things {
            let name = named.name(of: thing)
            guard let claim = words.claim(in: claiming(thing, name, named), &tokens) else { continue }
            if named.things[thing].kind == .folder && claim.isAll { continue }
            if exceptions.contains(where: { $0.matches(name) }) { continue }
            tell(claim, thing, name, into: &findings)
        }
    }

    /// The part of a name in which words claim something: all but the extension, and the number of a frame.
    private func claiming(_ thing: Int, _ name: ArraySlice<UInt8>, _ named: NamedTree) -> ArraySlice<UInt8> {
        switch named.things[thing].kind {
        case .folder: name
        case .sequence: name.prefix(named.sequence(of: thing)?.prefix.count ?? name.count)
        // What is called `shot.mov.old` has no extension of that name.
        case .file: FileExtension(name).map { words.isWord($0.bytes) ? name : name[..<$0.dot] } ?? name
        }
    }

    private func tell(
        _ claim: BannedWords.Claim, _ thing: Int, _ name: ArraySlice<UInt8>, into findings: inout RuleFindings
    ) {
        let word = NameCharacter.escaped(name[claim.range])
        let takeOut = "Take the word out, or count the version up."
        let marked = (claim.range.lowerBound - name.startIndex)..<(claim.range.upperBound - name.startIndex)
        if claim.isFused {
            findings.add(
                .finality, thing, marked: marked, "It joins a word to its version: \(word).", .renaming(takeOut))
        } else if let version = claim.version {
            findings.add(
                .finality, thing, marked: marked,
                "It says \(word) besides its version \(NameCharacter.escaped(name[version])).", .renaming(takeOut))
        } else {
            findings.add(
                .finality, thing, marked: marked, "It says \(word), and has no version.",
                .renaming("Give it the number of its version instead."))
        }
    }
}
