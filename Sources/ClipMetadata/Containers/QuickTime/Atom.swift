/// An atom, or box, of a QuickTime or MP4 file: a length, four characters, and what belongs to them.
///
/// Source: ISO/IEC 14496-12, 4.2; QuickTime File Format, "Atoms".
struct Atom: Hashable {
    let kind: FourCC
    /// Where its head begins.
    let start: Int64
    /// Where what it holds begins.
    let body: Int64
    /// Where it says that it ends; more than the file has when it was cut.
    let end: Int64
    /// Whether it has no length and goes on to the end of the file.
    var isOpen = false

    var bodySize: Int64 { end - body }
}

/// Atoms that lie one behind the other.
struct AtomRun: Hashable {
    /// The atoms up to the fault; the one that runs over the end is the last of them.
    var atoms: [Atom] = []
    /// What ended the walk before the end, if anything did.
    var fault: Fault?

    enum Fault: Error, Hashable {
        /// This atom runs over the end of what holds it.
        case runsOver(Atom)
        /// The end came inside the head of an atom.
        case headCut(at: Int64)
        /// What stands here is no head of an atom.
        case noAtom(at: Int64)
        /// There are more than any recorder writes.
        case tooMany
    }

    /// The first of a kind that does not run over the end.
    func first(_ kind: FourCC) -> Atom? { whole.first { $0.kind == kind } }

    /// Those of a kind that do not run over the end.
    func all(_ kind: FourCC) -> [Atom] { whole.filter { $0.kind == kind } }

    private var whole: ArraySlice<Atom> {
        if case .runsOver = fault { return atoms.dropLast() }
        return atoms[...]
    }
}
