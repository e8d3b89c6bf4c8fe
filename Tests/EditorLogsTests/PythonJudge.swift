import Foundation
import Testing

/// The parsers that other people read logs with, asked through Python.
///
/// They are used when RUSHES_JUDGES names the `bin` folder of a Python environment that holds OpenTimelineIO with its
/// ALE, CMX 3600, FCP 7 and FCPX adapters, pycmx, openpyxl and lxml.
enum PythonJudge {
    private static let bin = ProcessInfo.processInfo.environment["RUSHES_JUDGES"]

    /// Whether they are at hand; says so where they are not.
    static var isThere: Bool {
        if bin == nil { print("RUSHES_JUDGES is not set: no other parser judges the logs in this run.") }
        return bin != nil
    }

    /// Runs a script over files that are laid in a folder of their own, which it finds itself in.
    ///
    /// - Parameter script: Python; what it prints as JSON is the answer. It may write to standard error as it likes.
    static func ask(_ script: String, about files: [String: [UInt8]]) throws -> Any {
        let folder = FileManager.default.temporaryDirectory.appending(path: "judged-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
        try Data(script.utf8).write(to: folder.appending(path: "judge.py"))
        let process = Process()
        process.executableURL = URL(filePath: try #require(bin) + "/python")
        process.arguments = ["-W", "ignore", "judge.py"]
        process.currentDirectoryURL = folder
        let said = Pipe()
        process.standardOutput = said
        try process.run()
        let answer = try said.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "The judge failed: \(String(decoding: answer, as: UTF8.self))")
        return try JSONSerialization.jsonObject(with: answer, options: .fragmentsAllowed)
    }
}
