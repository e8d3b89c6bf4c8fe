/// What a format has to say of single rows, in the order of the log.
struct RowExceptions {
    private let log: EditorLog
    private let options: LogOptions
    /// All of them so far.
    private(set) var all: [LogException] = []

    init(_ log: EditorLog, _ options: LogOptions) {
        (self.log, self.options) = (log, options)
    }

    /// Notes one about a row.
    mutating func add(_ code: LogException.Code, _ clip: LoggedClip, _ sentence: String, nextStep: String) {
        all.append(
            LogException(code, roll: log.roll(of: clip).path, clip: clip.name, sentence, nextStep: nextStep))
    }

    /// The path of a row for the cutting room; one that no `--map` covers stays as it is here, and is listed.
    mutating func path(of clip: LoggedClip) -> String {
        if let path = options.path(of: clip, in: log) { return path }
        add(
            .outsideMap, clip, "No --map covers its folder, so its path is the one of this machine.",
            nextStep: "Add a --map for \(log.roll(of: clip).folder), or relink it by hand.")
        return "\(log.roll(of: clip).folder)/\(clip.source)"
    }
}
