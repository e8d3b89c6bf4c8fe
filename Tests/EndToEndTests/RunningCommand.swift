import Foundation
import Glibc

/// A process under way, with both of its streams.
final class RunningCommand {
    private let process = Process()
    private let output = Pipe()
    private let talk: FileHandle
    private var read = Data()

    /// The environment of the tests, but for what would change a command's course.
    static let environment = ProcessInfo.processInfo.environment
        .filter { !$0.key.hasPrefix("RUSHES_") }
        .merging(["LC_ALL": "C.UTF-8", "COLUMNS": "80"]) { $1 }

    /// Starts a program in a folder.
    init(
        _ program: String, _ arguments: [String], in folder: String, environment: [String: String] = environment
    ) throws {
        var template = Array((folder + "/.talk-XXXXXX").utf8CString)
        // A file, so that a full pipe never holds the command up; it has no name once it is open.
        talk = FileHandle(fileDescriptor: mkstemp(&template), closeOnDealloc: true)
        unlink(template)
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = talk
        try process.run()
    }

    /// Waits for the first line of output that holds a text; nil when the output ends without it.
    func line(with text: String) -> String? {
        while true {
            for line in String(decoding: read, as: UTF8.self).split(separator: "\n") where line.contains(text) {
                return String(line)
            }
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { return nil }
            read += more
        }
    }

    /// Sends a signal.
    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Closes the reading end of its output, as `| head -1` does.
    func closeOutput() throws { try output.fileHandleForReading.close() }

    /// Waits for its end, without reading what it says; gives its status.
    func ended() -> Int32 {
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
    }

    /// Waits for its end; gives the whole screen.
    func finished() throws -> Screen {
        read += output.fileHandleForReading.readDataToEndOfFile()
        let status = ended()
        try talk.seek(toOffset: 0)
        return Screen(
            status, output: String(decoding: read, as: UTF8.self),
            talk: String(decoding: talk.readDataToEndOfFile(), as: UTF8.self))
    }
}
