/// Reads atoms out of a file, a head at a time; no length is believed before it was compared with what holds it.
struct AtomReader<Bytes: RandomBytes> {
    let bytes: Bytes
    /// The file, as it is named in errors.
    let place: String

    /// Atoms in one run: a day in fragments of two seconds has 86,400.
    static var mostAtoms: Int { 100_000 }

    /// The atoms of the file itself, whose kinds must be printable; the last one may have no length.
    func topLevel() throws(MetadataError) -> AtomRun {
        try run(from: 0, to: bytes.size, isTop: true)
    }

    /// The atoms inside an atom, after some bytes of its own.
    func children(of atom: Atom, after own: Int = 0) throws(MetadataError) -> AtomRun {
        try run(from: atom.body + Int64(own), to: atom.end, isTop: false)
    }

    /// What an atom holds, as much as is wanted of it.
    func body(of atom: Atom, from offset: Int64 = 0, upTo limit: Int) throws(MetadataError) -> BigEndianBytes {
        guard offset >= 0, offset < atom.bodySize else { return BigEndianBytes([]) }
        return try read(at: atom.body + offset, count: Int(min(Int64(limit), atom.bodySize - offset)))
    }

    func read(at offset: Int64, count: Int) throws(MetadataError) -> BigEndianBytes {
        try bytes.bigEndian(at: offset, count: count, of: place)
    }

    private func run(from start: Int64, to end: Int64, isTop: Bool) throws(MetadataError) -> AtomRun {
        var found = AtomRun()
        var position = start
        while position < end {
            let head = try read(at: position, count: Int(min(16, end - position)))
            // A list of user data may be closed by 32 zero bits.
            if !isTop, head.long(0) == 0 || end - position < 4 { return found }
            do throws(AtomRun.Fault) {
                let atom = try atom(head, at: position, in: end, isTop: isTop)
                found.atoms.append(atom)
                guard atom.end <= end else { throw .runsOver(atom) }
                position = atom.end
                guard found.atoms.count < AtomReader.mostAtoms || position == end else { throw .tooMany }
            } catch {
                found.fault = error
                return found
            }
        }
        return found
    }

    private func atom(
        _ head: BigEndianBytes, at start: Int64, in end: Int64, isTop: Bool
    ) throws(AtomRun.Fault) -> Atom {
        guard let size = head.long(0), let kind = head.code(4) else { throw .headCut(at: start) }
        if isTop, !kind.isPrintable { throw .noAtom(at: start) }
        switch size {
        case 0: return Atom(kind: kind, start: start, body: start + 8, end: end, isOpen: true)
        case 1:
            guard let long = head.number(UInt64.self, at: 8) else { throw .headCut(at: start) }
            guard long >= 16 else { throw .noAtom(at: start) }
            return Atom(kind: kind, start: start, body: start + 16, end: sum(start, Int64(clamping: long)))
        case 2..<8: throw .noAtom(at: start)
        default: return Atom(kind: kind, start: start, body: start + 8, end: sum(start, Int64(size)))
        }
    }

    /// Their sum, or the largest number there is: a length that nobody could have recorded.
    private func sum(_ one: Int64, _ other: Int64) -> Int64 {
        let (sum, overflow) = one.addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
