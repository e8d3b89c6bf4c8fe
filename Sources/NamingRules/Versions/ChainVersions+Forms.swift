extension ChainVersions {
    /// V14: versions that lack a form which most of them have.
    func tellForms(into findings: inout RuleFindings) {
        guard !usual.isEmpty else { return }
        for place in versions.indices {
            let lacking = lacking(place)
            guard !lacking.isEmpty else { continue }
            let version = versions[place]
            let having = versions.filter { other in lacking.contains { other.forms.contains($0) } }
            let labels = having.prefix(VersionStyle.mostNamed).map(label)
            let has = version.forms.map(catalogue.words(forForm:)).enumerated()
            findings.add(
                .incompleteVersion, version.parts[0].thing, marked: catalogue.marked(version.parts[0].item),
                "\(label(version)) has \(has.isEmpty ? "no files" : has), and not "
                    + "\(lacking.map(catalogue.words(forForm:)).enumerated()) as "
                    + "\(labels.enumerated(more: having.count - VersionStyle.mostNamed)).",
                .advice("Ask for the missing form, or make it."),
                others: having.last.map { [$0.parts[0].thing] } ?? [])
        }
    }

    /// V15: a sequence whose frames are not those of the version before it, one finding a chain and form, at the highest.
    func tellRanges(into findings: inout RuleFindings) {
        for form in Set(versions.lazy.flatMap(\.forms)).sorted() {
            let ranges = versions.compactMap { version in range(of: form, in: version) }
            guard let place = ranges.indices.dropFirst().last(where: { ranges[$0].frames != ranges[$0 - 1].frames })
            else { continue }
            let (now, before) = (ranges[place], ranges[place - 1])
            findings.add(
                .frameRange, Int(now.item.thing),
                "\(label(now.item)) has frames \(now.frames.lowerBound) to \(now.frames.upperBound), "
                    + "\(label(before.item)) has \(before.frames.lowerBound) to \(before.frames.upperBound).",
                .advice("Make sure that the cut asks for the new range."), others: [Int(before.item.thing)])
        }
    }

    /// The frames of a form where it is one sequence: several are told apart by nothing that would hold from version to
    /// version.
    private func range(of form: UInt32, in version: Version) -> (item: VersionItem, frames: ClosedRange<Int>)? {
        let parts = version.parts(of: form)
        guard parts.count == 1, let part = parts.first, let frames = part.extent.frames else { return nil }
        return (part.item, frames)
    }
}
