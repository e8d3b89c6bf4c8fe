internal import CameraCards
internal import ClipMetadata
internal import Custody
internal import FileTree
internal import Manifests

extension CardReading {
    /// A reading of a folder that was opened, with all programs that may help.
    init(_ folder: Folder) throws(CustodyError) {
        let card = Card(
            CardTree(folder.tree, on: folder.disk, label: String(folder.path.split(separator: "/").last ?? "")))
        let volume: Volume
        do throws(DiskError) {
            volume = try folder.disk.volume()
        } catch {
            throw CustodyError(
                .unreadable, at: folder.argument, "It could not be looked at: \(error).", nextStep: error.nextStep,
                status: .sourceUnreadable)
        }
        let roots = card.parts.map { part in
            part.layout.root.isRoot ? folder.path : "\(folder.path)/\(part.layout.root)"
        }
        self.init(
            card, on: folder.disk, at: folder.path, mediaInfo: MediaInfo.installed(),
            permission: ProbePermission(on: volume, in: folder.path, layoutRoots: roots))
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
