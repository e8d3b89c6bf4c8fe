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
    /// A list could not be read, or the page could not be written.
    case file(LogError)

    /// The exit status it leads to.
    var status: RunStatus {
        switch self {
        case .folder(let error): error.status
        case .rules: .usage
        case .file(let error): error.status
        }
    }

    /// Says it where it belongs: as a line for programs, or as talk.
    func tell(json: Bool) {
        switch self {
        case .folder(let error): Refusal(error, json: json).tell()
        case .file(let error): error.tell(json: json)
        case .rules(let error):
            if json { return JSONLines(.standardOutput).write(RefusedLine(error)) }
            Terminal.standardError.write(SafeText.of(error.description) + "\n")
        }
    }
}
