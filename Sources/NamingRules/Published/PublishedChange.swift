internal import FileTree

/// A file that is not as it was published.
struct PublishedChange: Hashable, Sendable {
    /// What became of it.
    enum Fate: Hashable, Sendable {
        /// There is nothing of that name; what is missing may be a folder around it, the outermost of which is told.
        case gone(with: RelativePath)
        /// The same, and a file of this path has its name, its size and its content.
        case moved(to: RelativePath, with: RelativePath)
        /// Something that is no file has its name.
        case replaced(by: FileAttributes.Kind)
        /// Its size is another.
        case resized(from: Int64, to: Int64)
        /// Its content is another.
        case rewritten
        /// It could not be read; why, without a full stop.
        case unread(String)
        /// It is a history, and cannot be used; why, without a full stop.
        case damaged(String)
    }

    /// Who knows that it was published.
    enum Witness: Hashable, Sendable {
        /// A ledger, on that day.
        case ledger(day: String)
        /// The history whose folder this is.
        case history(RelativePath)
        /// Nobody: it is not known, or not yet.
        case nobody

        init(_ line: Ledger.Line) { self = .ledger(day: String(line.recorded.utc.prefix(10))) }
    }

    /// Where it lies, or lay.
    let path: RelativePath
    /// What became of it.
    let fate: Fate
    /// Who knows that it was published.
    let witness: Witness
}

/// What was published and is not as it was, by the rule in whose scope it lies.
struct PublishedFiles: Sendable {
    /// Under what the changes are told that lie in no rule's scope.
    static let ofNoRule = "ledger"

    private var changes: [String: [PublishedChange]] = [:]

    /// What a rule has to tell of.
    func changes(of rule: String) -> [PublishedChange] { changes[rule] ?? [] }

    /// The files that could not be read.
    var unread: [RelativePath] {
        changes.values.joined().filter { if case .unread = $0.fate { true } else { false } }.map(\.path)
    }

    mutating func add(_ change: PublishedChange, of rule: String) { changes[rule, default: []].append(change) }
}
