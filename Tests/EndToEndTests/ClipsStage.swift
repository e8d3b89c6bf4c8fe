import Foundation
import Glibc
import RushesFixtures
import Testing

extension Stage {
    /// An environment in which no `mediainfo` is found: what it says differs from version to version.
    static let withoutMediaInfo = RunningCommand.environment.merging(["PATH": "/nowhere"]) { $1 }

    /// What a screen ends with where no `mediainfo` is found.
    static let missingMediaInfo =
        "mediainfo is not installed: codecs, rasters and what else only it reads are not told. Install it with "
        + "`apt-get install mediainfo`."

    /// Runs `rushes` where no `mediainfo` is found.
    func alone(_ arguments: String...) throws -> Screen {
        try command(arguments, environment: Stage.withoutMediaInfo).finished().steady(in: path)
    }

    /// The lines of `rushes clips --json` where no `mediainfo` is found; each of their members is documented.
    func clips(_ folder: String) throws -> (status: Int32, lines: [[String: Any]]) {
        let screen = try command(["clips", folder, "--json"], environment: Stage.withoutMediaInfo).finished()
        let document = try JSONDocument(of: "rushes clips", and: "rushes diff")
        return (screen.status, try lines(of: screen, as: document))
    }

    /// The same of `rushes probe --json`.
    func probe(_ files: String...) throws -> (status: Int32, lines: [[String: Any]]) {
        let screen = try command(["probe"] + files + ["--json"], environment: Stage.withoutMediaInfo).finished()
        let document = try JSONDocument(of: "rushes probe", and: "rushes diff", "rushes clips")
        return (screen.status, try lines(of: screen, as: document))
    }

    /// Puts a program called `mediainfo` on the stage; answers an environment in which it is found.
    ///
    /// - Parameter answer: what it does when it is asked about files, in the shell's words.
    func addMediaInfo(_ answer: String) throws -> [String: String] {
        try add("bin", [:])
        let program = path + "/bin/mediainfo"
        let version = "[ \"$1\" = --Version ] && { echo 'MediaInfoLib - v99.1'; exit 0; }"
        try "#!/bin/sh\n\(version)\n\(answer)\n".write(toFile: program, atomically: true, encoding: .utf8)
        try #require(chmod(program, 0o755) == 0)
        return RunningCommand.environment.merging(["PATH": path + "/bin:/usr/bin:/bin"]) { $1 }
    }
}

extension [[String: Any]] {
    /// The lines of a type.
    func of(_ type: String) -> [[String: Any]] { filter { $0["type"] as? String == type } }

    /// A member of each, as text.
    func texts(_ member: String) -> [String?] { map { $0[member] as? String } }
}

extension [String: Any] {
    /// What is said of a field, by whom: `11:00:00:00@24000/1001 <- sidecar LtcChange/@value`, the first believed first.
    func said(_ field: String) -> [String] {
        let values = (self["metadata"] as? [String: [[String: String]]])?[field] ?? []
        return values.map { "\($0["value"] ?? "") <- \($0["source"] ?? "") \($0["key"] ?? "") in \($0["file"] ?? "")" }
    }
}
