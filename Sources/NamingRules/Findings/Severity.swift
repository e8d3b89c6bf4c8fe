/// How much a finding matters; a rule says it for its findings.
public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The delivery is not good as it is: the status becomes 50.
    case error
    /// Somebody must look.
    case warn
    /// Worth knowing.
    case info

    /// Errors come first.
    public static func < (one: Severity, other: Severity) -> Bool { one.order < other.order }

    private var order: Int {
        switch self {
        case .error: 0
        case .warn: 1
        case .info: 2
        }
    }
}
