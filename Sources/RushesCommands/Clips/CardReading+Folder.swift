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
        self.init(found, in: folder.path, on: volume, mediaInfo: mediaInfo)
    }
}
