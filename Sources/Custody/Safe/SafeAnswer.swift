public import FileTree
public import Manifests

/// Whether a card may be erased, and why.
public struct SafeAnswer: Sendable {
    /// Why a card may not be erased.
    public enum Reason: Hashable, Sendable {
        /// Fewer copies were named than are asked for.
        case fewNamed(Int)
        /// What was named can never be enough: so many devices hold a copy that counts.
        case fewCopies(Int)
        /// There is no file on it that needs a copy: perhaps nothing is mounted there.
        case empty
        /// Folders of the card could not be listed.
        case foldersUnreadable(Int)
        /// Volumes are mounted below the card.
        case mounts(Int)
        /// Files of the card could not be read.
        case filesUnreadable(Int)
        /// Files have too few copies.
        case filesLackCopies(Int)
        /// Of these, files that a copy was told to leave out.
        case filesLeftOut(Int)
        /// What lies on the card changed meanwhile.
        case changed
    }

    /// Why a copy counts for nothing, whatever it holds.
    public enum Disqualification: Hashable, Sendable {
        /// It could not be looked at.
        case unusable(CustodyError)
        /// It has no ASC MHL history: nobody sealed it.
        case noHistory
        /// Its history does not hold.
        case damagedHistory(ManifestFinding)
        /// Its history lists nothing that the card holds.
        case otherContent
        /// Several rolls in it hold what the card holds.
        case severalRolls([RelativePath])
        /// It lies on the card's own device.
        case onCardsDevice
        /// What is read there cannot be shown to come from a device.
        case noDevice
        /// It is the folder, or lies in the folder, of a copy that was named before.
        case namedBefore(String)
    }

    /// What was found of one copy.
    public struct Copy: Sendable {
        /// The path as the person wrote it.
        public let argument: String
        /// The roll in it, below that path; nil where none was chosen.
        public internal(set) var roll: RelativePath?
        /// What the volume is.
        public internal(set) var volume: Volume?
        /// What it stands on, for people.
        public internal(set) var device = ""
        /// The copy before it that shares its device; nil when there is none.
        public internal(set) var sharesDeviceWith: String?
        /// Why it counts for nothing; nil when it counts.
        public internal(set) var disqualification: Disqualification?
        /// How many of the card's files were found so; none where it was not read.
        public internal(set) var counts: [CopyVerdict: Int] = [:]

        /// How many of the card's files it holds.
        public var good: Int { counts.filter { $0.key.isGood }.reduce(0) { $0 + $1.value } }
    }

    /// A file of the card that has too few copies.
    public struct LackingFile: Sendable {
        /// Where it lies on the card.
        public let path: RelativePath
        /// Its size.
        public let size: ByteCount
        /// On how many devices it was found.
        public let copies: Int
        /// Why it could not be read; nil when it was.
        public let unreadable: String?
        /// What each copy that was read has of it, by its place among the copies.
        public let verdicts: [Int: CopyVerdict]
    }

    /// The card as the person wrote it.
    public let card: String
    /// How many of its files need copies, and their size.
    public let files: Int
    /// Their size together.
    public let size: ByteCount
    /// Files of the fixed list of what systems leave on cards: they need no copy.
    public let systemFiles: Int
    /// Where these lie: the files, or the folders of systems around them.
    public let systemPlaces: [RelativePath]
    /// Links, FIFOs, sockets and devices on the card: they hold nothing of their own.
    public let specials: [RelativePath]
    /// Volumes mounted below it.
    public let mounts: [RelativePath]
    /// Folders of it that could not be listed.
    public let unreadableFolders: [DiskError]
    /// How many copies were asked for.
    public let copiesAsked: Int
    /// What counted as read.
    public let least: SafeRequest.Level
    /// The copies, in the order in which they were named.
    public internal(set) var copies: [Copy] = []
    /// Why not; none when it may be erased.
    public internal(set) var reasons: [Reason] = []
    /// Whether files were read and compared at all.
    public internal(set) var isCompared = false
    /// Whether all that was read of the card was shown to come from it.
    public internal(set) var isCardFromDevice = true
    /// Whether all that was read of the copies that count was shown to come from their devices.
    public internal(set) var areCopiesFromDevice = true
    /// Whether a loop device was trusted as a device (tests only).
    public internal(set) var trustedLoop = false
    /// Whether it was stopped before all was known.
    public internal(set) var isInterrupted = false
    /// Threads that are stuck in the system: end the process with ``Machine/exitNow(_:)``.
    public internal(set) var leftThreadsBehind = false

    /// Whether the card may be erased.
    public var isSafe: Bool { reasons.isEmpty && isCompared && !isInterrupted }

    /// How the command ends: 0, 42, or 130.
    public var status: RunStatus { isInterrupted ? .interrupted : isSafe ? .done : .notSafe }

    init(_ card: CardToErase, _ request: SafeRequest) {
        self.card = request.card
        files = card.files.count
        size = card.size
        systemFiles = card.systemFiles
        systemPlaces = card.systemPlaces.map { card.tree.path(of: $0) }
        specials = card.specials.map { card.tree.path(of: $0) }
        mounts = card.mounts.map { card.tree.path(of: $0) }
        unreadableFolders = card.tree.unreadable
        copiesAsked = request.copiesAsked
        least = request.least
    }
}
