/// What one destination still needs of one file.
public enum Need: UInt8, Hashable, Sendable {
    /// Nothing: it is not part of the roll there, or its proof still holds.
    case nothing
    /// Its bytes.
    case copy
    /// It stands under its final name without proof, in a roll that is not finished: read it back; when it
    /// is not equal, it is moved to the rejected ones and copied again.
    case adopt
    /// It stands in a finished roll: read it back and compare, and never touch it.
    case compare
}
