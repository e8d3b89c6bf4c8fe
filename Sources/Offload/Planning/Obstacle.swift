/// A reason not to start.
///
/// All are found before the first byte moves and told at once.
public struct Obstacle: Hashable, Sendable {
    /// What stands in the way.
    public enum Code: String, Hashable, Sendable {
        case cardMissing = "card-missing"
        case cardUnreadable = "card-unreadable"
        case cardEmpty = "card-empty"
        case cardTwice = "card-twice"
        case genericName = "generic-name"
        case badRollName = "bad-roll-name"
        case samePath = "same-path"
        case destinationMissing = "destination-missing"
        case destinationUnusable = "destination-unusable"
        case destinationReadOnly = "destination-read-only"
        case destinationInsideCard = "destination-inside-card"
        case cardInsideDestination = "card-inside-destination"
        case sameDestination = "same-destination"
        case nothingMounted = "nothing-mounted"
        case tooLittleSpace = "too-little-space"
        case tooFewFiles = "too-few-files"
        case namesCollide = "names-collide"
        case nameNotAllowed = "name-not-allowed"
        case nameTooLong = "name-too-long"
        case fileTooLarge = "file-too-large"
        case otherContent = "other-content"
        case otherCard = "other-card"
        case damagedJournal = "damaged-journal"
        case damagedHistory = "damaged-history"
        case locked
    }

    /// What stands in the way.
    public let code: Code
    /// Where: the destination or the card, as the person wrote it.
    public let place: String
    /// What is the matter, as a sentence.
    public let sentence: String
    /// What the person can do about it.
    public let nextStep: String

    /// Describes an obstacle.
    public init(_ code: Code, at place: String, _ sentence: String, nextStep: String) {
        self.code = code
        self.place = place
        self.sentence = sentence
        self.nextStep = nextStep
    }
}

/// Something worth knowing that does not stop the run.
public struct Warning: Hashable, Sendable {
    /// Where: the destination or the card, as the person wrote it.
    public let place: String
    /// What is the matter and what can be done, as sentences.
    public let sentence: String

    /// Describes a warning.
    public init(at place: String, _ sentence: String) {
        self.place = place
        self.sentence = sentence
    }
}
