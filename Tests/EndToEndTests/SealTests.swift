import FileTree
import Foundation
import Glibc
import RushesFixtures
import Testing

@Suite("A folder is sealed where it lies")
struct SealTests {
    @Test("a first generation lists every file, and verify believes it")
    func first() throws {
        try Stage.with { (stage) throws in
            #expect(
                try stage.rushes("seal", "A001")
                    == Screen(
                        0,
                        output: """
                            RECORDED ascmhl/0001_A001_TIME.mhl: generation 1.
                            A001 SEALED: 4 files, 500.0 kB: 4 new, 0 as before.
                            """,
                        talk: "A001: 4 files, 500.0 kB to read."))
            #expect(
                try stage.tree("A001").filter { $0.hasPrefix("ascmhl") } == [
                    "ascmhl/0001_A001_TIME.mhl", "ascmhl/ascmhl_chain.xml",
                ])
            #expect(try stage.rushes("verify", "A001").status == 0)
        }
    }

    @Test("a next generation says what is new, as before, different, missing, and what is no file")
    func next() throws {
        try Stage.sealed { (stage) throws in
            try stage.flip("A/A001/CLIP/A001C001.mov", at: 1000)
            try stage.remove("A/A001/CLIP/A001C002.mov")
            try stage.remove("A/A001/EMPTY")
            try stage.add("A/A001", ["NEW.mov": "new", ".DS_Store": "finder"])
            #expect(symlink("/etc", stage.path + "/A/A001/etc") == 0)
            #expect(
                try stage.rushes("seal", "A/A001")
                    == Screen(
                        11,
                        output: """
                            DIFFERS CLIP/A001C001.mov: not what its history says; recorded as failed. Restore it from \
                            another copy.
                            MISSING CLIP/A001C002.mov: listed in ascmhl.
                            MISSING FOLDER EMPTY
                            NOT A FILE etc: neither followed nor listed.
                            RECORDED ascmhl/0002_A001_TIME.mhl: generation 2.
                            Left out, as systems leave them in any folder: .DS_Store.
                            A/A001 SEALED, NOT WHOLE: 4 files, 300.0 kB: 1 new, 2 as before; 1 differs, 1 missing, \
                            1 folder missing.
                            """,
                        talk: "A/A001: 4 files, 300.0 kB to read."))
            #expect(try stage.rushes("verify", "A/A001").status == 11)
        }
    }

    @Test("a renamed file is the same file, if that is asked")
    func renamed() throws {
        try Stage.sealed { (stage) throws in
            let clips = stage.path + "/A/A001/CLIP/"
            try FileManager.default.moveItem(atPath: clips + "A001C002.mov", toPath: clips + "B.mov")
            let screen = try stage.rushes("seal", "A/A001", "--detect-renames")
            #expect(screen.status == 0)
            #expect(
                screen.output == """
                    RENAMED CLIP/B.mov: listed under this name from now on.
                    RECORDED ascmhl/0002_A001_TIME.mhl: generation 2.
                    A/A001 SEALED: 4 files, 500.0 kB: 0 new, 4 as before.
                    """)
            #expect(try stage.rushes("verify", "A/A001").status == 0)
        }
    }

    @Test(
        "--only records a part, --ignore leaves out, --hash takes more checksums, --author and --note are written down")
    func options() throws {
        try Stage.with { (stage) throws in
            let part = try stage.rushes("seal", "A001", "--only", "A001/INDEX.TXT")
            #expect(part.status == 0)
            #expect(part.output.hasSuffix("A001 SEALED: 1 file, 7 bytes: 1 new, 0 as before."))
            let whole = try stage.rushes(
                "seal", "A001", "--ignore", "*.xml", "--hash", "xxh64,md5", "--author", "Ana", "--note", "unit B")
            #expect(whole.status == 0)
            #expect(whole.output.hasSuffix("A001 SEALED: 3 files, 500.0 kB: 2 new, 1 as before."))
            let generation = try stage.text(try stage.last("Z.mhl", in: "A001/ascmhl"))
            for text in ["<md5 ", "<xxh64 ", ">Ana<", "unit B", "<pattern>*.xml</pattern>"] {
                #expect(generation.contains(text), "\(text)")
            }
            #expect(!generation.contains("A001C001.xml"))
        }
    }

    @Test("each line of --json is documented, and says what people are told")
    func json() throws {
        try Stage.sealed { (stage) throws in
            try stage.flip("A/A001/CLIP/A001C001.mov", at: 1000)
            try stage.remove("A/A001/CLIP/A001C002.mov")
            try stage.add("A/A001", [".DS_Store": "finder"])
            #expect(symlink("/etc", stage.path + "/A/A001/etc") == 0)
            let (status, lines) = try stage.lines(of: "seal", "A/A001")
            #expect(status == 11)
            #expect(
                lines.compactMap { $0["type"] as? String }.filter { $0 != "progress" }
                    == ["began", "file", "file", "file", "recorded", "sealed", "finished"])
            #expect(
                lines.filter { $0["type"] as? String == "file" }.map { "\($0["path"] ?? "") \($0["verdict"] ?? "")" }
                    == ["CLIP/A001C001.mov differs", "CLIP/A001C002.mov missing", "etc not_a_file"])
            let refused = try stage.lines(of: "seal", "none")
            #expect(refused.lines.compactMap { $0["type"] as? String } == ["refused", "finished"])
        }
    }

    @Test("a stop records nothing", arguments: [SIGINT, SIGTERM, SIGHUP])
    func interrupted(_ signal: Int32) throws {
        try Stage.with { (stage) throws in
            try stage.addHoles(to: "A001")
            let run = try stage.command(["seal", "A001", "--hash", "md5", "--json"])
            #expect(run.line(with: "\"began\"") != nil)
            run.send(signal)
            let screen = try run.finished()
            #expect(screen.status == 130)
            #expect(screen.output.contains("\"interrupted\":true"))
            #expect(try stage.tree("A001").allSatisfy { !$0.hasPrefix("ascmhl") })
        }
    }

    @Test("a damaged history is not continued")
    func damaged() throws {
        try Stage.sealed { (stage) throws in
            try stage.replace("size=\"7\"", by: "size=\"8\"", in: try stage.only(".mhl", in: "A/A001/ascmhl"))
            let before = try TreeContents(ofFolder: stage.path)
            #expect(
                try stage.rushes("seal", "A/A001")
                    == Screen(
                        31,
                        talk: """
                            A/A001: ascmhl/0001_A001_TIME.mhl: the manifest is not the one its chain names: it was \
                            altered. Get the history from another copy.
                            """))
            #expect(try TreeContents(ofFolder: stage.path).differences(from: before) == [])
        }
    }

    @Test("flatten writes one list of all generations elsewhere, and reads no file")
    func flatten() throws {
        try Stage.sealed { (stage) throws in
            try stage.add("A/A001", ["NEW.mov": "new"])
            #expect(try stage.rushes("seal", "A/A001").status == 0)
            try stage.remove("A/A001/NEW.mov")
            try stage.add("lists", ["EMPTY": .folder])
            #expect(
                try stage.rushes("flatten", "A/A001", "--output", "lists")
                    == Screen(0, output: "lists/packinglist_A001_TIME.mhl: 5 files listed."))
            #expect(try stage.tree("lists") == ["EMPTY/", "packinglist_A001_TIME.mhl"])
            #expect(try stage.rushes("verify", "A001", "--against", try stage.only(".mhl", in: "lists")).status == 10)
            try stage.add("more", ["EMPTY": .folder])
            #expect(
                try stage.rushes("flatten", "A/A001", "--output", "more", "--json").output
                    == #"{"files":5,"not_listed":0,"path":"more/packinglist_A001_TIME.mhl","type":"flattened"}"#)
        }
    }

    @Test(
        "what cannot be done is said, and changes nothing",
        arguments: [
            (["seal"], 64, "Missing expected argument '<folder>'"),
            (["seal", "none"], 64, "none: There is nothing there. Check the path."),
            (["seal", "A001/INDEX.TXT"], 64, "A001/INDEX.TXT: This is not a folder."),
            (["seal", "A001", "--hash", "crc32"], 64, "--hash: there is no \"crc32\""),
            (["seal", "A001", "--ignore", ""], 64, "--ignore : this pattern is empty"),
            (["seal", "A001", "--only", "/etc"], 64, "/etc: This does not lie in A001."),
            (["seal", "A001", "--only", "../A001"], 64, "../A001: This does not lie in A001."),
            (["flatten", "A001"], 64, "Missing expected argument '--output <dir>'"),
            (["flatten", "A001", "--output", "none"], 64, "none: This is not a folder. Make it first."),
            (["flatten", "A001", "--output", "A001"], 30, "A001: There is no history to flatten."),
        ] as [([String], Int32, String)])
    func refused(_ arguments: [String], _ status: Int32, _ sentence: String) throws {
        try Stage.with { (stage) throws in
            let before = try TreeContents(ofFolder: stage.path)
            let screen = try stage.command(arguments).finished()
            #expect(screen.status == status)
            #expect(screen.output == "")
            #expect(screen.talk.contains(sentence), "\(screen.talk)")
            #expect(try TreeContents(ofFolder: stage.path).differences(from: before) == [])
        }
    }
}
