/// What stands in a column that people tick.
public enum SlateTick: Hashable, Sendable {
    /// Ticked: `*`, `x`, `yes`, `Circled`, `Print`.
    case yes
    /// Not ticked, and said so: `0`, `no`.
    case no
    /// Marked as not good: `NG`.
    case noGood

    /// Nil for words that are neither.
    public init?(_ text: String) {
        switch text.lowercased() {
        case "1", "*", "**", "x", "y", "yes", "true", "t", "ja", "j", "circled", "circle", "print", "printed", "good",
            "ok", "select", "selected", "✓", "✔":
            self = .yes
        case "0", "n", "no", "false", "f", "nein", "not circled": self = .no
        case "ng", "n.g.", "no good", "nogood": self = .noGood
        default: return nil
        }
    }
}
