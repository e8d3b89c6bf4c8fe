internal import FrameSequences

/// A name taken apart around its version: `shot_comp_v003.mov` is the version 3 of `shot_comp`, as `mov`.
///
/// The last version of a name decides, as in the tools that read it back. What follows it up to the extension belongs to
/// the name; what follows behind a dot is the form: `mov`, `mov.md5`, `left.exr`.
struct VersionedName {
    /// The version; its range is one of the name's own indices.
    let token: VersionToken
    /// The version as it is written: `v003`.
    let written: ArraySlice<UInt8>
    /// What stands before the version and behind it, without separators at the version and the ends.
    let before, after: ArraySlice<UInt8>
    /// The form, in up to two pieces, the first with its dot.
    let form, suffix: ArraySlice<UInt8>

    /// Takes the name of a file or folder apart; nil where it has no version.
    init?(_ name: ArraySlice<UInt8>) {
        self.init(body: name, suffix: [])
    }

    /// Takes the name of a sequence's frames apart.
    init?(_ sequence: FrameSequence) {
        self.init(body: sequence.prefix[...].dropLastSeparators(), suffix: sequence.suffix[...])
    }

    /// Takes the name of a thing apart; nil where it has no version.
    ///
    /// - Parameter field: where a template says that the version stands, from the first byte of the name.
    init?(_ thing: Int, of named: NamedTree, field: Range<Int>? = nil) {
        let sequence = named.sequence(of: thing)
        let name = sequence.map { $0.prefix[...].dropLastSeparators() } ?? named.name(of: thing)
        let suffix = sequence.map { $0.suffix[...] } ?? []
        guard let field else {
            self.init(body: name, suffix: suffix)
            return
        }
        guard field.upperBound <= name.count,
            let token = VersionToken(
                field: name[(name.startIndex + field.lowerBound)..<(name.startIndex + field.upperBound)])
        else { return nil }
        self.init(body: name, suffix: suffix, token)
    }

    private init?(body: ArraySlice<UInt8>, suffix: ArraySlice<UInt8>) {
        guard let token = VersionToken.last(in: body) else { return nil }
        self.init(body: body, suffix: suffix, token)
    }

    private init(body: ArraySlice<UInt8>, suffix: ArraySlice<UInt8>, _ token: VersionToken) {
        self.token = token
        self.suffix = suffix
        written = body[token.range]
        before = body[..<token.range.lowerBound].dropLastSeparators()
        let rest = body[token.range.upperBound...]
        let dot = rest.first == UInt8(ascii: ".") || !suffix.isEmpty ? rest.startOfForms : rest.startOfExtension
        form = rest[dot...]
        after = before.isEmpty ? rest[..<dot].dropFirstSeparators() : rest[..<dot].dropLastSeparators()
    }

    /// Adds the name without version and form.
    func appendStem(to bytes: inout [UInt8]) {
        bytes += before
        bytes += after
    }

    /// Adds the form in small letters: `exr`, `mov.md5`.
    func appendForm(to bytes: inout [UInt8]) {
        bytes += form.dropFirst().lazy.map(\.small)
        bytes += (form.isEmpty ? suffix.dropFirst() : suffix).lazy.map(\.small)
    }
}

extension ArraySlice<UInt8> {
    /// Without the separators at its end.
    func dropLastSeparators() -> ArraySlice<UInt8> {
        var end = endIndex
        while end > startIndex, VersionToken.isSeparator(self[end - 1]) { end -= 1 }
        return self[..<end]
    }

    /// Without the separators at its beginning.
    func dropFirstSeparators() -> ArraySlice<UInt8> { drop { VersionToken.isSeparator($0) } }

    /// Where the extension begins with its dot: up to eight letters and digits behind the last one that are no version;
    /// the end where there is none.
    var startOfExtension: Int {
        guard let dot = lastIndex(of: UInt8(ascii: ".")), (2...9).contains(endIndex - dot),
            self[(dot + 1)...].allSatisfy(\.isLetterOrDigit), VersionToken.last(in: self[(dot + 1)...]) == nil
        else { return endIndex }
        return dot
    }

    /// Where all that stands behind dots begins, if the first byte is one; else the end.
    fileprivate var startOfForms: Int { first == UInt8(ascii: ".") ? startIndex : endIndex }
}

extension UInt8 {
    /// The small letter of an ASCII capital; everything else as it is.
    var small: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }

    /// Whether it is an ASCII digit.
    var isDecimalDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// Whether it is an ASCII letter or digit.
    var isLetterOrDigit: Bool { isDecimalDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(small) }
}
