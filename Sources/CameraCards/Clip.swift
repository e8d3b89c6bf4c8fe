public import FileTree
public import FrameSequences

/// One thing that was recorded between start and stop, with every file that belongs to it.
public struct Clip: Hashable, Sendable {
    /// What a file is to its clip.
    public enum Role: String, Hashable, Sendable, Codable {
        /// The picture, or the sound of a sound roll.
        case essence
        /// Sound in files of its own.
        case audio
        /// What the camera or software wrote about it.
        case sidecar
        /// A smaller copy of the picture.
        case proxy
        /// A still picture of it.
        case thumbnail
    }

    /// One of its files.
    public struct File: Hashable, Sendable {
        /// Its number in the card's tree.
        public let number: Int
        /// What it is to the clip.
        public let role: Role
        /// Which part of a recording in several files it is, as its name or index counts; nil where there are none.
        public let part: Int?

        /// Names a file.
        public init(_ number: Int, _ role: Role, part: Int? = nil) {
            self.number = number
            self.role = role
            self.part = part
        }
    }

    /// Marks that change what a clip is worth to the editor.
    public enum Mark: String, Hashable, Sendable, Codable {
        /// In the recorder's folder of false takes, or a false start in the recorder's own words.
        case falseTake = "false-take"
        /// In the recorder's trash.
        case trash
        /// A still picture.
        case still
    }

    /// The name the camera gave it: `A001C001_150827_R2GJ`.
    public let name: String
    /// What its name says, by the grammar of its family; nil where the name follows none.
    public let grammar: ClipName?
    /// Which family wrote it.
    public let family: CardFamily
    /// The folder it lies in, or the folder that is the clip.
    public let folder: RelativePath
    /// Its files: essence by part, then the rest, each by path.
    public let files: [File]
    /// Its frames, where it is a sequence of pictures; their files are not in `files`.
    public let frames: FrameSequence?
    /// What the card's own index calls it, where it has one: a P2 GlobalClipID, a Sony UMID.
    public let indexID: String?
    /// Marks.
    public let marks: Set<Mark>

    /// Puts a clip together.
    public init(
        name: String, grammar: ClipName? = nil, family: CardFamily, folder: RelativePath, files: [File],
        frames: FrameSequence? = nil, indexID: String? = nil, marks: Set<Mark> = []
    ) {
        self.name = name
        self.grammar = grammar
        self.family = family
        self.folder = folder
        self.files = files
        self.frames = frames
        self.indexID = indexID
        self.marks = marks
    }

    /// The files that hold what was recorded, in order.
    public var essence: [File] { files.filter { $0.role == .essence } }
}
