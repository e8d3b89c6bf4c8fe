import Checksums
import FileTree
import Manifests
import Testing

@Suite("What the reference tools say", .enabled(if: Judge.isThere), .serialized)
struct ReferenceToolTests {
    @Test("every sealable checksum passes schema, verify, verify -dh and diff", arguments: ChecksumAlgorithm.sealable)
    func everyAlgorithm(_ algorithm: ChecksumAlgorithm) throws {
        let roll = try Roll()
        try roll.seal(roll.request([algorithm]))
        try Judge.expectGood(roll)
    }

    @Test("all checksums at once pass")
    func allAlgorithms() throws {
        let roll = try Roll()
        try roll.seal(roll.request([.xxh64, .c4, .md5, .sha1, .xxh3, .xxh128]))
        try Judge.expectGood(roll)
    }

    @Test(
        "names that break other tools pass",
        arguments: [
            "two  spaces .mov", " lead", "a&b<c>d\"e'f]]>.mov", "%20", "back\\slash", "tab\there", "cr\rhere",
            "line\nbreak",
            "clapper \u{1F3AC}", "caf\u{E9}", "cafe\u{301}", "\u{65E5}\u{672C}", "._alone.mov", "-rf",
        ])
    func names(_ name: String) throws {
        let roll = try Roll([name: "abc", "f/" + name: "hello", "empty": ""])
        try roll.seal(roll.request())
        try Judge.expectGood(roll)
    }

    @Test("two names that differ only in composition pass side by side")
    func twins() throws {
        let roll = try Roll(["x": "1"])
        try roll.add(Array("caf\u{E9}".utf8), "one")
        try roll.add(Array("cafe\u{301}".utf8), "two")
        try roll.seal(roll.request())
        try Judge.expectGood(roll)
    }

    @Test("a roll of nothing, or of empty folders alone, is valid")
    func empty() throws {
        for files in [[:], ["e/": ""]] as [[String: String]] {
            let roll = try Roll(files)
            try roll.seal(roll.request())
            try Judge.expectValid(roll)
        }
    }

    @Test("author, comment, ignored names and failed files pass")
    func everythingElse() throws {
        let roll = try Roll()
        var request = try roll.request([.xxh64, .md5])
        request.creator.author = "Ana <a@b.c>"
        request.creator.comment = "A & B"
        request.ignore = ["proxy/", "*.tmp"]
        request.failed = [
            FailedFile(path: try path("s/lost.mov"), reason: "the device reported an error <EIO>"),
            FailedFile(path: try #require(RelativePath([0x61, 0xFF, 0x01])), reason: "x"),
        ]
        try roll.seal(request)
        try Judge.expectGood(roll)
    }

    @Test("generations of ours and of the reference continue each other", arguments: ChecksumAlgorithm.sealable)
    func takingTurns(_ algorithm: ChecksumAlgorithm) throws {
        let roll = try Roll()
        try roll.seal(roll.request([.xxh64]))
        #expect(try Judge.run("ascmhl", "create", "-h", "xxh64", roll.path).status == 0)
        try Judge.expectGood(roll)
        try roll.add(["c.mov": "new", "s/d.mov": "new too"])
        try roll.seal(roll.request([.xxh64], computing: [.xxh64, algorithm].unique, after: 60))
        // Not verify -dh: it compares the grown folders with every older generation, its own as well as ours.
        try Judge.expectGood(roll, folderHashes: false)
        #expect(try Judge.run("ascmhl", "create", "-h", "xxh64", roll.path).status == 0)
        try Judge.expectGood(roll, folderHashes: false)
        #expect(try roll.history().generations.map(\.process) == ["transfer", "in-place", "transfer", "in-place"])
    }

    @Test("a history the reference began is continued with its own checksum", arguments: ChecksumAlgorithm.sealable)
    func continuing(_ algorithm: ChecksumAlgorithm) throws {
        let roll = try Roll()
        #expect(try Judge.run("ascmhl", "create", "-h", algorithm.rawValue, roll.path).status == 0)
        try roll.add(["c.mov": "new"])
        try roll.seal(roll.request([.xxh64, algorithm].unique))
        try Judge.expectGood(roll)
        let record = try #require(roll.history().record(for: path("a.mov")))
        #expect(Set(record.checksums.map(\.algorithm)) == [.xxh64, algorithm])
    }

    @Test("our folder hashes are the reference's", arguments: ChecksumAlgorithm.sealable)
    func folderHashes(_ algorithm: ChecksumAlgorithm) throws {
        let files = ["a&b": "x", "deep/er/z": "", "deep/y": "same", "deep/x": "same", "none/": ""]
        let ours = try Roll(files)
        let theirs = try Roll(files)
        try ours.seal(ours.request([algorithm]))
        #expect(try Judge.run("ascmhl", "create", "-h", algorithm.rawValue, theirs.path).status == 0)
        let pattern = try Regex("<\(algorithm.rawValue)[^>]*>([^<]+)<")
        let hashes = { (text: String) in
            text.matches(of: pattern).compactMap { $0.output[1].substring.map(String.init) }.sorted()
        }
        #expect(try hashes(ours.manifest()) == hashes(theirs.manifest()))
    }

    @Test("nested histories pass, each with its own checksum")
    func nested() throws {
        let roll = try Roll(["top.txt": "t", "A001/a.mov": "abc", "A002/x/b.mov": "hello", "Day/A003/c.mov": "c"])
        #expect(try Judge.run("ascmhl", "create", "-h", "xxh64", roll.path + "/A001").status == 0)
        #expect(try Judge.run("ascmhl", "create", "-h", "xxh64", roll.path + "/A002").status == 0)
        #expect(try Judge.run("ascmhl", "create", "-h", "xxh64", roll.path + "/Day/A003").status == 0)
        #expect(try Judge.run("ascmhl", "create", "-h", "xxh64", roll.path + "/Day").status == 0)
        let receipt = try roll.seal(roll.request())
        #expect(receipt.manifests.map(\.generation) == [3, 2, 2, 2, 1])
        try Judge.expectGood(roll)
        #expect(try Judge.run("ascmhl", "create", "-h", "xxh64", roll.path).status == 0)
        try Judge.expectGood(roll)
        let history = try roll.history(includingNested: true)
        #expect(history.count == 4)
    }

    @Test("a changed, a missing and a new file are told from our manifest alone")
    func damage() throws {
        let roll = try Roll()
        try roll.seal(roll.request())
        try roll.disk.remove(try path("Y/s/b.txt"))
        #expect(try Judge.run("ascmhl-debug", "verify", roll.path).status == 10)
        try roll.add(["n": "n"])
        #expect(try Judge.run("ascmhl-debug", "verify", roll.path).status == 21)
        try roll.disk.remove(try path("Y/a.mov"))
        try roll.add(["a.mov": "abX"])
        #expect(try Judge.run("ascmhl-debug", "verify", roll.path).status == 11)
    }
}

extension Array where Element: Hashable {
    fileprivate var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
