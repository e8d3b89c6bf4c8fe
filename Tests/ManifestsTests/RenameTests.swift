import Checksums
import FileTree
import Manifests
import RushesFixtures
import Testing

@Suite("Renames")
struct RenameTests {
    /// A file for a search: `name:content`, the size being that of the content.
    private func files(_ texts: [String]) throws -> [Rename.Candidate] {
        try texts.map { text in
            let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            let bytes = Array(parts[1].utf8)
            return Rename.Candidate(
                path: try path(parts[0]), size: ByteCount(Int64(bytes.count)), checksums: [.of(bytes, .xxh64)])
        }
    }

    @Test(
        "a file whose name only came to be composed otherwise is the same file, whatever was asked for",
        arguments: [("e\u{301}", "\u{E9}"), ("\u{E9}", "e\u{301}")], [[ChecksumAlgorithm.md5], [.xxh64]])
    func respelled(_ names: (String, String), _ asked: [ChecksumAlgorithm]) throws {
        let roll = try Roll(["\(names.0).mov": "abc", "b.mov": "abc"])
        try roll.record([.md5])
        try roll.move("\(names.0).mov", to: "\(names.1).mov")
        let receipt = try roll.record(asked, after: 60)
        #expect((receipt.original, receipt.verified, receipt.renamed.count, receipt.failed) == (0, 2, 1, []))
        #expect(try Array(roll.manifest(2).utf8).contains(Array("<previousPath>\(names.0).mov</previousPath>".utf8)))
        let again = try roll.record(asked, after: 120)
        #expect((again.original, again.verified, again.renamed.count) == (0, 2, 0))
    }

    @Test("a file whose name is composed otherwise and whose content is another fails, and its record stays as it was")
    func respelledAndFailed() throws {
        let roll = try Roll(["e\u{301}.mov": "abc", "b.mov": "abc"])
        try roll.record()
        try roll.move("e\u{301}.mov", to: "\u{E9}.mov")
        try roll.change("\u{E9}.mov", to: "abd")
        for generation in 2...3 {
            let receipt = try roll.record(after: Int64(generation) * 60)
            #expect((receipt.original, receipt.verified, receipt.renamed.count) == (0, 1, 0))
            #expect(receipt.failed.count == 1)
            #expect(try roll.manifest(generation).contains("under another spelling of their names: 1."))
        }
        try roll.change("\u{E9}.mov", to: "abc")
        #expect(try roll.record(after: 240).renamed.count == 1)
    }

    @Test("two files of one name, each composed in its own way, are two files")
    func bothSpellings() throws {
        let roll = try Roll(["e\u{301}.mov": "abc"])
        try roll.record()
        try roll.add(["\u{E9}.mov": "abc"])
        let receipt = try roll.record(after: 60)
        #expect((receipt.original, receipt.verified, receipt.renamed.count) == (1, 1, 0))
    }

    static let cases: [(missing: [String], new: [String], expected: [String])] = [
        (["a:x"], ["b:x"], ["a > b"]),
        (["a:x"], ["b:y"], []),
        // Alike: which one it is now, nobody can say.
        (["a:x"], ["b:x", "c:x"], []),
        (["a:x", "b:x"], ["c:x"], []),
        (["a:x", "b:x"], ["c:x", "d:x"], []),
        // Its own name says it, then its folder.
        (["d/a:x", "d/b:x"], ["e/a:x", "e/b:x"], ["d/a > e/a", "d/b > e/b"]),
        (["d/a:x"], ["e/a:x", "d/b:x"], ["d/a > e/a"]),
        (["d/a:x"], ["e/b:x", "d/c:x"], ["d/a > d/c"]),
        (["d/a:x", "e/a:x"], ["f/a:x"], []),
        (["d/a:x", "e/b:x"], ["f/a:x", "g/c:x"], ["d/a > f/a", "e/b > g/c"]),
        // What is empty says nothing.
        (["a:"], ["b:"], []),
        (["d/a:", "d/b:"], ["d/c:"], []),
        (["d/a:", "d/b:"], ["e/a:", "e/b:"], ["d/a > e/a", "d/b > e/b"]),
        ([], ["b:x"], []),
    ]

    @Test("one missing file and one new one of its content are one file", arguments: cases)
    func search(_ missing: [String], _ new: [String], _ expected: [String]) throws {
        let found = try Rename.among(missing: files(missing), new: files(new))
        #expect(found.map { "\($0.from) > \($0.to)" } == expected)
    }

