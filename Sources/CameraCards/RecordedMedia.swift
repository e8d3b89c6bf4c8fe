public import FileTree

/// Files that hold what was recorded, told by their names alone.
public enum RecordedMedia {
    /// Whether a file's name ends as those of recordings do; smaller copies and single frames are not of them.
    public static func isNamed(_ path: RelativePath) -> Bool { isNamed(path.name) }

    /// The same of a name alone.
    public static func isNamed(_ name: ArraySlice<UInt8>) -> Bool { LooseMedia.isMedia(name) }
}
