/// V03: two versions, or two names, with the same content.
struct RepeatedVersions {
    private let catalogue: VersionCatalogue
    /// The items that could be equal to one of another version or name, by their places in the catalogue, in groups of
    /// one size.
    private let groups: [[UInt32]]

    /// An item with its size: in a show of test files a million may have the same.
    private struct Sized {
        let size: Int64
        let item: UInt32
        let thing: UInt32
    }

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
        var sizes = RepeatedVersions.compared(catalogue)
        sizes.sort { ($0.size, $0.thing) < ($1.size, $1.thing) }
        var groups: [[UInt32]] = []
        var start = 0
        while start < sizes.count {
            let end = sizes[start...].firstIndex { $0.size != sizes[start].size } ?? sizes.count
            if end - start > 1 {
                let byFiles = Dictionary(grouping: sizes[start..<end].lazy.map(\.item)) {
                    ThingExtent(Int(catalogue.items[Int($0)].thing), of: catalogue.named).files
                }
                groups += byFiles.values.filter { RepeatedVersions.areSeveral($0, catalogue) }
            }
            start = end
        }
        self.groups = groups
    }

    /// The items that stand for all of their form in their version, hold something and are no papers.
    private static func compared(_ catalogue: VersionCatalogue) -> [Sized] {
        var isPaper: [UInt32: Bool] = [:]
        var compared: [Sized] = []
        for chain in catalogue.chains {
            let items = catalogue.items(of: chain)
            let counts =
                items.contains(where: \.isOfFolder) ? items.reduce(into: [:]) { $0[Form($1), default: 0] += 1 } : [:]
            for (place, item) in zip(items.indices, items) where item.form < VersionCatalogue.emptyFolder {
                let paper = isPaper[item.form] ?? isPaperForm(item.form, catalogue)
                isPaper[item.form] = paper
                guard !paper, !item.isOfFolder || counts[Form(item)] == 1 else { continue }
                let size = ThingExtent.bytes(Int(item.thing), of: catalogue.named)
                if size > 0 { compared.append(Sized(size: size, item: UInt32(place), thing: item.thing)) }
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
    private static func areSeveral(_ places: [UInt32], _ catalogue: VersionCatalogue) -> Bool {
        guard let first = places.first.map({ catalogue.items[Int($0)] }) else { return false }
        var isOther = false
        var isNamedOtherwise = false
        for place in places where !isOther || !isNamedOtherwise {
            let item = catalogue.items[Int(place)]
            if item.chain != first.chain || item.number != first.number { isOther = true }
            if RepeatedVersions.isOther(item, than: first, catalogue) { isNamedOtherwise = true }
        }
        return isOther && isNamedOtherwise
    }

    /// Whether two items have two numbers or two names.
    private static func isOther(_ item: VersionItem, than other: VersionItem, _ catalogue: VersionCatalogue) -> Bool {
        item.number != other.number
            || item.chain != other.chain && catalogue.stem(of: item.chain) != catalogue.stem(of: other.chain)
    }

    /// The things whose content tells.
    var candidates: [Int] { groups.flatMap { $0.map { Int(catalogue.items[Int($0)].thing) } } }

    /// Tells of those that are equal, each group of them once, at the highest version.
    func tell(_ contents: ContentTable, into findings: inout RuleFindings) {
        var equal: [[UInt32]] = []
        for group in groups {
            var known = group.compactMap { place in
                let thing = Int(catalogue.items[Int(place)].thing)
                return contents[catalogue.named.things[thing].entry].map { (content: UInt32($0), place: place) }
            }
            // Those of one content stay in the order of the group, which is that of the tree.
            known.sort { ($0.content, thing($0.place)) < ($1.content, thing($1.place)) }
            var start = 0
            while start < known.count {
                let end = known[start...].firstIndex { $0.content != known[start].content } ?? known.count
                let places = known[start..<end].map(\.place)
                if places.count > 1, RepeatedVersions.areSeveral(places, catalogue) { equal.append(places) }
                start = end
            }
        }
        for places in equal.sorted(by: { thing($0[0]) < thing($1[0]) }) {
            tell(places.lazy.map { catalogue.items[Int($0)] }, into: &findings)
        }
    }

    private func thing(_ place: UInt32) -> UInt32 { catalogue.items[Int(place)].thing }

    private func tell(_ items: some Collection<VersionItem>, into findings: inout RuleFindings) {
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
            others: items.lazy.filter { $0.thing != last.thing }.prefix(VersionStyle.mostNamed).map { Int($0.thing) })
    }

    private func isOther(_ item: VersionItem, than last: VersionItem) -> Bool {
        RepeatedVersions.isOther(item, than: last, catalogue)
    }
}
