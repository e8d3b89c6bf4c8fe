import FileTree
import RushesFixtures
import Testing

@Suite("Patterns of ignored names")
struct IgnorePatternsTests {
    @Test(
        "patterns mean what they mean to git",
        arguments: [
            ("*.tmp", "a.tmp", false, true), ("*.tmp", "s/a.tmp", false, true), ("*.tmp", "a.tmpx", false, false),
            (".DS_Store", "s/.DS_Store", false, true), ("ascmhl/", "s/ascmhl", true, true),
            ("ascmhl/", "ascmhl", false, false),
            ("/proxy", "proxy", true, true), ("/proxy", "s/proxy", true, false), ("b/proxy", "b/proxy", true, true),
            ("b/proxy", "a/b/proxy", true, false), ("**/proxy", "a/b/proxy", true, true),
            ("**/proxy", "proxy", true, true),
            ("a/**", "a/b/c", false, true), ("a/**/c", "a/c", false, true), ("a/**/c", "a/b/d/c", false, true),
            ("a/*", "a/b/c", false, false), ("a?c", "abc", false, true), ("a?c", "a\u{E9}c", false, true),
            ("a?c", "a/c", false, false),
            ("[a-c]x", "bx", false, true), ("[!a-c]x", "bx", false, false), ("[!a-c]x", "dx", false, true),
            ("\\*x", "*x", false, true), ("\\*x", "ax", false, false), ("# x", "# x", false, false),
            ("[x", "[x", false, false),
        ])
    func git(_ pattern: String, _ path: String, _ isFolder: Bool, _ isIgnored: Bool) throws {
        let place = try #require(RelativePath(path))
        #expect(IgnorePatterns([pattern]).leavesOut(place, isFolder: isFolder) == isIgnored)
    }

    @Test("the last pattern that matches decides")
    func last() {
        let patterns = IgnorePatterns(["*.tmp", "!keep.tmp", "*.tmp"])
        #expect(patterns.texts == ["*.tmp", "!keep.tmp"])
        #expect(!patterns.leavesOut("keep.tmp", isFolder: false))
        #expect(patterns.leavesOut("other.tmp", isFolder: false))
    }

    @Test("a pattern of many stars does not stop the run")
    func stars() throws {
        let pattern = String(repeating: "*a", count: 40) + "b"
        let name = try #require(RelativePath(String(repeating: "a", count: 200)))
        #expect(!IgnorePatterns([pattern]).leavesOut(name, isFolder: false))
    }
}
