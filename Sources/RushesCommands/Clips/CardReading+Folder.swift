internal import CameraCards
internal import ClipMetadata
internal import Custody
internal import FileTree
internal import Manifests

extension CardReading {
    /// A reading of a card that was found in a folder, with all programs that may help.
    init(
        _ found: CardSearch.Found, in folder: Folder, mediaInfo: Result<MediaInfo, MediaInfo.Absence>
    ) throws(CustodyError) {
        let volume: Volume
        do throws(DiskError) {
            volume = try folder.disk.volume()
        } catch {
            throw CustodyError(
                .unreadable, at: folder.argument, "It could not be looked at: \(error).", nextStep: error.nextStep,
                status: .sourceUnreadable)
        }
        let path = found.path.isRoot ? folder.path : "\(folder.path)/\(found.path)"
        let roots = found.card.parts.map { $0.layout.root.isRoot ? path : "\(path)/\($0.layout.root)" }
        self.init(
            found.card, on: found.disk, at: path, mediaInfo: mediaInfo,
            permission: ProbePermission(on: volume, in: path, layoutRoots: roots))
    }
}

extension ProbePermission {
    /// Decides about a folder, by its volume and by whether a history around it makes it a copy.
    init(on volume: Volume, in folder: String, layoutRoots: [String] = []) {
        self.init(
            for: Place(
                volume: volume, folder: folder, layoutRoots: layoutRoots, hasHistory: Self.hasHistory(folder)))
    }

    /// Whether a history lies in a folder or in one around it.
    private static func hasHistory(_ folder: String) -> Bool {
        var path = folder[...]
        while true {
            if Machine.kind(ofPath: "\(path)/ascmhl") == .folder { return true }
            guard let slash = path.lastIndex(of: "/") else { return false }
            path = path[..<slash]
        }
    }
}
