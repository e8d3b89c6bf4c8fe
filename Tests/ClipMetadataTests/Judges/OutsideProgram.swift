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
    func output(_ arguments: [String]) -> Data? { path.flatMap { OutsideProgram.output(of: $0, arguments) } }

    private static func output(of path: String, _ arguments: [String]) -> Data? {
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

    // MARK: - Python

    /// The Python whose packages judge, as `scripts/test` makes it; else that of the system.
    private static var python: String {
        ProcessInfo.processInfo.environment["RUSHES_JUDGES"].map { $0 + "/python" } ?? "/usr/bin/python3"
    }

    /// Whether a package is there.
    static func hasPython(_ package: String) -> Bool {
        let isThere = output(of: python, ["-c", "import \(package)"]) != nil
        if !isThere { print("Skipped: Python has no package \(package).") }
        return isThere
    }

    /// What a program says on standard output; nil when it did not end well.
    static func python(_ program: String, _ arguments: String...) -> Data? {
        output(of: python, ["-c", program] + arguments)
    }
}
