import Foundation

/// A program of the system that a test asks; tests pass without it, and say so.
enum OutsideProgram: String {
    case ffmpeg, ffprobe, exiftool, mediainfo

    /// Where it is; nil when it is not installed.
    var path: String? {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        let path = folders.map { "\($0)/\(rawValue)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        if path == nil { print("Skipped: \(rawValue) is not installed.") }
        return path
    }

    /// Whether all of these are installed.
    static func areThere(_ programs: OutsideProgram...) -> Bool { programs.allSatisfy { $0.path != nil } }

    /// What it says on standard output; nil when it did not end well.
    ///
    /// Blocks, as does ``json(_:)``.
    func output(_ arguments: [String]) -> Data? {
        guard let path else { return nil }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? data : nil
    }

    /// The JSON it says; nil when there is none.
    func json(_ arguments: [String]) -> Any? {
        output(arguments).flatMap { try? JSONSerialization.jsonObject(with: $0) }
    }
}
