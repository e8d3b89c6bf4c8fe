public import Checksums
public import FileTree
public import Manifests
public import Proof

/// What was found of one file that a manifest lists, or that lies where one should list it.
public struct FileFinding: Hashable, Sendable {
    /// Where it lies, or should lie, below the folder that was verified; the manifest's own raw bytes if it is missing.
    public let path: [UInt8]
    /// Its size now; nil when it is missing.
    public let size: ByteCount?
    /// The size that the manifest says, where the file has another.
    public let expectedSize: ByteCount?
    /// What was found.
    public let verdict: Verdict
    /// What its checksums are now; empty where it was not read.
    public let checksums: [Checksum]
    /// The list, or the folder of the history, whose word this is; nil where there is none.
    public let manifest: RelativePath?

    init(
        path: [UInt8], size: ByteCount?, expectedSize: ByteCount? = nil, verdict: Verdict,
        checksums: [Checksum] = [], manifest: RelativePath?
    ) {
        self.path = path
        self.size = size
        self.expectedSize = expectedSize
        self.verdict = verdict
        self.checksums = checksums
        self.manifest = manifest
    }

    /// What was found of a file.
    public enum Verdict: Hashable, Sendable {
        /// Its content is what every manifest that lists it says.
        case equal
        /// The same; a manifest has the number in the other byte order than its format says.
        case equalInOtherOrder(ChecksumAlgorithm)
        /// Its content is another; it was read a second time.
        case differs(expected: Checksum, found: Checksum, second: SecondReading)
        /// Its size is another than the manifest says.
        case sizeDiffers(expected: ByteCount, found: ByteCount)
        /// Its size is equal; of its content nothing is known.
        case sizeEqual
        /// A manifest lists it with nothing that could be compared.
        case notCompared
        /// It is listed and not there; `reason` where an offload has written down why.
        case missing(reason: String?)
        /// A folder is listed and not there.
        case folderMissing
        /// A folder's hash is another than the newest generation says.
        case folderDiffers(FolderDifference)
        /// A folder without files that the history around it does not list.
        case folderNotListed
        /// No manifest lists it.
        case notListed
        /// It could not be read.
        case unreadable(HashingFailure)
        /// It is a link, FIFO, socket, device or mounted volume: not followed, not read.
        case notAFile(FileAttributes.Kind)

        /// The exit status that this alone leads to; nil when it is as it should be.
        public var status: RunStatus? {
            switch self {
            case .equal, .equalInOtherOrder, .sizeEqual, .notCompared, .notAFile: nil
            case .differs, .sizeDiffers: .contentDiffers
            case .missing, .folderMissing: .missing
            case .folderDiffers: .folderDiffers
            case .notListed, .folderNotListed: .notInManifest
            case .unreadable: .sourceUnreadable
            }
        }
    }

    /// In what a folder differs.
    public enum FolderDifference: Hashable, Sendable {
        /// What the files in it hold.
        case content
        /// Names and places alone: the files hold what they held.
        case structure
    }

    /// What a second reading of a file that differed gave: it tells the medium from the way to it.
    public enum SecondReading: Hashable, Sendable {
        /// The same wrong content: it lies on the medium so.
        case sameAgain
        /// Another content: the cable, the reader or the memory.
        case different(Checksum)
        /// It could not be read again.
        case failed(HashingFailure)
        /// It was not read again, because the run was stopped.
        case notDone
    }
}
