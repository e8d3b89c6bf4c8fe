import FileTree
import Foundation
import Glibc
import RushesFixtures
import Testing

/// A reason not to start, made for real.
struct Refusal: Sendable, CustomTestStringConvertible {
    let code: String
    let why: String
    /// Prepares the stage, and answers the command's arguments.
    let prepare: @Sendable (Stage) throws -> [String]

    var testDescription: String { "\(code): \(why)" }

    static let all: [Refusal] = [
        Refusal(code: "card-missing", why: "no such folder") { _ in ["none", "--to", "A"] },
        Refusal(code: "card-missing", why: "the card is a file") { _ in ["A001/INDEX.TXT", "--to", "A"] },
        Refusal(code: "card-empty", why: "no file on it") { stage in
            try stage.add("B002", ["EMPTY": .folder])
            return ["B002", "--to", "A"]
        },
        Refusal(code: "card-twice", why: "by two paths") { _ in ["A001", "./A001", "--to", "A", "--as", "{n}"] },
        Refusal(code: "generic-name", why: "any card's name") { stage in
            try stage.add("NO NAME", ["x": "x"])
            return ["NO NAME", "--to", "A"]
        },
        Refusal(code: "same-path", why: "two cards of one name") { stage in
            try stage.add("other/A001", ["x": "x"])
            return ["A001", "other/A001", "--to", "A"]
        },
        Refusal(code: "destination-missing", why: "nor the folder around it") { _ in ["A001", "--to", "no/such"] },
        Refusal(code: "destination-unusable", why: "a file") { stage in
            try stage.add(".", ["file": "x"])
            return ["A001", "--to", "file"]
        },
        Refusal(code: "destination-inside-card", why: "a folder of the card") { _ in ["A001", "--to", "A001/CLIP"] },
        Refusal(code: "destination-inside-card", why: "the card itself") { _ in ["A001", "--to", "A001"] },
        Refusal(code: "card-inside-destination", why: "its own roll") { _ in ["A001", "--to", "."] },
        Refusal(code: "card-inside-destination", why: "its roll would lie in the card") { _ in
            ["A001", "--to", ".", "--as", "A001/copy"]
        },
        Refusal(code: "destination-inside-card", why: "the logs") { _ in
            ["A001", "--to", "A", "--logs", "A001/logs"]
        },
        Refusal(code: "bad-roll-name", why: "a roll inside a sealed roll") { stage in
            _ = try stage.rushes("ingest", "A001", "--to", "A")
            return ["A001", "--to", "A", "--as", "A001/copy"]
        },
        Refusal(code: "other-content", why: "an unfinished roll of another card, its journal gone") { stage in
            _ = try stage.rushes("ingest", "A001", "--to", "A")
            let (roll, partial) = (stage.path + "/A/A001", stage.path + "/A/B001.partial")
            try FileManager.default.moveItem(atPath: roll, toPath: partial)
            try stage.add("B001", ["INDEX.TXT": "another card"])
            return ["B001", "--to", "A"]
        },
        Refusal(code: "same-destination", why: "by two paths") { _ in ["A001", "--to", "A001/../A", "--to", "A"] },
        Refusal(code: "other-content", why: "an unsealed folder of that name") { stage in
            try stage.add("A/A001", ["x": "x"])
            return ["A001", "--to", "A"]
        },
        Refusal(code: "damaged-journal", why: "an unfinished roll without a journal") { stage in
            try stage.add("A/A001.partial", ["INDEX.TXT": "2 clips"])
            return ["A001", "--to", "A"]
        },
        Refusal(code: "damaged-history", why: "a manifest changed after it was sealed") { stage in
            _ = try stage.rushes("ingest", "A001", "--to", "A")
            let history = stage.path + "/A/A001/ascmhl"
            let name = try #require(
                try FileManager.default.contentsOfDirectory(atPath: history).first { $0.hasSuffix(".mhl") })
            try stage.flip("A/A001/ascmhl/" + name, at: 500)
            return ["A001", "--to", "A"]
        },
        Refusal(code: "nothing-mounted", why: "a folder under /mnt on the system's disk") { _ in
            ["A001", "--to", "/mnt"]
        },
    ]
}

@Suite("Obstacles are all told before the first byte")
struct RefusalTests {
    @Test("each ends with 60, says what and what next, and changes nothing", arguments: Refusal.all)
    func obstacle(_ refusal: Refusal) throws {
        try Stage.with { stage in
            let arguments = try refusal.prepare(stage)
            let before = try TreeContents(ofFolder: stage.path)
            let screen = try stage.command(["ingest"] + arguments + ["--json"]).finished()
            let codes = screen.output.matches(of: /"code":"([a-z-]+)"/).map { String($0.1) }
            #expect(codes.contains(refusal.code), "\(screen.output)")
            #expect(screen.status == 60)
            #expect(try TreeContents(ofFolder: stage.path).differences(from: before) == [])
        }
    }

