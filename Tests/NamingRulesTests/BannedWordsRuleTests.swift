import NamingRules
import RushesFixtures
import Testing

@Suite("Words that only a version can say")
struct BannedWordsRuleTests {
    private func lines(_ names: [String], _ keys: String = "") throws -> [String] {
        try CheckStage(names: names, "rules: [{id: N9, type: banned_words\(keys)}]").lines()
    }

    @Test(
        "are told beside a version and at the end of a name",
        arguments: [
            ("final_v002.mov", "[0..<5]: It says final besides its version v002. \(take)"),
            ("v002_final.mov", "[5..<10]: It says final besides its version v002. \(take)"),
            ("shot_v002final.mov", "[5..<14]: It joins a word to its version: v002final. \(take)"),
            ("shot_finalv2.mov", "[5..<12]: It joins a word to its version: finalv2. \(take)"),
            ("v003_FINAL_USE_THIS", "[5..<19]: It says FINAL_USE_THIS besides its version v003. \(take)"),
            ("AGM_104_0010_final_FINAL2", "[13..<25]: It says final_FINAL2, and has no version. \(give)"),
            ("comp_Final2.nk", "[5..<11]: It says Final2, and has no version. \(give)"),
            ("edit (1).mov", "[5..<8]: It says (1), and has no version. \(give)"),
            ("edit_v003 (12).mov", "[10..<14]: It says (12) besides its version v003. \(take)"),
            ("edit - Copy.mov", "[7..<11]: It says Copy, and has no version. \(give)"),
            ("edit - Copy (2).mov", "[7..<15]: It says Copy (2), and has no version. \(give)"),
            ("edit copy 2.mov", "[5..<9]: It says copy, and has no version. \(give)"),
            ("copy of edit.mov", "[0..<4]: It says copy, and has no version. \(give)"),
            ("Copy_of_edit_v2.mov", "[0..<4]: It says Copy besides its version v2. \(take)"),
            ("shot_do-not use_v001.mov", "[5..<15]: It says do-not use besides its version v001. \(take)"),
            ("shot_latest.mov", "[5..<11]: It says latest, and has no version. \(give)"),
            ("final.mov", "[0..<5]: It says final, and has no version. \(give)"),
            ("shot.mov.old", "[9..<12]: It says old, and has no version. \(give)"),
            ("AGM_v003_approved", "[9..<17]: It says approved besides its version v003. \(take)"),
            ("shot_v001-OK.mov", "[10..<12]: It says OK besides its version v001. \(take)"),
        ])
    func found(name: String, expected: String) throws {
        #expect(try lines([name]) == ["N9 V06 warn \(name) \(expected)"])
    }

    @Test("are not told as parts of other words, of places, of scenes, or of camera originals")
    func clean() throws {
        let names = [
            "NEW_YORK_v002.mov", "newsroom_v002.mov", "finalists_v001.mov", "AGM_104_OLD_0010_comp_v001.mov",
            "goldold_v001",
            "A001C002_230415_R1AB.mov", "C0001.MP4", "Movie (2019).mov", "okay_v001.mov", "renewal.mov",
            "copyright.txt",
            "definition_v001.exr", "old_town_v003.mov", "copy_room_v001.mov", "photocopy.mov", "final_cut_pro.xml",
            "the_use_of_this_v001.mov", "(1) intro.mov", "OLD_01.mov", "v002.mov", "DSC_0001.JPG", "use_v001.mov",
            "v.mov",
        ]
        #expect(try lines(names) == [])
    }

    @Test("are told of folders that name work, not of those that only sort it")
    func folders() throws {
        let names = [
            "old/a.mov", "FINAL/b.mov", "approved/c.mov", "comp_final/d.mov", "v002_new/e.mov", "new/old/f.mov",
        ]
        #expect(
            try lines(names) == [
                "N9 V06 warn comp_final [5..<10]: It says final, and has no version. \(give)",
                "N9 V06 warn v002_new [5..<8]: It says new besides its version v002. \(take)",
            ])
    }

    @Test("are told once of all frames of a sequence")
    func sequences() throws {
        let frames = (1001...1004).flatMap {
            ["s_v001_final.\($0).exr", "new_s_v001.\($0).exr", "s_old_v001.\($0).exr"]
        }
        #expect(
            try lines(frames) == [
                "N9 V06 warn s_old_v001.1001.exr [2..<5]: It says old besides its version v001. \(take)",
                "N9 V06 warn s_v001_final.1001.exr [7..<12]: It says final besides its version v001. \(take)",
            ])
    }

    @Test("are those of the rule, where it has any")
    func tokens() throws {
        let names = ["a_final.mov", "a_endgültig.mov", "a_ENDGÜLTIG.mov", "a_fixed.mov", "a_no good2.mov", "b (1).mov"]
        #expect(
            try lines(names, ", tokens: [final, endgültig, no-good]") == [
                "N9 V06 warn a_ENDGÜLTIG.mov [2..<12]: It says ENDGÜLTIG, and has no version. \(give)",
                "N9 V06 warn a_endgültig.mov [2..<12]: It says endgültig, and has no version. \(give)",
                "N9 V06 warn a_final.mov [2..<7]: It says final, and has no version. \(give)",
                "N9 V06 warn a_no good2.mov [2..<10]: It says no good2, and has no version. \(give)",
            ])
        #expect(throws: RuleFileError.self) { try lines([], ", tokens: ['--']") }
        #expect(throws: RuleFileError.self) { try lines([], ", tokens: []") }
    }

    @Test(
        "are not told of names that the rule excepts",
        arguments: [
            ("^the_final", true), ("final", true), ("^final", false), ("FINAL.mov$", true), ("final$", false),
            ("^the*mov$", true), ("*final*", true), ("the*the", false), ("^the_final.mov$", true),
            ("^the_final$", false),
            ("the\\_final", true), ("^he*final", false), ("^the_final.mov*mov$", false), ("a*e*i*a", false),
        ])
    func except(pattern: String, isExcepted: Bool) throws {
        #expect(try lines(["the_final.mov"], ", except: ['\(pattern)']").isEmpty == isExcepted)
    }

    @Test("cannot be excepted by nothing", arguments: ["''", "'*'", "'^$'", "'a\\'"])
    func emptyExceptions(pattern: String) {
        #expect(throws: RuleFileError.self) { try lines([], ", except: [\(pattern)]") }
    }
}

private let take = "Take the word out, or count the version up."
private let give = "Give it the number of its version instead."
