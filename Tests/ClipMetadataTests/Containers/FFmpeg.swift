import Foundation
import Testing

/// Programs of others that make and judge media: used where they are installed, and said where they are not.
enum FFmpeg {
    /// The programs that are in PATH, by their names.
    static let programs: [String: String] = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        var found: [String: String] = [:]
        for name in ["ffmpeg", "ffprobe", "mediainfo", "exiftool"] {
            found[name] = folders.lazy.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
        }
        return found
    }()

    static var isThere: Bool {
        let missing = ["ffmpeg", "ffprobe"].filter { programs[$0] == nil }
        if !missing.isEmpty { print("\(missing) not installed: our readers are not compared with them in this run.") }
        return missing.isEmpty
    }

    /// What a program prints; empty where it is not installed.
    static func output(_ name: String, _ arguments: [String]) throws -> Data {
        guard let path = programs[name] else { return Data() }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(name) \(arguments.joined(separator: " "))")
        return output
    }

    /// Makes a file from the arguments that say how.
    static func make(_ path: String, _ arguments: [String]) throws {
        _ = try output("ffmpeg", ["-hide_banner", "-loglevel", "error", "-y"] + arguments + [path])
    }
}
