/// Files and folders that systems leave on cards and drives: never the crew's work.
public enum SystemNames {
    /// Folders.
    public static let folders: Set<String> = [
        ".Spotlight-V100", ".Trashes", ".fseventsd", ".TemporaryItems", ".DocumentRevisions-V100",
        "System Volume Information", "$RECYCLE.BIN", "lost+found",
    ]
    /// Files; a folder of such a name is somebody's.
    public static let files: Set<String> = [".DS_Store", "Thumbs.db", "desktop.ini"]

    /// Whether an entry of this name and kind is a system's.
    public static func contains(_ name: ArraySlice<UInt8>, _ kind: FileAttributes.Kind) -> Bool {
        switch kind {
        case .folder: folderBytes.contains { name.elementsEqual($0) }
        case .file: fileBytes.contains { name.elementsEqual($0) }
        default: false
        }
    }

    // Every name of a card is asked about: no text is made of it, and no type is looked up as it runs.
    private static let folderBytes = folders.map { Array($0.utf8) }
    private static let fileBytes = files.map { Array($0.utf8) }
}