    @Test("equal in one checksum and different in another, or in size, is not the same")
    func contradiction() throws {
        let name = try path("a")
        let other = try path("b")
        let md5 = Checksum.of([1], .md5)
        let old = Rename.Candidate(path: name, size: ByteCount(1), checksums: [md5, .of([1], .c4)])
        let new = Rename.Candidate(path: other, size: ByteCount(1), checksums: [md5, .of([2], .c4)])
        let long = Rename.Candidate(path: other, size: ByteCount(2), checksums: [md5])
        let unknown = Rename.Candidate(path: other, size: nil, checksums: [md5])
        #expect(Rename.among(missing: [old], new: [new]) == [])
        #expect(Rename.among(missing: [old], new: [long]) == [])
        #expect(Rename.among(missing: [old], new: [unknown]).count == 1)
    }

    @Test("twenty thousand files alike are told in no time that grows with their square")
    func alike() throws {
        let files = try (0..<20_000).map {
            Rename.Candidate(path: try path("d/\($0)"), size: ByteCount(1), checksums: [.of([1], .xxh64)])
        }
        let moved = try (0..<20_000).map {
            Rename.Candidate(path: try path("e/\($0)"), size: ByteCount(1), checksums: [.of([1], .xxh64)])
        }
        #expect(Rename.among(missing: files, new: moved).count == 20_000)
    }

    @Test("a renamed file is verified under its new name, with the former one")
    func recorded() throws {
        let roll = try Roll()
        try roll.record([.md5])
        try roll.move("a.mov", to: "s/c.mov")
        let receipt = try roll.record([.xxh64], after: 60, detectsRenames: true)
        #expect((receipt.original, receipt.verified, receipt.renamed.count) == (0, 2, 1))
        #expect(
            try lines(of: roll.manifest(2)) == [
                "s/b.txt md5 verified, xxh64 verified", "s/c.mov md5 verified, xxh64 verified, was a.mov",
            ])
        #expect(try roll.history().paths.map(\.description).sorted() == ["s/b.txt", "s/c.mov"])
        // The next one looks through the rename: a change after it is found, not taken for the original.
        try roll.change("s/c.mov", to: "abX")
        #expect(try roll.record(after: 120, detectsRenames: true).failed.count == 1)
    }

    @Test("a rename is written in the generation that records it, and in no later one")
    func once() throws {
        let roll = try Roll()
        try roll.record()
        try roll.move("a.mov", to: "c.mov")
        try roll.record(after: 60, detectsRenames: true)
        try roll.record(after: 120, detectsRenames: true)
        #expect(try !roll.manifest(3).contains("previousPath"))
        try roll.move("c.mov", to: "d.mov")
        try roll.record(after: 180, detectsRenames: true)
        #expect(try lines(of: roll.manifest(4)) == ["d.mov xxh64 verified, was c.mov", "s/b.txt xxh64 verified"])
    }

    @Test("a moved folder is a rename of each of its files, and folders get no former path")
    func folder() throws {
        let roll = try Roll(["d/a.mov": "abc", "d/b.mov": "hello", "d/empty": "", "x": "x"])
        try roll.record()
        try roll.move("d", to: "e")
        let receipt = try roll.record(after: 60, detectsRenames: true)
        #expect((receipt.original, receipt.renamed.count) == (0, 3))
        #expect(try roll.manifest(2).matches(of: /<previousPath>/).count == 3)
    }

    @Test("without asking, a renamed file is new, as it is for the reference")
    func unasked() throws {
        let roll = try Roll()
        try roll.record()
        try roll.move("a.mov", to: "c.mov")
        #expect(try roll.record(after: 60).original == 1)
    }

    @Test("what lies in a folder that could not be read is not taken for gone")
    func unreadable() throws {
        let roll = try Roll(["s/a.mov": "abc"])
        try roll.record()
        try roll.add(["copy.mov": "abc"])
        var request = try roll.recordRequest(after: 60, detectsRenames: true)
        // The third folder that is listed is `s`: before it come the roll and `ascmhl`.
        request.tree = try TreeWalk.snapshot(
            of: FailingDisk(roll.disk, failingAt: 3, only: [.list]), at: roll.place)
        #expect(request.tree.unreadable.map(\.place) == [try path("Y/s")])
        request.isPresent = Array(repeating: true, count: request.tree.entries.count)
        let receipt = try ASCMHL.record(request, roll.hashed(request), on: roll.disk, at: roll.place)
        #expect((receipt.original, receipt.renamed.count) == (1, 0))
    }
}
