internal import Ingest
internal import NamingRules

/// What a check was asked: a folder, and all that it is held against.
struct CheckQuestion {
    /// The folder as the person wrote it.
    let folder: String
    /// The rules; nil for none.
    let rules: RuleFile?

    /// What it was held against: `rules vfx-exchange, backup /Volumes/SHUTTLE`.
    var words: String {
        let parts: [(String, String?)] = [("rules", rules?.place)]
        return parts.compactMap { word, value in value.map { "\(word) \(SafeText.of($0))" } }.joined(separator: ", ")
    }
}
