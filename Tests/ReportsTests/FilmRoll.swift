import EditorLogs
import Foundation
import RushesFixtures
import Testing

/// A roll with clips that ffmpeg made, for tests that draw pictures.
struct FilmRoll {
    /// The folder, absolute.
    let path: String

    /// Whether ffmpeg is at hand; says so where it is not.
    static var isPossible: Bool {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        let isThere = folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/ffmpeg") }
        if !isThere { print("ffmpeg is not installed: no pictures are drawn in this run.") }
        return isThere
    }

    /// Makes the folder; with a history it is a sealed copy.
    init(in folder: String, sealed: Bool = true) throws {
        path = folder + "/A001"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard sealed else { return }
        try FileManager.default.createDirectory(atPath: path + "/ascmhl", withIntermediateDirectories: true)
    }

    /// Has ffmpeg make a file, or files, of moving bars: 50 frames at 25.
    func shoot(_ name: String, _ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=2"]
            + arguments + ["\(path)/\(name)"]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    /// Lays a file.
    func lay(_ name: String, _ content: String) throws {
        try content.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
    }

    /// A log of the roll with these clips.
    func log(_ clips: [LoggedClip]) -> EditorLog {
        EditorLog(rolls: [LoggedRoll(path: "A001", folder: path, title: "ARRI", isSound: false)], clips: clips)
    }

    /// A clip of 50 frames at 25.
    func clip(_ source: String, frames: Int? = 50, files: LoggedClip.Frames? = nil) -> LoggedClip {
        ReportedDay.picture(source, start: "10:00:00:00@25", frames: frames, source: source, frameFiles: files)
    }
}
