import FileTree
import NamingRules
import RushesFixtures
import Testing

@Suite("Sequences of frames")
struct SequenceRuleTests {
    /// The findings of a rule with these keys: code, weight, path and sentence.
    private func findings(_ folder: CardBuilder, _ keys: String = "") throws -> [String] {
        let rule = "rules:\n  - {id: N10, type: sequence\(keys.isEmpty ? "" : ", \(keys)")}"
        return try CheckStage(folder, rule).report().findings.findings.map { finding in
            "\(finding.code.rawValue) \(finding.severity.rawValue) \(finding.path): \(finding.sentence)"
        }
    }

    private func findings(names: [String], _ keys: String = "") throws -> [String] {
        try findings(CardBuilder(Dictionary(uniqueKeysWithValues: names.map { ($0.path, .bytes([1])) })), keys)
    }

    private func frames(_ prefix: String, _ numbers: [Int], _ suffix: String, width: Int = 4) -> [String] {
        numbers.map { number in
            let digits = String(number.magnitude)
            let sign = number < 0 ? "-" : ""
            let zeros = String(repeating: "0", count: max(0, width - digits.count - sign.count))
            return prefix + sign + zeros + digits + suffix
        }
    }

    @Test("Missing frames are told once for each sequence, as ranges")
    func holes() throws {
        let names =
            frames("a_v001.", Array(1001...1011) + Array(1013...1019) + Array(1025...1030), ".exr")
            + frames("b_v001.", Array(1001...1010), ".exr")
        #expect(
            try findings(names: names) == [
                "V15 error a_v001.1001.exr: Frames 1012 and 1020 to 1024 are missing."
            ])
    }

    @Test("Frame 0, negative frames and numbers that outgrow their zeros are frames like others")
    func zeroAndNegative() throws {
        #expect(try findings(names: frames("a.", Array(-3...3), ".exr", width: 2)) == [])
        #expect(try findings(names: frames("a.", Array(0...5), ".exr")) == [])
        #expect(try findings(names: frames("a.", Array(997...1003), ".exr", width: 3)) == [])
        #expect(
            try findings(names: frames("a.", [-3, -2, 0, 1], ".exr", width: 2)) == [
                "V15 error a.-3.exr: Frame -1 is missing."
            ])
    }

    @Test("v02 and v10 are never one sequence")
    func versions() throws {
        #expect(try findings(names: ["a_v02.exr", "a_v10.exr", "a_v02.1001.exr", "a_v10.1001.exr"]) == [])
    }

    @Test("The weight of a hole is that of the key, and off finds none")
    func weights() throws {
        let names = frames("a.", [1001, 1003], ".dpx")
        #expect(try findings(names: names, "holes: info") == ["V15 info a.1001.dpx: Frame 1002 is missing."])
        #expect(try findings(names: names, "holes: off") == [])
    }

    @Test("Only the extensions of the rule are looked at; photographs are not unless they are named")
    func extensions() throws {
        let names =
            frames("a.", [1001, 1003], ".dpx") + frames("b.", [1001, 1003], ".EXR")
            + frames("c.", [1001, 1003], ".jpg")
        #expect(
            try findings(names: names) == [
                "V15 error a.1001.dpx: Frame 1002 is missing.", "V15 error b.1001.EXR: Frame 1002 is missing.",
            ])
        #expect(
            try findings(names: names, "exts: [exr, .JPG]") == [
                "V15 error b.1001.EXR: Frame 1002 is missing.", "V15 error c.1001.jpg: Frame 1002 is missing.",
            ])
    }

    @Test("A wrong first or last frame is told")
    func ends() throws {
        let names =
            frames("a.", Array(1000...1010), ".exr") + frames("b.", Array(1001...1009), ".exr")
            + frames("c.", Array(1001...1010), ".exr")
        #expect(
            try findings(names: names, "first: 1001, last: 1010") == [
                "V15 error a.1000.exr: It begins with frame 1000, not with 1001.",
                "V15 error b.1001.exr: It ends with frame 1009, not with 1010.",
            ])
    }

    @Test("What a camera numbered, and stills, need not begin at the rule's first frame")
    func ownNumbers() throws {
        let names =
            frames("A001C001_230415_R1AB.", Array(86_400...86_402), ".ari", width: 7)
            + frames("A001_08151512_C001_", Array(0...3), ".dng", width: 6)
            + ["still_02.tif", "still_07.tif", "IMG_0001.dng", "IMG_0007.dng"]
        #expect(try findings(names: names, "exts: [ari, dng, tif], first: 1001, pad: 7, step: 2") == [])
        #expect(try findings(names: names) == [])
    }

    @Test("ARI frames are timecode: over midnight there is no hole, but there may be one beside it")
    func midnight() throws {
        let day = 24 * 86_400
        #expect(
            try findings(
                names: frames("A001C001_230415_R1AB.", [day - 2, day - 1, 0, 1], ".ari", width: 7)) == [])
        #expect(
            try findings(
                names: frames("A001C001_230415_R1AB.", [day - 3, day - 1, 0, 2], ".ari", width: 7)) == [
                    "V15 error A001C001_230415_R1AB.0000000.ari: Frames 2073598 and 0000001 are missing."
                ])
        #expect(
            try findings(names: frames("a.", [98, 99, 0, 1], ".dpx", width: 2), "day_frames: 100") == [])
    }

    @Test("A step has its own holes, and frames beside it")
    func steps() throws {
        #expect(
            try findings(names: frames("a.", [1001, 1003, 1005, 1006, 1011], ".exr"), "step: 2") == [
                "V15 error a.1001.exr: Frames 1007 and 1009 are missing: there is one every 2.",
                "V15 error a.1001.exr: Frame 1006 is beside the step: there is one every 2.",
            ])
    }

    @Test("Texture tiles have gaps by nature; frames with a hole do not look like them")
    func tiles() throws {
        let tiles = frames("skin_diffuse.", [1001, 1002, 1003, 1011, 1012, 1021], ".tif")
        #expect(try findings(names: tiles, "first: 1001") == [])
        #expect(
            try findings(names: frames("a.", Array(1001...1008) + Array(1011...1030), ".exr")) == [
                "V15 error a.1001.exr: Frames 1009 and 1010 are missing."
            ])
    }

    @Test("Two widths under one name are told on the smaller sequence, and what lies between frames on its sequence")
    func padding() throws {
        let names = frames("a.", Array(1...12), ".exr") + ["a.08.exr"] + ["a.0003.5.exr", "a.0004.5.exr"]
        #expect(
            try findings(names: names) == [
                "frame-padding warn a.08.exr: Its numbers are written with 2 digits, those of a.[0001-0012].exr with 4 digits.",
                "V15 error a.0001.exr: 2 files are numbered between its frames: a.0003.5.exr, a.0004.5.exr.",
            ])
        #expect(
            try findings(names: frames("a.", Array(1...12), ".exr", width: 3), "pad: 4") == [
                "frame-padding warn a.001.exr: Its numbers have 3 digits, not 4."
            ])
        #expect(try findings(names: frames("a.", Array(1...12), ".exr", width: 5), "pad: 4") == [])
        #expect(try findings(names: frames("a.", Array(9998...10_001), ".exr", width: 1), "pad: 4") == [])
    }

    @Test("Extensions written in two ways are told for the frames that differ")
    func spelling() throws {
        let names = frames("a.", [1001, 1002, 1005], ".exr") + frames("a.", [1003, 1004], ".EXR")
        #expect(
            try findings(names: names) == [
                "V18 warn a.1001.exr: Frames 1003 and 1004 end with .EXR, the others with .exr."
            ])
    }

    @Test("Empty frames are told as ranges, empty files one by one; hidden files may be empty")
    func empty() throws {
        var folder: CardBuilder = ["report.pdf": "", ".gitkeep": "", "b.mov": "b", "EMPTY": .folder]
        for frame in 1001...1010 { folder["a.\(frame).jpg".path] = .bytes((1004...1006) ~= frame ? [] : [1]) }
        #expect(
            try findings(folder) == [
                "V16 error a.1001.jpg: Frames 1004 to 1006 are empty.", "V16 error report.pdf: It is empty.",
            ])
    }

    @Test("Names of unfinished copies are told, words that only contain them are not")
    func unfinished() throws {
        let names = [
            "a.mov.part", "b.MOV.CRDOWNLOAD", "c.mov.filepart", "d.mov.tmp", "e.nk~", "A001.partial/f.mov", "part.mov",
            "tmp/g.mov", "h_part.mov", "party.partition", "x~y.mov",
        ]
        #expect(
            try findings(names: names) == [
                "V16 error A001.partial: It is named like a copy that was not finished.",
                "V16 error a.mov.part: It is named like a copy that was not finished.",
                "V16 error b.MOV.CRDOWNLOAD: It is named like a copy that was not finished.",
                "V16 error c.mov.filepart: It is named like a copy that was not finished.",
                "V16 error d.mov.tmp: It is named like a copy that was not finished.",
                "V16 error e.nk~: It is named like a copy that was not finished.",
            ])
    }

    @Test("A frame that broke off is told where frames have one size, and not where formats compress")
    func sizes() throws {
        var folder: CardBuilder = [:]
        for frame in 1001...1009 {
            let isShort = frame == 1003 || frame == 1004
            folder["a.\(frame).dpx".path] = .random(isShort ? 400 : 1000)
            folder["b.\(frame).exr".path] = .random(isShort ? 400 : 1000 + frame)
            folder["c.\(frame).exr".path] = .random(isShort ? 400 : 1000)
            folder["d.\(frame).dpx".path] = .random(isShort ? 600 : 1000)
        }
        #expect(
            try findings(folder) == [
                "V15 error a.1001.dpx: Frames 1003 and 1004 have less than 50 % of the size of the others.",
                "V15 error c.1001.exr: Frames 1003 and 1004 have less than 50 % of the size of the others.",
            ])
        #expect(
            try findings(folder, "exts: [dpx], size_outlier: 0.7") == [
                "V15 error a.1001.dpx: Frames 1003 and 1004 have less than 70 % of the size of the others.",
                "V15 error d.1001.dpx: Frames 1003 and 1004 have less than 70 % of the size of the others.",
            ])
        #expect(try findings(folder, "size_outlier: 0") == [])
    }

    @Test(
        "Keys that cannot be are refused with their line",
        arguments: ["holes: maybe", "size_outlier: 2", "pad: 0", "first: a", "step: 0", "hole: off", "day_frames: 0"])
    func keys(_ key: String) throws {
        #expect(throws: RuleFileError.self) { try findings(names: [], key) }
    }
}

extension String {
    /// This text as a path.
    fileprivate var path: RelativePath { RelativePath(stringLiteral: self) }
}
