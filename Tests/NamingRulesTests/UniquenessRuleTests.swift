import FileTree
import NamingRules
import RushesFixtures
import Testing

@Suite("Names that are one elsewhere")
struct UniquenessRuleTests {
    private func stage(_ names: [String], _ keys: String = "") -> CheckStage {
        CheckStage(names: names, "rules: [{id: N5, type: uniqueness\(keys)}]")
    }

    private func lines(_ names: [String], _ keys: String = "") throws -> [String] {
        try stage(names, keys).lines()
    }

    @Test("are told once for all of them, with what they differ in")
    func twins() throws {
        let names = [
            "Shot_v001.mov", "shot_v001.mov", "caf\u{E9}.mov", "cafe\u{301}.mov", "a/Caf\u{E9}.mov",
            "a/cafe\u{301}.mov",
            "a.mov", "a.MOV", "x/A", "x/a", "x/\u{C4}", "x/\u{E4}", "three", "Three", "THREE", "straße", "STRASSE",
        ]
        #expect(
            try lines(names)
                == [
                    "N5 V17 error STRASSE [0..<7]: It differs from straße only in how letters are written. \(look)",
                    "N5 V17 error Shot_v001.mov [0..<1]: It differs from shot_v001.mov only in capitals. \(look)",
                    "N5 V17 error THREE [1..<5]: It differs from Three and three only in capitals. \(look)",
                    "N5 V17 error a/Caf\u{E9}.mov [2..<7]: It differs from cafe\\u{0301}.mov only in capitals and in how "
                        + "an accent is written: here it is one character (composed), there a letter and an accent. \(look)",
                    "N5 V18 warn a.MOV [2..<5]: It differs from a.mov only in how its extension is written. \(look)",
                    "N5 V17 error cafe\u{301}.mov [3..<6]: It differs from caf\u{E9}.mov only in how an accent is "
                        + "written: here it is a letter and an accent (decomposed), there one character. \(look)",
                    "N5 V17 error x/A [2..<3]: It differs from a only in capitals. \(look)",
                    "N5 V17 error x/\u{C4} [2..<4]: It differs from \u{E4} only in capitals. \(look)",
                ])
    }

    @Test("are not said to differ in capitals where other signs stand for letters")
    func letters() throws {
        #expect(
            try lines(["fi.mov", "\u{FB01}.mov", "5K.mov", "5\u{212A}.mov", "x/\u{C5}", "x/\u{212B}"]) == [
                "N5 V17 error 5K.mov [1..<2]: It differs from 5\u{212A}.mov only in how letters are written. \(look)",
                "N5 V17 error fi.mov [0..<2]: It differs from \u{FB01}.mov only in how letters are written. \(look)",
                "N5 V17 error x/\u{C5} [2..<4]: It differs from \u{212B} only in how letters are written. \(look)",
            ])
    }

    @Test("but for the extension are told as one version that differs, where a rule of versions says that")
    func versions() throws {
        let rules = "rules: [{id: N5, type: uniqueness}, {id: N6, type: version_chain}]"
        let folder: CardBuilder = [
            "a_v001.mov": "one", "a_v001.MOV": "two", "b_v001.mov": "same", "b_v001.MOV": "same", "c.mov": "1",
            "c.MOV": "2",
        ]
        let report = try CheckStage(folder, rules).report()
        #expect(
            report.findings.findings.map { "\($0.code.rawValue) \($0.path)" } == [
                "V18 b_v001.MOV", "V18 c.MOV", "V02 a_v001.mov",
            ])
        #expect(report.findings.counts.values.sorted() == [1, 2])
    }

    @Test("are not told where they are not one: sidecars, proxies, other folders, other letters")
    func clean() throws {
        let names = [
            "a.mov", "a.wav", "a.xml", "a.mov.md5", "proxy/a.mov", "A2.mov", "x/exr/s.1001.exr", "y/exr/s.1001.exr",
            "ı.mov", "i.mov", "Ω.mov", "ω2.mov", "s.1001.exr", "s.1002.exr", "s.1001.dpx", "S2.1001.exr", "a .mov",
        ]
        #expect(try lines(names) == [])
    }

    @Test("differ in what the keys say is a difference")
    func keys() throws {
        let names = ["a.mov", "A.mov", "caf\u{E9}", "cafe\u{301}", "Z\u{E9}", "ze\u{301}"]
        #expect(try stage(names, ", keys: [casefold]").short() == ["N5 V17 A.mov"])
        #expect(try stage(names, ", keys: nfc").short() == ["N5 V17 cafe\u{301}"])
        #expect(try stage(names).short() == ["N5 V17 A.mov", "N5 V17 Z\u{E9}", "N5 V17 cafe\u{301}"])
    }

    @Test("of sequences are told once; a frame that another spells otherwise is told by itself")
    func sequences() throws {
        let frames = (1001...1003).flatMap { ["Shot.\($0).exr", "shot.\($0).exr"] }
        #expect(
            try lines(frames) == [
                "N5 V17 error Shot.1001.exr: It differs from shot.[1001-1003].exr only in capitals. \(look)"
            ])
        #expect(
            try lines(["s.1001.dpx", "s.1002.dpx", "s.1003.dpx", "s.1002.DPX"])
                == [
                    "N5 V18 warn s.1002.DPX [7..<10]: It differs from s.1002.dpx only in how its extension is written. "
                        + look
                ])
    }

    @Test("are there once in a whole tree, where the rule says so; folders of one name are no fault")
    func tree() throws {
        let names = [
            "x/exr/AGM_010.mov", "y/exr/AGM_010.mov", "z/AGM_010.mov", "q/AGM_010.mov", "x/b.mov", "y/B.mov",
            "AGM_020.mov",
            "x/s.1001.exr", "x/s.1002.exr", "y/s.1002.exr", "y/s.1003.exr", "x/t.1001.exr", "y/t.1002.exr",
        ]
        #expect(try lines(names) == [])
        #expect(
            try lines(names, ", within: tree") == [
                "N5 doubled-name error q/AGM_010.mov: Its name is there 4 times: also in x/exr, y/exr and 1 more. "
                    + "Look at both: keep one, or give one of them another name.",
                "N5 V17 error x/b.mov [2..<3]: It differs from B.mov only in capitals. \(look)",
                "N5 doubled-name error x/s.1001.exr: Its name is there 2 times: also in y. "
                    + "Look at both: keep one, or give one of them another name.",
            ])
    }

    @Test("may stand before several formats unless the rule says which are one too many")
    func formats() throws {
        let names = ["a_v001.mov", "a_v001.mp4", "a_v001.wav", "A_v002.mov", "a_v003.MP4", "b/a_v003.mov"]
        #expect(try lines(names) == [])
        #expect(
            try lines(names, ", formats: [mov, mp4]") == [
                "N5 V18 warn a_v001.mov: It is there in 2 formats: also as a_v001.mp4. "
                    + "Keep the one that was asked for, or say by the name what the other is for."
            ])
    }

    @Test("that are no text are compared by their bytes, and never with what they are not")
    func notText() throws {
        var folder: CardBuilder = [:]
        for name in [[0x61, 0xE9], [0x41, 0xE9], [0x61, 0xE8]] as [[UInt8]] {
            folder[try #require(RelativePath(name))] = "x"
        }
        #expect(
            try CheckStage(folder, "rules: [{id: N5, type: uniqueness}]").lines() == [
                "N5 V17 error A\u{FFFD} [0..<1]: It differs from a\\xe9 only in capitals. \(look)"
            ])
    }

    @Test("need a key", arguments: ["keys: []", "keys: [nfd]", "within: show"])
    func refused(keys: String) {
        #expect(throws: RuleFileError.self) { try lines([], ", \(keys)") }
    }
}

private let look = "Look at both: keep one, or give one of them another name before they are copied."
