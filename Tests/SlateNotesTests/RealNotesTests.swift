import Foundation
import SlateNotes
import Testing

/// Logs that others published, beside the project when they are there; the tests pass without.
private enum RealNotes {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/real-data/ale")

    static var areThere: Bool {
        let areThere = FileManager.default.fileExists(atPath: folder.path)
        if !areThere { print("There are no published logs beside the project: none is read in this run.") }
        return areThere
    }

    static func file(_ name: String) throws -> SlateFile {
        try SlateFile([UInt8](Data(contentsOf: folder.appending(path: name))), at: name)
    }
}

@Suite("Published logs as notes", .enabled(if: RealNotes.areThere))
struct RealNotesTests {
    @Test("A laboratory's names its clips in four columns, and the roll where the tape is another one")
    func laboratory() throws {
        let note = try #require(try RealNotes.file("sample2.ale").notes.dropFirst().first)
        #expect(note.names.map(\.text).contains("A007C002_140720_R2E4"))
        #expect(note[.scene] == "19A")
        #expect(note[.take] == "2xa")
        #expect(note[.cameraRoll] == "XA007")
        #expect(note[.rate] == "23.98")
    }

    @Test("Pulls of one clip are a row each")
    func pulls() throws {
        let notes = try RealNotes.file("sample_cdl.ale").notes
        #expect(notes.count == 4)
        #expect(notes.first?[.clip] == "A005_C010_0501J0")
    }

    @Test("Avid's own export has its rows")
    func avid() throws {
        let names = try RealNotes.file("sample.ale").notes.map { $0.names.map(\.text) }
        #expect(names.count == 4)
        #expect(names.first?.contains("test_017056") == true)
    }
}
