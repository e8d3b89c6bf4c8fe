import Foundation
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
        let names = try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)
            .filter { $0.hasSuffix(suffix) }
        #expect(names.count == 1)
        return folder + "/" + (try #require(names.first))
    }
}
