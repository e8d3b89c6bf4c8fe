import Foundation
import Glibc
import Testing

extension Stage {
    /// Lends a stage on which the card A001 was ingested to the drive A, without logs unless they are wanted.
    static func sealed(
        _ options: String..., hasLogs: Bool = false, _ body: (Stage) throws -> Void
    ) throws {
        try Stage.with { (stage) throws in
            let arguments = ["ingest", "A001", "--to", "A"] + options + (hasLogs ? [] : ["--no-logs"])
            #expect(try stage.command(arguments).finished().status == 0)
            try body(stage)
        }
    }

    /// Removes a file or folder.
    func remove(_ path: String) throws {
        try FileManager.default.removeItem(atPath: self.path + "/" + path)
    }

    /// Changes a text that stands in a file.
    func replace(_ text: String, by other: String, in file: String) throws {
        let before = try self.text(file)
        try #require(before.contains(text))
        try before.replacing(text, with: other).write(toFile: path + "/" + file, atomically: false, encoding: .utf8)
    }

    /// The one file of a folder whose name ends so, as a path on the stage.
    func only(_ suffix: String, in folder: String) throws -> String {
        let names = try names(endingWith: suffix, in: folder)
        try #require(names.count == 1)
        return folder + "/" + names[0]
    }

    /// The last file of a folder whose name ends so, as a path on the stage.
    func last(_ suffix: String, in folder: String) throws -> String {
        folder + "/" + (try #require(try names(endingWith: suffix, in: folder).last))
    }

    private func names(endingWith suffix: String, in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).filter { $0.hasSuffix(suffix) }
            .sorted()
    }

    /// Adds two gigabytes that take no room, `10.mov` to `69.mov`: holes read as zeros, for some seconds.
    func addHoles(to folder: String) throws {
        for number in 10..<70 {
            let file = "\(path)/\(folder)/\(number).mov"
            try #require(FileManager.default.createFile(atPath: file, contents: nil))
            try #require(truncate(file, 32 << 20) == 0)
        }
    }

    /// What a command says with `--json`, as objects; each of their members is documented.
    func lines(of command: String, _ arguments: String...) throws -> (status: Int32, lines: [[String: Any]]) {
        let screen = try self.command([command] + arguments + ["--json"]).finished()
        return (screen.status, try lines(of: screen, as: JSONDocument(of: "rushes " + command)))
    }

    /// The lines of a screen, as objects; each of their members is documented.
    func lines(of screen: Screen, as document: JSONDocument) throws -> [[String: Any]] {
        #expect(screen.talk == "")
        let lines = try screen.output.split(separator: "\n").map { line in
            try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "not an object: \(line)")
        }
        for line in lines { #expect(document.unexplained(line) == []) }
        return lines
    }
}
