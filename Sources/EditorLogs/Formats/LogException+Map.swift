extension LogException {
    /// That no `--map` covers a row's file.
    static func outsideMap(of clip: LoggedClip, _ roll: LoggedRoll) -> LogException {
        LogException(
            .outsideMap, roll: roll.path, clip: clip.name, "No --map covers \(roll.folder)/\(clip.source).",
            nextStep: "Give --map for the folder it lies in.")
    }
}
