internal import Custody
internal import EditorLogs
internal import Ingest
internal import Manifests
internal import NamingRules

/// Why nothing was checked.
enum CheckRefusal: Error {
    /// The folder could not be looked at.
    case folder(CustodyError)
    /// The rules could not be used.
    case rules(RuleFileError)
    /// The ledger, the backup or the list could not be used.
    case argument(CheckArgumentError)
    /// A list could not be read, or the page could not be written.
    case file(LogError)

    /// The exit status it leads to.
    var status: RunStatus {
        switch self {
        case .folder(let error): error.status
        case .rules: .usage
        case .argument(let error): error.status
        case .file(let error): error.status
        }
    }

    /// Says it where it belongs: as a line for programs, or as talk.
    func tell(json: Bool) {
        switch self {
        case .folder(let error): Refusal(error, json: json).tell()
        case .file(let error): error.tell(json: json)
        case .rules(let error): CheckRefusal.tell(RefusedLine(error), error.description, json: json)
        case .argument(let error): CheckRefusal.tell(RefusedLine(error), error.description, json: json)
        }
    }
}

extension CheckRefusal {
    private static func tell(_ line: RefusedLine, _ words: String, json: Bool) {
        if json { return JSONLines(.standardOutput).write(line) }
        let talk = Terminal.standardError
        talk.write(WrappedText.of(SafeText.of(words), columns: talk.columns, indent: 2) + "\n")
    }

    /// What a rule file gives, or why it cannot be used.
    static func told<Value>(_ body: () throws(RuleFileError) -> Value) throws(CheckRefusal) -> Value {
        do throws(RuleFileError) { return try body() } catch { throw .rules(error) }
    }

    /// What a ledger, backup or list gives, or why it cannot be used.
    static func told<Value>(_ body: () throws(CheckArgumentError) -> Value) throws(CheckRefusal) -> Value {
        do throws(CheckArgumentError) { return try body() } catch { throw .argument(error) }
    }

    /// What a folder gives, or why it cannot be looked at.
    static func told<Value>(_ body: () throws(CustodyError) -> Value) throws(CheckRefusal) -> Value {
        do throws(CustodyError) { return try body() } catch { throw .folder(error) }
    }

    /// What a page or list gives, or why there is none.
    static func told<Value>(_ body: () throws(LogError) -> Value) throws(CheckRefusal) -> Value {
        do throws(LogError) { return try body() } catch { throw .file(error) }
    }
}

extension CheckArgumentError {
    /// The exit status it leads to.
    var status: RunStatus {
        switch code {
        case .notThere, .wrongPlace, .beyondLimits, .notUnderstood: .usage
        case .unreadable: .sourceUnreadable
        case .notWritten: .destinationFailed
        }
    }
}
