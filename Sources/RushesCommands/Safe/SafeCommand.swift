internal import ArgumentParser
internal import Custody
internal import FileTree
internal import Manifests

/// `rushes safe`: options, one call, one exit status.
struct SafeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "safe",
        abstract: "May this card be erased? Read the card and its copies, and answer.",
        discussion: """
            Yes (0) only when every file on the card is found with equal content in enough sealed copies on different \
            devices, all of them read now; else no (42), with every reason. Nothing is written anywhere.
            """)

    @Argument(help: ArgumentHelp("The folder that the card is mounted on.", valueName: "card"))
    var card: String

    @Option(
        name: .customLong("on"), parsing: .singleValue,
        help: ArgumentHelp("A copy: a roll, or a folder that holds one; once for each.", valueName: "copy"))
    var copies: [String]

    @Option(
        name: .customLong("copies"),
        help: ArgumentHelp("How many devices must hold each file.", valueName: "n"))
    var copiesAsked: Int = SafeRequest.defaultCopies

    @Option(
        help: ArgumentHelp(
            """
            What counts as read: device (shown to come from the device), or read-back (network shares, memory and \
            loop devices count too).
            """, valueName: "level"))
    var least: String = SafeRequest.Level.fromDevice.rawValue

    @Flag(help: "Write one JSON object per line to standard output.")
    var json = false

    func validate() throws {
        _ = try request()
    }

    func run() throws {
        let printer: any EventPrinter<SafeEvent> =
            json
            ? SafeJSONPrinter(output: .standardOutput)
            : SafePeoplePrinter(output: .standardOutput, talk: .standardError)
        let request = try request()
        let answer: SafeAnswer
        do throws(CustodyError) {
            var check = try SafetyCheck(
                request,
                tell: { event in
                    if case .reading = event { InterruptWatch.shared.beginTidyWork() }
                    printer.tell(event)
                },
                shouldStop: { printer.shouldStop() })
            answer = try check.run()
        } catch {
            Refusal(error, json: json).tell()
            throw ExitCode(error.status.rawValue)
        }
        printer.end(answer.status)
        try answer.status.leave(leftThreadsBehind: answer.leftThreadsBehind)
    }

    // MARK: - What was typed, as what it means

    private func request() throws(ValidationError) -> SafeRequest {
        let most = SafeRequest.mostCopies
        guard !copies.isEmpty else { throw ValidationError("Name at least one copy with --on.") }
        guard copies.count <= most else { throw ValidationError("--on can be given \(most) times.") }
        guard (1...most).contains(copiesAsked) else { throw ValidationError("--copies is a number from 1 to \(most).") }
        guard let level = SafeRequest.Level(rawValue: least) else {
            let known = SafeRequest.Level.allCases.map(\.rawValue).joined(separator: " or ")
            throw ValidationError("--least is \(known).")
        }
        var request = SafeRequest(card: card, copies: copies)
        request.copiesAsked = copiesAsked
        request.least = level
        request.trustsLoop = Machine.trustsLoop
        return request
    }
}
