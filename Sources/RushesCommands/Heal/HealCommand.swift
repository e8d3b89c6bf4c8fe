internal import ArgumentParser
internal import Custody
internal import FileTree
internal import Manifests

/// `rushes heal`: options, one call, one exit status.
struct HealCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heal",
        abstract: "Restore damaged and missing files of a copy from another copy.",
        discussion: """
            A file is only taken from the other copy when it passes every checksum that the damaged copy's own history \
            has of it. It is written beside the roll, flushed and read back before it gets its name; the damaged file \
            is kept under Logs/<roll>/damaged. After a stop of any kind run the same command again.
            """)

    @Argument(help: ArgumentHelp("The damaged copy: a roll, or a folder that holds one.", valueName: "copy"))
    var copy: String

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp("The copy to take good files from.", valueName: "goodcopy"))
    var goodCopy: String

    @Flag(help: "Write one JSON object per line to standard output.")
    var json = false

    func run() throws {
        let printer: any EventPrinter<HealEvent> =
            json
            ? HealJSONPrinter(output: .standardOutput)
            : HealPeoplePrinter(output: .standardOutput, talk: .standardError)
        let outcome: HealOutcome
        do throws(CustodyError) {
            outcome = try Healing(
                request,
                tell: { event in
                    if case .reading = event { InterruptWatch.shared.beginTidyWork() }
                    printer.tell(event)
                },
                shouldStop: { printer.shouldStop() }
            ).run()
        } catch {
            Refusal(error, json: json).tell()
            throw ExitCode(error.status.rawValue)
        }
        printer.end(outcome.status)
        try outcome.status.leave(leftThreadsBehind: outcome.leftThreadsBehind)
    }

    private var request: HealRequest {
        var request = HealRequest(
            copy: copy, from: goodCopy,
            creator: Creator(hostname: Machine.hostName, version: RushesCommand.version), startedAt: Machine.now)
        request.trustsLoop = Machine.trustsLoop
        return request
    }
}
