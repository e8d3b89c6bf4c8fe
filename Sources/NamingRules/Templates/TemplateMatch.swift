/// A name taken apart by a template.
public struct TemplateMatch: Hashable, Sendable {
    /// The number of the template in its set.
    public let template: Int
    /// Where each field stands in the bytes that were looked at; fields of optional parts that are not there are left out.
    ///
    /// A field that comes twice is where it stands last: in the own name rather than in that of a folder.
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
    /// The bytes that are wrong; empty, and at the end, where something is missing.
    public let wrong: Range<Int>
    /// What is wrong, with a full stop.
    public let sentence: String
}

/// What templates say of a name.
public enum TemplateAnswer: Hashable, Sendable {
    /// The name taken apart by each template that fits, in the order of the templates.
    case fits([TemplateMatch])
    /// Why none fits, the one that fits furthest first.
    case fitsNone([TemplateMismatch])
}
