import FileTree
import NamingRules
import RushesFixtures
import Testing

@Suite("Versions in folder, name and header")
struct VersionAgreeRuleTests {
    private func lines(_ names: [String], _ keys: String = "") throws -> [String] {
        try CheckStage(names: names, "rules: [{id: N7, type: version_agree\(keys)}]").lines()
    }

    private let rename = "Find out which is right, and rename the other."

    @Test("disagree where the folder is a version of the same work")
    func folders() throws {
        #expect(
            try lines([
                "v002/shot_v002.mov", "v002/shot_v003.nk", "v2/shot_v002.mov", "shot_comp_v002/shot_comp_v003.mov",
                "Shot_v001/exr/shot_v002.1001.exr", "Shot_v001/exr/shot_v002.1002.exr", "delivery_v003/comp_v001.mov",
                "shot_v004/aux_v001/shot_v005.mov", "v002/notes.txt", "shot_v006/shot_v007/shot_v007.mov",
            ]) == [
                "N7 V07 error Shot_v001/exr/shot_v002.1001.exr [19..<23]: It says v002, and its folder v001. \(rename)",
                "N7 V07 error shot_comp_v002/shot_comp_v003.mov [25..<29]: It says v003, and its folder v002. \(rename)",
                "N7 V07 error shot_v004/aux_v001/shot_v005.mov [24..<28]: It says v005, and its folder v004. \(rename)",
                "N7 V07 error shot_v006/shot_v007 [15..<19]: It says v007, and its folder v006. \(rename)",
                "N7 V07 error v002/shot_v003.nk [10..<14]: It says v003, and its folder v002. \(rename)",
            ])
    }

    @Test("of many files in one folder are one finding")
    func together() throws {
        let names = (1...40).map { "v002/shot\($0)_v003.mov" }
        #expect(
            try lines(names) == [
                "N7 V07 error v002/shot10_v003.mov [12..<16]: It says v003, and its folder v002. "
                    + "So do 39 more names beside it. \(rename)"
            ])
    }

    @Test("are several where a name has more than one, also where they stand together")
    func several() throws {
        let keep = "Keep the one that counts, and write what the others mean in another way."
        #expect(
            try lines([
                "a_v01_v02.nk", "a_v01v2.nk", "AGM_010_FG01_v001_comp_v003.1001.exr", "PL01_v001.mov",
                "preview_v001.mov",
                "v001_v001.mov", "dev2_v001.mov", "v_v1.mov", "a_v12345_v001.mov", "shot_v001.v002.mov", "a_v1x_v2.mov",
            ]) == [
                "N7 V08 error AGM_010_FG01_v001_comp_v003.1001.exr [13..<17]: It has 2 versions: v001 and v003. \(keep)",
                "N7 V08 error a_v01_v02.nk [2..<5]: It has 2 versions: v01 and v02. \(keep)",
                "N7 V08 error a_v01v2.nk [2..<7]: It has 2 versions: v01 and v2. \(keep)",
                "N7 V08 error shot_v001.v002.mov [5..<9]: It has 2 versions: v001 and v002. \(keep)",
                "N7 V08 error v001_v001.mov [0..<4]: It has 2 versions: v001 and v001. \(keep)",
            ])
        #expect(try lines(["a_v01_v02.nk"], ", several: off") == [])
        #expect(try lines(["a_v01_v02.nk"], ", several: info").map { $0.prefix(12) } == ["N7 V08 info "])
    }

    /// The head of a DPX file with a name in it (SMPTE ST 268-1, table 1).
    private func dpx(_ name: String) -> CardBuilder.Content {
        var head = [UInt8](repeating: 0xFF, count: 2048)
        head.replaceSubrange(0..<4, with: "SDPX".utf8)
        head.replaceSubrange(36..<136, with: Array(name.utf8) + Array(repeating: 0, count: 100 - name.utf8.count))
        return .bytes(head)
    }

    /// The head of an OpenEXR file with a name in it.
    private func exr(_ name: String) -> CardBuilder.Content {
        let count = UInt8(name.utf8.count)
        return .bytes(
            [0x76, 0x2F, 0x31, 0x01, 2, 0, 0, 0] + Array("filename\0string\0".utf8) + [count, 0, 0, 0]
                + Array(name.utf8)
                + [0])
    }

    @Test("disagree where the header has the name of another version; other names in headers say nothing")
    func headers() throws {
        let stage = CheckStage(
            [
                "a_v002.1001.dpx": dpx("a_v001.1001.dpx"), "a_v002.1002.dpx": dpx("a_v002.1002.dpx"),
                "b_v002.1001.dpx": dpx("/render/b_v002.1001.dpx"), "c_v002.1001.dpx": dpx("plate_v001.1001.dpx"),
                "d_v002.1001.exr": exr("D:\\out\\d_v003.1001.exr"), "e_v002.1001.exr": "no head of any format",
                "f_v002.1001.dpx": .bytes(Array("SDPX".utf8)), "g_v002.dpx": dpx("g_v009.dpx"),
                "h.dpx": dpx("h_v1.dpx"),
            ], "rules: [{id: N7, type: version_agree, levels: [folder, file, metadata]}]")
        let advice = "Find out which is right: the picture may be another version than its name."
        #expect(
            try stage.lines() == [
                "N7 V07 error a_v002.1001.dpx [2..<6]: It says v002, and its header v001: a_v001.1001.dpx. \(advice)",
                "N7 V07 error d_v002.1001.exr [2..<6]: It says v002, and its header v003: D:\\out\\d_v003.1001.exr. \(advice)",
                "N7 V07 error g_v002.dpx [2..<6]: It says v002, and its header v009: g_v009.dpx. \(advice)",
            ])
        var unread = stage
        unread.rules = "rules: [{id: N7, type: version_agree}]"
        #expect(try unread.lines() == [])
    }

    @Test(
        "are compared by levels that mean something",
        arguments: [
            ", levels: [file]", ", levels: [folder, reel]", ", levels: folder", ", several: 3", ", level: [file]",
        ])
    func refused(keys: String) {
        #expect(throws: RuleFileError.self) { try lines(["a_v001.mov"], keys) }
    }
}
