public import ArgumentParser
internal import FileTree

/// The tree of commands.
public struct RushesCommand: ParsableCommand {
    /// The version that manifests and records carry.
    static let version = "0.1.0"

    /// What `rushes --help` says.
    public static let configuration = CommandConfiguration(
        commandName: "rushes",
        abstract: "Copy camera cards so that every copy is proved; verify, heal, and say what may be erased.",
        discussion: """
            Exit statuses: 0 done, 10 missing, 11 content differs, 12 folder hash differs, 20 nothing was verified, 21 \
            not in the manifest, 30 no history, 31 manifest altered or unreadable, 32 chain missing, 33 manifest missing, \
            40 a file could not be read, 41 a destination failed or the output was lost, 42 not safe to erase, 50 \
            rows left out of a log, or names that break a rule, 60 obstacles before the start, 64 usage, 130 interrupted. Of several it is the \
            worst: 130, 31, 33, 32, 30, 11, 40, 41, 42, 10, 12, 21, 20, 50; 60 and 64 stand alone.
            """,
        version: version,
        subcommands: [
            IngestCommand.self, VerifyCommand.self, SealCommand.self, FlattenCommand.self, DiffCommand.self,
            SafeCommand.self, HealCommand.self, ClipsCommand.self, ProbeCommand.self, LogCommand.self, FindCommand.self,
            ReportCommand.self, CheckCommand.self,
        ])

    /// Made by the parser.
    public init() {}

    /// Runs the command that was typed, and ends the process with its status.
    public static func start() -> Never {
        StandardStreams.openClosedOnes()
        // It also keeps the process alive when nobody reads its output any more, whatever the command.
        _ = InterruptWatch.shared
        do {
            var command = try parseAsRoot()
            try command.run()
            end(.success)
        } catch {
            end(tell(error))
        }
    }

    /// Says what the parser has to say, if anything, where it belongs; help is data.
    private static func tell(_ error: any Error) -> ExitCode {
        let (words, code) = (fullMessage(for: error, columns: nil), exitCode(for: error))
        let stream = code.isSuccess ? Terminal.standardOutput : .standardError
        if !words.isEmpty { stream.write(words + "\n") }
        return code
    }

    private static func end(_ code: ExitCode) -> Never {
        exit(withError: ExitCode(Terminal.statusOnceWritten(code.rawValue)))
    }
}