    @Test("all at once, on one screen")
    func allAtOnce() throws {
        try Stage.with { stage in
            try stage.add("UNTITLED", ["x": "x"])
            try stage.add("B002", ["EMPTY": .folder])
            try stage.add("A/A001", ["x": "x"])
            let screen = try stage.rushes(
                "ingest", "A001", "none", "UNTITLED", "B002", "--to", "A", "--to", "./A", "--to", "no/such", "--to",
                "A001/CLIP")
            #expect(
                screen
                    == Screen(
                        60,
                        talk: """
                            Not started, 8 obstacles:
                              none: There is no such card.
                                  Check the path and that it is mounted.
                              B002: There is no file to copy on this card.
                                  Check that it is the right card and that it is mounted.
                              no/such: There is no such folder, nor the folder around it.
                                  Check the path and that the drive is mounted.
                              A: A folder of that name is there and was not sealed.
                                  Use --as A001_2.
                              ./A: A folder of that name is there and was not sealed.
                                  Use --as A001_2.
                              UNTITLED: UNTITLED could be any card's name.
                                  Say which roll this is, e.g. --as A001.
                              A001/CLIP: This destination lies on the card A001.
                                  Choose another destination.
                              ./A: This destination is named twice.
                                  Two copies in one folder are one copy: name two drives.
                            """))
        }
    }

    @Test("a run under way is named to the next one")
    func locked() throws {
        try Stage.with { stage in
            try stage.add("A/.rushes/A001", ["lock": ""])
            let lock = open(stage.path + "/A/.rushes/A001/lock", O_RDWR)
            defer { close(lock) }
            #expect(flock(lock, LOCK_EX) == 0)
            let screen = try stage.rushes("ingest", "A001", "--to", "A")
            #expect(
                screen
                    == Screen(
                        60,
                        talk: """
                            A001: 4 files, 500.0 kB, as A001
                              A (FREE): copy all
                            Not started, 1 obstacle:
                              A: A001 is being written by another run.
                                  Wait until that run has ended, then run the same command again.
                            """))
        }
    }

    @Test(
        "what cannot be understood ends with 64 before anything is looked at",
        arguments: [
            (["ingest", "A001"], "Missing expected argument '--to <dest>"),
            (["ingest", "--to", "A"], "Missing expected argument '<card> ...'"),
            (["ingest", "A001", "--to", "A", "--hash", "crc32"], "--hash: there is no \"crc32\""),
            (["ingest", "A001", "--to", "A", "--day", "tomorrow"], "--day tomorrow: write it as YYYYMMDD"),
            (["ingest", "A001", "--to", "A", "--as", "{nonsense}"], "{nonsense}"),
            (["ingest", "A001", "--to", "A", "--as", "../up"], "--as"),
            (["ingest", "A001", "--to", "A", "--logs", "L", "--no-logs"], "--logs and --no-logs contradict"),
            (["ingest", "A001", "--to", "A", "--mhl1", "--hash", "xxh3"], "--mhl1 needs xxh64, md5 or sha1"),
            (["ingest", "A001", "--to", "A", "--ignore", ""], "--ignore"),
            (["ingest", "A001", "--to", "A", "--frobnicate"], "Unknown option '--frobnicate'"),
            (["frobnicate"], "frobnicate"),
        ] as [([String], String)])
    func usage(_ arguments: [String], _ sentence: String) throws {
        try Stage.with { stage in
            let screen = try stage.command(arguments).finished()
            #expect(screen.status == 64)
            #expect(screen.output == "")
            #expect(screen.talk.contains(sentence), "\(screen.talk)")
            #expect(try stage.tree(".").allSatisfy { $0.hasPrefix("A001/") })
        }
    }

    @Test("help needs no environment")
    func help() throws {
        try Stage.with { stage in
            let help = try stage.command(["--help"], environment: [:]).finished()
            #expect(help.status == 0)
            #expect(
                help.output.hasPrefix(
                    "OVERVIEW: Copy camera cards so that every copy is proved; verify, heal, and say\n"))
            #expect(help.talk == "")
            let ingest = try stage.command(["ingest", "--help"], environment: [:]).finished()
            #expect(ingest.status == 0)
            for token in ["{card}", "{volume}", "{reel}", "{camera}", "{make}", "{day}", "{n}"] {
                #expect(ingest.output.contains(token))
            }
        }
    }
}
