import FileTree
import Testing

@Suite("RelativePath") struct RelativePathTests {
    @Test(
        "a path that could leave its root is refused",
        arguments: [
            "", "/", "/A", "//A", "A/", "A//B", ".", "./A", "A/.", "A/./B", "..", "../A", "A/..", "A/../B", "A/B/../..",
            "A\0B", "\0", "A/\0",
        ])
    func refused(text: String) {
        #expect(RelativePath(text) == nil)
    }

    @Test(
        "a path of names is kept as it is",
        arguments: ["A", "A/B.mov", "...", "A/..B", ".hidden", "A B/ c ", "é/🎬", "\\", "-"])
    func kept(text: String) throws {
        let path = try #require(RelativePath(text))
        #expect(path.text == text)
        #expect(path.description == text)
        #expect(path.components.map { Array($0) } == text.split(separator: "/").map { Array($0.utf8) })
    }

    @Test("bytes that are not UTF-8 are a name like any other")
    func rawBytes() throws {
        let path = try #require(RelativePath([0x41, 0x2F, 0xFF, 0xFE]))
        #expect(path.text == nil)
        #expect(path.description == "A/\u{FFFD}\u{FFFD}")
        #expect(Array(path.name) == [0xFF, 0xFE])
        #expect(path.parent.bytes == [0x41])
    }

    @Test("names that only look equal are different paths")
    func composition() {
        let composed = RelativePath(Array("é".utf8))
        let decomposed = RelativePath(Array("e\u{301}".utf8))
        #expect(composed != nil)
        #expect(composed != decomposed)
    }

    @Test(
        "a path lies within itself and its folders, and in nothing that merely starts alike",
        arguments: [
            ("A/B", "A", true), ("A/B", "A/B", true), ("A/B/C", "A/B", true), ("AB", "A", false), ("A", "A/B", false),
            ("A/BC", "A/B", false), ("B", "A", false),
        ])
    func liesWithin(inner: String, outer: String, expected: Bool) throws {
        let inner = try #require(RelativePath(inner))
        #expect(try inner.lies(within: #require(RelativePath(outer))) == expected)
        #expect(inner.lies(within: .root))
        #expect(!RelativePath.root.lies(within: inner))
    }

    @Test("appending takes one name, or another path")
    func appending() throws {
        let folder = try #require(RelativePath(Array("A".utf8)))
        #expect(folder.appending("B".utf8)?.text == "A/B")
        #expect(RelativePath.root.appending("B".utf8)?.text == "B")
        for name in ["", ".", "..", "B/C", "B\0"] { #expect(folder.appending(name.utf8) == nil) }
        #expect(folder.appending(folder).text == "A/A")
        #expect(folder.appending(.root) == folder)
        #expect(RelativePath.root.appending(folder) == folder)
    }

    @Test("the root is the only path without a name")
    func root() throws {
        #expect(RelativePath.root.isRoot)
        #expect(RelativePath.root.name.isEmpty)
        #expect(RelativePath.root.components.isEmpty)
        #expect(RelativePath.root.description == ".")
        #expect(RelativePath.root.parent == .root)
        #expect(try #require(RelativePath(Array("A".utf8))).parent == .root)
    }

    @Test("order is that of the raw bytes")
    func order() {
        let names = ["B", "a", "A/B", "A", "A-"].compactMap { RelativePath(Array($0.utf8)) }
        #expect(names.sorted().map(\.description) == ["A", "A-", "A/B", "B", "a"])
    }
}
