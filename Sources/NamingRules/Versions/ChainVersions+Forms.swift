extension ChainVersions {
    /// V14: versions that lack a form which most of them have.
    func tellForms(into findings: inout RuleFindings) {
        guard !usual.isEmpty else { return }
        for place in versions.indices {
            let lacking = lacking(place)
            guard !lacking.isEmpty else { continue }
            let version = versions[place]
            // Looked up once for each form: a chain of a hundred thousand versions is not gone through for each of them.
            let having = Set(lacking.flatMap(\.having)).sorted().prefix(VersionStyle.mostNamed).map { versions[$0] }
            let labels = having.map(label)
            let has = version.forms.sorted().map(catalogue.words(forForm:)).enumerated()
            findings.add(
                .incompleteVersion, version.parts[0].thing, marked: catalogue.marked(version.parts[0].item),
                "\(label(version)) has \(has.isEmpty ? "no files" : has), and not "
                    + "\(lacking.map(\.form).map(catalogue.words(forForm:)).enumerated()) as "
                    + "\(Array(labels).enumerated()).",
                .advice("Ask for the missing form, or make it."),
                others: having.first.map { [$0.parts[0].thing] } ?? [])
        }
    }

    /// V15: a sequence whose frames are not those of the version before it, one finding a chain and form, at the highest.
    func tellRanges(into findings: inout RuleFindings) {
        guard versions.count > 1 else { return }
        var rangesByForm: [UInt32: [Part]] = [:]
        for version in versions {
            for (form, part) in ChainVersions.sequences(of: version) { rangesByForm[form, default: []].append(part) }
        }
        for (_, ranges) in rangesByForm.sorted(by: { $0.key < $1.key }) {
            guard
                let place = ranges.indices.dropFirst().last(where: {
                    ranges[$0].extent.frames != ranges[$0 - 1].extent.frames
                })
            else { continue }
            let (now, before) = (ranges[place], ranges[place - 1])
            guard let frames = now.extent.frames, let former = before.extent.frames else { continue }
            findings.add(
                .frameRange, now.thing,
                "\(label(now.item)) has frames \(frames.lowerBound) to \(frames.upperBound), "
                    + "\(label(before.item)) has \(former.lowerBound) to \(former.upperBound).",
                .advice("Make sure that the cut asks for the new range."), others: [before.thing])
        }
    }

    /// The sequences of a version by form, where a form is one: several are told apart by nothing that would hold from
    /// version to version.
    private static func sequences(of version: Version) -> [UInt32: Part] {
        var counts: [UInt32: Int] = [:]
        var sequences: [UInt32: Part] = [:]
        for part in version.parts {
            counts[part.item.form, default: 0] += 1
            if part.extent.frames != nil { sequences[part.item.form] = part }
        }
        return sequences.filter { counts[$0.key] == 1 }
    }
}
