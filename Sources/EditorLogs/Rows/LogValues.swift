/// What is known of a row, by field; a field nobody spoke of is absent.
public struct LogValues: Hashable, Sendable {
    /// By field.
    public private(set) var all: [LogField: LoggedValue]

    /// Takes values.
    public init(_ all: [LogField: LoggedValue] = [:]) {
        self.all = all
    }

    /// What counts of a field.
    public subscript(field: LogField) -> String? { all[field]?.text }

    /// Notes what somebody says who is believed more than everybody so far.
    public mutating func set(_ field: LogField, _ text: String, _ source: LogSource) {
        all[field] = all[field]?.overridden(by: text, source) ?? LoggedValue(text, source)
    }

    /// Notes what somebody says where nobody has spoken yet.
    public mutating func fill(_ field: LogField, _ text: String, _ source: LogSource) {
        if all[field] == nil { all[field] = LoggedValue(text, source) }
    }
}
