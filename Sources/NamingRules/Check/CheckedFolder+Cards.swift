internal import CameraCards
internal import FileTree

extension CheckedFolder {
    /// Looks for the cards and rolls in the folder, which may be one itself.
    ///
    /// Loose folders are none, whatever histories they have. The small index files of cards are read, and the heads of
    /// sound recordings.
    ///
    /// - Parameter label: what the folder is called where it lies.
    mutating func findCards(on disk: any ReadableDisk, label: String) {
        cards = CardSearch(named.tree, on: disk, label: label).recognised
    }
}
