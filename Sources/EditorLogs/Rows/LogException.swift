/// Something an assistant should look at before the log goes to the cutting room.
///
/// Findings are no errors.
public struct LogException: Hashable, Sendable {
    /// What kind; the names are stable.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// A row that a format cannot carry and that was left out.
        case leftOut = "left-out"
        /// No timecode is known.
        case noTimecode = "no-timecode"
        /// No length is known.
        case noLength = "no-length"
        /// It runs at another rate than most of the log.
        case oddRate = "odd-rate"
        /// Its name occurs more than once, and it has another one in the log.
        case doubledName = "doubled-name"
        /// Two rows of one reel claim the same timecode.
        case overlap
        /// Two rolls say that they are the same reel.
        case doubledReel = "doubled-reel"
        /// Nobody said the reel; the name of the folder stands for it.
        case reelFromFolder = "reel-from-folder"
        /// Picture without sound.
        case noSound = "no-sound"
        /// Sound without picture.
        case noPicture = "no-picture"
        /// Two takes of sound fit.
        case twoCandidates = "two-candidates"
        /// Sound that shares so little with the picture that it may be another take's.
        case slightOverlap = "slight-overlap"
        /// The sensor ran at another rate than the clip plays at.
        case offSpeed = "off-speed"
        /// All clips of a roll lie beside their sound by the same time.
        case constantOffset = "constant-offset"
        /// A row of slate notes that no clip fits.
        case slateUnmatched = "slate-unmatched"
        /// A row of slate notes that says something that cannot be: an illegal timecode.
        case slateRefused = "slate-refused"
        /// Notes say another scene or take than the sound roll, or than another line of their own file.
        case disagreement
        /// Columns of notes that mean nothing here.
        case unknownColumn = "unknown-column"
        /// A correction that says something that cannot be.
        case correctionRefused = "correction-refused"
        /// A correction that no clip fits.
        case correctionUnmatched = "correction-unmatched"
        /// A path that no `--map` covers.
        case outsideMap = "outside-map"
        /// A text that had to be changed or cut for the format.
        case changedText = "changed-text"
        /// A file of the roll could not be read or understood.
        case unread
        /// Still pictures, which are no rows.
        case stills
        /// What the card's own layout and files tell: gaps, missing parts, files that end too early.
        case cardFinding = "card-finding"
        /// The roll's clips have no proved copy on record.
        case notProved = "not-proved"
        /// The roll's offload was begun and did not finish.
        case unfinished
        /// Files of the roll that are on record and no longer there.
        case missing
    }

    /// What kind.
    public let code: Code
    /// The roll's path; empty where it is about no roll.
    public let roll: String
    /// The row's name; empty where it is about no row.
    public let clip: String
    /// What is the matter, for people, with a full stop.
    public let sentence: String
    /// What to do, with a full stop; empty where there is nothing to do.
    public let nextStep: String

    /// Describes one.
    public init(_ code: Code, roll: String = "", clip: String = "", _ sentence: String, nextStep: String = "") {
        (self.code, self.roll, self.clip) = (code, roll, clip)
        (self.sentence, self.nextStep) = (sentence, nextStep)
    }
}
