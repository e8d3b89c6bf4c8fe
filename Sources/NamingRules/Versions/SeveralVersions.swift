/// V08: a name that has more than one version.
struct SeveralVersions {
    /// The first of them, or all where they stand together: `v01v2`.
    let marked: Range<Int>
    /// Each as it is written.
    let labels: [String]

    /// Nil where a name has one version or none; `body` is the name without its extension.
    init?(_ body: ArraySlice<UInt8>) {
        var (ranges, start) = ([Range<Int>](), body.startIndex)
        // Most names have none: nothing is made for them.
        while let letter = body[start...].firstIndex(where: { $0.small == UInt8(ascii: "v") }) {
            let end = body[letter...].firstIndex(where: VersionToken.isSeparator) ?? body.endIndex
            if letter == body.startIndex || VersionToken.isSeparator(body[letter - 1]) {
                ranges += SeveralVersions.versions(in: body[letter..<end])
            }
            start = end
        }
        guard let first = ranges.first, ranges.count > 1 else { return nil }
        let together = ranges.dropFirst().last { body[$0.lowerBound - 1].isDecimalDigit }
        marked = first.lowerBound..<max(first.upperBound, together?.upperBound ?? 0)
        labels = ranges.map { String(decoding: body[$0], as: UTF8.self) }
    }

    /// The versions that a word between separators is made of: one, or several together; none where it is another word.
    private static func versions(in word: ArraySlice<UInt8>) -> [Range<Int>] {
        var (versions, start) = ([Range<Int>](), word.startIndex)
        while start < word.endIndex {
            let end = word[(start + 1)...].firstIndex { !$0.isDecimalDigit } ?? word.endIndex
            guard word[start].small == UInt8(ascii: "v"), (1...VersionToken.mostDigits).contains(end - start - 1) else {
                return []
            }
            versions.append(start..<end)
            start = end
        }
        return versions
    }

    /// Tells of it.
    func tell(_ thing: Int, _ body: ArraySlice<UInt8>, into findings: inout RuleFindings) {
        let named = labels.prefix(VersionStyle.mostNamed)
        findings.add(
            .severalVersions, thing,
            marked: (marked.lowerBound - body.startIndex)..<(marked.upperBound - body.startIndex),
            "It has \(labels.count) versions: "
                + "\(Array(named).enumerated(more: labels.count - VersionStyle.mostNamed)).",
            .advice("Keep the one that counts, and write what the others mean in another way."))
    }
}
