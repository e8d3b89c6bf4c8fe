/// What a destination could not do as it should; none of it makes a copy's content wrong.
public struct Shortfalls: Hashable, Sendable {
    /// Names that were checked and then taken, because the file system could not do both in one step.
    public var renamesNotAtomic = 0
    /// `user.*` attributes that it could not keep.
    public var attributesNotKept = 0
    /// Files whose modification time it keeps otherwise than it was set, beyond the steps in which it keeps times.
    public var timesNotKept = 0
    /// Files that were there without proof and were not the card's: they were moved away, and copied again.
    public var movedAway = 0

    /// None.
    public init() {}

    /// Adds those of another part of the run.
    package static func += (all: inout Shortfalls, more: Shortfalls) {
        all.renamesNotAtomic += more.renamesNotAtomic
        all.attributesNotKept += more.attributesNotKept
        all.timesNotKept += more.timesNotKept
        all.movedAway += more.movedAway
    }
}
