import Checksums
import Foundation
import RushesFixtures
import Testing

/// Where Rushes and the reference implementation work on the same folders.
///
/// The numbers of the tests are those of a table of 25 cases: create and verify, in both directions.
extension Stage {
    /// Every checksum that ASC MHL knows.
    static let formats = ["md5", "sha1", "xxh128", "xxh3", "xxh64", "c4"]

    /// Lends the tree of the published vectors, as `T`.
    static func vectors(_ body: (Stage) throws -> Void) throws {
        try Stage.with([:]) { (stage) throws in
            try stage.add("T", JudgeTests.small)
            try body(stage)
        }
    }

    /// The exit status of `rushes`.
    func ours(_ arguments: String...) throws -> Int32 {
        try command(arguments).finished().status
    }

    /// The exit status of the reference's `ascmhl`.
    func reference(_ arguments: String...) throws -> Int32 {
        try Judge.ask("ascmhl", arguments, on: self).status
    }

    /// The exit status of the reference's `ascmhl-debug verify`.
    func referenceVerify(_ arguments: String...) throws -> Int32 {
        try Judge.ask("ascmhl-debug", ["verify"] + arguments, on: self).status
    }

    /// The text of a roll's generation; the first is 1.
    func generation(_ number: Int, of roll: String = "T") throws -> String {
        let names = try Judge.manifests(of: roll, on: self)
        return try text(roll + "/ascmhl/" + (try #require(names.dropFirst(number - 1).first)))
    }

    /// What a manifest says of one file.
    func listing(of path: String, in manifest: String) throws -> String {
        let records = manifest.split(separator: "<hash>").dropFirst()
        return String(try #require(records.first { $0.contains(">\(path)</path>") }))
    }

    /// Replaces a file's content.
    func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + file))
    }

    /// Moves what lies at a path.
    func move(_ from: String, to: String) throws {
        try FileManager.default.moveItem(atPath: path + "/" + from, toPath: path + "/" + to)
    }

    /// Copies what lies at a path.
    func copy(_ from: String, to: String) throws {
        try FileManager.default.copyItem(atPath: path + "/" + from, toPath: path + "/" + to)
    }

    /// Writes the chain anew, so that it names the manifests as they are now.
    func chainAnew(_ roll: String) throws {
        let links = try Judge.manifests(of: roll, on: self).enumerated().map { number, name in
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(roll)/ascmhl/\(name)")))
            return
                "<hashlist sequencenr=\"\(number + 1)\"><path>\(name)</path><c4>\(Checksum.of(bytes, .c4))</c4></hashlist>"
        }
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ascmhldirectory xmlns=\"urn:ASC:MHL:DIRECTORY:v2.0\">"
        try write(head + links.joined() + "</ascmhldirectory>\n", to: roll + "/ascmhl/ascmhl_chain.xml")
    }
}
