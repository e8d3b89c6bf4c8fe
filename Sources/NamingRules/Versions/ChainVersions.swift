internal import FileTree

/// The versions of one chain, ascending, with what there is of each.
struct ChainVersions {
    /// One version.
    struct Version {
        let number: Int
        /// What there is of it, by thing; never nothing.
        let parts: [Part]
        /// Its forms; folders that only hold other names are none.
        let forms: Set<UInt32>
        /// Whether a folder of it could not be listed.
        var isUnlisted: Bool { parts.contains(where: \.item.isUnlisted) }
    }

    /// One file, sequence or folder of a version.
    struct Part {
        let item: VersionItem
        let extent: ThingExtent
        /// Its number among the tree's things.
        var thing: Int { Int(item.thing) }
    }

    /// A form that most versions have, counted from the first that has it.
    struct UsualForm {
        let form: UInt32
        /// The places of the first versions that have it, as many as a sentence names.
        var having: [Int]
        /// How many have it.
        var count = 0
    }

    let catalogue: VersionCatalogue
    let chain: Int
    let versions: [Version]
    /// Forms that most versions have.
    let usual: [UsualForm]
    /// Forms whose sequences have no holes in at least one version.
    private let wholeForms: Set<UInt32>

    init(_ chain: Int, of catalogue: VersionCatalogue) {
        (self.catalogue, self.chain) = (catalogue, chain)
        var versions: [Version] = []
        var rest = catalogue.items(of: chain)
        while let first = rest.first {
            let items = Array(rest.prefix { $0.number == first.number })
            rest = rest.dropFirst(items.count)
            let forms = Set(items.lazy.map(\.form).filter { $0 < VersionCatalogue.emptyFolder })
            versions.append(
                Version(
                    number: Int(first.number),
                    parts: items.map { Part(item: $0, extent: ThingExtent(Int($0.thing), of: catalogue.named)) },
                    forms: forms))
        }
        self.versions = versions
        usual = ChainVersions.usual(versions)
        wholeForms = Set(
            versions.lazy.flatMap(\.parts).filter { $0.extent.frames != nil && !$0.extent.hasHoles }.map(\.item.form))
    }

    /// A form is usual where more than half of the versions from its first on have it, and at least two: a form that
    /// came or went for good is none that a single version lacks.
    private static func usual(_ versions: [Version]) -> [UsualForm] {
        guard versions.count > 2 else { return [] }
        var forms: [UInt32: UsualForm] = [:]
        for (place, version) in versions.enumerated() {
            for form in version.forms {
                var known = forms[form] ?? UsualForm(form: form, having: [])
                known.count += 1
                if known.having.count < VersionStyle.mostNamed { known.having.append(place) }
                forms[form] = known
            }
        }
        return forms.values.filter { $0.count > 1 && $0.count * 2 > versions.count - $0.having[0] }
            .sorted { $0.form < $1.form }
    }

    /// The usual forms that a version lacks; none where a folder of it could not be listed, in which they may lie.
    func lacking(_ place: Int) -> [UsualForm] {
        versions[place].isUnlisted
            ? [] : usual.filter { $0.having[0] < place && !versions[place].forms.contains($0.form) }
    }

    /// Why a version is not complete.
    func faults(_ place: Int) -> [VersionChain.Fault] {
        let version = versions[place]
        var faults: [VersionChain.Fault] = []
        let isUnread = version.isUnlisted || version.parts.contains { catalogue.unread.contains($0.thing) }
        if version.parts.contains(where: \.extent.isEmpty) || version.forms.isEmpty && isEmptyFolder(version) {
            faults.append(.empty)
        }
        let hasHoles = version.parts.contains {
            $0.extent.lacksFrames || $0.extent.hasHoles && wholeForms.contains($0.item.form)
        }
        if hasHoles { faults.append(.holes) }
        if !lacking(place).isEmpty { faults.append(.lacksForm) }
        if isUnread { faults.append(.unreadable) }
        return faults
    }

    private func isEmptyFolder(_ version: Version) -> Bool {
        !version.isUnlisted && version.parts.allSatisfy { $0.item.form == VersionCatalogue.emptyFolder }
    }

    /// The numbers between `start`, or the lowest version, and the highest that are not there.
    func missing(from start: Int?) -> [ClosedRange<Int>] {
        guard let lowest = versions.first?.number else { return [] }
        var missing: [ClosedRange<Int>] = []
        var next = min(start ?? lowest, lowest)
        for version in versions {
            if next < version.number { missing.append(next...(version.number - 1)) }
            next = version.number + 1
        }
        return missing
    }

    /// How the version of an item is written: `v003`.
    func label(_ item: VersionItem) -> String {
        catalogue.versionedName(of: item).map { String(decoding: $0.written, as: UTF8.self) } ?? "v\(item.number)"
    }

    /// How a version is written.
    func label(_ version: Version) -> String { label(version.parts[0].item) }

    /// The chain for people.
    func value(missing: [ClosedRange<Int>], doubled: [Int]) -> VersionChain {
        VersionChain(
            nameBytes: catalogue.name(of: chain),
            versions: versions.indices.map { place in
                let version = versions[place]
                let frames = version.parts.compactMap(\.extent.frames)
                let first = frames.lazy.map(\.lowerBound).min()
                let last = frames.lazy.map(\.upperBound).max()
                return VersionChain.Version(
                    number: version.number, label: label(version),
                    forms: Array(Set(version.parts.map(\.item.form))).map(catalogue.words(forForm:)).sorted(),
                    path: catalogue.named.path(of: Int(version.parts[0].item.thing)),
                    modified: version.parts.lazy.map(\.extent.latest).max() ?? version.parts[0].extent.latest,
                    frames: first.flatMap { first in last.map { first...$0 } }, faults: faults(place))
            }, missing: missing, doubled: doubled)
    }
}
