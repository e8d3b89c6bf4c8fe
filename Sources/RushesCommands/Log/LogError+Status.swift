internal import EditorLogs
internal import Ingest
internal import Manifests

extension LogError {
    /// The exit status it leads to.
    var status: RunStatus {
        switch code {
        case .unreadable: .sourceUnreadable
        case .notUnderstood, .usage: .usage
        case .exists, .insideRoll: .obstacles
        case .notWritten: .destinationFailed
        case .stopped: .interrupted
        }
    }

    /// Where, what and what to do, for people.
    var words: String { SafeText.of(description) }

    /// Says it where it belongs: as a line for programs, or as talk.
    func tell(json: Bool) {
        if json { return JSONLines(.standardOutput).write(RefusedLine(self)) }
        let talk = Terminal.standardError
        talk.write(WrappedText.of(words, columns: talk.columns, indent: 2) + "\n")
    }
}
