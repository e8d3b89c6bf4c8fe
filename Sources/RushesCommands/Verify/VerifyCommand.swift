internal import ArgumentParser
internal import Custody
internal import FileTree
internal import Manifests

/// `rushes verify`: options, one call, one exit status.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Read a backup and compare it with the manifests that were made of it.",
        discussion: """
            Finds out by itself what lies there: ASC MHL histories, MHL v1.x lists, lists of checksums, at the path \
            and below it; for a single file or a folder without any, in the folders around it. Nothing is written \
            without --record.
            """)

    @Argument(help: ArgumentHelp("Folders, single files, or manifests.", valueName: "path"))
    var paths: [String]

    @Option(help: ArgumentHelp("Judge the path by a manifest that lies elsewhere.", valueName: "manifest-or-roll"))
    var against: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "With --against: only what matches, as in .gitignore, must be here; once for each.", valueName: "pattern"))
    var only: [String] = []

    @Flag(help: "Compare the folder hashes of ASC MHL histories too.")
    var dirs = false

    @Flag(help: "Append a generation to each roll that says what was found.")
    var record = false

    @Flag(help: "Compare sizes alone. No content is verified, and the status is never 0.")
    var sizesOnly = false

    @Flag(help: "Write one JSON object per line to standard output.")
    var json = false

    func validate() throws {
        _ = try request()
    }

    func run() throws {
        let request = try request()
        let printer: any EventPrinter<VerifyEvent> =
            json
            ? VerifyJSONPrinter(output: .standardOutput)
            : VerifyPeoplePrinter(output: .standardOutput, talk: .standardError, request: request)
        let (status, leftThreadsBehind) = Verification(request).run(
            tell: { event in
                // Before that nothing is known that could be told; looking at a slow drive may take minutes.
                if case .began = event { InterruptWatch.shared.beginTidyWork() }
                printer.tell(event)
            },
            shouldStop: { printer.shouldStop() })
        printer.end(status)
        try status.leave(leftThreadsBehind: leftThreadsBehind)
    }

    // MARK: - What was typed, as what it means

    private func request() throws -> VerifyRequest {
        guard !paths.isEmpty else { throw ValidationError("Name at least one path.") }
        guard against == nil || paths.count == 1 else {
            throw ValidationError("--against judges one path: name only one.")
        }
        guard only.isEmpty || against != nil else { throw ValidationError("--only goes with --against.") }
        guard !sizesOnly || !record else {
            throw ValidationError("--record writes down what content was found: it does not go with --sizes-only.")
        }
        guard !sizesOnly || !dirs else {
            throw ValidationError("--dirs needs content: it does not go with --sizes-only.")
        }
        guard against == nil || !record else {
            throw ValidationError("--record goes into a roll's own history: it does not go with --against.")
        }
        var request = VerifyRequest(paths: paths)
        request.against = against
        request.only = only.isEmpty ? nil : try IgnorePatterns(checking: only, of: "--only")
        request.sizesOnly = sizesOnly
        request.comparesFolders = dirs
        request.recorder = record ? .here() : nil
        request.trustsLoop = Machine.trustsLoop
        return request
    }
}
