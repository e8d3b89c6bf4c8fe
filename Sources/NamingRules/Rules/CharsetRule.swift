/// Finds characters that names should not have.
///
/// It finds, once for each name, with the further places counted:
/// - illegal-character: a character that `allow` does not have: a space, `é`, `#`.
/// - invisible-character: what nobody sees: no-break and zero-width spaces, marks that turn the direction of reading, soft
///   hyphens, variation selectors, line ends.
/// - stray-space: a space at the beginning, at the end or before the extension, several in a row, a tab; also where
///   spaces are allowed.
/// - mixed-scripts: a Cyrillic or Greek letter that looks Latin among Latin letters: `A001С003` with a Cyrillic С.
/// - not-text: bytes that are no UTF-8; they are shown as `\xE9`.
///
/// Keys:
/// - `allow`: the characters names may have, as in a pattern: `A-Z` is a range, `\-` a hyphen. Default
///   `A-Za-z0-9._-`, which every system and every house takes.
///
/// ```
/// - {id: N2, type: charset, scope: vfx, allow: 'A-Za-z0-9._-'}
/// ```
///
/// It suggests a name where that is sure: `_` for a space, the Latin letter for one that only looks Latin. It never
/// spells accents out: only whoever gave the name knows how. It does not flag a whole Cyrillic or Greek word for its
/// script (`комп2K` mixes nothing), nor any character that `allow` names.
struct CharsetRule: Rule {
    let settings: RuleSettings
    private let allowed: AllowedCharacters
    /// A name of these alone has no fault; a space may stand in the wrong place.
    private let faultless: ByteSet

    init(
        _ parameters: inout RuleParameters, _ settings: inout RuleSettings, _ templates: TemplateSet
    ) throws(RuleFileError) {
        self.settings = settings
        let node = parameters.take("allow") ?? RuleNode(content: .text(AllowedCharacters.portable), line: settings.line)
        guard case .text(let text) = node.content, let allowed = AllowedCharacters(text) else {
            throw parameters.wrong("allow", node, "a set of characters such as A-Za-z0-9._-")
        }
        var faultless = allowed.bytes
        faultless.remove(UInt8(ascii: " "))
        faultless.remove(UInt8(ascii: "\t"))
        (self.allowed, self.faultless) = (allowed, faultless)
    }

    func judge(_ scope: ScopedThings, into findings: inout RuleFindings) {
        for thing in scope.things {
            let name = scope.folder.named.name(of: thing)
            if !name.allSatisfy(faultless.contains) { judge(thing, name, into: &findings) }
        }
    }

    private func judge(_ thing: Int, _ name: ArraySlice<UInt8>, into findings: inout RuleFindings) {
        let judged = JudgedCharacters(name, allowed)
        let mended = NameRepair(allowed: allowed).mended(judged)
        for fault in CharsetFault.allCases {
            guard let places = judged.places(of: fault) else { continue }
            let isOne = Set(places.scalars).count == 1
            let characters = CharacterWords.words(for: places.scalars)
            let sentence =
                switch fault {
                case .notText: "It is not UTF-8: \(NameCharacter.escaped(name))"
                case .invisible: "It has \(isOne ? "a character" : "characters") that nobody sees: \(characters)"
                case .lookAlike: "It mixes letters that look alike: \(characters)"
                case .strayed: "It \(judged.straySpaces.inWords)"
                case .illegal:
                    "It has \(isOne ? "a character" : "characters") that the rule does not allow: \(characters)"
                }
            let counts = places.count > 1 && fault != .strayed && fault != .notText
            findings.add(
                fault.code, thing, marked: places.first,
                sentence + (counts ? ", in \(places.count) places." : "."), .rename(mended))
        }
    }
}
