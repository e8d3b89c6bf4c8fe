internal import ArgumentParser
internal import Custody
internal import EditorLogs
internal import FileTree
internal import Ingest
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

    @Option(
        help: ArgumentHelp(
            "What should be there: a camera report, a sound report, a list of rolls or files, a pull list.",
            valueName: "file"))
    var expect: String?

    @Option(
        help: ArgumentHelp("A folder that should hold the same versions; it is only read.", valueName: "copy"))
    var backup: String?

    @Option(
        help: ArgumentHelp("What was published, as an earlier --record wrote it down.", valueName: "file"))
    var ledger: String?

    @Flag(help: "Write into the ledger what is published now and not in it; nothing that is in it is changed.")
    var record = false

    @Option(
        help: ArgumentHelp("Write what is found on one page, too: a file that ends in .html.", valueName: "file"))
    var html: String?

    @Flag(help: "Write over an earlier page.")
    var replace = false

    @Flag(help: "Write one JSON object per line to standard output.")
    var json = false

    @Flag(help: "List the kinds of rules and the presets.")
    var listRules = false

    @Option(help: ArgumentHelp("Explain a kind of rules, a preset, or a finding: V05.", valueName: "rule"))
    var explain: String?

    func validate() throws {
        if listRules || explain != nil {
            let isAlone =
                folder == nil && !asksAnything && !record && html == nil && !json && !(listRules && explain != nil)
            guard isAlone else { throw ValidationError("--list-rules and --explain go alone.") }
            if let explain { _ = try CheckCommand.explanation(of: explain) }
            return
        }
        guard html != nil || !replace else { throw ValidationError("--replace goes with --html.") }
        guard folder != nil else { throw ValidationError("Name the folder to check.") }
        guard !record || ledger != nil else {
            throw ValidationError("--record writes into a ledger: name it with --ledger FILE.")
        }
        guard asksAnything else {
            throw ValidationError(
                "Say what to hold it against: --rules FILE-OR-PRESET, --expect FILE, --backup COPY or --ledger FILE. "
                    + "--list-rules names the presets.")
        }
    }

    /// Whether there is anything to hold the folder against.
    private var asksAnything: Bool { rules != nil || expect != nil || backup != nil || ledger != nil }

    func run() throws {
        if listRules { return Terminal.standardOutput.write(RuleListing.text) }
        if let explain { return Terminal.standardOutput.write(try CheckCommand.explanation(of: explain)) }
        guard let folder else { return }
        let (status, leftThreadsBehind): (RunStatus, Bool)
        do throws(CheckRefusal) {
            let outcome = try check(folder)
            status = outcome?.status ?? .obstacles
            leftThreadsBehind = outcome?.report.leftThreadsBehind ?? false
        } catch {
            error.tell(json: json)
            (status, leftThreadsBehind) = (error.status, false)
        }
        try status.leave(leftThreadsBehind: leftThreadsBehind)
    }

    private static func explanation(of word: String) throws -> String {
        guard let text = RuleExplanation.text(for: word) else {
            throw ValidationError(
                "Nothing is called \(SafeText.of(word)): --list-rules names the rules and the presets, and findings are "
                    + "called as a check tells them: V05, no-template.")
        }
        return text.hasSuffix("\n") ? text : text + "\n"
    }

    private func check(_ folder: String) throws(CheckRefusal) -> CheckOutcome? {
        let place = try CheckRefusal.told { () throws(CustodyError) in try FolderPlace(folder) }
        let printer: any CheckPrinter = json ? CheckJSONPrinter(.standardOutput) : CheckTextPrinter(.standardOutput)
        let page = try self.html.map { (html) throws(CheckRefusal) in
            try CheckRefusal.told { () throws(LogError) in
                try CheckPageFile(html, of: place.name, isReplacing: replace)
            }
        }
        let question = try question(of: place)
        try CheckRefusal.told { () throws(CheckArgumentError) in try page?.stayApart(from: question, in: place.path) }
        let obstacles = try CheckRefusal.told { () throws(LogError) in try page?.obstacles() ?? [] }
        guard obstacles.isEmpty else {
            printer.tell(obstacles: obstacles)
            return nil
        }
        // From here on a stop leaves the findings of what was looked at.
        InterruptWatch.shared.beginTidyWork()
        printer.tell(began: question)
        var outcome = try run(question, in: place)
        record(&outcome)
        write(page, of: &outcome, printer)
        printer.tell(outcome)
        return outcome
    }

    /// All that the folder is held against, read; before the folder is, which may take long.
    private func question(of place: FolderPlace) throws(CheckRefusal) -> CheckQuestion {
        let rules = try CheckRefusal.told { () throws(RuleFileError) in try self.rules.map(RuleFile.named) }
        var question = CheckQuestion(folder: place.argument, rules: rules)
        try CheckRefusal.told { () throws(CheckArgumentError) in
            if let expect { question.expected = try ExpectedDay(file: expect) }
            if let backup { question.backup = try BackupRequest(backup, of: place.path) }
            if let ledger {
                question.ledger = try CheckLedger(
                    ledger, outside: place.path, backup: backup, isRecording: record)
            }
        }
        return question
    }

    private func run(_ question: CheckQuestion, in place: FolderPlace) throws(CheckRefusal) -> CheckOutcome {
        // Programs hear nothing but lines.
        let progress = json ? nil : CheckProgress(.standardError, of: SafeText.of(question.folder))
        defer { progress?.clear() }
        let shouldStop = { @Sendable in progress?.shouldStop() ?? (InterruptWatch.shared.requests > 0) }
        let request = question.request(name: place.name, now: Machine.now)
        do throws(DiskError) {
            let report = try Check(request).run(on: place.disk, shouldStop: shouldStop)
            return CheckOutcome(question: question, report: report, at: request.now, isInterrupted: shouldStop())
        } catch {
            throw .folder(CustodyError(error, at: place.argument))
        }
    }

    /// Writes into the ledger what is not in it; a check whose ledger is lost still tells what it found.
    private func record(_ outcome: inout CheckOutcome) {
        guard record, let ledger = outcome.question.ledger, !outcome.isInterrupted else { return }
        do throws(CheckArgumentError) {
            try outcome.report.record(in: ledger.file)
        } catch {
            CheckRefusal.argument(error).tell(json: json)
            outcome.failures.insert(.destinationFailed)
        }
    }

    /// Writes the page; a check whose page is lost still tells what it found, and one that was stopped writes none: it
    /// would take the place of an earlier one that is whole.
    private func write(_ page: CheckPageFile?, of outcome: inout CheckOutcome, _ printer: any CheckPrinter) {
        guard let page, !outcome.isInterrupted else { return }
        do throws(LogError) {
            printer.tell(try page.write(outcome.page), in: page.output)
        } catch {
            error.tell(json: json)
            outcome.failures.insert(error.status)
        }
    }
}
