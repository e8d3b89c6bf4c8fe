public import FileTree
public import Offload

/// What happens during a run, as facts; printers choose the words.
public enum IngestEvent: Sendable {
    /// Nothing is begun, for all these reasons.
    case obstacles([Obstacle])
    /// What a card is; told before the start.
    case recognised(CardSurvey)
    /// Worth knowing before the start.
    case warning(Warning)
    /// What will be done for a card.
    case planned(CardPlan)
    /// How far a card is.
    case progress(CardPlan, CopyProgress)
    /// Something happened to files or a destination of a card.
    case copying(CardPlan, OffloadEvent)
    /// All bytes are in place; the manifests are being written.
    case sealing(CardPlan)
    /// A card is done with, its logs written to these paths.
    case finished(CardOutcome, logs: [String])
}

/// What will be done for one card.
public struct CardPlan: Sendable {
    /// What one destination needs.
    public struct Copy: Sendable {
        /// What will be done there.
        public enum Kind: String, Hashable, Sendable {
            case copy, `continue`, compare, grow
        }

        /// The destination as the person wrote it.
        public let destination: String
        /// Its volume.
        public let volume: Volume
        /// What will be done there.
        public let kind: Kind
        /// Files still to be copied there, as far as is known before the start.
        public let files: Int
        /// Their bytes.
        public let bytes: Int64
    }

    /// The card.
    public let card: CardSurvey
    /// The roll's path below the destinations.
    public let roll: RelativePath
    /// The destinations.
    public let copies: [Copy]
}
