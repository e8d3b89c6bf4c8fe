import Testing

@testable import Manifests

@Suite("Patterns of ignored names")
struct IgnorePatternTests {
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
    func git(_ pattern: String, _ path: String, _ isFolder: Bool, _ isIgnored: Bool) {
        #expect(IgnorePatterns([pattern]).ignores(Array(path.utf8), isFolder: isFolder) == isIgnored)
    }

    @Test("the last pattern that matches decides")
    func last() {
        let patterns = IgnorePatterns(["*.tmp", "!keep.tmp", "*.tmp"])
        #expect(patterns.texts == ["*.tmp", "!keep.tmp"])
        #expect(!patterns.ignores(Array("keep.tmp".utf8), isFolder: false))
        #expect(patterns.ignores(Array("other.tmp".utf8), isFolder: false))
    }

    @Test("a pattern of many stars does not stop the run")
    func stars() {
        let pattern = String(repeating: "*a", count: 40) + "b"
        #expect(!IgnorePatterns([pattern]).ignores(Array(repeating: UInt8(ascii: "a"), count: 200), isFolder: false))
    }
}
