internal import ArgumentParser
internal import EditorLogs

/// The options of every command that reads rolls into a log.
struct RollOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Rolls, or folders that hold them: a destination, a day.", valueName: "folder"))
    var folders: [String]

    @Option(
        name: .customLong("sound"),
        help: ArgumentHelp("A folder of sound rolls. May be repeated.", valueName: "folder"))
    var sound: [String] = []
}

/// The options that say what belongs together, and what people wrote.
struct JoinOptions: ParsableArguments {
    @Option(
        name: .customLong("slate"),
        help: ArgumentHelp(
            "Slate or script notes, or a sound report: CSV, TSV or ALE. May be repeated; the later one wins.",
            valueName: "file"))
    var slates: [String] = []

    @Option(
        name: .customLong("correct"),
        help: ArgumentHelp("A table of corrections that names clips; believed before everybody.", valueName: "file"))
    var corrections: [String] = []

    @Option(
        name: .customLong("offset"),
        help: ArgumentHelp(
            "Timecode to add to a roll whose camera was not jammed: A001=+01:00:00:00. May be repeated.",
            valueName: "roll=time"))
    var offsets: [String] = []

    /// A request for the rolls of other options.
    func request(_ rolls: RollOptions) throws(LogError) -> LogRequest {
        guard corrections.count <= 1 else {
            throw LogError(
                .usage, at: "--correct",
                "It is given \(corrections.count) times, and only one table is believed before all.",
                nextStep: "Put the corrections into one file; --slate may be given several times.")
        }
        var offsets: [RollOffset] = []
        for text in self.offsets { offsets.append(try RollOffset(text)) }
        return LogRequest(
            folders: rolls.folders, sound: rolls.sound, slates: slates, corrections: corrections.first, offsets: offsets
        )
    }
}
