public import ClipMetadata
public import FileTree

extension CardReading {
    /// A reading of a card that was found in a folder, with all programs that may help.
    ///
    /// - Parameters:
    ///   - folder: the folder that was searched, absolute and without links.
    ///   - volume: the one it lies on.
    public init(
        _ found: CardSearch.Found, in folder: String, on volume: Volume, mediaInfo: Result<MediaInfo, MediaInfo.Absence>
    ) {
        let path = found.path.isRoot ? folder : "\(folder)/\(found.path)"
        let roots = found.card.parts.map { $0.layout.root.isRoot ? path : "\(path)/\($0.layout.root)" }
        self.init(
            found.card, on: found.disk, at: path, mediaInfo: mediaInfo,
            permission: ProbePermission(on: volume, in: path, layoutRoots: roots))
    }
}

extension ProbePermission {
    /// Decides about a folder, by its volume and by whether a history around it makes it a copy.
    public init(on volume: Volume, in folder: String, layoutRoots: [String] = []) {
        let history = Machine.folder(holding: "ascmhl", around: folder)
        self.init(
            for: Place(volume: volume, folder: folder, layoutRoots: layoutRoots, hasHistory: history != nil))
    }
}
