internal import FileTree

/// The names of a tree, each taken apart by the first template that fits.
///
/// Three bytes for each field of each thing: a million names with ten fields take 35 MB.
struct TemplateMatches: Sendable {
    /// The templates.
    let set: TemplateSet
    private let named: NamedTree?
    /// The template of each thing; ``none`` where none fits.
    private var templates: [UInt8] = []
    /// Where the fields of each thing begin in ``spots``.
    private var starts: [UInt32] = []
    private var spots: [Spot] = []
    /// The fields of each template, in the order of their spots, each with the parts it stands in.
    private let layouts: [[(field: Int, parts: [Int])]]

    /// Where a field stands: in which folder above, 0 being the thing's own name, and between which bytes of that name.
    fileprivate struct Spot {
        let above: UInt8
        let begin: UInt8
        let end: UInt8

        /// The field stands in an optional part that is not there: no field is empty.
        static let missing = Spot(above: 0, begin: 0, end: 0)
    }

    private static let none = UInt8.max

    /// Nothing was taken apart.
    init() {
        (set, named, layouts) = (.empty, nil, [])
    }

    /// Takes all names of a tree apart.
    init(of named: NamedTree, by set: TemplateSet, shouldStop: () -> Bool = { false }) {
        (self.set, self.named) = (set, named)
        layouts = set.templates.map { template in
            let fields = Set(template.parts.compactMap(\.field)).sorted()
            return fields.map { field in (field, template.parts.indices.filter { template.parts[$0].field == field }) }
        }
        var matcher = TemplateMatcher(set)
        let all = Array(set.templates.indices)
        templates.reserveCapacity(named.things.count)
        starts.reserveCapacity(named.things.count)
        for thing in named.things.indices where !shouldStop() {
            let path = set.path(of: thing, in: named)
            starts.append(UInt32(truncatingIfNeeded: spots.count))
            guard let template = matcher.first(of: all, taking: path), let name = matcher.tail(of: path, for: template)
            else {
                templates.append(TemplateMatches.none)
                continue
            }
            templates.append(UInt8(template))
            let places = matcher.places(by: template)
            for (_, parts) in layouts[template] {
                let part = parts.last { places[$0 * 2] >= 0 }
                spots.append(part.map { Spot(Int(places[$0 * 2]), Int(places[$0 * 2 + 1]), of: name) } ?? .missing)
            }
        }
    }

    /// The number of the template that fits a thing's name; nil where none does.
    func template(of thing: Int) -> Int? {
        guard templates.indices.contains(thing), templates[thing] != TemplateMatches.none else { return nil }
        return Int(templates[thing])
    }

    /// The number of a field; nil where the rule file has none of that name.
    func number(ofField name: String) -> Int? { set.number(ofField: name) }

    /// What stands in a field of a thing's name; nil where no template fits, or where it has no such field.
    func field(_ number: Int, of thing: Int) -> ArraySlice<UInt8>? {
        guard let spot = spot(number, of: thing), let named else { return nil }
        var entry = named.things[thing].entry
        for _ in 0..<spot.above { entry = Int(named.tree.entries[entry].parent) }
        let name = named.tree.name(of: entry)
        return name.dropFirst(Int(spot.begin)).prefix(Int(spot.end - spot.begin))
    }

    /// What stands in a field of a thing's name; for many things ask for the field's number once.
    func field(_ name: String, of thing: Int) -> ArraySlice<UInt8>? {
        number(ofField: name).flatMap { field($0, of: thing) }
    }

    /// Where a field stands in a thing's own name, from its first byte; nil where it is missing or stands in a folder's.
    func range(ofField number: Int, of thing: Int) -> Range<Int>? {
        guard let spot = spot(number, of: thing), spot.above == 0 else { return nil }
        return Int(spot.begin)..<Int(spot.end)
    }

    /// How a thing's own name is taken apart; nil where no template fits.
    subscript(thing: Int) -> TemplateMatch? {
        guard let template = template(of: thing) else { return nil }
        var fields: [String: Range<Int>] = [:]
        for (number, _) in layouts[template] { fields[set.fields[number].name] = range(ofField: number, of: thing) }
        return TemplateMatch(template: template, fields: fields)
    }

    private func spot(_ number: Int, of thing: Int) -> Spot? {
        guard let template = template(of: thing),
            let place = layouts[template].firstIndex(where: { $0.field == number })
        else { return nil }
        let spot = spots[Int(starts[thing]) + place]
        return spot.end == 0 ? nil : spot
    }
}

extension TemplateMatches.Spot {
    /// A range of a path's end; a field never reaches over a `/`.
    fileprivate init(_ begin: Int, _ end: Int, of path: ArraySlice<UInt8>) {
        let start = path.startIndex
        let above = path[(start + end)...].count { $0 == UInt8(ascii: "/") }
        let name = (path[..<(start + begin)].lastIndex(of: UInt8(ascii: "/")) ?? start - 1) + 1 - start
        self.init(
            above: UInt8(clamping: above), begin: UInt8(clamping: begin - name), end: UInt8(clamping: end - name))
    }
}

extension TemplateSet {
    /// What the templates look at: the name of a thing, with as many folders before it as one of them describes.
    func path(of thing: Int, in named: NamedTree) -> ArraySlice<UInt8> {
        let name = named.name(of: thing)
        guard components > 1 else { return name }
        var path = Array(name)
        var entry = named.things[thing].entry
        for _ in 1..<components {
            entry = Int(named.tree.entries[entry].parent)
            guard entry != 0 else { break }
            path = named.tree.name(of: entry) + [UInt8(ascii: "/")] + path
        }
        return path[...]
    }
}
