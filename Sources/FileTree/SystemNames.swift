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
    public static func contains(_ name: some Collection<UInt8>, _ kind: FileAttributes.Kind) -> Bool {
        guard let text = String(validating: name, as: UTF8.self) else { return false }
        return kind == .folder ? folders.contains(text) : kind == .file && files.contains(text)
    }
}
