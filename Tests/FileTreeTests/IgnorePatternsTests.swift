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

    @Test(
        "over a whole tree a pattern takes what it matches with all that lies within",
        arguments: [
            (["VFX/**"], ["VFX/a", "VFX/a/b.exr", "VFX/tmp", "VFX/tmp/c.exr"]),
            (["VFX"], ["VFX", "VFX/a", "VFX/a/b.exr", "VFX/tmp", "VFX/tmp/c.exr", "x/VFX"]),
            (["/VFX"], ["VFX", "VFX/a", "VFX/a/b.exr", "VFX/tmp", "VFX/tmp/c.exr"]),
            (["*.exr"], ["VFX/a/b.exr", "VFX/tmp/c.exr", "d.exr"]),
            (["*/"], ["VFX", "VFX/a", "VFX/a/b.exr", "VFX/tmp", "VFX/tmp/c.exr", "x", "x/VFX"]),
            (["**/b.exr"], ["VFX/a/b.exr"]), (["VFX/*"], ["VFX/a", "VFX/a/b.exr", "VFX/tmp", "VFX/tmp/c.exr"]),
            (["VFX/**/*.exr"], ["VFX/a/b.exr", "VFX/tmp/c.exr"]),
            (["VFX/**/c.exr", "x/**"], ["VFX/tmp/c.exr", "x/VFX"]),
            (["VFX/**", "!VFX/tmp"], ["VFX/a", "VFX/a/b.exr"]),
            (["VFX/**", "!*.exr", "c.exr"], ["VFX/a", "VFX/tmp", "VFX/tmp/c.exr"]), (["vfx/**"], []), ([], []),
            ([String(repeating: "VFX/", count: IgnorePatterns.mostParts) + "x"], []),
        ])
    func tree(_ patterns: [String], _ expected: [String]) throws {
        let disk = CrashDisk()
        let folder: CardBuilder = ["VFX/a/b.exr": "b", "VFX/tmp/c.exr": "c", "d.exr": "d", "x/VFX": "a file"]
        try folder.write(to: disk)
        let tree = try TreeWalk.snapshot(of: disk)
        let taken = IgnorePatterns(patterns).taken(in: tree)
        #expect(tree.entries.indices.filter { taken[$0] }.map { tree.path(of: $0).description } == expected)
    }

    @Test("over a tree patterns match as they do one by one, for every name that no folder gives away")
    func agreement() throws {
        let names = ["a", "b", "ab", "a.x"]
        let disk = CrashDisk()
        var folder: CardBuilder = [:]
        for one in names {
            for two in names {
                for three in names { folder[RelativePath(stringLiteral: "\(one)/\(two)/\(three)")] = .bytes([1]) }
            }
        }
        try folder.write(to: disk)
        let tree = try TreeWalk.snapshot(of: disk)
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<400 {
            let parts = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                ["a", "b", "a*", "?", "**", "[ab]", "*.x"].randomElement(using: &generator) ?? "a"
            }
            let patterns = IgnorePatterns([parts.joined(separator: "/")])
            let taken = patterns.taken(in: tree)
            for number in tree.entries.indices.dropFirst() where !taken[Int(tree.entries[number].parent)] {
                let isFolder = tree.entries[number].kind == .folder
                #expect(
                    taken[number] == patterns.leavesOut(tree.path(of: number), isFolder: isFolder),
                    "\(patterns.texts) \(tree.path(of: number))")
            }
        }
    }
}
