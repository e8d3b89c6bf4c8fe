/// What may stand in a field of a template.
public enum FieldType: Hashable, Sendable {
    /// Characters of a set, a number of them, one of a list, or a pattern.
    case text(TextField)
    /// A number, padded with zeros.
    case integer(IntegerField)
    /// A version: a prefix and a number.
    case version(VersionField)
    /// The number of a frame: so many digits or more, with a sign where it has one.
    case frame(pad: Int)
    /// A date.
    case date(DateField)

    /// Numbers have so many digits at most: more are no number that anybody counts, and would not fit one of ours.
    static let mostDigits = 18

    /// Limits of a text.
    public struct TextField: Hashable, Sendable {
        /// The characters it may have, as written: `A-Z0-9`; nil for letters and digits.
        public var charset: String?
        /// How many characters; no name has more than 255.
        public var length: ClosedRange<Int> = 1...255
        /// The words it may be; empty for any.
        public var words: [String] = []
        /// A pattern instead of set, length and words.
        public var pattern: String?
        /// How its letters are written.
        public var letterCase: LetterCase?
    }

    /// How letters are written.
    public enum LetterCase: String, Hashable, Sendable, CaseIterable {
        case upper, lower, camel, pascal
    }

    /// Limits of a number.
    public struct IntegerField: Hashable, Sendable {
        /// How many digits.
        public var digits = Digits(least: 0)
        /// The numbers it may be.
        public var range: ClosedRange<Int>?
        /// It is a multiple of this.
        public var step = 1
    }

    /// How versions are written.
    public struct VersionField: Hashable, Sendable {
        /// What stands before the number.
        public var prefix = "v"
        /// How many digits.
        public var digits = Digits(least: 3)
        /// The first version of a chain.
        public var start = 1
    }

    /// How many digits a number is written with.
    public struct Digits: Hashable, Sendable {
        /// It is filled up with zeros to so many; 0 for no zeros before it.
        public var least: Int
        /// It has so many at most; nil for more only where the number needs them.
        public var most: Int?
    }

    /// How dates are written.
    public enum DateField: String, Hashable, Sendable, CaseIterable {
        case long = "YYYYMMDD"
        case short = "YYMMDD"
        case dashed = "YYYY-MM-DD"
    }
}
