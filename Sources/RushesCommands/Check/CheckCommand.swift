internal import ArgumentParser
internal import Custody
internal import EditorLogs
internal import FileTree
internal import Manifests
internal import NamingRules

/// `rushes check`: which names break the house's rules, which versions are missing, what has not arrived.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell which names break a rule, which versions are missing, and what has not arrived.",
        discussion: """
            A roll, a delivery or a whole show is held against a house's rules: a file of the schema naming-rules/1, or \
            one of the presets. --list-rules names the rules and the presets, --explain tells of each. Nothing is ever \
            renamed: a better name is only suggested. Findings that are errors make the status 50.
            """)

    @Argument(help: ArgumentHelp("A roll, a delivery, a show.", valueName: "folder"))
    var folder: String?

    @Option(help: ArgumentHelp("A rule file, or the name of a preset.", valueName: "file-or-preset"))
    var rules: String?

    @Flag(help: "Write one JSON object per line to standard output.")
    var json = false

    @Flag(help: "List the kinds of rules and the presets.")
    var listRules = false

    @Option(help: ArgumentHelp("Explain a kind of rules, a preset, or a finding: V05.", valueName: "rule"))
    var explain: String?

    func validate() throws {
        if listRules || explain != nil {
            let isAlone = folder == nil && rules == nil && !json && !(listRules && explain != nil)
            guard isAlone else { throw ValidationError("--list-rules and --explain go alone.") }
            return
        }
        guard folder != nil else { throw ValidationError("Name the folder to check.") }
        guard rules != nil else {
            throw ValidationError(
                "Say what to hold it against: --rules FILE-OR-PRESET. --list-rules names the presets.")
        }
    }

    func run() throws {
        let status: RunStatus
        do throws(CheckRefusal) {
            status = try check()
        } catch {
            error.tell(json: json)
            status = error.status
        }
        try status.leave(leftThreadsBehind: false)
    }

    private func check() throws(CheckRefusal) -> RunStatus {
        guard let folder else { return .usage }
        let rules = try self.rules.map(CheckCommand.rules)
        let place: FolderPlace
        do throws(CustodyError) { place = try FolderPlace(folder) } catch { throw .folder(error) }
        // From here on a stop leaves the findings of what was looked at.
        InterruptWatch.shared.beginTidyWork()
        let shouldStop = { @Sendable in InterruptWatch.shared.requests > 0 }
        let request = CheckRequest(name: place.name, rules: rules, now: Machine.now)
        let report: CheckReport
        do throws(DiskError) {
            report = try Check(request).run(on: place.disk, shouldStop: shouldStop)
        } catch {
            throw .folder(CustodyError(error, at: folder))
        }
        let outcome = CheckOutcome(
            question: CheckQuestion(folder: folder, rules: rules), report: report, isInterrupted: shouldStop())
        let printer: any CheckPrinter = json ? CheckJSONPrinter(.standardOutput) : CheckTextPrinter(.standardOutput)
        printer.tell(outcome)
        return outcome.status
    }
}

extension CheckCommand {
    private static func rules(_ text: String) throws(CheckRefusal) -> RuleFile {
        guard let path = Machine.resolvedPath(text), let slash = path.lastIndex(of: "/"),
            let name = RelativePath(String(path[path.index(after: slash)...])),
            let bytes = try? CardDisk(path: String(path[...slash])).contents(of: name, limit: .kibibytes(65))
        else {
            throw .rules(
                RuleFileError(.unreadable, line: nil, at: text, "There is nothing there.", nextStep: "Check the path."))
        }
        do throws(RuleFileError) { return try RuleFile(yaml: bytes, at: text) } catch { throw .rules(error) }
    }
}
