public import FileTree

/// Finds out whether what is to be copied fits; pure.
public enum RoomChecks {
    /// What journals, manifests and logs take besides: far less in fact, but a full disk is worse than a refusal.
    private static let forOurselves = ByteCount.mebibytes(16)
    /// What they take for each file: a journal line, two manifest records, a line of the log.
    private static let forEachFile: Int64 = 1500

    /// The room that copying these files takes on a destination.
    ///
    /// - Parameters:
    ///   - sizes: of the files still to be copied.
    ///   - blockSize: what the destination gives out room in.
    public static func needed(_ sizes: some Sequence<Int64>, blockSize: Int64) -> ByteCount {
        sizes.reduce(forOurselves) { $0 + ByteCount($1).rounded(upTo: blockSize) + ByteCount(forEachFile) }
    }

    /// The obstacle, if there is too little room.
    ///
    /// - Parameters:
    ///   - needed: the room that is needed on the destination, by all cards of the run.
    ///   - files: how many files and folders will be made.
    ///   - volume: the destination's volume.
    ///   - place: the destination, as the person wrote it.
    public static func obstacles(needed: ByteCount, files: Int, volume: Volume, at place: String) -> [Obstacle] {
        var obstacles: [Obstacle] = []
        if needed > volume.free {
            obstacles.append(
                Obstacle(
                    .tooLittleSpace, at: place,
                    "Needs \(needed), has \(volume.free) free: \(needed - volume.free) too little.",
                    nextStep: "Make room on it, or choose another destination."))
        }
        if let free = volume.freeFiles, UInt64(files) > free {
            obstacles.append(
                Obstacle(
                    .tooFewFiles, at: place, "Can hold \(free) more files, needs \(files).",
                    nextStep: "Remove files there, or choose another destination."))
        }
        return obstacles
    }
}
