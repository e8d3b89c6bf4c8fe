import FileTree
import Foundation
import Glibc
import RushesFixtures
import Testing

@Suite("Names and versions, as a person sees them")
struct CheckTests {
    /// A house's rules, in small.
    static let rules = """
        schema: naming-rules/1
        title: A small show
        scopes:
          - {id: vfx, match: 'VFX/**', kinds: [file, sequence]}
        rules:
          - {id: N5, type: uniqueness}
          - {id: N2, type: charset, scope: vfx}
          - {id: N9, type: banned_words, scope: vfx, severity: info}
        """

    /// A show in which some names break them, and others only look so.
    static let show: CardBuilder = [
        "VFX/AGM_0010_comp_v001.mov": "1", "VFX/agm_0010_comp_v001.mov": "555",
        "VFX/AGM_0010_comp_final_v002.mov": "2", "VFX/AGM 0020_comp_v001.mov": "44", "VFX/NEW_YORK_v002.mov": "5",
        "VFX/AGM 0030/AGM 0030_v001.0998.exr": "a", "VFX/AGM 0030/AGM 0030_v001.0999.exr": "b",
        "VFX/AGM 0030/AGM 0030_v001.1000.exr": "c",
    ]

    /// Lends a stage with the folder SHOW and the file rules.yaml.
    static func with(_ show: CardBuilder = show, _ body: (Stage) throws -> Void) throws {
        try Stage.with([:]) { (stage) throws in
            try stage.add("SHOW", show)
            try Data(rules.utf8).write(to: URL(fileURLWithPath: stage.path + "/rules.yaml"))
            try body(stage)
        }
    }

