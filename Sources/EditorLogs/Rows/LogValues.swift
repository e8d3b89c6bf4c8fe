/// What is known of a row, by field; a field nobody spoke of is absent.
public struct LogValues: Hashable, Sendable {
    /// By field.
    public private(set) var all: [LogField: LoggedValue]
    /// What was said of fields that do not count: whoever is believed speaks of another take, and says nothing of them.
    private var uncounted: [LogField: [LoggedValue.Other]] = [:]

    /// Takes values.
    public init(_ all: [LogField: LoggedValue] = [:]) {
        self.all = all
    }

    /// Takes values, and what others said of fields that have none.
    init(_ all: [LogField: LoggedValue], setAside: [LogField: [LoggedValue.Other]]) {
        self.all = all
        uncounted = setAside.filter { all[$0.key] == nil && !$0.value.isEmpty }
    }

    /// What was said of a field and does not count, the first believed first.
    public func others(of field: LogField) -> [LoggedValue.Other] {
        all[field]?.overridden ?? uncounted[field] ?? []
    }

    /// Lets nothing count that is known of a field; who said it stays known.
    mutating func setAside(_ field: LogField) {
        guard let value = all.removeValue(forKey: field) else { return }
        let others = [LoggedValue.Other(value.text, value.source)] + value.overridden
        uncounted[field] = Array(others.prefix(LoggedValue.mostOverridden))
    }

    /// A value where none counts.
    private mutating func first(_ text: String, _ source: LogSource, of field: LogField) -> LoggedValue {
        LoggedValue(text, source, overridden: uncounted.removeValue(forKey: field) ?? [])
    }

    /// What counts of a field.
    public subscript(field: LogField) -> String? { all[field]?.text }

    /// Notes what somebody says who is believed more than everybody so far.
    public mutating func set(_ field: LogField, _ text: String, _ source: LogSource) {
        all[field] = all[field]?.overridden(by: text, source) ?? first(text, source, of: field)
    }

    /// Notes what somebody says among the others, in the order in which origins are believed; of one origin the first.
    public mutating func add(_ field: LogField, _ text: String, _ source: LogSource) {
        guard let value = all[field] else { return all[field] = first(text, source, of: field) }
        guard value.source.origin.rank <= source.origin.rank else { return set(field, text, source) }
        guard value.text != text else { return }
        let place = value.overridden.firstIndex { $0.source.origin.rank > source.origin.rank }
        var others = value.overridden
        others.insert(LoggedValue.Other(text, source), at: place ?? others.endIndex)
        all[field] = LoggedValue(value.text, value.source, overridden: others)
    }

    /// Notes what somebody says where nobody has spoken yet.
    public mutating func fill(_ field: LogField, _ text: String, _ source: LogSource) {
        if all[field] == nil { all[field] = first(text, source, of: field) }
    }

    /// Notes what somebody says, wherever he stands among those who are believed: of two equals the later one counts.
    ///
    /// What is said again in the same place is said once.
    public mutating func note(_ field: LogField, _ text: String, _ source: LogSource) {
        guard let known = all[field], known.source.origin.isBelieved(before: source.origin) else {
            if all[field]?.text != text || all[field]?.source != source { set(field, text, source) }
            return
        }
        let other = LoggedValue.Other(text, source)
        guard text != known.text, !known.overridden.contains(other) else { return }
        let place = known.overridden.firstIndex { !$0.source.origin.isBelieved(before: source.origin) }
        var others = known.overridden
        others.insert(other, at: place ?? others.endIndex)
        all[field] = LoggedValue(known.text, known.source, overridden: others)
    }
}

extension LogOrigin {
    /// Whether what this one says counts more than what another one says.
    func isBelieved(before other: LogOrigin) -> Bool {
        LogOrigin.order[self, default: .max] < LogOrigin.order[other, default: .max]
    }

    private static let order = Dictionary(uniqueKeysWithValues: zip(allCases, allCases.indices))
}
