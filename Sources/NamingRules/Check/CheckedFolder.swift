internal import CameraCards
internal import FileTree

/// A folder that is checked, with all that its rules asked for.
struct CheckedFolder: Sendable {
    /// Its names.
    let named: NamedTree
    /// The cards and rolls in it; empty unless a rule or scope asked.
    var cards: [CardSearch.Found] = []
    /// The names taken apart; empty unless a rule asked.
    var matches = TemplateMatches()
    /// Contents that were compared; empty unless a rule asked.
    var contents = ContentTable()
    /// Whether the disk kept threads that read contents.
    var leftThreadsBehind = false
    /// What headers say; empty unless a rule asked.
    var headers = HeaderNames()
    /// The things that could not be read, as far as rules asked for their content.
    var unread: Set<Int> = []
    /// What was published; empty unless a rule asked.
    var published = PublishedFiles()
    /// The moment of the check: no file is of tomorrow.
    let now: Instant
    /// For each thing, whether it lies where nothing is renamed; empty where nothing is sealed.
    var sealed: [Bool] = []

    /// Whether a thing lies where nothing is renamed.
    func isSealed(_ thing: Int) -> Bool { thing < sealed.count && sealed[thing] }
}

/// The things that a rule looks at.
struct ScopedThings: Sendable {
    /// The folder they lie in.
    let folder: CheckedFolder
    /// Their numbers, ascending.
    let things: [Int]
}
