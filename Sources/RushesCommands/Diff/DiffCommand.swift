internal import ArgumentParser
internal import Custody
internal import FileTree
internal import Manifests

/// `rushes diff`: options, one call, one exit status.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compare two folders, manifests or generations, in any mix.",
        discussion: """
            A folder is what it holds now, every file of it read; a manifest, a generation, a list of checksums or a \
            roll's folder ascmhl is what was written down. Nothing is written. A folder alone is compared with its \
            own history.
            """)

    @Argument(help: ArgumentHelp("What should be: a folder or a manifest.", valueName: "a"))
    var first: String

    @Argument(help: ArgumentHelp("What is: a folder or a manifest.", valueName: "b"))
    var second: String?

    @Flag(help: "Write one JSON object per line to standard output.")
    var json = false

    func validate() throws {
        _ = try request()
    }

    func run() throws {
        let request = try request()
        let printer: any EventPrinter<DiffEvent> =
            json
            ? DiffJSONPrinter(request, output: .standardOutput)
            : DiffPeoplePrinter(request, output: .standardOutput, talk: .standardError)
        var status: RunStatus
        var leftThreadsBehind = false
        do throws(CustodyError) {
            let outcome = try Comparison(request).run(
                tell: { event in
                    // Before that nothing is known that could be told; looking at a slow drive may take minutes.
                    if case .began = event { InterruptWatch.shared.beginTidyWork() }
                    printer.tell(event)
                },
                shouldStop: { printer.shouldStop() })
            status = RunStatus.worst(of: outcome.statuses)
            leftThreadsBehind = outcome.leftThreadsBehind
        } catch {
            Refusal(error, json: json).tell()
            status = error.status
        }
        printer.end(status)
        try status.leave(leftThreadsBehind: leftThreadsBehind)
    }

    /// A folder alone is held against its own history, as users of the reference expect of `diff`.
    private func request() throws -> DiffRequest {
        var request: DiffRequest
        if let second {
            request = DiffRequest(first, second)
        } else {
            let history = first.hasSuffix("/") ? first + "ascmhl" : first + "/ascmhl"
            guard Machine.resolvedPath(history).map({ Machine.kind(ofPath: $0) }) == .folder else {
                throw ValidationError("\(first) has no history to be compared with: name two things to compare.")
            }
            request = DiffRequest(history, first)
        }
        request.trustsLoop = Machine.trustsLoop
        return request
    }
}
