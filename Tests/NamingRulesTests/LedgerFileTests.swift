import FileTree
import Foundation
import RushesFixtures
import Testing

@testable import NamingRules

@Suite("A ledger lies outside of what it speaks of, and is written whole or not at all")
struct LedgerFileTests {
    @Test("It is refused in the folder that is checked, in a card, in a sealed roll, and where no file can be")
    func places() throws {
        try withTemporaryFolder { root in
            let tree: CardBuilder = [
                "SHOW/VFX": .folder, "SHOWS": .folder, "ROLL/ascmhl": .folder, "ROLL/CLIP": .folder,
                "CARD/PRIVATE/M4ROOT/CLIP/C0001.MP4": "x", "CARD/PRIVATE/M4ROOT/CLIP/C0001M01.XML": "x",
                "CARD/PRIVATE/M4ROOT/MEDIAPRO.XML": "x", "file.txt": "x",
            ]
            try tree.write(intoFolder: root)
            func sentence(_ place: String, outside folder: String = "SHOW") -> String {
                do throws(CheckArgumentError) {
                    return try LedgerFile("\(root)/\(place)", outside: "\(root)/\(folder)").name.description
                } catch {
                    return "\(error.code.rawValue): \(error.sentence.replacing(root, with: ""))"
                }
            }
            let inside = "wrong-place: The ledger lies in the folder that is checked, and would change with it."
            #expect(sentence("ledger.txt") == "ledger.txt")
            #expect(sentence("SHOWS/ledger.txt") == "ledger.txt")
            #expect(sentence("SHOW/ledger.txt") == inside)
            #expect(sentence("SHOW/VFX/ledger.txt") == inside)
            #expect(sentence("SHOWS/../SHOW/ledger.txt") == inside)
            #expect(
                sentence("ROLL/CLIP/ledger.txt") == "wrong-place: This lies in /ROLL, which is a card or a sealed roll."
            )
            #expect(
                sentence("CARD/PRIVATE/M4ROOT/ledger.txt")
                    == "wrong-place: This lies in /CARD/PRIVATE/M4ROOT, which is a card or a sealed roll.")
            #expect(sentence("SHOWS") == "not-there: A folder is there, and a ledger is a file.")
            #expect(sentence("SHOWS/") == "not-there: A folder is there, and a ledger is a file.")
            #expect(sentence("new/") == "not-there: This names no file.")
            #expect(sentence("none/ledger.txt") == "not-there: The folder that it should lie in is not there.")
            #expect(sentence("file.txt/ledger.txt") == "not-there: The folder that it should lie in is not there.")
        }
    }

    @Test("A ledger that is not there is an error, unless it is to be begun")
    func missing() throws {
        try withTemporaryFolder { root in
            let file = try LedgerFile("\(root)/ledger.txt", outside: "\(root)/SHOW")
            let error = #expect(throws: CheckArgumentError.self) { try file.read(isRecording: false) }
            #expect(error?.sentence == "There is no ledger there.")
            #expect(try file.read(isRecording: true).count == 0)
        }
    }

    @Test("An empty file is a ledger that is to be begun, and none that could be compared with")
    func empty() throws {
        try withTemporaryFolder { root in
            let tree: CardBuilder = ["ledger.txt": "", "other.txt": ""]
            try tree.write(intoFolder: root)
            let file = try LedgerFile("\(root)/ledger.txt", outside: "\(root)/SHOW")
            let error = #expect(throws: CheckArgumentError.self) { try file.read(isRecording: false) }
            #expect(error?.code == .notUnderstood)
            #expect(try file.read(isRecording: true).count == 0)
            #expect(try file.add([LedgerTests.line("a.mov")]) == 1)
            #expect(try file.read(isRecording: false).count == 1)
            let other = try LedgerFile("\(root)/other.txt", outside: "\(root)/SHOW")
            #expect(try other.add([]) == 0)
            #expect(try other.read(isRecording: false).count == 0)
        }
    }

    @Test("A link that leads nowhere is no ledger, and none is begun there")
    func danglingLink() throws {
        try withTemporaryFolder { root in
            let place = "\(root)/ledger.txt"
            try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "\(root)/gone.txt")
            let file = try LedgerFile(place, outside: "\(root)/SHOW")
            for isRecording in [false, true] {
                let error = #expect(throws: CheckArgumentError.self) { try file.read(isRecording: isRecording) }
                #expect(error?.code == .notThere)
                #expect(error?.sentence == "A link is there, and it leads nowhere.")
            }
        }
    }

    @Test("A wrong line is told with its number and the ledger's name")
    func damaged() throws {
        try withTemporaryFolder { root in
            let tree: CardBuilder = ["ledger.txt": "rushes-ledger/1\nnonsense\n"]
            try tree.write(intoFolder: root)
            let file = try LedgerFile("\(root)/ledger.txt", outside: "\(root)/SHOW")
            let error = #expect(throws: CheckArgumentError.self) { try file.read(isRecording: true) }
            #expect(error?.line == 2)
            #expect(
                error?.description == "\(root)/ledger.txt:2: It is not a time, an XXH128, a size and a path with tabs "
                    + "between them. Get the ledger from a backup; nothing is written by hand there.")
            #expect(throws: CheckArgumentError.self) { try file.add([LedgerTests.line("a.mov")]) }
            #expect(try PosixDisk(path: root).contents(of: "ledger.txt", limit: .mebibytes(1)).count == 25)
        }
    }

    @Test("What is added is there when it is read again; what was there stays; nothing else is left beside it")
    func adding() throws {
        try withTemporaryFolder { root in
            let file = try LedgerFile("\(root)/ledger.txt", outside: "\(root)/SHOW")
            #expect(try file.add([LedgerTests.line("b.mov", "one"), LedgerTests.line("a.mov", "one")]) == 2)
            // Somebody else recorded meanwhile: the lines of the file count, not those that were read before.
            #expect(try file.add([LedgerTests.line("b.mov", "two"), LedgerTests.line("c.mov", "two")]) == 1)
            #expect(try file.add([LedgerTests.line("c.mov", "three")]) == 0)
            let ledger = try file.read(isRecording: false)
            #expect((0..<ledger.count).map { ledger[$0].path.description } == ["a.mov", "b.mov", "c.mov"])
            #expect((0..<ledger.count).map { ledger[$0].size.bytes } == [3, 3, 3])
            #expect(ledger[1].content == (try LedgerTests.line("b.mov", "one").content))
            #expect(try PosixDisk(path: root).entries(of: .root).map(\.name) == [Array("ledger.txt".utf8)])
        }
    }

    @Test("What a killed run left is no obstacle, and the ledger keeps its permissions")
    func leftover() throws {
        try withTemporaryFolder { root in
            var tree: CardBuilder = ["ledger.txt": "rushes-ledger/1\n", ".rushes-ledger.new": "half"]
            tree.permissions["ledger.txt"] = 0o600
            try tree.write(intoFolder: root)
            let file = try LedgerFile("\(root)/ledger.txt", outside: "\(root)/SHOW")
            #expect(try file.add([LedgerTests.line("a.mov")]) == 1)
            let disk = try PosixDisk(path: root)
            #expect(try disk.entries(of: .root).map(\.name) == [Array("ledger.txt".utf8)])
            #expect(try disk.attributes(of: "ledger.txt").permissions == 0o600)
        }
    }

    @Test(
        "Whatever request the disk refuses, the ledger is the old one or the new one, whole", arguments: [true, false])
    func refused(isNew: Bool) throws {
        let old = Ledger().adding([try LedgerTests.line("a.mov")]).ledger
        let line = try LedgerTests.line("b.mov")
        let new = (isNew ? Ledger() : old).adding([line]).ledger
        var failures = 0
        for turn in 1...60 {
            let disk = CrashDisk()
            if !isNew { try disk.createWhole("ledger.txt", old.text, permissions: 0o644) }
            let failing = FailingDisk(disk, failingAt: turn, .fromThenOn, number: FailingDisk.noSpace, only: .all)
            let file = LedgerFile("ledger.txt", in: "/show", as: "ledger.txt") { (_) throws(DiskError) in failing }
            if (try? file.add([line])) == nil { failures += 1 }
            let there = try? disk.contents(of: "ledger.txt", limit: .mebibytes(1))
            #expect([new.text, isNew ? nil : old.text].contains(there), "refused from request \(turn) on")
        }
        #expect(failures > 3)
    }
}
