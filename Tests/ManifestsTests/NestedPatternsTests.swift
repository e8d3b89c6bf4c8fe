import FileTree
import Testing

@testable import Manifests

@Suite("Patterns of a folder and of one below it")
struct NestedPatternsTests {
    static let downwards: [(pattern: String, folder: String, expected: String?)] = [
        ("*.tmp", "A", "*.tmp"), ("proxy/", "A/B", "proxy/"), ("!keep.tmp", "A", "!keep.tmp"),
        ("/proxy", "A", nil), ("A/proxy", "A", "/proxy"), ("/A/proxy/", "A", "/proxy/"), ("!A/x", "A", "!/x"),
        ("B/proxy", "A", nil), ("A/B/x", "A/B", "/x"), ("A/x", "A/B", nil), ("A/", "A", "A/"), ("/A", "A", nil),
        ("*/proxy", "A", "/proxy"), ("A?/x", "A1", "/x"), ("**/x", "A/B", "/**/x"), ("A/**/x", "A/B", "/**/x"),
        ("A/**", "A/B", "/**"),
    ]

    @Test("a pattern is shortened by the way down, or does not hold there", arguments: downwards)
    func below(_ pattern: String, _ folder: String, _ expected: String?) throws {
        let found = NestedPatterns.texts([pattern], below: try path(folder))
        #expect(found == (expected.map { [$0] } ?? []))
    }

    static let upwards: [(pattern: String, folder: String, expected: String?)] = [
        ("*.tmp", "A", "A/**/*.tmp"), ("proxy/", "A/B", "A/B/**/proxy/"), ("/proxy", "A", "A/proxy"),
        ("a/b", "A", "A/a/b"), ("!/x", "A", "!A/x"), ("ascmhl/", "A", nil), ("x", "A[1]*", "A\\[1]\\*/**/x"),
        ("x", "#1", "\\#1/**/x"),
    ]

    @Test("seen from above, a pattern is led by the way there, whose signs are plain names", arguments: upwards)
    func above(_ pattern: String, _ folder: String, _ expected: String?) throws {
        let found = NestedPatterns.texts([pattern], above: try path(folder))
        #expect(found == (expected.map { [$0] } ?? []))
    }

    @Test("what a pattern says from above is what it says below")
    func meaning() throws {
        for (pattern, name, isLeftOut) in [
            ("*.tmp", "x.tmp", true), ("*.tmp", "d/x.tmp", true), ("/p", "p", true), ("/p", "d/p", false),
        ] {
            let lower = try path("A[1]")
            let upper = IgnorePatterns(NestedPatterns.texts([pattern], above: lower))
            let file = try path(name)
            let elsewhere = try path("B/" + name)
            #expect(upper.leavesOut(lower.appending(file), isFolder: false) == isLeftOut)
            #expect(IgnorePatterns([pattern]).leavesOut(file, isFolder: false) == isLeftOut)
            #expect(!upper.leavesOut(elsewhere, isFolder: false))
        }
    }
}
