import FileTree
import RushesFixtures
import Testing

@testable import RushesCommands

@Suite("Marks stand under the very characters")
struct MarkedPathTests {
    private func lines(
        _ bytes: [UInt8], _ marked: Range<Int>?, sequence: String? = nil, columns: Int = 0
    ) throws -> [String] {
        try lines(bytes, marked, sequence: sequence.map { Array($0.utf8) }, columns: columns)
    }

    private func lines(
        _ bytes: [UInt8], _ marked: Range<Int>?, sequence: [UInt8]?, columns: Int
    ) throws -> [String] {
        MarkedPath(try #require(RelativePath(bytes)), sequence: sequence, marking: marked).lines(columns: columns)
    }

    private func lines(_ path: String, _ marked: Range<Int>?, sequence: String? = nil, columns: Int = 0) throws
        -> [String]
    {
        try lines(Array(path.utf8), marked, sequence: sequence, columns: columns)
    }

    @Test("in plain names, at their end too, and nowhere where no place is wrong")
    func plain() throws {
        #expect(try lines("VFX/a_final.mov", 6..<11) == ["  VFX/a_final.mov", "        ^^^^^"])
        #expect(try lines("VFX/a", 5..<5) == ["  VFX/a", "       ^"])
        #expect(try lines("VFX/a", nil) == ["  VFX/a"])
        #expect(MarkedPath(.root).lines(columns: 0) == ["  ."])
    }

    @Test("under escapes, as wide as they are; a part of a letter marks all of it")
    func escapes() throws {
        #expect(try lines("a\u{202E}b c", 4..<5) == ["  a\\u{202e}b c", "           ^"])
        #expect(try lines("a\u{202E}b", 1..<4) == ["  a\\u{202e}b", "   ^^^^^^^^"])
        #expect(try lines([0x61, 0xE9, 0x62], 1..<2) == ["  a\\xe9b", "   ^^^^"])
        #expect(try lines([0x61, 0xE9, 0x62], 2..<3) == ["  a\\xe9b", "       ^"])
        #expect(try lines("a\nb", 2..<3) == ["  a\\nb", "     ^"])
        #expect(try lines("é_x", 1..<2) == ["  é_x", "  ^"])
    }

    @Test("wide letters take two columns, accents none")
    func widths() throws {
        #expect(try lines("映画 b", 6..<7) == ["  映画 b", "      ^"])
        #expect(try lines("映画 b", 3..<6) == ["  映画 b", "    ^^"])
        #expect(try lines("한.mov", 4..<7) == ["  한.mov", "     ^^^"])
        #expect(try lines("🎬a", 4..<5) == ["  🎬a", "    ^"])
        #expect(try lines("e\u{301}_x", 4..<5) == ["  e\u{301}_x", "    ^"])
    }

    @Test("what has no width is written as an escape where it is what is wrong, and left alone where it is not")
    func invisible() throws {
        #expect(try lines("a\u{AD}b", 1..<3) == ["  a\\u{00ad}b", "   ^^^^^^^^"])
        #expect(try lines("e\u{301}b", 1..<3) == ["  e\\u{0301}b", "   ^^^^^^^^"])
        #expect(try lines("e\u{301}b", 0..<3) == ["  e\u{301}b", "  ^"])
        #expect(try lines("a\u{FE0F}b", 4..<5) == ["  a\u{FE0F}b", "   ^"])
    }

    @Test("a sequence is shown with the numbers of all its frames")
    func sequences() throws {
        let path = "VFX/a_v01.0998.exr"
        let all = "a_v01.[0998-1002].exr"
        #expect(try lines(path, 6..<9, sequence: all) == ["  VFX/a_v01.[0998-1002].exr", "        ^^^"])
        #expect(try lines(path, 11..<12, sequence: all) == ["  VFX/a_v01.[0998-1002].exr", "            ^^^^^^^^^^^"])
        #expect(
            try lines(path, 14..<18, sequence: all) == ["  VFX/a_v01.[0998-1002].exr", "                       ^^^^"])
        #expect(try lines("a.-5.exr", nil, sequence: "a.[-5-10].exr") == ["  a.[-5-10].exr"])
        #expect(try lines("a[1].7.exr", 0..<1, sequence: "a[1].[7].exr") == ["  a[1].[7].exr", "  ^"])
        let name = Array("VFX/".utf8) + [0xE9] + Array(".1.exr".utf8)
        let frames = [0xE9] + Array(".[1-9].exr".utf8)
        #expect(try lines(name, 4..<5, sequence: frames, columns: 0) == ["  VFX/\\xe9.[1-9].exr", "      ^^^^"])
    }

    @Test("where the path is wider than the screen, they stand below the part of it that is marked")
    func narrow() throws {
        let folder = "VFX/publish/a_long_folder_of_a_show/"
        let name = "AGM_104_final_v003.mov"
        let path = folder + name
        let start = folder.utf8.count + 8
        #expect(try lines(path, start..<(start + 5), columns: 80).count == 2)
        #expect(
            try lines(path, start..<(start + 5), columns: 50) == [
                "  \(path)", "  …\(name)", "           ^^^^^",
            ])
        let long = String(repeating: "a", count: 60) + "_final_" + String(repeating: "b", count: 60)
        #expect(
            try lines(long, 61..<66, columns: 42) == [
                "  \(long)", "  …aaaaaaaaaaaa_final_bbbbbbbbbbbbbbbbbb…", "                ^^^^^",
            ])
        #expect(
            try lines(String(repeating: "x", count: 90), 0..<90, columns: 42) == [
                "  " + String(repeating: "x", count: 90), "  " + String(repeating: "x", count: 37) + "…",
                "  " + String(repeating: "^", count: 39),
            ])
        // The end of a name, where something is missing.
        #expect(
            try lines(path, path.utf8.count..<path.utf8.count, columns: 50) == [
                "  \(path)", "  …\(name)", "                         ^",
            ])
    }
}
