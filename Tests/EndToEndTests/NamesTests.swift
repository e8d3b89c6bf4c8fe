import FileTree
import Foundation
import Glibc
import RushesFixtures
import Testing

@Suite("Names and things that are hard to carry")
struct NamesTests {
    @Test("names that XML cannot carry are copied and proved, shown escaped, and end with 21")
    func hardNames() throws {
        var card: CardBuilder = [
            "plain.mov": "1", "line\nbreak.mov": "2", "bell\u{7}\u{1B}[31m.mov": "3", "a\u{202E}vom.mov": "4",
        ]
        card[try #require(RelativePath(Array("caf".utf8) + [0xE9] + Array(".mov".utf8)))] = "5"
        try Stage.with(card) { stage in
            let screen = try stage.rushes("ingest", "A001", "--to", "A")
            let names = [
                #"a\u{202e}vom.mov"#, #"bell\x07\x1b[31m.mov"#, "caf\u{FFFD}.mov", #"line\nbreak.mov"#, "plain.mov",
            ]
            #expect(
                screen
                    == Screen(
                        21,
                        output: """
                            destination  files  bytes  proved  failed  evidence  time
                            A  5  5 bytes  5  0  proved  0.0 s
                            2 names copied and proved, but not in the manifest: XML cannot carry them.
                            2 things to look at in its names, by the rules of camera-originals:
                            \u{20} bell\\x07\\x1b[31m.mov: NTFS and exFAT refuse U+0007 control character and U+001B \
                            escape. \(Self.sealed)
                            \u{20} line\\nbreak.mov: NTFS and exFAT refuse U+000A line feed. \(Self.sealed)
                            A001 COMPLETE: 5 files, 5 bytes, proved on 1 of 1 destinations (1 device), source read \
                            once. It may be unplugged.
                            """,
                        talk: """
                            A001: 5 files, 5 bytes, as A001
                              A (FREE): copy all
                            A001: sealing.
                            \(names.map { "Warning: A/A001: \($0) \(Self.cut)\n" }.joined())\
                            Log: A/Logs/A001/A001_TIME_summary.txt
                            Clips: A/Logs/A001/A001.clips.csv
                            """))
            #expect(try stage.differences("A/A001") == [])
        }
    }

    /// What is to be done about names on a card.
    private static let sealed = "Nothing on a card is renamed: leave it, and tell who recorded it."

    /// What is said of a movie of one byte.
    private static let cut =
        "ends too early: it ends after 1 bytes, in its head. It is the same on the card: tell the camera crew before the "
        + "card is erased."

    @Test("a hard name in a sentence is escaped")
    func escapedOnScreen() throws {
        try Stage.with(["bell\u{7}\u{1B}[31m\u{202E}.mov": .random(10_000)]) { stage in
            _ = try stage.rushes("ingest", "A001", "--to", "A")
            try stage.flip("A/A001/bell\u{7}\u{1B}[31m\u{202E}.mov", at: 5_000)
            let screen = try stage.rushes("ingest", "A001", "--to", "A")
            #expect(screen.status == 11)
            #expect(screen.talk.contains("FAILED bell\\x07\\x1b[31m\\u{202e}.mov on A is not"))
            #expect(!screen.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
        }
    }

    @Test("a hard name of a list on the card is escaped where it is told")
    func hardListName() throws {
        var card = Stage.card
        card[try #require(RelativePath(Array("a\u{1B}[31mEVIL\nA001 COMPLETE.md5".utf8)))] =
            "00000000000000000000000000000000  INDEX.TXT\n"
        try Stage.with(card) { (stage) throws in
            let screen = try stage.rushes("ingest", "A001", "--to", "A")
            #expect(screen.status == 11)
            #expect(screen.talk.contains("manifest a\\x1b[31mEVIL\\nA001 COMPLETE.md5: expected "))
            #expect(!(screen.talk + screen.output).unicodeScalars.contains("\u{1B}"))
            #expect(!(screen.talk + screen.output).contains("\nA001 COMPLETE"))
        }
    }

    @Test("links and special files are counted, never followed; what systems leave is counted and left out")
    func linksAndSystemFiles() throws {
        var card = Stage.card
        card[".DS_Store"] = "finder"
        card["CLIP/._A001C001.mov"] = "twin"
        card["CLIP/._alone.mov"] = "kept"
        card[".Trashes/501/old.mov"] = .random(1000)
        try Stage.with(card) { stage in
            let folder = stage.path + "/A001"
            for (target, name) in [("/etc", "etc"), ("INDEX.TXT", "index"), ("nowhere", "broken")] {
                #expect(symlink(target, folder + "/" + name) == 0)
            }
            #expect(mkfifo(folder + "/fifo", 0o644) == 0)
            let screen = try stage.rushes("ingest", "A001", "--to", "A")
            #expect(
                screen.output == """
                    destination  files  bytes  proved  failed  evidence  time
                    A  5  500.0 kB  5  0  proved  0.0 s
                    4 links or special files not copied.
                    3 files left out (1.0 kB): see the record in Logs.
                    A001 COMPLETE: 5 files, 500.0 kB, proved on 1 of 1 destinations (1 device), source read once, \
                    4 links or special files not copied, 3 files left out. It may be unplugged.
                    """)
            #expect(screen.status == 0)
            #expect(
                try stage.tree("A/A001").filter { !$0.hasPrefix("ascmhl/") } == [
                    "CLIP/._alone.mov", "CLIP/A001C001.mov", "CLIP/A001C001.xml", "CLIP/A001C002.mov", "EMPTY/",
                    "INDEX.TXT",
                ])
            let record = try stage.record(of: "A001", in: "A/Logs")
            let leftOut = try #require(record["left_out"] as? [[String: Any]])
            let reasons = leftOut.map { entry in "\(entry["path"] ?? ""): \(entry["reason"] ?? "")" }
            #expect(
                reasons.sorted() == [
                    ".DS_Store: system file (.DS_Store)", ".Trashes: system file (.Trashes)",
                    "CLIP/._A001C001.mov: AppleDouble twin", "broken: symbolic link", "etc: symbolic link",
                    "fifo: FIFO",
                    "index: symbolic link",
                ])
        }
    }

    @Test("a link planted on the destination is never followed")
    func plantedLink() throws {
        try Stage.with { stage in
            try stage.add("outside", ["A001C001.mov": "mine"])
            try stage.add("A/A001", [:])
            #expect(symlink(stage.path + "/outside", stage.path + "/A/A001/CLIP") == 0)
            #expect(try stage.rushes("ingest", "A001", "--to", "A").status == 60)
            #expect(try stage.tree("outside") == ["A001C001.mov"])
            #expect(try stage.text("outside/A001C001.mov") == "mine")
        }
    }
}
