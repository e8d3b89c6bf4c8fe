public import ArgumentParser

/// The tree of commands.
public struct RushesCommand: ParsableCommand {
    /// The version that manifests and records carry.
    static let version = "0.1.0"

    /// What `rushes --help` says.
    public static let configuration = CommandConfiguration(
        commandName: "rushes",
        abstract: "Copy camera cards so that every copy is proved.",
        discussion: """
            Exit statuses: 0 done, 11 content differs, 21 names not in the manifest, 40 a file of the card could not \
            be read, 41 a destination failed, 60 obstacles before the start, 64 usage, \
            130 interrupted.
            """,
        version: version,
        subcommands: [IngestCommand.self])

    /// Made by the parser.
    public init() {}
}
