public import FileTree

/// Something on a card that a person should know before the card is gone; it never stops a copy.
public struct CardFinding: Hashable, Sendable {
    /// What kind; the names are stable.
    public enum Code: String, Hashable, Sendable, CaseIterable, Codable {
        /// A file of a recording in several files is not there.
        case missingPart = "missing-part"
        /// A part that is not the last is much shorter than the others: its end was lost.
        case shortPart = "short-part"
        /// A file of a clip holds nothing.
        case emptyFile = "empty-file"
        /// Numbers of clips that nobody recorded, or that were deleted.
        case clipGap = "clip-gap"
        /// A sidecar, proxy or thumbnail of a clip that is not there.
        case orphan
        /// Two clips, or two cards, with the same identity: somebody forgot to advance the reel.
        case duplicateReel = "duplicate-reel"
        /// Frames are missing.
        case frameHole = "frame-hole"
        /// Frames that are empty, or much smaller than the others.
        case frameSize = "frame-size"
        /// A mono file of a set is not there.
        case missingTrack = "missing-track"
        /// A media file ends before its structure does, or its structure is broken.
        case cutShort = "cut-short"
        /// A recording that was never closed, or a copy that was never finished.
        case unclosed
        /// A sidecar or an index that cannot be read, or that names what is not there.
        case index = "index"
        /// Metadata of one clip that contradict each other.
        case conflict
    }

    /// How much it matters.
    public enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
        /// Something recorded is lost or damaged.
        case error
        /// Something may be.
        case warning
        /// Good to know.
        case note

        /// Orders the worst first.
        public static func < (one: Severity, other: Severity) -> Bool { one.rank < other.rank }

        private var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
    }

    /// What kind.
    public let code: Code
    /// How much it matters.
    public let severity: Severity
    /// The file or folder it is about.
    public let place: RelativePath
    /// What is so, as a sentence.
    public let sentence: String
    /// What to do about it, as a sentence.
    public let nextStep: String

    /// Puts a finding together.
    public init(
        _ code: Code, _ severity: Severity, at place: RelativePath, _ sentence: String, nextStep: String
    ) {
        self.code = code
        self.severity = severity
        self.place = place
        self.sentence = sentence
        self.nextStep = nextStep
    }
}
