/// V03: two versions, or two names, with the same content.
struct RepeatedVersions {
    private let catalogue: VersionCatalogue
    /// The items that could be equal to one of another version or name, in groups of one size.
    private let groups: [[VersionItem]]

    /// A form of a version.
    private struct Form: Hashable {
        let number, form: UInt32

        init(_ item: VersionItem) { (number, form) = (item.number, item.form) }
    }

    /// Papers, looks and checksums are the same in many versions, and nobody minds.
    private static let papers: Set<String> = [
        "", "txt", "md", "pdf", "doc", "docx", "rtf", "csv", "tsv", "xls", "xlsx", "html", "xml", "json", "yaml", "yml",
        "ini", "log", "md5", "sha1", "sha256", "xxh", "mhl", "cdl", "cc", "ccc", "cube", "3dl", "lut", "look", "csp",
        "icc", "ocio", "edl", "ale", "srt", "vtt", "fcpxml", "aaf", "otio", "url", "gizmo", "py", "sh",
    ]

    /// Finds the files that are of equal size.
    init(_ catalogue: VersionCatalogue) {
        self.catalogue = catalogue
        let alone = RepeatedVersions.compared(catalogue)
        var sizes = alone.map { item in (size: ThingExtent.bytes(Int(item.thing), of: catalogue.named), item: item) }
        sizes.removeAll { $0.size == 0 }
        sizes.sort { ($0.size, $0.item.thing) < ($1.size, $1.item.thing) }
        var groups: [[VersionItem]] = []
        var rest = sizes[...]
        while let first = rest.first {
            let equal = rest.prefix { $0.size == first.size }
            rest = rest.dropFirst(equal.count)
            guard equal.count > 1 else { continue }
            let byFiles = Dictionary(grouping: equal.map(\.item)) {
                ThingExtent(Int($0.thing), of: catalogue.named).files
            }
            groups += byFiles.values.filter { RepeatedVersions.areSeveral($0, catalogue) }
        }
        self.groups = groups
    }

    /// The items that stand for all of their form in their version, and are no papers.
    private static func compared(_ catalogue: VersionCatalogue) -> [VersionItem] {
        var isPaper: [UInt32: Bool] = [:]
        var compared: [VersionItem] = []
        for chain in catalogue.chains {
            let items = catalogue.items(of: chain)
            let counts =
                items.contains(where: \.isOfFolder) ? items.reduce(into: [:]) { $0[Form($1), default: 0] += 1 } : [:]
            for item in items where item.form < VersionCatalogue.emptyFolder {
                let paper = isPaper[item.form] ?? isPaperForm(item.form, catalogue)
                isPaper[item.form] = paper
                if !paper, !item.isOfFolder || counts[Form(item)] == 1 { compared.append(item) }
            }
        }
        return compared
    }

    private static func isPaperForm(_ form: UInt32, _ catalogue: VersionCatalogue) -> Bool {
        let format = catalogue.format(of: form)
        let last = format.lastIndex(of: UInt8(ascii: ".")).map { format[($0 + 1)...] } ?? format
        return papers.contains(String(decoding: last, as: UTF8.self))
    }

    /// Whether items have two names, or one name and two numbers: a copy is no second version.
    private static func areSeveral(_ items: [VersionItem], _ catalogue: VersionCatalogue) -> Bool {
        guard let first = items.first else { return false }
        return items.contains { $0.chain != first.chain || $0.number != first.number }
            && items.contains {
                $0.number != first.number || catalogue.stem(of: $0.chain) != catalogue.stem(of: first.chain)
            }
    }

    /// The things whose content tells.
    var candidates: [Int] { groups.flatMap { $0.map { Int($0.thing) } } }

    /// Tells of those that are equal, each group of them once, at the highest version.
    func tell(_ contents: ContentTable, into findings: inout RuleFindings) {
        var equal: [[VersionItem]] = []
        for group in groups {
            let known = group.compactMap { item in
                contents[catalogue.named.things[Int(item.thing)].entry].map { (content: $0, item: item) }
            }
            equal += Dictionary(grouping: known, by: \.content).values.map { $0.map(\.item) }
                .filter { RepeatedVersions.areSeveral($0, catalogue) }
        }
        for items in equal.sorted(by: { $0[0].thing < $1[0].thing }) { tell(items, into: &findings) }
    }

    private func tell(_ items: [VersionItem], into findings: inout RuleFindings) {
        guard let last = items.max(by: { ($0.number, $0.thing) < ($1.number, $1.thing) }),
            let other = items.first(where: { isOther($0, than: last) })
        else { return }
        let label = catalogue.versionedName(of: last).map { String(decoding: $0.written, as: UTF8.self) } ?? ""
        let twin = catalogue.versionedName(of: other).map { String(decoding: $0.written, as: UTF8.self) } ?? ""
        let isNumber = other.chain == last.chain
        let more = items.count(where: { isOther($0, than: last) }) - 1
        findings.add(
            .sameContent, Int(last.thing), marked: catalogue.marked(last),
            (isNumber
                ? "\(label) has the same content as \(twin)" : "It has the same content as a file of another name")
                + (more > 0 ? ", and \(more) more." : "."),
            .advice(
                isNumber
                    ? "Ask for the new work: perhaps the old file was exported again."
                    : "Find out which of the names is right."),
            others: items.filter { $0.thing != last.thing }.prefix(VersionStyle.mostNamed).map { Int($0.thing) })
    }

    private func isOther(_ item: VersionItem, than last: VersionItem) -> Bool {
        RepeatedVersions.areSeveral([item, last], catalogue)
    }
}
