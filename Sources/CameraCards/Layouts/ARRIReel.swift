/// What the name of an ARRI reel folder says, and which clips are of it.
///
/// Sources: ARRI, ALEXA user manual, chapter on file names; ARRI, ALEXA 35 user manual.
struct ARRIReel: Hashable {
    /// The reel as the folder names it, without `_hde`: `A001R2GJ`, `A_0076_1CTJ`.
    let name: String
    /// Whether the folder holds HDE copies: `A_0076_1CTJ_hde`.
    let isHDE: Bool
    private let grammar: ClipName.Grammar
    /// What the names of its clips begin and end with, in capitals and without `_`.
    private let (start, end): (String, String)

    /// ALEXA to ALEXA Mini LF: camera, three digits, `R` or another letter with the camera's serial number.
    init?(classic name: String) {
        guard FolderPattern("@###@***").matches(name) else { return nil }
        self.init(name: name, grammar: .arriClassic, isHDE: false, start: name.prefix(4), end: name.suffix(4))
    }

    /// ALEXA 35 and 265: camera, four digits, serial number.
    init?(alexa35 folder: String) {
        let isHDE = folder.uppercased().hasSuffix("_HDE")
        let name = String(folder.dropLast(isHDE ? 4 : 0))
        let patterns: [FolderPattern] = ["@_####_****", "@@_####_****", "@__####_****", "@@####_****"]
        guard patterns.contains(where: { $0.matches(name) }) else { return nil }
        self.init(name: name, grammar: .arri35, isHDE: isHDE, start: name.dropLast(5), end: name.suffix(4))
    }

    private init(
        name: String, grammar: ClipName.Grammar, isHDE: Bool, start: Substring, end: Substring
    ) {
        self.name = name
        self.grammar = grammar
        self.isHDE = isHDE
        self.start = start.uppercased().filter { $0 != "_" }
        self.end = end.uppercased()
    }

    /// Whether a clip of this name was recorded on this reel.
    func holds(_ clip: String) -> Bool {
        guard ClipName(clip, by: grammar) != nil else { return false }
        let clip = clip.uppercased()
        return clip.filter { $0 != "_" }.hasPrefix(start) && clip.hasSuffix(end)
    }
}
