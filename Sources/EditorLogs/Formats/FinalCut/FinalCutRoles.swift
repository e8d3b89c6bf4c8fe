/// The roles that the tracks of a recording have in Final Cut Pro: `dialogue.Boom`.
struct FinalCutRoles {
    /// One for each track, in order; empty where tracks have no names.
    let tracks: [String]

    /// The role of sound whose tracks have no names, and what Final Cut Pro calls its first subrole.
    static let main = "dialogue"
    static let mainSubrole = "dialogue.dialogue-1"

    /// Takes the names that the recorder gave; they count only where there is one for every channel.
    init(_ clip: LoggedClip) {
        let names = (clip.values.xmlText(.tracks) ?? "").split(separator: ", ", omittingEmptySubsequences: false)
        guard let channels = FileSound(clip).channels, names.count == channels, names != [""] else {
            tracks = []
            return
        }
        tracks = names.enumerated().map { "dialogue.\(FinalCutRoles.subrole($1) ?? "Track \($0 + 1)")" }
    }

    /// A name without what roles are made of; nil where nothing is left.
    private static func subrole(_ name: Substring) -> String? {
        let plain = String(name.map { $0.isLetter || $0.isNumber || " -_+#".contains($0) ? $0 : "-" })
        return plain.contains { $0.isLetter || $0.isNumber } ? plain : nil
    }
}
