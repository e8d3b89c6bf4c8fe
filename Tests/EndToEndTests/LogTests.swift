import FileTree
import Foundation
import Glibc
import RushesFixtures
import Testing

@Suite("The log for the cutting room")
struct LogTests {
    /// A day: a camera card of two clips and a roll of sound, on a destination with logs.
    static func onADay(_ body: (Stage) throws -> Void) throws {
        try Stage.with(["CLIP": .folder]) { (stage) throws in
            try stage.add("cards/C001", ShotCards.jammed)
            try stage.add("cards/SR001", ShotCards.jammedSound)
            for card in ["C001", "SR001"] {
                let run = try stage.alone("ingest", "cards/\(card)", "--to", "A", "--as", "20260312/\(card)")
                try #require(run.status == 0, "\(run)")
            }
            try body(stage)
        }
    }

    /// A screen of `rushes log` without sizes, and of exceptions only the codes.
    private func steady(_ screen: Screen) -> [String] {
        screen.output.split(separator: "\n").filter { !$0.hasPrefix("  ") }.map {
            String($0).replacing(/\ +[\d.]+\ (?:bytes|kB)/, with: "")
        }
    }

    @Test("a day is logged from the logs of its rolls; the same log again stays as it is")
    func day() throws {
        try Self.onADay { (stage) throws in
            for words in ["", "  was there already"] {
                let screen = try stage.alone("log", "A", "--format", "ale", "--output", "out")
                #expect(screen.status == 0)
                #expect(steady(screen).first == "out/A.ale" + words)
                #expect(
                    steady(screen).last
                        == "LOG COMPLETE: 2 clips of 2 rolls, 1 with sound, in 1 file; 3 takes of sound are not in this format."
                )
                #expect(screen.talk == "")
                #expect(try stage.tree("out") == ["A.ale"])
            }
        }
    }

    @Test(
        "a roll, a day, and the destination are all found beside their logs",
        arguments: ["A/20260312/C001", "A/20260312"])
    func anyFolder(_ folder: String) throws {
        try Self.onADay { (stage) throws in
            // Without the logs mediainfo would be missed.
            let screen = try stage.alone(
                "log", folder, "--sound", "A/20260312/SR001", "--format", "ale", "--output", "o/")
            #expect(screen.status == 0)
            #expect(screen.talk == "")
            #expect(steady(screen).last?.contains("1 with sound") == true)
        }
    }

    @Test("sound alone has no rows in three formats, which is no complete log", arguments: ["ale", "resolve", "edl"])
    func soundAlone(_ format: String) throws {
        try Self.onADay { (stage) throws in
            let screen = try stage.alone("log", "A/20260312/SR001", "--format", format, "--output", "out/")
            #expect(screen.status == 50)
            #expect(
                steady(screen).last == """
                    LOG NOT COMPLETE: nothing was written, as ALE, Resolve and EDL have no rows of sound: 0 clips of 1 roll, \
                    in 0 files; 3 takes of sound are not in this format. The other formats have rows of sound.
                    """)
            #expect(!FileManager.default.fileExists(atPath: stage.path + "/out"))
        }
    }

    @Test("a folder beside sealed rolls, and one that holds a card, is no card")
    func besideRolls() throws {
        try Self.onADay { (stage) throws in
            // The logs of a roll are called as its reel folder, and one of them as a camera's own list.
            try stage.add("A/Logs/A001R2GJ", ["A001R2GJ.ale": "Heading", "A001R2GJ.csv": "a,b", "A001R2GJ.json": "{}"])
            for output in ["A/x.ale", "A/20260312/x.ale", "A/Logs/DAY/", "A/Logs/x.ale", "cards/new/"] {
                let screen = try stage.alone("log", "A", "--format", "ale", "--output", output)
                #expect(screen.status == 0, "\(output): \(screen)")
            }
        }
    }

    @Test("every format writes files of its own, and never the same ones differently")
    func formats() throws {
        try Self.onADay { (stage) throws in
            let formats = ["ale", "resolve", "excel", "fcpxml", "premiere", "edl", "otio", "json"]
            for format in formats + formats {
                let screen = try stage.alone("log", "A", "--format", format, "--output", "out/\(format)")
                guard !FileManager.default.fileExists(atPath: stage.path + "/out") else {
                    #expect(screen.status == 0, "\(format): \(screen)")
                    continue
                }
                // The folder around is not made: a mistyped path would be.
                #expect(screen.status == 64)
                try stage.add("out", [:])
            }
        }
    }

    @Test("a file that is there is not written over, unless that is asked for")
    func replace() throws {
        try Self.onADay { (stage) throws in
            try stage.add("out", ["C001.ale": "by hand"])
            let arguments = ["log", "A/20260312/C001", "--format", "ale", "--output", "out/C001.ale"]
            let screen = try stage.command(arguments).finished().steady(in: stage.path)
            #expect(
                screen
                    == Screen(
                        60,
                        talk: """
                            Nothing was written, 1 obstacle:
                              out/C001.ale: Another file is there already. --replace writes over it.
                            """))
            #expect(try stage.text("out/C001.ale") == "by hand")
            #expect(try stage.command(arguments + ["--replace"]).finished().status == 0)
            #expect(try stage.text("out/C001.ale").hasPrefix("Heading\r\n"))
            #expect(try stage.tree("out") == ["C001.ale"])
        }
    }

    @Test("nothing is written into a roll or a card, and nothing into the wrong place")
    func places() throws {
        try Self.onADay { (stage) throws in
            try stage.add(".", ["plain": "text"])
            let before = try stage.tree(".")
            let rows: [(String, String, Int32, String)] = [
                ("A", "A/20260312/C001", 60, "which is a card or a sealed roll"),
                ("cards/C001", "cards/C001/XDROOT", 60, "which is a card or a sealed roll"),
                ("A", "cards/C001", 60, "which is a card or a sealed roll"),
                ("A", "cards/C001/new/", 60, "which is a card or a sealed roll"),
                ("A", "cards/SR001/BMH/18Y12M31", 60, "which is a card or a sealed roll"),
                ("A", "A/Logs/20260312/C001", 60, "holds what ingest wrote down of a roll."),
                ("A", "A/Logs/20260312/C001/C001.ale", 60, "holds what ingest wrote down of a roll."),
                ("A", "plain", 60, "A file is there, where a folder should be made."),
                ("A", "day.csv", 64, "A file of this format ends in .ale."),
                ("A", "day.prproj", 64, "A file of this format ends in .ale."), ("A", "", 64, "--output: This names"),
                ("", "out", 64, "\"\": There is nothing there."),
                ("A", "none/day.ale", 64, "The folder that it should lie in is not there."),
                ("A/Logs", "out", 64, "There is no clip there to log."), ("none", "out", 64, "There is nothing there."),
            ]
            for (folder, output, status, sentence) in rows {
                let screen = try stage.alone("log", folder, "--format", "ale", "--output", output)
                #expect(screen.status == status, "\(output)")
                #expect(screen.output == "")
                #expect(screen.talk.contains(sentence), "\(screen.talk)")
            }
            #expect(try stage.tree(".") == before)
        }
    }

    @Test("words that mean nothing end with 64, before anything is read")
    func words() throws {
        try Self.onADay { (stage) throws in
            let rows = [
                ["--format", "avid"], ["--format", "ale", "--map", "raid=/x"], ["--format", "ale", "--offset", "C001"],
                ["--format", "ale", "--correct", "a.csv", "--correct", "b.csv"],
                ["--format", "ale", "--offset", "X=+01:00:00:00"], ["--format", "ale", "--slate", "none.csv"],
            ]
            for row in rows {
                let screen = try stage.command(["log", "A", "--output", "out"] + row).finished()
                #expect(screen.status == 64, "\(row): \(screen)")
                #expect(screen.output == "")
            }
            #expect(try stage.tree(".").allSatisfy { !$0.hasPrefix("out") })
        }
    }

    @Test("what is gone from a roll is told, and its log is not complete")
    func stale() throws {
        try Self.onADay { (stage) throws in
            try FileManager.default.removeItem(atPath: stage.path + "/A/20260312/C001/XDROOT/Clip/C0002.MXF")
            let screen = try stage.alone("log", "A/20260312/C001", "--format", "ale", "--output", "out/")
            #expect(screen.status == 10)
            #expect(
                screen.talk == "A/20260312/C001: held against its log, 1 file is gone (XDROOT/Clip/C0002.MXF). "
                    + "It was read afresh.")
            #expect(
                screen.output.contains(
                    "  20260312/C001: 1 file on record is no longer there: XDROOT/Clip/C0002.MXF. Look for it on"))
            #expect(
                steady(screen).last == "LOG NOT COMPLETE: 1 roll is not whole: 1 clip of 1 roll, in 1 file.")
        }
    }

    @Test("a card without any log is read afresh, and so is a roll that others sealed")
    func fresh() throws {
        try Self.onADay { (stage) throws in
            let card = try stage.alone("log", "cards/C001", "--format", "ale", "--output", "out/")
            #expect(card.status == 0)
            #expect(steady(card).contains("NOT PROVED (1)"))
            #expect(try stage.rushes("seal", "cards/C001").status == 0)
            let sealed = try stage.alone("log", "cards/C001", "--format", "ale", "--output", "sealed/")
            #expect(steady(sealed).first == "sealed/C001.ale")
            #expect(steady(sealed).dropFirst() == steady(card).dropFirst())
            let found = try stage.alone("find", "cards/C001", "--clip", "C0001")
            #expect(found.output.contains("copy  cards/C001: listed in a manifest (0001_C001_TIME.mhl, TIME)"))
        }
    }

    @Test("two copies of a roll are one roll, of which both are told")
    func copies() throws {
        try Self.onADay { (stage) throws in
            let run = try stage.alone("ingest", "cards/C001", "--to", "B")
            try #require(run.status == 0)
            let found = try stage.alone("find", "A", "B", "--clip", "C0001")
            #expect(found.status == 0)
            #expect(found.output.hasSuffix("1 FOUND: 2 clips and 3 takes of sound of 2 rolls looked at."))
            for copy in ["A/20260312/C001", "B/C001"] {
                #expect(found.output.contains("copy  \(copy): proved (C001_TIME_ingest.json, TIME)"), "\(found)")
            }
        }
    }

    @Test("an output that takes nothing is named, and leaves nothing behind")
    func unwritable() throws {
        try Self.onADay { (stage) throws in
            try stage.add("out", [:])
            #expect(chmod(stage.path + "/out", 0o555) == 0)
            let screen = try stage.rushesAsNobody("log", "A", "--format", "ale", "--output", "out")
            #expect(screen.status == 41)
            #expect(screen.talk.contains("out/A.ale: It could not be written: permission was denied."))
            #expect(try stage.tree("out") == [])
        }
    }

    @Test("odd names of rolls stay what they are in names of files, and are harmless on the screen")
    func oddNames() throws {
        try Self.onADay { (stage) throws in
            try stage.add("cards/-rf \u{1B}[2J", ShotCards.jammed)
            let screen = try stage.command(["log", "cards/-rf \u{1B}[2J", "--format", "ale", "--output", "out/"])
                .finished()
            #expect(screen.status == 0)
            #expect(!(screen.output + screen.talk).contains("\u{1B}"))
            #expect(FileManager.default.fileExists(atPath: stage.path + "/out/-rf \u{1B}[2J.ale"))
        }
    }

    @Test("every line for programs is explained, and names the same numbers")
    func json() throws {
        try Self.onADay { (stage) throws in
            let document = try JSONDocument(of: "rushes log", and: "rushes diff")
            let arguments = ["log", "A", "--format", "json", "--output", "out/", "--json"]
            let lines = try stage.lines(of: stage.command(arguments).finished(), as: document)
            #expect(lines.of("file").texts("path") == [stage.path + "/out/A.json"])
            let end = try #require(lines.last)
            #expect(end["type"] as? String == "logged")
            #expect(end["clips"] as? Int == 2)
            #expect(end["takes"] as? Int == 3)
            #expect(lines.of("exception").texts("code").contains("no-sound"))
            let again = try stage.lines(
                of: stage.command(["log", "cards", "--format", "json", "--output", "out/A.json", "--json"]).finished(),
                as: document)
            #expect(again.of("obstacle").texts("code") == ["exists"])
            let refused = try stage.command(["log", "none", "--format", "ale", "--output", "o/", "--json"]).finished()
            #expect(refused.status == 64)
            #expect(try stage.lines(of: refused, as: document).texts("code") == ["usage"])
        }
    }

    @Test("a stop while another program looks at a card ends with 130, and writes nothing")
    func stopped() throws {
        try Self.onADay { (stage) throws in
            // Who reads a pipe waits for whoever writes to it: the program has begun.
            let pipe = stage.path + "/begun"
            try #require(mkfifo(pipe, 0o600) == 0)
            let environment = try stage.addMediaInfo("echo begun > '\(pipe)'; sleep 100")
            let run = try stage.command(
                ["log", "cards/C001", "--format", "ale", "--output", "out/"], environment: environment)
            let said = try #require(FileHandle(forReadingAtPath: pipe)).readToEnd()
            #expect(said == Data("begun\n".utf8))
            run.send(SIGINT)
            let screen = try run.finished()
            #expect(screen.status == 130)
            #expect(screen.output == "")
            #expect(!FileManager.default.fileExists(atPath: stage.path + "/out"))
        }
    }
}
