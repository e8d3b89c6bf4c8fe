internal import ArgumentParser
internal import Checksums
internal import Custody
internal import FileTree
internal import Manifests

/// `rushes seal`: options, one call, one exit status.
struct SealCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Read a folder where it lies and seal it with ASC MHL.",
        discussion: """
            For media that Rushes did not copy. A folder without a history gets its first generation; one that has a \
            history gets the next, which says what is as it was, what is new and what is not. Nothing is recorded \
            before all is read.
            """)

    @Argument(help: ArgumentHelp("The folder that gets the history.", valueName: "folder"))
    var folder: String

    @Option(
        help: ArgumentHelp(
            "Checksums to seal: xxh64, xxh3, xxh128, md5, sha1, c4 (default: as the history has them, else xxh64).",
            valueName: "names"))
    var hash: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Leave out what matches, as in .gitignore, from now on; once for each.", valueName: "pattern"))
    var ignore: [String] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Record only this file or folder in it; once for each.", valueName: "path"))
    var only: [String] = []

    @Flag(help: "Take a new file with the content of one that is gone for the same file under a new name.")
    var detectRenames = false

    @Option(help: ArgumentHelp("Who seals, e.g. \"Ana Example <ana@example.org>\".", valueName: "text"))
    var author: String?

    @Option(help: ArgumentHelp("A line for the manifest.", valueName: "text"))
    var note: String?

    @Flag(help: "Write one JSON object per line to standard output.")
    var json = false

    func validate() throws {
        _ = try request()
    }

    func run() throws {
        let request = try request()
        let printer: any EventPrinter<SealEvent> & RefusalPrinter =
            json
            ? SealJSONPrinter(output: .standardOutput)
            : SealPeoplePrinter(output: .standardOutput, talk: .standardError, folder: folder)
        var status = RunStatus.done
        var leftThreadsBehind = false
        do throws(CustodyError) {
            let outcome = try SealStory(request).run(
                tell: { event in
                    // Before that nothing is written, and looking at a slow drive may take minutes.
                    if case .began = event { InterruptWatch.shared.beginTidyWork() }
                    printer.tell(event)
                },
                shouldStop: { printer.shouldStop() })
            status = RunStatus.worst(of: outcome.statuses)
            leftThreadsBehind = outcome.leftThreadsBehind
        } catch {
            printer.tell(refusal: error)
            status = error.status
        }
        printer.end(status)
        try status.leave(leftThreadsBehind: leftThreadsBehind)
    }

    private func request() throws -> SealFolderRequest {
        var request = SealFolderRequest(folder: folder, creator: .here(author: author, note: note))
        request.algorithms = try hash.map { try ChecksumAlgorithm.sealable(named: $0) } ?? []
        request.ignore = try IgnorePatterns(checking: ignore, of: "--ignore").texts
        request.only = only
        request.detectsRenames = detectRenames
        request.trustsLoop = Machine.trustsLoop
        return request
    }
}
