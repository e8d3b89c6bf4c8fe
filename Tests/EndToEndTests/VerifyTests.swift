import FileTree
import Foundation
import Glibc
import RushesFixtures
import Testing

@Suite("A backup is compared with its manifests")
struct VerifyTests {
    private static let history = "A001: ASC MHL, 1 generation by rushes, TIME"

    @Test("what ingest wrote is whole: the roll, the drive, a folder, a file, a list, a generation")
    func whatIngestWrote() throws {
        try Stage.sealed("--mhl1", hasLogs: true) { (stage) throws in
            let list = try stage.only(".mhl", in: "A")
            let generation = try stage.only(".mhl", in: "A/A001/ascmhl")
            let all = "4 files, 500.0 kB, all equal to their manifests"
            let cases = [
                ("A/A001", 1, all, "\(Self.history): 4 files equal\n"),
                (
                    "A", 2, all,
                    """
                    \(Self.history): 4 files equal
                    A001_TIME.mhl: MHL v1, rushes 0.1.0, TIME: 4 files equal
                    Not in a manifest, and not expected there: 7 logs of Rushes.

                    """
                ),
                (
                    "A/A001/CLIP", 1, "3 files, 500.0 kB, all equal to their manifests",
                    "\(Self.history): 3 files equal\n"
                ),
                (
                    "A/A001/INDEX.TXT", 1, "1 file, 7 bytes, equal to what its manifest says",
                    "\(Self.history): 1 file equal\n"
                ),
                (list, 1, all, "A001_TIME.mhl: MHL v1, rushes 0.1.0, TIME: 4 files equal\n"),
                (generation, 1, all, "\(Self.history): 4 files equal\n"),
            ]
            for (path, manifests, files, lines) in cases {
                let name = Screen.steady(path, in: stage.path)
                let amount = files.split(separator: ",").prefix(2).joined(separator: " to compare,")
                #expect(
                    try stage.rushes("verify", path)
                        == Screen(
                            0, output: "\(lines)\(name) VERIFIED: \(files), read from the device.",
                            talk: "\(name): \(manifests) manifest\(manifests == 1 ? "" : "s"), \(amount) to read."))
            }
        }
    }

    @Test("a file that differs, one cut short, one gone, one that nobody lists, and a link: each is told")
    func damaged() throws {
        try Stage.sealed { (stage) throws in
            try stage.flip("A/A001/CLIP/A001C001.mov", at: 1000)
            #expect(truncate(stage.path + "/A/A001/INDEX.TXT", 3) == 0)
            try stage.remove("A/A001/CLIP/A001C002.mov")
            try stage.remove("A/A001/EMPTY")
            try stage.add("A/A001", ["NEW.mov": "new"])
            #expect(symlink("/etc", stage.path + "/A/A001/etc") == 0)
            let screen = try stage.rushes("verify", "A")
            #expect(screen.status == 11)
            #expect(
                screen.output == """
                    \(Self.history): 1 file equal, 2 differ, 2 missing
                    DIFFERS A001/CLIP/A001C001.mov: xxh64 HASH expected, HASH found, twice the same: the medium holds \
                    it so. Restore it from another copy.
                    DIFFERS A001/INDEX.TXT: 7 bytes expected, 3 bytes found; xxh64 HASH expected, HASH found, twice \
                    the same: the medium holds it so. Restore it from another copy.
                    MISSING A001/CLIP/A001C002.mov: listed in A001/ascmhl.
                    MISSING FOLDER A001/EMPTY: listed in A001/ascmhl.
                    NOT LISTED A001/NEW.mov
                    NOT A FILE A001/etc: symbolic link, neither followed nor read.
                    A NOT WHOLE: 2 differ, 1 missing, 1 folder missing, 1 file in no manifest. 1 file equal, read from \
                    the device.
                    """)
            // Several files are read at a time: which is done first is not said.
            #expect(
                screen.talk.split(separator: "\n").sorted() == [
                    "A001/CLIP/A001C001.mov differs; it is read once more.",
                    "A001/INDEX.TXT differs; it is read once more.",
                    "A: 1 manifest, 3 files to compare, 300.0 kB to read.",
                ])
        }
    }

    @Test("files that nobody lists are no damage; systems' files and what the history leaves out are none at all")
    func notListed() throws {
        try Stage.sealed { (stage) throws in
            try stage.add("A/A001", [".DS_Store": "finder", "CLIP/._A001C001.mov": "twin"])
            #expect(
                try stage.rushes("verify", "A/A001").output == """
                    \(Self.history): 4 files equal
                    Not in a manifest, and not expected there: 2 files that systems leave.
                    A/A001 VERIFIED: 4 files, 500.0 kB, all equal to their manifests, read from the device.
                    """)
            let new = try (10...40).map { number in
                (try #require(RelativePath(Array("\(number).mov".utf8))), CardBuilder.Content.bytes([1]))
            }
            try stage.add("A/A001/NEW", CardBuilder(Dictionary(uniqueKeysWithValues: new)))
            let screen = try stage.rushes("verify", "A/A001")
            #expect(screen.status == 21)
            #expect(
                screen.output.split(separator: "\n").map(String.init)
                    == ["\(Self.history): 4 files equal"] + (10...29).map { "NOT LISTED NEW/\($0).mov" } + [
                        "… and 11 more; --json lists all.",
                        "Not in a manifest, and not expected there: 2 files that systems leave.",
                        "A/A001 NOT ALL LISTED: 4 files, 500.0 kB, all equal to their manifests, read from the device; "
                            + "but 31 files in no manifest.",
                    ])
        }
    }

    @Test("sizes alone verify nothing, and say so; a wrong one is still content that differs")
    func sizesOnly() throws {
        try Stage.sealed { (stage) throws in
            try stage.flip("A/A001/CLIP/A001C001.mov", at: 1000)
            #expect(
                try stage.rushes("verify", "A/A001", "--sizes-only")
                    == Screen(
                        20,
                        output: """
                            \(Self.history): 4 files of equal size
                            A/A001 NOT VERIFIED: sizes only: no content was verified. 4 files of the size that is listed.
                            """,
                        talk: "A/A001: 1 manifest, 4 files to compare by size."))
            #expect(truncate(stage.path + "/A/A001/INDEX.TXT", 3) == 0)
            let cut = try stage.rushes("verify", "A/A001", "--sizes-only")
            #expect(cut.status == 11)
            #expect(
                cut.output == """
                    \(Self.history): 3 files of equal size, 1 differs
                    DIFFERS INDEX.TXT: 7 bytes expected, 3 bytes found. Restore it from another copy.
                    A/A001 NOT WHOLE: 1 differs. Sizes only: no content was verified. 3 files of the size that is listed.
                    """)
        }
    }

    @Test("a restored folder is judged by a roll elsewhere; with --only the rest need not be here")
    func against() throws {
        try Stage.sealed { (stage) throws in
            try stage.add("back", [:])
            try FileManager.default.copyItem(
                atPath: stage.path + "/A/A001/INDEX.TXT", toPath: stage.path + "/back/INDEX.TXT")
            let witness = "A/A001: ASC MHL, 1 generation by rushes, TIME"
            #expect(
                try stage.rushes("verify", "back", "--against", "A/A001").output == """
                    \(witness): 1 file equal, 5 missing
                    MISSING CLIP/A001C001.mov: listed in A/A001.
                    MISSING CLIP/A001C001.xml: listed in A/A001.
                    MISSING CLIP/A001C002.mov: listed in A/A001.
                    MISSING FOLDER CLIP: listed in A/A001.
                    MISSING FOLDER EMPTY: listed in A/A001.
                    back NOT WHOLE: 3 missing, 2 folders missing. 1 file equal, read from the device.
                    """)
            #expect(
                try stage.rushes("verify", "back", "--against", "A/A001", "--only", "*.TXT")
                    == Screen(
                        0,
                        output: """
                            \(witness): 1 file equal
                            Listed, not here and not asked for (--only): 3 files.
                            back VERIFIED: 1 file, 7 bytes, equal to what its manifest says, read from the device.
                            """,
                        talk: "back: 1 manifest, 1 file to compare, 7 bytes to read."))
            #expect(
                try stage.rushes("verify", "back/INDEX.TXT", "--against", "A/A001")
                    == Screen(64, talk: "back/INDEX.TXT: This is not a folder."))
        }
    }

    @Test("folder hashes tell what moved from what changed")
    func folderHashes() throws {
        try Stage.sealed { (stage) throws in
            let whole = try stage.rushes("verify", "A/A001", "--dirs")
            #expect(whole.status == 0)
            #expect(whole.output.contains("\nFolder hashes: 3 of 3 equal.\n"))
            try FileManager.default.moveItem(
                atPath: stage.path + "/A/A001/CLIP/A001C002.mov", toPath: stage.path + "/A/A001/CLIP/B.mov")
            let moved = try stage.rushes("verify", "A/A001", "--dirs")
            #expect(moved.status == 10)
            #expect(
                moved.output == """
                    \(Self.history): 3 files equal, 1 missing
                    MISSING CLIP/A001C002.mov: listed in ascmhl.
                    FOLDER DIFFERS .: its files hold what was sealed under other names or elsewhere.
                    FOLDER DIFFERS CLIP: its files hold what was sealed under other names or elsewhere.
                    NOT LISTED CLIP/B.mov
                    Folder hashes: 1 of 3 equal, 2 differ.
                    A/A001 NOT WHOLE: 1 missing, 2 folders differ, 1 file in no manifest. 3 files equal, read from the \
                    device.
                    """)
            try stage.flip("A/A001/INDEX.TXT", at: 0)
            #expect(
                try stage.rushes("verify", "A/A001", "--dirs").output.contains(
                    "\nFOLDER DIFFERS .: what its files hold is not what was sealed.\n"))
        }
    }

    @Test("--record appends what was found to the roll's own history, and other tools take it")
    func recorded() throws {
        try Stage.sealed { (stage) throws in
            let screen = try stage.rushes("verify", "A", "--record")
            #expect(screen.status == 0)
            #expect(
                screen.output == """
                    \(Self.history): 4 files equal
                    RECORDED A001/ascmhl/0002_A001_TIME.mhl: generation 2.
                    A VERIFIED: 4 files, 500.0 kB, all equal to their manifests, read from the device.
                    """)
            try stage.flip("A/A001/INDEX.TXT", at: 0)
            #expect(try stage.rushes("verify", "A/A001", "--record").status == 11)
            #expect(
                try stage.rushes("verify", "A/A001").output.hasPrefix(
                    "A001: ASC MHL, 3 generations, the last by rushes, TIME: 3 files equal, 1 differs\n"))
        }
    }

    @Test("what cannot be recorded is said, and what was found is said all the same")
    func notRecorded() throws {
        try Stage.sealed("--mhl1") { (stage) throws in
            let list = try stage.only(".mhl", in: "A")
            let screen = try stage.rushes("verify", list, "--record")
            #expect(screen.status == 0)
            #expect(
                screen.output.contains(
                    "\nNothing was recorded: no ASC MHL history lies here; rushes seal begins one.\n"))
            #expect(
                try stage.rushes("verify", "A/A001/CLIP", "--record")
                    == Screen(
                        64,
                        talk: """
                            A/A001/CLIP: A generation is about a whole roll, and this is a part of one. Verify the roll \
                            with --record, or record the part with rushes seal --only.
                            """))
            try stage.add("A/A001/ascmhl", ["0002_A001_2026-01-01_000000Z.mhl": "stray"])
            let stray = try stage.rushes("verify", "A/A001", "--record")
            #expect(stray.status == 41)
            #expect(stray.output.contains("\nNOT RECORDED A/A001: "))
            #expect(stray.output.hasSuffix("read from the device. What was found is not recorded."))
        }
    }

    @Test("several paths are told one after another, and what is not there stops none of the others")
    func severalPaths() throws {
        try Stage.sealed { (stage) throws in
            #expect(
                try stage.rushes("verify", "none", "A/A001", "A001/EMPTY")
                    == Screen(
                        64,
                        output: """
                            A/A001:
                            \(Self.history): 4 files equal
                            A/A001 VERIFIED: 4 files, 500.0 kB, all equal to their manifests, read from the device.
                            A001/EMPTY:
                            A001/EMPTY NOT VERIFIED: no manifest here, or in the folders around, speaks of it (0 files).
                            """,
                        talk: """
                            none: There is nothing there. Check the path.
                            A/A001: 1 manifest, 4 files to compare, 500.0 kB to read.
                            A001/EMPTY: 0 manifests, 0 files to compare, 0 bytes to read.
                            """))
        }
    }

    @Test(
        "a history that was altered, or lost its chain or a manifest, is not believed, and its files are not called new"
    )
    func damagedHistory() throws {
        let cases: [(Int32, String, (Stage, String) throws -> Void)] = [
            (
                31,
                "ascmhl/0001_A001_TIME.mhl: the manifest is not the one its chain names: it was altered. It is not what "
                    + "was sealed, so nothing is believed of it: get it from another copy.",
                { try $0.replace("size=\"7\"", by: "size=\"8\"", in: $1) }
            ),
            (
                32,
                "ascmhl/ascmhl_chain.xml: the history has no chain. Without its chain a history proves nothing: get the "
                    + "folder ascmhl from another copy.",
                { stage, _ in try stage.remove("A/A001/ascmhl/ascmhl_chain.xml") }
            ),
            (
                33,
                "ascmhl/0001_A001_TIME.mhl: the chain names 0001_A001_TIME.mhl, which is not there. The history has a gap, "
                    + "so nothing is believed of it: get the manifest from another copy.",
                { try $0.remove($1) }
            ),
        ]
        for (status, sentence, damage) in cases {
            try Stage.sealed { (stage) throws in
                try damage(stage, try stage.only(".mhl", in: "A/A001/ascmhl"))
                #expect(
                    try stage.rushes("verify", "A/A001")
                        == Screen(
                            status,
                            output: """
                                A001: ASC MHL: it cannot be used
                                MANIFEST \(sentence)
                                A/A001 NOT VERIFIED: 1 manifest cannot be used, 4 files not compared therefore. Nothing \
                                was found equal.
                                """,
                            talk: "A/A001: 1 manifest, 0 files to compare, 0 bytes to read."))
            }
        }
    }

    @Test("an xxhash written in the other byte order is accepted, and the file is named")
    func otherByteOrder() throws {
        try Stage.with(["a.mov": "abc"]) { (stage) throws in
            try stage.add(
                "A001",
                [
                    "list.mhl": """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <hashlist version="1.1"><creatorinfo><tool>Other 1.0</tool></creatorinfo><hash><file>a.mov</file>\
                    <size>3</size><xxhash64be>990977adf52cbc44</xxhash64be></hash></hashlist>
                    """
                ])
            let screen = try stage.rushes("verify", "A001")
            #expect(screen.status == 0)
            #expect(
                screen.output == """
                    list.mhl: MHL v1, Other 1.0: 1 file equal
                    NOTE a.mov: the manifest has its xxh64 in the other byte order than its format says; the content is \
                    equal.
                    A001 VERIFIED: 1 file, 3 bytes, equal to what its manifest says, read from the device.
                    """)
        }
    }

    @Test("a file that the offload could not copy is missing, with the reason it wrote down")
    func missingWithReason() throws {
        var card = Stage.card
        card["INDEX.md5"] = "00000000000000000000000000000000  INDEX.TXT\n"
        try Stage.with(card) { (stage) throws in
            #expect(try stage.rushes("ingest", "A001", "--to", "A", "--no-logs").status == 11)
            let screen = try stage.rushes("verify", "A/A001.partial")
            #expect(screen.status == 10)
            #expect(
                screen.output.split(separator: "\n").contains {
                    $0.hasPrefix("MISSING INDEX.TXT: the offload could not copy it: ")
                })
        }
    }

    @Test("names rule no terminal")
    func hardNames() throws {
        try Stage.sealed { (stage) throws in
            try stage.add("A/A001", ["bell\u{7}\u{1B}[31m\nA VERIFIED": "x"])
            let screen = try stage.rushes("verify", "A/A001")
            #expect(screen.output.contains("NOT LISTED bell\\x07\\x1b[31m\\nA VERIFIED\n"))
            #expect(!screen.output.unicodeScalars.contains("\u{1B}"))
        }
    }

    @Test(
        "a signal in mid-run ends with 130, and says how far it came",
        arguments: [SIGINT, SIGTERM, SIGHUP])
    func interrupted(_ signal: Int32) throws {
        try Stage.with { (stage) throws in
            try stage.addHoles(to: "A001")
            let lines = (10..<70).map { "00000000000000000000000000000000  \($0).mov\n" }
            try stage.add("A001", ["list.md5": .bytes(Array(lines.joined().utf8))])
            try stage.add("B002", ["a.mov": "never read"])
            let run = try stage.command(["verify", "A001", "B002", "--json"])
            #expect(run.line(with: "\"began\"") != nil)
            run.send(signal)
            let screen = try run.finished()
            #expect(screen.status == 130)
            #expect(screen.output.contains("\"interrupted\":true"))
            #expect(screen.output.contains("\"code\":\"stopped\",\"message\":\"It was not looked at"))
            #expect(screen.output.hasSuffix("{\"status\":130,\"type\":\"finished\"}\n"))
        }
    }

    @Test(
        "what cannot be understood ends with 64 before anything is looked at",
        arguments: [
            (["verify"], "Missing expected argument '<path> ...'"),
            (["verify", "A001", "--only", "x"], "--only goes with --against."),
            (["verify", "A001", "A", "--against", "A"], "--against judges one path: name only one."),
            (["verify", "A001", "--against", "A", "--only", ""], "--only : this pattern is empty"),
            (["verify", "A001", "--sizes-only", "--record"], "--record writes down what content was found"),
            (["verify", "A001", "--sizes-only", "--dirs"], "--dirs needs content"),
            (["verify", "A001", "--against", "A", "--record"], "--record goes into a roll's own history"),
            (["verify", "A001", "--frobnicate"], "Unknown option '--frobnicate'"),
            (["verify", "none"], "none: There is nothing there. Check the path."),
            (["verify", "/dev/null"], "/dev/null: This is neither a folder nor a file."),
            (["verify", "A001", "--against", "none"], "none: There is nothing there."),
        ] as [([String], String)])
    func usage(_ arguments: [String], _ sentence: String) throws {
        try Stage.with { (stage) throws in
            let screen = try stage.command(arguments).finished()
            #expect(screen.status == 64)
            #expect(screen.output == "")
            #expect(screen.talk.contains(sentence), "\(screen.talk)")
        }
    }
}
