public import NamingRules

/// What is to be said of the names of a roll.
public struct RollNames: Sendable {
    /// The roll's path below its destinations.
    public let roll: String
    /// What was found.
    public let names: CardNames

    /// Names a roll.
    public init(roll: String, names: CardNames) {
        (self.roll, self.names) = (roll, names)
    }
}
