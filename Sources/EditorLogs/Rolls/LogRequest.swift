/// What a log is to be made of.
public struct LogRequest: Hashable, Sendable {
    /// Rolls, cards, or folders that hold them, as the person wrote them.
    public var folders: [String]
    /// The same for rolls of which the sound alone counts.
    public var sound: [String]
    /// Files of slate and script notes, the later ones believed more.
    public var slates: [String]
    /// A file of corrections, believed before everybody.
    public var corrections: String?
    /// What is said of cameras that were not jammed.
    public var offsets: [RollOffset]

    /// Takes folders and what belongs to them.
    public init(
        folders: [String], sound: [String] = [], slates: [String] = [], corrections: String? = nil,
        offsets: [RollOffset] = []
    ) {
        (self.folders, self.sound, self.slates) = (folders, sound, slates)
        (self.corrections, self.offsets) = (corrections, offsets)
    }
}

/// The rolls of a day as one log, joined.
public struct GatheredLog: Sendable {
    /// The log.
    public var log: EditorLog
    /// What it is called: the one roll's name, or that of the first folder, and how many more there are.
    public let name: String
    /// What was read afresh and why, and logs that could not be used, as sentences.
    public let remarks: [String]
    /// Whether some file or folder could not be read.
    public let hasUnreadable: Bool
}
