/// A name taken apart by a template.
public struct TemplateMatch: Hashable, Sendable {
    /// The number of the template in its set.
    public let template: Int
    /// Where each field stands in the bytes that were looked at; fields of optional parts that are not there are left out.
    public let fields: [String: Range<Int>]
}

/// Why a name does not fit a template.
public struct TemplateMismatch: Hashable, Sendable {
    /// The number of the template in its set.
    public let template: Int
    /// The first byte that cannot stand there; the end of the name where something is missing.
    public let place: Int
    /// What could stand there: `{version}: v and 3 digits`, `_`, `the end`.
    public let expected: [String]
}
