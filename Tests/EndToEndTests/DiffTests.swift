import FileTree
import Foundation
import Glibc
import RushesFixtures
import Testing

@Suite("Folders, manifests and generations are compared")
struct DiffTests {
    @Test("two equal folders, a roll and its card, a roll and its history: the same")
    func same() throws {
        try Stage.sealed { (stage) throws in
            #expect(
                try stage.rushes("diff", "A001", "A/A001")
                    == Screen(
                        0, output: "A001, A/A001 THE SAME: 4 files the same, 500.0 kB.",
                        talk: "A001, A/A001: 4 and 4 files, 1.0 MB to read."))
            let generation = Screen.steady(try stage.only(".mhl", in: "A/A001/ascmhl"), in: stage.path)
            for (first, second, talk) in [
                ("A/A001/ascmhl", "A/A001", "500.0 kB to read"), ("A/A001", "A/A001/ascmhl", "500.0 kB to read"),
                (try stage.only(".mhl", in: "A/A001/ascmhl"), "A/A001", "500.0 kB to read"),
                ("A/A001/ascmhl", "A/A001/ascmhl", "nothing to read"),
            ] {
                let name = "\(first), \(second)".replacing(
                    try stage.only(".mhl", in: "A/A001/ascmhl"), with: generation)
                #expect(
                    try stage.rushes("diff", first, second)
                        == Screen(
                            0, output: "\(name) THE SAME: 4 files the same, 500.0 kB.",
                            talk: "\(name): 4 and 4 files, \(talk)."))
            }
        }
    }

    @Test("a folder alone is compared with its own history")
    func alone() throws {
        try Stage.sealed { (stage) throws in
            for name in ["A/A001", "A/A001/"] {
                let history = name.hasSuffix("/") ? name + "ascmhl" : name + "/ascmhl"
                #expect(
                    try stage.rushes("diff", name).output
                        == "\(history), \(name) THE SAME: 4 files the same, 500.0 kB.")
            }
            let none = try stage.rushes("diff", "A001")
            #expect(none.status == 64)
            #expect(none.talk.contains("A001 has no history to be compared with: name two things to compare."))
        }
    }

    @Test("every kind of difference has its line, and the last sentence counts them")
    func everyKind() throws {
        try Stage.sealed { (stage) throws in
            try stage.flip("A/A001/CLIP/A001C001.mov", at: 1000)
            #expect(truncate(stage.path + "/A/A001/INDEX.TXT", 3) == 0)
            try stage.remove("A/A001/CLIP/A001C001.xml")
            try stage.remove("A/A001/EMPTY")
            #expect(
                rename(stage.path + "/A/A001/CLIP/A001C002.mov", stage.path + "/A/A001/CLIP/B.mov") == 0)
            try stage.add("A/A001", ["NEW.mov": "new", "LATER": .folder, ".DS_Store": "x"])
            #expect(symlink("/etc", stage.path + "/A/A001/etc") == 0)
            #expect(
                try stage.rushes("diff", "A001", "A/A001")
                    == Screen(
                        11,
                        output: """
                            CHANGED CLIP/A001C001.mov: first difference at byte 1,000, in 1 piece of 1 MiB.
                            CHANGED INDEX.TXT: 7 bytes, then 3 bytes; first difference at byte 3, in 1 piece of 1 MiB.
                            MISSING CLIP/A001C001.xml
                            MISSING FOLDER EMPTY
                            NEW NEW.mov
                            NEW FOLDER LATER
                            RENAMED CLIP/A001C002.mov -> CLIP/B.mov
                            Not compared, and no difference: 1 file that systems leave, 1 link, FIFO or device.
                            A001, A/A001 DIFFERENT: 2 changed, 1 missing, 1 folder missing, 1 new, 1 new folder. No \
                            file the same, 1 renamed.
                            """,
                        talk: "A001, A/A001: 4 and 4 files, 1.0 MB to read."))
            let own = try stage.rushes("diff", "A/A001")
            #expect(own.status == 11)
            #expect(
                own.output == """
                    CHANGED CLIP/A001C001.mov: xxh64 HASH, then HASH.
                    CHANGED INDEX.TXT: 7 bytes, then 3 bytes.
                    MISSING CLIP/A001C001.xml
                    MISSING FOLDER EMPTY
                    NEW NEW.mov
                    NEW FOLDER LATER
                    RENAMED CLIP/A001C002.mov -> CLIP/B.mov
                    Not compared, and no difference: 1 file that systems leave, 1 link, FIFO or device.
                    A/A001/ascmhl, A/A001 DIFFERENT: 2 changed, 1 missing, 1 folder missing, 1 new, 1 new folder. No \
                    file the same, 1 renamed.
                    """)
        }
    }

    @Test("a rename alone is no difference; missing is 10, new is 21")
    func statuses() throws {
        try Stage.sealed { (stage) throws in
            let clip = stage.path + "/A/A001/CLIP/A001C001.mov"
            #expect(rename(clip, clip + "2") == 0)
            #expect(
                try stage.rushes("diff", "A/A001").output == """
                    RENAMED CLIP/A001C001.mov -> CLIP/A001C001.mov2
                    A/A001/ascmhl, A/A001 THE SAME: 3 files the same, 200.0 kB, 1 renamed.
                    """)
            #expect(try stage.rushes("diff", "A/A001").status == 0)
            try stage.add("A/A001", ["NEW.mov": "new"])
            #expect(try stage.rushes("diff", "A/A001").status == 21)
            try stage.remove("A/A001/INDEX.TXT")
            #expect(try stage.rushes("diff", "A/A001").status == 10)
        }
    }

    @Test("two generations of one roll, and two rolls, are compared without reading a file")
    func generations() throws {
        try Stage.sealed { (stage) throws in
            try stage.add("A001", ["CLIP/A001C003.mov": .random(1000)])
            #expect(try stage.rushes("ingest", "A001", "--to", "A", "--no-logs").status == 0)
            #expect(try stage.rushes("ingest", "A001", "--to", "B", "--no-logs", "--hash", "md5").status == 0)
            let manifests = try FileManager.default.contentsOfDirectory(atPath: stage.path + "/A/A001/ascmhl")
                .filter { $0.hasSuffix(".mhl") }.sorted().map { "A/A001/ascmhl/" + $0 }
            let grown = try stage.rushes("diff", manifests[0], manifests[1])
            #expect(grown.status == 21)
            #expect(grown.output.split(separator: "\n").first == "NEW CLIP/A001C003.mov")
            #expect(grown.talk.hasSuffix("nothing to read."))
            // xxh64 here, md5 there: sizes alone were compared, and that is never called the same.
            let other = try stage.rushes("diff", "A/A001/ascmhl", "B/A001/ascmhl")
            #expect(other.status == 20)
            #expect(
                other.output.split(separator: "\n").last
                    == "A/A001/ascmhl, B/A001/ascmhl NOT ALL COMPARED: no file in both; of 5 files no content was compared."
            )
        }
    }

    @Test("a list names fifty of each kind, and how many more there are")
    func bounded() throws {
        try Stage.with { (stage) throws in
            let files = (100...160).map { ("\($0).mov", "\($0)") }
            for (place, take) in [("B", files.prefix(0)), ("C", files[...])] {
                try stage.add(place, [:])
                for (name, text) in take {
                    try stage.add(place, [try #require(RelativePath(name)): .bytes(Array(text.utf8))])
                }
            }
            let lines = try stage.rushes("diff", "B", "C").output.split(separator: "\n")
            #expect(lines.count == 52)
            #expect(lines.first == "NEW 100.mov")
            #expect(lines[50] == "… and 11 more; --json lists all.")
            #expect(lines.last == "B, C DIFFERENT: 61 new. No file in both.")
        }
    }

    @Test("a history that was altered or lost its chain is refused with its status")
    func damagedHistory() throws {
        try Stage.sealed { (stage) throws in
            try stage.replace("size=\"7\"", by: "size=\"8\"", in: try stage.only(".mhl", in: "A/A001/ascmhl"))
            let altered = try stage.rushes("diff", "A/A001")
            #expect(altered.status == 31)
            #expect(altered.output == "")
            try stage.remove("A/A001/ascmhl/ascmhl_chain.xml")
            #expect(try stage.rushes("diff", "A/A001").status == 32)
        }
    }

    @Test("what cannot be read is told with its side, and what lies in a closed folder is not called missing")
    func unreadable() throws {
        try Stage.with { (stage) throws in
            for place in ["B", "C"] { try stage.add(place, ["a": "abc", "s/b": "x", "s/e": .folder, "t": "same"]) }
            #expect(chmod(stage.path + "/B/a", 0) == 0)
            #expect(chmod(stage.path + "/C/s", 0) == 0)
            #expect(
                try stage.rushesAsNobody("diff", "B", "C")
                    == Screen(
                        40,
                        output: """
                            UNREADABLE a in B: could not open a: permission was denied.
                            UNREADABLE s in C: permission was denied.
                            B, C DIFFERENT: 2 unreadable, 1 file not compared therefore. 1 file the same, 4 bytes.
                            """,
                        talk: "B, C: 3 and 2 files, 14 bytes to read."))
            #expect(chmod(stage.path + "/C/s", 0o755) == 0)
        }
    }

    @Test("names that would rule the terminal are shown, and do not")
    func safeNames() throws {
        try Stage.with { (stage) throws in
            try stage.add("B", ["\u{1B}[31mred\n": "x"])
            try stage.add("C", [:])
            #expect(try stage.rushes("diff", "B", "C").output.hasPrefix("MISSING \\x1b[31mred\\n\n"))
        }
    }

    @Test("a signal in mid-run ends with 130, and nothing is called the same", arguments: [SIGINT, SIGTERM, SIGHUP])
    func interrupted(_ signal: Int32) throws {
        try Stage.with { (stage) throws in
            // Four gigabytes that take no room: holes read as zeros. Were it not stopped, it would read them all.
            for folder in ["B", "C"] {
                try stage.add(folder, [:])
                for number in 10..<70 {
                    let path = stage.path + "/\(folder)/\(number).mov"
                    #expect(FileManager.default.createFile(atPath: path, contents: nil))
                    #expect(truncate(path, 32 << 20) == 0)
                }
            }
            let run = try stage.command(["diff", "B", "C", "--json"])
            #expect(run.line(with: "\"began\"") != nil)
            run.send(signal)
            let screen = try run.finished()
            #expect(screen.status == 130)
            #expect(screen.output.contains("\"interrupted\":true"))
            #expect(screen.output.hasSuffix("{\"status\":130,\"type\":\"finished\"}\n"))
        }
    }

    @Test(
        "what cannot be understood ends with 64 before anything is looked at",
        arguments: [
            (["diff"], "Missing expected argument '<a>'"),
            (["diff", "A001", "A", "B"], "Unexpected argument 'B'"),
            (["diff", "A001", "none"], "none: There is nothing there. Check the path."),
            (["diff", "none"], "none has no history to be compared with"),
            (["diff", "A001", "/dev/null"], "/dev/null: This is no manifest."),
            (["diff", "A001", "A001", "--frobnicate"], "Unknown option '--frobnicate'"),
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

@Suite("One JSON object per line of a comparison")
struct DiffJSONTests {
    private func lines(_ stage: Stage, _ arguments: String...) throws -> (status: Int32, lines: [[String: Any]]) {
        let screen = try stage.command(["diff"] + arguments + ["--json"]).finished()
        #expect(screen.talk == "")
        let document = try JSONDocument(of: "rushes diff")
        let lines = try screen.output.split(separator: "\n").map { line in
            try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "not an object: \(line)")
        }
        for line in lines { #expect(document.unexplained(line) == []) }
        return (screen.status, lines)
    }

    private func changes(_ lines: [[String: Any]]) -> [String] {
        lines.filter { $0["type"] as? String == "file" }
            .map { "\($0["path"] ?? "") \($0["change"] ?? "") \($0["status"] ?? "")" }.sorted()
    }

    @Test("every file, what came of it and the end, in that order; every member is explained")
    func everyKind() throws {
        try Stage.sealed { (stage) throws in
            try stage.flip("A/A001/CLIP/A001C001.mov", at: 1000)
            #expect(truncate(stage.path + "/A/A001/INDEX.TXT", 3) == 0)
            try stage.remove("A/A001/EMPTY")
            #expect(
                rename(stage.path + "/A/A001/CLIP/A001C002.mov", stage.path + "/A/A001/CLIP/B.mov") == 0)
            try stage.add("A/A001", ["NEW.mov": "new"])
            let (status, found) = try lines(stage, "A001", "A/A001")
            #expect(status == 11)
            #expect(
                changes(found) == [
                    "CLIP/A001C001.mov changed 11", "CLIP/A001C001.xml same 0", "CLIP/B.mov renamed 0",
                    "EMPTY folder_missing 10", "INDEX.TXT changed 11", "NEW.mov new 21",
                ])
            #expect(
                found.compactMap { $0["type"] as? String }.filter { $0 != "progress" && $0 != "file" }
                    == ["began", "compared", "finished"])
            let clip = try #require(found.first { $0["path"] as? String == "CLIP/A001C001.mov" })
            #expect(clip["first_difference"] as? Int == 1000)
            #expect(clip["differing_mib"] as? Int == 1)
            let index = try #require(found.first { $0["path"] as? String == "INDEX.TXT" })
            #expect((index["first_size"] as? Int, index["second_size"] as? Int) == (7, 3))
            #expect(found.first { $0["change"] as? String == "renamed" }?["from"] as? String == "CLIP/A001C002.mov")
            let counts = try #require(found.dropLast().last?["counts"] as? [String: Int])
            #expect((counts["same"], counts["changed"], counts["renamed"]) == (1, 2, 1))
            let own = try lines(stage, "A/A001")
            #expect(own.status == 11)
            let known = try #require(own.lines.first { $0["path"] as? String == "CLIP/A001C001.mov" })
            #expect(known["algorithm"] as? String == "xxh64")
            #expect(known["first_checksum"] as? String != known["second_checksum"] as? String)
        }
    }

    @Test("a side that cannot be had is an object; a name that is not UTF-8 comes with its bytes")
    func refusedAndRaw() throws {
        try Stage.with { (stage) throws in
            let none = try lines(stage, "A001", "none")
            #expect(none.status == 64)
            #expect(none.lines.compactMap { $0["type"] as? String } == ["refused", "finished"])
            let name = Array("caf".utf8) + [0xE9]
            var tree: CardBuilder = [:]
            tree[try #require(RelativePath(name))] = "x"
            try stage.add("B", tree)
            let raw = try lines(stage, "A001/EMPTY", "B")
            #expect(raw.lines.compactMap { $0["path_base64"] as? String } == [Data(name).base64EncodedString()])
        }
    }
}
