internal import EditorLogs
internal import FileTree
internal import Manifests

/// A log for programs: a line for each file, each exception, and the end; documented in `docs/json.md`.
struct LogJSONPrinter: LogPrinter {
    private let lines: JSONLines

    init(_ output: Terminal) {
        lines = JSONLines(output)
    }

    func tell(obstacles: [LogError]) {
        for obstacle in obstacles { lines.write(LogObstacleLine(obstacle)) }
    }

    func tell(remarks: [String]) {
        for remark in remarks { lines.write(LogRemarkLine(message: remark)) }
    }

    func tell(_ written: [LogWriting.Written], in output: LogOutput) {
        for file in written {
            lines.write(LogFileLine(path: file.path, bytes: file.size.bytes, was_there: file.wasThere))
        }
    }

    func tell(_ exceptions: [LogException]) {
        for exception in exceptions { lines.write(LogExceptionLine(exception)) }
    }

    func tell(_ summary: LogSummary, _ status: RunStatus) { lines.write(LoggedLine(summary, status)) }
}

// MARK: - Lines

/// Something stands in the way, and nothing was written.
private struct LogObstacleLine: Encodable {
    let type = "obstacle"
    let code: String
    let place: String
    let message: String
    let next: String

    init(_ error: LogError) {
        (code, place, message, next) = (error.code.rawValue, error.place, error.sentence, error.nextStep)
    }
}

/// Something that was read anew, or could not be looked at.
struct LogRemarkLine: Encodable {
    let type = "remark"
    let message: String
}

/// A file of the log.
private struct LogFileLine: Encodable {
    let type = "file"
    let path: String
    let bytes: Int64
    let was_there: Bool
}

/// Something that should be looked at.
private struct LogExceptionLine: Encodable {
    let type = "exception"
    let code: String
    let roll: String?
    let clip: String?
    let message: String
    let next: String?

    init(_ exception: LogException) {
        code = exception.code.rawValue
        roll = exception.roll.isEmpty ? nil : exception.roll
        clip = exception.clip.isEmpty ? nil : exception.clip
        message = exception.sentence
        next = exception.nextStep.isEmpty ? nil : exception.nextStep
    }
}

/// The log is written.
private struct LoggedLine: Encodable {
    let type = "logged"
    let complete: Bool
    let clips: Int
    let takes: Int
    let rolls: Int
    let with_sound: Int
    let files: Int
    let left_out: Int
    let takes_outside: Int
    let status: Int32

    init(_ summary: LogSummary, _ status: RunStatus) {
        complete = summary.isComplete
        (clips, takes, with_sound) = (summary.rows.clips, summary.rows.takes, summary.rows.withSound)
        (rolls, files) = (summary.rolls, summary.files)
        (left_out, takes_outside) = (summary.leftOut, summary.takesOutside)
        self.status = status.rawValue
    }
}
