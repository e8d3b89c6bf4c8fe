/// Decides from the atoms of a file whether all of it is there.
struct QuickTimeStructure {
    /// The atoms of the file itself.
    let run: AtomRun
    /// Bytes that the file has.
    let size: Int64
    /// What its index says; nil without one.
    let index: QuickTimeIndex?

    /// No file is this long, 1 PiB: a recorder that wrote such a length meant to put the true one in its place.
    private static let longest: Int64 = 1 << 50

    var completeness: Completeness {
        guard let index else { return withoutIndex }
        if let fault = index.fault { return .damaged(fault) }
        switch run.fault {
        case .runsOver(let atom): return .cutShort(missing(atom))
        case .headCut: return .cutShort("it ends inside the head of an atom")
        case .noAtom(let place): return .damaged("from byte \(place) on there is nothing that belongs to it")
        case .tooMany: return .unknown("it has more parts than any recorder writes")
        case nil: return index.hasFragments || run.first("moof") != nil ? fragments(index) : media(index)
        }
    }

    private var withoutIndex: Completeness {
        let begun = run.atoms.contains { $0.kind == "mdat" || $0.kind == "moof" }
        switch run.fault {
        case .runsOver(let atom) where atom.kind == "mdat" && isPlaceholder(atom):
            return .unclosed("the length of its media was never written")
        case .runsOver(let atom): return .cutShort(missing(atom))
        case .headCut where !begun: return .cutShort("it ends before its media begins")
        case .headCut: return .cutShort("it ends inside the head of an atom, and has no index (moov)")
        case .noAtom where begun, nil where begun: return .unclosed("it has media and no index (moov)")
        case .noAtom(let place): return .damaged("from byte \(place) on there is nothing that belongs to it")
        case .tooMany: return .unknown("it has more parts than any recorder writes")
        case nil: return .cutShort("it ends before its media begins")
        }
    }

    private func isPlaceholder(_ atom: Atom) -> Bool {
        atom.end - atom.start > QuickTimeStructure.longest
            || [0xFFFF_FFFF, 0x7FFF_FFFF].contains(atom.end - atom.start)
    }

    private func missing(_ atom: Atom) -> String {
        "the atom \(atom.kind) at byte \(atom.start) should end at byte \(atom.end), and the file ends at \(size)"
    }

    // MARK: - Media in one piece

    private func media(_ index: QuickTimeIndex) -> Completeness {
        let tracks = index.tracks.filter { $0.table.samples > 0 }
        guard !tracks.isEmpty else { return .unclosed("its index lists no samples") }
        let here = tracks.filter(\.isHere)
        guard !here.isEmpty else { return .unknown("its media lies in other files") }
        let pieces = run.all("mdat")
        for extent in here.flatMap(\.table.ends) {
            guard extent.end <= size else {
                return .cutShort("its index lists media up to byte \(extent.end), and the file ends at \(size)")
            }
            guard pieces.contains(where: { $0.body <= extent.first && extent.end <= $0.end }) else {
                return .damaged("its index lists media at byte \(extent.first), where none is")
            }
        }
        return .complete
    }

    // MARK: - Fragments

    /// Only what stands behind all fragments tells that the last one is there.
    private func fragments(_ index: QuickTimeIndex) -> Completeness {
        guard let last = run.atoms.lastIndex(where: { $0.kind == "moof" }) else {
            // Nothing in fragments was recorded, or a file was made whole again afterwards.
            return media(index)
        }
        guard run.atoms[last...].contains(where: { $0.kind == "mdat" }) else {
            return .cutShort("the media of its last fragment is missing")
        }
        if run.atoms[last...].contains(where: { $0.kind == "mfra" }) { return .complete }
        if run.atoms[last...].contains(where: { $0.kind == "moov" }) { return media(index) }
        return .unknown("it is in fragments, and nothing says how many there should be")
    }
}

extension AtomRun.Fault {
    /// What is wrong inside of something.
    func sentence(in holder: String) -> String {
        switch self {
        case .runsOver(let atom):
            "in \(holder) the atom \(atom.kind) at byte \(atom.start) is longer than what holds it"
        case .headCut(let place), .noAtom(let place): "\(holder) is broken at byte \(place)"
        case .tooMany: "\(holder) has more parts than any recorder writes"
        }
    }
}