    @Test("findings stand in groups, the worst first, each with a mark under what is wrong, and make the status 50")
    func screen() throws {
        try Self.with { (stage) throws in
            #expect(
                try stage.rushes("check", "SHOW", "--rules", "rules.yaml")
                    == Screen(
                        50,
                        output: Screen.steady(
                            """
                            ERROR  N5 uniqueness: V17 names that collide (1)
                              Copied to another system one of the two overwrites the other.

                              VFX/AGM_0010_comp_v001.mov
                                  ^^^
                                It differs from agm_0010_comp_v001.mov only in capitals.
                                Look at both: keep one, or give one of them another name before they are copied.
                                also: VFX/agm_0010_comp_v001.mov

                            ERROR  N2 charset: character not allowed (2)
                              Whoever receives it will refuse it or rename it by hand.
                              Rename it.

                              VFX/AGM 0020_comp_v001.mov
                                     ^
                                It has a character that the rule does not allow: a space.
                                suggestion: AGM_0020_comp_v001.mov

                              VFX/AGM 0030/AGM 0030_v001.[0998-1000].exr
                                              ^
                                It has a character that the rule does not allow: a space.
                                suggestion: AGM_0030_v001.0998.exr

                            NOTE  N9 banned_words: V06 word for a version (1)
                              There is always a version after final; only a number can say which.

                              VFX/AGM_0010_comp_final_v002.mov
                                                ^^^^^
                                It says final besides its version v002.
                                Take the word out, or count the version up.

                            3 errors, 1 note in 8 names (1 sequence, 2 folders), rules rules.yaml.
                            """, in: stage.path)))
        }
    }

    @Test("a folder without faults is one line that says what was looked at, and by which rules")
    func clean() throws {
        try Self.with(["VFX/AGM_0010_comp_v001.mov": "1", "VFX/finalists_v001.mov": "2"]) { (stage) throws in
            let verdict = "Nothing found in 3 names (1 folder), rules rules.yaml."
            #expect(try stage.rushes("check", "SHOW", "--rules", "rules.yaml") == Screen(0, output: verdict))
            #expect(try stage.rushes("check", "SHOW/VFX", "--rules", "./rules.yaml").status == 0)
        }
        try Self.with([:]) { (stage) throws in
            #expect(
                try stage.rushes("check", "SHOW", "--rules", "rules.yaml")
                    == Screen(0, output: "Nothing found in 0 names, rules rules.yaml."))
        }
    }

    @Test("names that rule screens are escaped, and what is wrong with them stands under the escape")
    func oddNames() throws {
        var show: CardBuilder = ["VFX/a\u{202E}b_v001.mov": "1", "VFX/line\nERROR_v001.mov": "2"]
        show[try #require(RelativePath(Array("VFX/caf".utf8) + [0xE9] + Array("_v001.mov".utf8)))] = "3"
        try Self.with(show) { (stage) throws in
            let screen = try stage.command(["check", "SHOW", "--rules", "rules.yaml"]).finished()
            #expect(screen.status == 50)
            let lines = screen.output.split(separator: "\n").map(String.init)
            for (path, mark) in [
                (#"  VFX/a\u{202e}b_v001.mov"#, #"       ^^^^^^^^"#), (#"  VFX/line\nERROR_v001.mov"#, "          ^^"),
                (#"  VFX/caf\xe9_v001.mov"#, "         ^^^^"),
            ] {
                let place = try #require(lines.firstIndex(of: path), "\(path)")
                #expect(lines[place + 1] == mark)
            }
            #expect(!screen.output.unicodeScalars.contains("\u{202E}"))
        }
    }

    @Test("what cannot be understood, or is not there, ends with 64 and says what to do")
    func refused() throws {
        try Self.with { (stage) throws in
            for (arguments, talk) in [
                (["check"], "Name the folder to check."),
                (["check", "SHOW"], "Say what to hold it against: --rules FILE-OR-PRESET"),
                (["check", "SHOW", "--rules", "rules.yaml", "--record"], "--record writes into a ledger"),
                (["check", "SHOW", "--rules", "rules.yaml", "--replace"], "--replace goes with --html."),
                (["check", "SHOW", "--list-rules"], "--list-rules and --explain go alone."),
                (["check", "--explain", "N6"], "Nothing is called N6"),
                (["check", "none", "--rules", "rules.yaml"], "none: There is nothing there. Check the path.\n"),
                (["check", "rules.yaml", "--rules", "rules.yaml"], "rules.yaml: This is not a folder.\n"),
                (["check", "SHOW", "--rules", "none.yaml"], "none.yaml: There is no file there."),
                (["check", "SHOW", "--rules", "SHOW"], "SHOW: A folder is there, and rules are a file."),
                (["check", "SHOW", "--rules", "/dev/zero"], "/dev/zero: A device is there, and rules are a file."),
                (["check", "SHOW", "--rules", "none"], "none: No preset is called so; there are camera-originals, "),
                (["check", "SHOW", "--ledger", "none.txt"], "none.txt: "),
                (["check", "SHOW", "--expect", "none.csv"], "none.csv: "),
                (["check", "SHOW", "--backup", "none"], "none: There is nothing there."),
                (["check", "SHOW", "--backup", "SHOW/VFX"], "SHOW/VFX: The backup and the folder"),
                (["check", "SHOW", "--ledger", "SHOW/l.txt", "--record"], "SHOW/l.txt: The ledger lies in the folder"),
                (
                    ["check", "SHOW", "--rules", "rules.yaml", "--html", "page.txt"],
                    "page.txt: A file of this format ends"
                ),
            ] as [([String], String)] {
                let screen = try stage.command(arguments).finished()
                #expect(screen.status == 64, "\(arguments)")
                #expect(screen.output == "", "\(arguments)")
                #expect(screen.talk.contains(talk), "\(arguments): \(screen.talk)")
            }
        }
    }

    @Test("a rule file that does not load is told with its line, and nothing is looked at")
    func wrongRules() throws {
        try Self.with { (stage) throws in
            try Data((Self.rules + "\n  - {id: N3, type: porability}\n").utf8)
                .write(to: URL(fileURLWithPath: stage.path + "/wrong.yaml"))
            let screen = try stage.command(["check", "SHOW", "--rules", "wrong.yaml"]).finished()
            #expect(screen.status == 64)
            #expect(screen.output == "")
            #expect(screen.talk.hasPrefix("wrong.yaml:9: "))
            let (status, lines) = try stage.check("SHOW", "--rules", "wrong.yaml")
            #expect(status == 64)
            #expect(lines.texts("type") == ["refused"])
            #expect(lines.first?["line"] as? Int == 9)
        }
    }

    @Test("what cannot be read makes the status 40, and is told")
    func unreadable() throws {
        try Self.with(["VFX/AGM_0010_comp_v001.mov": "1", "locked/a.mov": "2"]) { (stage) throws in
            try stage.run("chmod", "0", "SHOW/locked")
            let screen = try stage.rushesAsNobody("check", "SHOW", "--rules", "rules.yaml")
            #expect(screen.status == 40)
            #expect(screen.output.contains("\n  locked\n    It could not be read: permission was denied."))
            try stage.run("chmod", "700", "SHOW/locked")
        }
    }

    @Test("the ledger keeps what was published: added once, and a change or a deletion is found")
    func ledger() throws {
        try Self.with(["VFX/a_v001.mov": "1", "VFX/b_v001.mov": "2"]) { (stage) throws in
            let record = ["check", "SHOW", "--ledger", "ledger.txt", "--record"]
            #expect(
                try stage.command(record).finished()
                    == Screen(
                        0,
                        output: """
                            2 files were added to the ledger ledger.txt.
                            Nothing found in 3 names (1 folder), ledger ledger.txt.

                            """))
            #expect(try stage.command(record).finished().output.contains("Nothing was added to the ledger ledger.txt."))
            let before = try stage.text("ledger.txt")
            try Data("changed".utf8).write(to: URL(fileURLWithPath: stage.path + "/SHOW/VFX/a_v001.mov"))
            try stage.remove("SHOW/VFX/b_v001.mov")
            let (status, lines) = try stage.check("SHOW", "--ledger", "ledger.txt")
            #expect(status == 50)
            #expect(lines.of("finding").texts("id") == ["V10", "V11"])
            #expect(try stage.text("ledger.txt") == before)
        }
    }

    @Test("a list says what has not arrived, and a backup what it lacks; neither needs rules")
    func expected() throws {
        try Self.with(["A001/A001C001.mov": "1", "VFX/a_v001.mov": "1", "VFX/a_v002.mov": "22"]) { (stage) throws in
            try stage.add("COPY", ["VFX/a_v001.mov": "1", "A001/A001C001.mov": "1"])
            try Data("File Name\nA001C001.mov\nA001C002.mov\n".utf8)
                .write(to: URL(fileURLWithPath: stage.path + "/day.csv"))
            let (status, lines) = try stage.check("SHOW", "--expect", "day.csv", "--backup", "COPY")
            #expect(status == 50)
            let findings = lines.of("finding").map { "\($0["rule"] ?? "") \($0["id"] ?? "") \($0["severity"] ?? "")" }
            #expect(findings.contains("expect not-arrived error"))
            #expect(findings.contains("backup V09 error"))
            #expect(lines.last?["expect"] as? String == "day.csv")
            #expect(lines.last?["backup"] as? String == "COPY")
        }
    }

    @Test("the page is written beside what is told, and never over another unless --replace is given")
    func page() throws {
        try Self.with { (stage) throws in
            let arguments = ["check", "SHOW", "--rules", "rules.yaml", "--html", "page.html"]
            let screen = try stage.command(arguments).finished()
            #expect(screen.status == 50)
            #expect(screen.talk == "Page: page.html\n")
            #expect(try stage.text("page.html").hasPrefix("<!doctype html>"))
            let again = try stage.command(arguments).finished()
            #expect(again.status == 60)
            #expect(again.output == "")
            #expect(again.talk.contains("Another file is there already. --replace writes over it."))
            #expect(try stage.command(arguments + ["--replace"]).finished().status == 50)
            let (status, lines) = try stage.check("SHOW", "--rules", "rules.yaml", "--html", "pages/")
            #expect(status == 50)
            #expect(lines.of("file").texts("path").first??.hasSuffix("/pages/SHOW_check.html") == true)
        }
    }

    @Test("the page is never written over what the check reads, and neither it nor the ledger into its folders")
    func apart() throws {
        try Self.with { (stage) throws in
            try stage.add("COPY", Self.show)
            try stage.run("ln", "rules.yaml", "linked.html")
            try stage.run("ln", "-s", "SHOW", "way")
            try Data("File Name\nA.mov\n".utf8).write(to: URL(fileURLWithPath: stage.path + "/list.html"))
            #expect(try stage.command(["check", "SHOW", "--ledger", "l.html", "--record"]).finished().status == 0)
            let before = try stage.text("l.html")
            let into = "The page would lie in "
            for (options, talk) in [
                (
                    ["--ledger", "l.html", "--html", "l.html", "--replace"],
                    "l.html: The page would be written over the"
                ),
                (["--ledger", "./l.html", "--html", "SHOW/../l.html", "--record"], "be written over the ledger."),
                (["--ledger", "new.html", "--html", "NEW.html", "--record"], "be written over the ledger."),
                (["--rules", "rules.yaml", "--html", "linked.html", "--replace"], "be written over the rules."),
                (["--expect", "list.html", "--html", "list.html", "--replace"], "be written over the list."),
                (["--rules", "rules.yaml", "--html", "SHOW/page.html"], "\(into)the folder that is checked"),
                (["--rules", "rules.yaml", "--html", "SHOW/pages/"], "\(into)the folder that is checked"),
                (["--rules", "rules.yaml", "--html", "way/VFX/page.html"], "\(into)the folder that is checked"),
                (["--backup", "COPY", "--html", "COPY/VFX/page.html"], "\(into)the backup"),
                (["--backup", "COPY", "--ledger", "COPY/l.txt", "--record"], "The ledger lies in the backup"),
            ] as [([String], String)] {
                let screen = try stage.command(["check", "SHOW"] + options).finished()
                #expect(screen.status == 64, "\(options)")
                #expect(screen.talk.replacing("\n  ", with: " ").contains(talk), "\(options): \(screen.talk)")
            }
            #expect(try stage.text("l.html") == before)
            #expect(try stage.text("rules.yaml") == Self.rules)
            // A ledger that is only read may lie on the backup.
            try stage.run("cp", "l.html", "COPY/l.txt")
            let screen = try stage.command(["check", "SHOW", "--backup", "COPY", "--ledger", "COPY/l.txt"]).finished()
            #expect(screen.status == 0)
        }
    }

    @Test("a signal in mid-run ends with 130, and what was found so far is told", arguments: [SIGINT, SIGTERM, SIGHUP])
    func interrupted(_ signal: Int32) throws {
        try Self.with([:]) { (stage) throws in
            // Gigabytes of holes that have to be compared: their sizes and samples are equal.
            for number in 10..<70 {
                let file = "\(stage.path)/SHOW/shot_v0\(number).mov"
                try #require(FileManager.default.createFile(atPath: file, contents: nil))
                try #require(truncate(file, 64 << 20) == 0)
            }
            let rules = "schema: naming-rules/1\nrules:\n  - {id: N6, type: version_chain}\n"
            try Data(rules.utf8).write(to: URL(fileURLWithPath: stage.path + "/chain.yaml"))
            let run = try stage.command(["check", "SHOW", "--rules", "chain.yaml", "--json"])
            #expect(run.line(with: "\"began\"") != nil)
            run.send(signal)
            let screen = try run.finished()
            #expect(screen.status == 130)
            #expect(screen.output.split(separator: "\n").last?.contains("\"interrupted\":true") == true)
        }
    }

    @Test("an offload tells what other systems refuse of a card's names, in summary and record, and stays at 0")
    func ingest() throws {
        var card = ShotCards.red
        card["A001_0527N0.RDM/notes:1.txt"] = "n"
        try Stage.with(card) { (stage) throws in
            let screen = try stage.rushes("ingest", "A001", "--to", "A")
            #expect(screen.status == 0)
            let lines = screen.output.split(separator: "\n").map(String.init)
            let head = "1 thing to look at in its names, by the rules of camera-originals:"
            let place = try #require(lines.firstIndex(of: head))
            #expect(
                lines[place + 1]
                    == "  A001_0527N0.RDM/notes:1.txt: NTFS and exFAT refuse a colon; APFS shows a colon as a "
                    + "slash; LTFS writes a colon as %3A. Nothing on a card is renamed: leave it, and tell who recorded it."
            )
            let record = try stage.only("_ingest.json", in: "A/Logs/A001")
            let object = try JSONSerialization.jsonObject(with: Data(try stage.text(record).utf8)) as? [String: Any]
            let names = try #require(object?["names"] as? [[String: Any]])
            #expect(names.map { $0["id"] as? String } == ["forbidden-character"])
            let report = try stage.rushes("report", "A", "--output", "day.html")
            #expect(report.status == 0)
            #expect(try stage.text("day.html").contains("<b>A001_0527N0.RDM/notes:1.txt</b>"))
        }
    }

    @Test("the list names all twelve kinds of rules and the presets, and each is explained")
    func explained() throws {
        try Self.with([:]) { (stage) throws in
            let list = try stage.command(["check", "--list-rules"]).finished()
            #expect(list.status == 0)
            let names = list.output.split(separator: "\n").filter { $0.hasPrefix("  ") }
                .compactMap { $0.split(separator: " ").first.map(String.init) }
            #expect(
                names == [
                    "template", "charset", "portability", "length", "uniqueness", "version_chain", "version_agree",
                    "immutable", "banned_words", "sequence", "companions", "roll", "camera-originals", "vfx-exchange",
                    "editorial-delivery",
                ])
            for name in names + ["V05", "no-template"] {
                let text = try stage.command(["check", "--explain", name]).finished()
                #expect(text.status == 0, "\(name)")
                #expect(text.output.count > 80, "\(name)")
            }
            // What is printed of a preset is a rule file that works.
            let preset = try stage.command(["check", "--explain", "vfx-exchange"]).finished().output
            try Data(preset.utf8).write(to: URL(fileURLWithPath: stage.path + "/house.yaml"))
            #expect(try stage.rushes("check", "SHOW", "--rules", "house.yaml").status == 0)
        }
    }
}

extension Stage {
    /// The lines of `rushes check --json`; each of their members is documented.
    func check(_ arguments: String...) throws -> (status: Int32, lines: [[String: Any]]) {
        let screen = try command(["check"] + arguments + ["--json"]).finished()
        let document = try JSONDocument(of: "rushes check", and: "rushes diff", "rushes log")
        return (screen.status, try lines(of: screen, as: document))
    }
}
