/// The question whether a card may be erased.
public struct SafeRequest: Sendable {
    /// What the reading of a copy must have shown for it to count.
    public enum Level: String, Sendable, CaseIterable {
        /// That its bytes came from the device that it lies on.
        case fromDevice = "device"
        /// That it is equal, even where a server, memory or a loop device stands between.
        case readBack = "read-back"
    }

    /// The card, as the person wrote it.
    public var card: String
    /// The copies, as the person wrote them: rolls, or folders that hold one.
    public var copies: [String]
    /// How many copies of each file there must be.
    public var copiesAsked = SafeRequest.defaultCopies
    /// What counts as read.
    public var least = Level.fromDevice
    /// Whether a loop device counts as a device (tests only).
    public var trustsLoop = false

    /// So many copies are asked for unless the person says otherwise: one drive may die.
    public static let defaultCopies = 2
    /// No more copies can be named or asked for: as many as an ingest has destinations.
    public static let mostCopies = 64

    /// Asks of a card and its copies.
    public init(card: String, copies: [String]) {
        self.card = card
        self.copies = copies
    }
}
