import FileTree
import NamingRules
import RushesFixtures
import Testing

@Suite("Cards and rolls")
struct RollRuleTests {
    private func findings(_ folder: CardBuilder, _ keys: String = "") throws -> [String] {
        let rule = "rules:\n  - {id: N12, type: roll\(keys.isEmpty ? "" : ", \(keys)")}"
        return try CheckStage(folder, rule).report().findings.findings.map { finding in
            let suggestion = finding.suggestion.map { " (\($0))" } ?? ""
            return
                "\(finding.code.rawValue) \(finding.severity.rawValue) \(finding.path): \(finding.sentence)\(suggestion)"
        }
    }

    /// Files that hold so much, and were changed when the fixtures' files are.
    private func card(_ names: [String]) -> CardBuilder {
        CardBuilder(Dictionary(names.map { (RelativePath(stringLiteral: $0), .random(64)) }) { one, _ in one })
    }

    /// An ARRI reel with these clips.
    private func reel(_ folder: String, _ name: String, _ day: String, _ clips: [Int] = [1, 2]) -> [String] {
        let serial = name.suffix(4)
        return clips.map { clip in
            "\(folder)/\(name)/\(name.prefix(4))C\(String(clip + 1000).dropFirst())_\(day)_\(serial).mov"
        } + ["\(folder)/\(name)/\(name)_AVID.ale"]
    }

