public import FileTree

/// Whether files of a folder may be shown to a program that opens them plainly.
///
/// Such a program lets the file system note when a file was read. To a card nothing may be
/// written, so it must be mounted read-only before anybody but us reads it.
public enum ProbePermission: Hashable, Sendable {
    /// They may.
    case allowed
    /// They may not; the sentence says why, and what to do.
    case refused(String)

    /// What is known of the folder that is to be read.
    public struct Place: Hashable, Sendable {
        /// The volume it lies on.
        public let volume: Volume
        /// The folder, as an absolute path without links.
        public let folder: String
        /// The folders in which the layout of a camera or recorder was found, as absolute paths.
        public let layoutRoots: [String]
        /// Whether a history of ours or others' (`ascmhl`) lies in the folder or above it: then it is a copy.
        public let hasHistory: Bool

        /// Puts together what is known.
        public init(volume: Volume, folder: String, layoutRoots: [String] = [], hasHistory: Bool = false) {
            self.volume = volume
            self.folder = folder
            self.layoutRoots = layoutRoots
            self.hasHistory = hasHistory
        }
    }

    /// Decides: a camera's card that can be written is refused, everything else allowed.
    ///
    /// A volume is taken for a card when it is not the system's own, its files have no history, and either the folder
    /// that was given or the root of a layout is the whole volume, or its file system is one that cards have.
    public init(for place: Place) {
        let volume = place.volume
        guard !volume.isReadOnly, !volume.isSystem, !place.hasHistory, place.looksLikeCard else {
            self = .allowed
            return
        }
        self = .refused(
            "\(volume.mountPoint) looks like a card and is mounted read-write, and mediainfo could change access times "
                + "on it: mount it with `mount -o remount,ro \(ProbePermission.quoted(volume.mountPoint))`, "
                + "or read a copy.")
    }

    /// A path as a shell takes it.
    private static func quoted(_ path: String) -> String {
        let plain = path.utf8.allSatisfy { byte in
            byte >= 0x80 || "/._-+,".utf8.contains(byte) || (0x30...0x39).contains(byte)
                || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        guard !plain else { return path }
        return "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

extension ProbePermission.Place {
    /// What cameras and recorders format with: FAT and exFAT on cards, UDF on discs.
    private static let cardSystems: Set<String> = ["vfat", "msdos", "exfat", "udf"]

    fileprivate var looksLikeCard: Bool {
        let roots = layoutRoots + [folder]
        return roots.contains { $0 == volume.mountPoint } || Self.cardSystems.contains(volume.kind.name)
    }
}
