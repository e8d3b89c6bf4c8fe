internal import ArgumentParser
internal import Checksums
internal import FileTree
internal import Ingest
internal import Manifests
internal import Offload

/// `rushes ingest`: options, one call, one exit status.
struct IngestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Copy cards to destinations, prove every copy, seal it and write a log.",
        discussion: """
            The card is read once; each destination is flushed, read back past the cache and compared. A roll \
            carries its name only when it is complete and sealed; until then it is called <roll>.partial. After a \
            stop of any kind run the same command again: it goes on where it was.
            """)

    @Argument(help: ArgumentHelp("Folders that cards or sound rolls are mounted on.", valueName: "card"))
    var cards: [String]

    @Option(
        name: .customLong("to"), parsing: .singleValue,
        help: ArgumentHelp("A folder on a drive that gets a copy; once for each.", valueName: "dest"))
    var destinations: [String]

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "The roll's path below each destination; \(RollTemplate.tokens) are filled in.", valueName: "path"))
    var rollPath: String = "{card}"

    @Option(help: ArgumentHelp("What {day} stands for (default: today).", valueName: "yyyymmdd"))
    var day: String?

    @Option(help: ArgumentHelp("Checksums to seal: xxh64, xxh3, xxh128, md5, sha1, c4.", valueName: "names"))
    var hash: String = "xxh64"

    @Flag(help: "Read the card a second time, past its cache, and compare.")
    var sourceTwice = false

    @Flag(name: .customLong("mhl1"), help: "Write a legacy MHL v1.1 list beside the roll too.")
    var legacyMHL = false

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Leave out what matches, as in .gitignore; once for each.", valueName: "pattern"))
    var ignore: [String] = []

    @Option(help: ArgumentHelp("Who is at the cart, e.g. \"Ana Example <ana@example.org>\".", valueName: "text"))
    var author: String?

    @Option(help: ArgumentHelp("A line for the manifest and the record.", valueName: "text"))
    var note: String?

    @Option(help: ArgumentHelp("Write the logs to this folder too.", valueName: "dir"))
    var logs: String?

    @Flag(help: "Write no logs on the destinations.")
    var noLogs = false

    @Flag(help: "Allow a destination under /mnt or /media on the system's own disk.")
    var systemDisk = false

    @Flag(help: "Say what would be done, and do nothing.")
    var dryRun = false

    @Flag(help: "Write one JSON object per line to standard output.")
    var json = false

    func validate() throws {
        _ = try request()
    }

    func run() throws {
        let request = try request()
        let printer: any EventPrinter<IngestEvent> =
            json
            ? IngestJSONPrinter(output: .standardOutput)
            : IngestPeoplePrinter(output: .standardOutput, talk: .standardError)
        let ending: Ingest.Ending
        do throws(RollTemplate.Refusal) {
            ending = try Ingest(request).run(
                tell: { event in
                    // Until the plan stands nothing is written, and looking at a slow card may take minutes.
                    if case .planned = event { InterruptWatch.shared.beginTidyWork() }
                    printer.tell(event)
                },
                shouldStop: { printer.shouldStop() })
        } catch {
            throw ValidationError(error.sentence)
        }
        printer.end(ending.status)
        try ending.status.leave(leftThreadsBehind: ending.leftThreadsBehind)
    }

    // MARK: - What was typed, as what it means

    /// More destinations than a cart can hold; a limit of the engine's sets.
    private static let mostDestinations = 64

    private func request() throws -> IngestRequest {
        guard !cards.isEmpty else { throw ValidationError("Name at least one card.") }
        guard !destinations.isEmpty else { throw ValidationError("Name at least one destination with --to.") }
        guard destinations.count <= Self.mostDestinations else {
            throw ValidationError("--to can be given \(Self.mostDestinations) times.")
        }
        var request = IngestRequest(cards: cards, destinations: destinations, version: RushesCommand.version)
        do throws(RollTemplate.Refusal) {
            request.rollPath = try RollTemplate(rollPath)
        } catch {
            throw ValidationError(error.sentence)
        }
        request.algorithms = try ChecksumAlgorithm.sealable(named: hash)
        request.day = try checkedDay()
        request.sourceTwice = sourceTwice
        request.legacyMHL = legacyMHL
        if legacyMHL, !LegacyMHL.canCarry(request.algorithms) {
            throw ValidationError("--mhl1 needs xxh64, md5 or sha1 among --hash: MHL v1.1 has no other.")
        }
        request.ignore = try IgnorePatterns(checking: ignore, of: "--ignore")
        request.author = author
        request.note = note
        guard logs == nil || !noLogs else { throw ValidationError("--logs and --no-logs contradict each other.") }
        request.logs = noLogs ? .none : logs.map { .onDestinationsAnd($0) } ?? .onDestinations
        request.allowsSystemDisk = systemDisk
        request.isDryRun = dryRun
        request.trustsLoop = Machine.trustsLoop
        if let limit = Machine.environment("RUSHES_HANG_LIMIT").flatMap({ Int64($0) }), limit > 0 {
            request.limits.hangLimit = limit * 1_000_000_000
            request.limits.hangNotice = min(request.limits.hangNotice, request.limits.hangLimit / 2)
        }
        return request
    }

    private func checkedDay() throws -> String? {
        guard let day else { return nil }
        guard day.utf8.count == 8, day.utf8.allSatisfy({ (48...57).contains($0) }),
            let month = Int(day.dropFirst(4).prefix(2)),
            let date = Int(day.suffix(2)), (1...12).contains(month), (1...31).contains(date)
        else { throw ValidationError("--day \(day): write it as YYYYMMDD, e.g. 20261122.") }
        return day
    }
}