    @Test("Clips that the numbers say should be here are told in the card's own words")
    func gaps() throws {
        let found = try findings(card(reel("OCN", "A001R2GJ", "230510", [1, 2, 5])))
        #expect(
            found == [
                "clip-gap warn OCN/A001R2GJ: Clips C003 and C004 of reel A001R2GJ are not here."
            ])
        #expect(try findings(card(reel("OCN", "A001R2GJ", "230510", [1, 2, 3]))) == [])
    }

    @Test("A missing part of a RED clip is a gap")
    func parts() throws {
        let clip = "A001_0510N0.RDM/A001_C001_0510Q9.RDC/A001_C001_0510Q9"
        let found = try findings(card(["\(clip)_001.R3D", "\(clip)_003.R3D"]))
        #expect(
            found == [
                "clip-gap warn A001_0510N0.RDM/A001_C001_0510Q9.RDC: Part 2 of A001_C001_0510Q9 is missing "
                    + "(A001_C001_0510Q9_002.R3D): RED cannot open the clip without it."
            ])
    }

    @Test("A reel that is there twice is told once, with other clips and with the same ones")
    func doubled() throws {
        let other = try findings(card(reel("OCN/1", "A001R2GJ", "230510") + reel("OCN/2", "A001R2GJ", "230511")))
        #expect(
            other == [
                "doubled-reel error OCN/2/A001R2GJ/A001C001_230511_R2GJ.mov: "
                    + "Reel A001 is in both OCN/1/A001R2GJ and OCN/2/A001R2GJ."
            ])
        let same = try findings(card(reel("OCN/1", "A001R2GJ", "230510") + reel("OCN/2", "A001R2GJ", "230510")))
        #expect(
            same == [
                "doubled-reel error OCN/2/A001R2GJ: A001C001_230510_R2GJ and 1 more clip of reel A001R2GJ are in both "
                    + "OCN/1/A001R2GJ and OCN/2/A001R2GJ, of the same size."
            ])
        let days = reel("OCN/1", "A001R2GJ", "230510") + reel("OCN/2", "A001R2GJ", "230511")
        #expect(try findings(card(days), "unique: [cam, reel, date]") == [])
        #expect(try findings(card(days), "unique: []") == [])
    }

    @Test("An HDE copy beside its original is no doubled reel, and another camera's reel is another")
    func twins() throws {
        let names = [
            "OCN/A_0076_1CTJ/A_0076C001_230511_184122_a1CTJ.mxf",
            "HDE/A_0076_1CTJ_hde/A_0076C001_230511_184122_h1CTJ.mxf",
            "OCN/B_0076_1CU6/B_0076C001_230511_184122_a1CU6.mxf",
        ]
        #expect(try findings(card(names)) == [])
        let clip = "B002C001_260312_R1JL"
        let frames = (1...3).map { "B002R1JL/\(clip)/\(clip).000000\($0)" }
        #expect(try findings(card(frames.map { $0 + ".ari" } + frames.map { "HDE/" + $0 + ".arx" })) == [])
        let doubled = try findings(card(frames.map { "1/" + $0 + ".arx" } + frames.map { "2/" + $0 + ".arx" }))
        #expect(doubled.map { $0.prefix(12) } == ["doubled-reel"])
    }

    @Test("Sound rolls are told by their folders")
    func sound() throws {
        let names = [
            "1/SOUND/SR001/S01T01.WAV", "2/SOUND/SR001/S02T01.WAV", "2/SOUND/SR002/S03T01.WAV",
            "3/20230511_DAY019/A1T01.WAV", "3/20230510_DAY020/A2T01.WAV", "3/20230512_DAY021/A3T01.WAV",
        ]
        var folder: CardBuilder = [:]
        for (number, name) in names.enumerated() {
            folder[RelativePath(stringLiteral: name)] = .bytes(WaveBuilder(ixml: "<SCENE>\(number)</SCENE>").bytes)
        }
        let found = try findings(folder)
        #expect(
            found == [
                "doubled-reel error 2/SOUND/SR001: Sound roll SR001 is in both 1/SOUND/SR001 and 2/SOUND/SR001.",
                "reel-order warn 3/20230510_DAY020: Sound roll 3/20230510_DAY020 is of 2023-05-10, "
                    + "and 3/20230511_DAY019 of 2023-05-11.",
            ])
    }

    @Test("Reels of one camera follow the days; over New Year names without years do too")
    func order() throws {
        let arri =
            reel("OCN", "A001R2GJ", "230510") + reel("OCN", "A002R2GJ", "230512")
            + reel("OCN", "A003R2GJ", "230511") + reel("OCN", "B001R1AB", "230509")
        #expect(
            try findings(card(arri)) == [
                "reel-order warn OCN/A003R2GJ/A003C001_230511_R2GJ.mov: "
                    + "Reel A003 is of 2023-05-11, and reel A002 of 2023-05-12."
            ])
        #expect(try findings(card(arri), "order: off") == [])
        let braw = ["1/A001_12302359_C001.braw", "2/A002_01011200_C001.braw", "3/A003_12310100_C001.braw"]
        #expect(
            try findings(card(braw)) == [
                "reel-order warn 3/A003_12310100_C001.braw: Reel A003 is of 12-31, and reel A002 of 01-01."
            ])
    }

    @Test("A clip of another day than its folder is told; after midnight is the same day")
    func dayFolders() throws {
        let names =
            reel("OCN/20230510", "A001R2GJ", "230510") + reel("OCN/20230511_DAY2", "A002R2GJ", "230512")
            + reel("OCN/20230513", "A003R2GJ", "230520")
        #expect(
            try findings(card(names), "day_folder: YYYYMMDD") == [
                "wrong-date warn OCN/20230513/A003R2GJ/A003C001_230520_R2GJ.mov: "
                    + "It and 1 more clip carry 2023-05-20, and the folder is of 2023-05-13."
            ])
        #expect(try findings(card(names)) == [])
        let evening = ["20230511/A_0076_1CTJ/A_0076C001_230512_184122_a1CTJ.mxf"]
        #expect(
            try findings(card(evening), "day_folder: YYYYMMDD") == [
                "wrong-date warn 20230511/A_0076_1CTJ/A_0076C001_230512_184122_a1CTJ.mxf: "
                    + "It carries 2023-05-12, and the folder is of 2023-05-11."
            ])
    }

    @Test("A folder whose day is written in another order is told once, where its clips prove it")
    func otherOrders() throws {
        let names =
            reel("OCN/110523", "A001R2GJ", "230511") + reel("OCN/05122023", "A002R2GJ", "230512")
            + reel("OCN/230513", "A003R2GJ", "230513")
        #expect(
            try findings(card(names), "day_folder: YYMMDD")
                == [
                    "wrong-date warn OCN/110523: 110523 is written with the day first: its clips are of 2023-05-11. (230511)",
                    "wrong-date warn OCN/05122023: 05122023 is written with the month first: its clips are of 2023-05-12. "
                        + "(230512)",
                ].sorted())
    }

    @Test("Days that cannot be, are to come, or come from a clock that was never set")
    func impossible() throws {
        let names =
            reel("OCN", "A001R2GJ", "231345") + reel("OCN", "B001R1AB", "310101") + reel("OCN", "C001R3CD", "000101")
            + ["OCN/20231399/notes.txt", "OCN/20310101/notes.txt", "OCN/12345678/notes.txt", "OCN/20240229/notes.txt"]
        #expect(
            try findings(card(names), "day_folder: YYYYMMDD") == [
                "wrong-date warn OCN/20231399: 20231399 is no day that a calendar has.",
                "wrong-date warn OCN/20310101: 2031-01-01 is still to come.",
                "wrong-date warn OCN/A001R2GJ/A001C001_231345_R2GJ.mov: "
                    + "It and 1 more clip carry 231345, which no calendar has.",
                "wrong-date warn OCN/B001R1AB/B001C001_310101_R1AB.mov: "
                    + "It and 1 more clip carry 2031-01-01, which is still to come.",
                "wrong-date warn OCN/C001R3CD/C001C001_000101_R3CD.mov: "
                    + "It and 1 more clip carry 2000-01-01, which a clock shows that was never set.",
            ])
    }

    @Test("Dates of files are looked at where names have none")
    func fileDates() throws {
        var folder = card([
            "20260312/PRIVATE/M4ROOT/CLIP/C0001.MP4", "20260312/PRIVATE/M4ROOT/CLIP/C0002.MP4",
            "20260312/PRIVATE/M4ROOT/CLIP/C0003.MP4", "20260312/PRIVATE/M4ROOT/CLIP/C0004.MP4",
            "20260312/PRIVATE/M4ROOT/CLIP/C0005.MP4",
        ])
        folder["20260312/PRIVATE/M4ROOT/MEDIAPRO.XML"] = "<MediaProfile/>"
        let day: Int64 = 86_400_000_000_000
        let now = folder.modified.nanoseconds
        folder.times["20260312/PRIVATE/M4ROOT/CLIP/C0001.MP4"] = Instant(nanoseconds: 3650 * day)
        folder.times["20260312/PRIVATE/M4ROOT/CLIP/C0002.MP4"] = Instant(nanoseconds: 3652 * day)
        folder.times["20260312/PRIVATE/M4ROOT/CLIP/C0003.MP4"] = Instant(nanoseconds: now + 4 * day)
        folder.times["20260312/PRIVATE/M4ROOT/CLIP/C0004.MP4"] = Instant(nanoseconds: now - day)
        let found = try findings(folder, "day_folder: YYYYMMDD").filter { $0.hasPrefix("wrong-date") }
        #expect(
            found == [
                "wrong-date warn 20260312/PRIVATE/M4ROOT/CLIP/C0001.MP4: It was last changed on 1979-12-30, "
                    + "before the day of its folder, 2026-03-12.",
                "wrong-date warn 20260312/PRIVATE/M4ROOT/CLIP/C0002.MP4: It was last changed on 1980-01-01, "
                    + "the day of a clock that was never set.",
                "wrong-date warn 20260312/PRIVATE/M4ROOT/CLIP/C0003.MP4: It was last changed on 2026-03-16, "
                    + "which is still to come.",
            ])
    }

    @Test("A name of no camera is told in a scope of originals, and worth knowing only where the card lists the clip")
    func names() throws {
        let stage: CardBuilder = [
            "OCN/A/XDROOT/MEDIAPRO.XML": "<MediaProfile/>", "OCN/A/XDROOT/Clip/Interview.MXF": "m",
            "OCN/A/XDROOT/Clip/C0001.MXF": "m", "OCN/B/cut_final.mov": "m", "OCN/B/A001C001_230510_R2GJ.mov": "m",
            "OCN/B/wild track.wav": "w", "EDIT/cut.mov": "m",
        ]
        let rule = """
            scopes:
              - {id: ocn, match: 'OCN/**'}
            rules:
              - {id: N12, type: roll, scope: ocn}
            """
        let found = try CheckStage(stage, rule).report().findings.findings
            .filter { $0.code == .unknownClipName && !$0.path.description.hasPrefix("EDIT") }
            .map { "\($0.severity.rawValue) \($0.path): \($0.sentence)" }
        #expect(
            found == [
                "info OCN/A/XDROOT/Clip/Interview.MXF: No camera names its clips so.",
                "warn OCN/B/cut_final.mov: No camera names its clips so.",
            ])
    }

    @Test("A folder with a history is looked into, and one that is no card is none")
    func histories() throws {
        var folder = card(reel("OCN", "A001R2GJ", "230510", [1, 3]) + ["VFX/a.mov", "VFX/b.mov"])
        folder["ascmhl/0001_SHOW.mhl"] = "<x/>"
        folder["VFX/ascmhl/0001_VFX.mhl"] = "<x/>"
        #expect(
            try findings(folder) == [
                "clip-gap warn OCN/A001R2GJ: Clip C002 of reel A001R2GJ is not here."
            ])
    }

    @Test(
        "Keys that cannot be are refused",
        arguments: [
            "grammar: arri", "unique: [camera]", "unique: cam", "order: number", "day_folder: DDMMYY", "days: 1",
        ])
    func keys(_ key: String) throws {
        #expect(throws: RuleFileError.self) { try findings([:], key) }
    }
}
