/// Which rows a note is about.
enum NoteMatch: Hashable {
    /// These, found in a way that is sure.
    case rows([Int])
    /// None; why, as a clause.
    case unmatched(String)

    /// Whether no row was found.
    var isUnmatched: Bool {
        if case .unmatched = self { true } else { false }
    }
}
