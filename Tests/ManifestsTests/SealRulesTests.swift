import Checksums
import FileTree
import Manifests
import Testing

@Suite("The rules a manifest follows")
struct SealRulesTests {
    @Test("W1: the name carries number, roll and start, cut between characters to 255 bytes")
    func name() throws {
        let long = String(repeating: "\u{6620}", count: 80)
        let roll = try Roll(["a": "x"], name: "A001")
        var request = try roll.request()
        request.rollName = Array(long.utf8)
        let first = try #require(roll.seal(request).manifests.last)
        #expect(first.path.name.count == 253)
        #expect(
            String(decoding: first.path.name, as: UTF8.self) == "0001_" + long.prefix(75) + "_2026-11-22_010000Z.mhl")
        request = try roll.request(after: 1)
        request.rollName = [0x41, 0xFF, 0x1B, 0x42]
        let second = try #require(roll.seal(request).manifests.last)
        #expect(String(decoding: second.path.name, as: UTF8.self) == "0002_A__B_2026-11-22_010001Z.mhl")
    }

    @Test("W1: the roll's own name is used, not the one its folder has for now")
    func partialName() throws {
        let roll = try Roll(["a": "x"], name: "A001.partial")
        var request = try roll.request()
        request.rollName = Array("A001".utf8)
        let sealed = try #require(roll.seal(request).manifests.last)
        #expect(sealed.path.description == "A001.partial/ascmhl/0001_A001_2026-11-22_010000Z.mhl")
    }

    @Test("W3 and W4: hashes stand in the schema's order, lower case, with nothing around them")
    func order() throws {
        let roll = try Roll(["a.mov": "abc"])
        try roll.seal(roll.request([.xxh64, .xxh3, .sha1, .c4, .md5, .xxh128]))
        let lines = try roll.manifest().split(separator: "\n").compactMap { $0.firstMatch(of: /<(\w+) action=/) }
        #expect(lines.map { String($0.1) } == ["c4", "md5", "sha1", "xxh128", "xxh3", "xxh64"])
        #expect(try roll.manifest().contains(">44bc2cf5ad770999</xxh64>"))
    }

    @Test("W6: an empty file has size 0")
    func emptyFile() throws {
        let roll = try Roll(["z": ""])
        try roll.seal(roll.request())
        #expect(try roll.manifest().contains("<path size=\"0\""))
    }

    @Test(
        "W7: a name XML cannot carry is not listed, is counted, and is in the folder's hashes",
        arguments: [
            [0x61, 0xFF], [0x61, 0x1B], [0xEF, 0xBF, 0xBF],
        ] as [[UInt8]])
    func names(_ name: [UInt8]) throws {
        let roll = try Roll(["a.mov": "abc"])
        try roll.add(name, "hello")
        let receipt = try roll.seal(roll.request())
        #expect(receipt.listed == 1)
        #expect(receipt.unlistable == 1)
        let text = try roll.manifest()
        #expect(text.contains("<comment>Not listed, because XML cannot carry their names: 1.</comment>"))
        let content = Checksum.of(
            ["26c7827d889f6da3", "44bc2cf5ad770999"].flatMap { Checksum(.xxh64, text: $0)?.bytes ?? [] }, .xxh64)
        #expect(text.contains("<xxh64>\(content)</xxh64>"))
    }

    @Test("W8: the three patterns come first, then the history's, then the run's, each once")
    func patterns() throws {
        let roll = try Roll()
        var request = try roll.request()
        request.ignore = ["*.tmp", "ascmhl"]
        try roll.seal(request)
        request = try roll.request(after: 1)
        request.ignore = ["proxy/", "*.tmp"]
        try roll.seal(request)
        #expect(try roll.history().ignorePatterns == [".DS_Store", "ascmhl", "ascmhl/", "*.tmp", "proxy/"])
    }

    @Test("W8: what a pattern of the history ignores is neither listed nor hashed")
    func ignored() throws {
        let roll = try Roll()
        var request = try roll.request()
        request.ignore = ["*.tmp", "/proxy/"]
        try roll.seal(request)
        try roll.add(["x.tmp": "1", "s/y.tmp": "2", "proxy/a.mov": "3", "s/proxy": "kept"])
        #expect(try roll.seal(roll.request(after: 1)).listed == 3)
        let history = try roll.history()
        #expect(history.paths.map(\.description) == ["a.mov", "s/b.txt", "s/proxy"])
    }

    @Test("W9: without anything to list there is no hashes element")
    func nothing() throws {
        let roll = try Roll([:])
        try roll.seal(roll.request())
        #expect(try !roll.manifest().contains("<hashes"))
        #expect(try roll.history().count == 0)
    }

    @Test("W12: failed files stand in our own namespace, and come back from the history")
    func failedFiles() throws {
        let roll = try Roll(["a.mov": "abc", "lost.mov": "?", "s/b.txt": "hello"])
        var request = try roll.request(absent: ["lost.mov"])
        let odd = try #require(RelativePath([0x25, 0x1B, 0xFF, 0x61]))
        request.failed = [
            FailedFile(path: try path("lost.mov"), reason: "the device reported an error <EIO>"),
            FailedFile(path: odd, reason: "could not be opened\u{1}"),
        ]
        let receipt = try roll.seal(request)
        #expect(receipt.listed == 2)
        let text = try roll.manifest()
        #expect(text.contains("<comment>2 files of the card are not in this roll: see metadata.</comment>"))
        #expect(text.contains("<rushes:absent xmlns:rushes=\"urn:rushes:transfer:1\">"))
        #expect(text.contains("<rushes:absentName escaped=\"percent\">%25%1B%FFa</rushes:absentName>"))
        #expect(!text.contains("lost.mov</path>"))
        #expect(
            try roll.history().failed == [
                request.failed[0], FailedFile(path: odd, reason: "could not be opened_"),
            ])
    }

    @Test("W13: folders are hashed in the history's algorithm, and in one alone")
    func oneFolderAlgorithm() throws {
        let roll = try Roll()
        try roll.seal(roll.request([.md5]))
        try roll.seal(roll.request([.xxh64, .md5], after: 1))
        #expect(try roll.history().folderHashAlgorithms == [.md5])
        try roll.seal(roll.request([.xxh64], computing: [.xxh64, .md5], after: 2))
        #expect(try roll.manifest(3).contains("<md5>f392eb991c3a3cef1b28617d2d8917a8</md5>"))
        try roll.seal(roll.request([.xxh64], after: 3))
        #expect(try roll.history().folderHashAlgorithms == [.md5])
        let text = try roll.manifest(4)
        #expect(!text.contains("roothash"))
        #expect(text.contains("<content/>"))
    }

    @Test(
        "folder hashes are those of the specification's reference",
        arguments: [
            (.xxh64, "7f02dc509efce003", "b024d062fa7cf8a5"),
            (.md5, "f392eb991c3a3cef1b28617d2d8917a8", "6c1979c5f0f8badfcb9a83bd40d60285"),
        ] as [(ChecksumAlgorithm, String, String)])
    func rootHash(_ algorithm: ChecksumAlgorithm, _ content: String, _ structure: String) throws {
        let roll = try Roll()
        try roll.add(["s/.DS_Store": "Finder"])
        try roll.seal(roll.request([algorithm]))
        let lines = try roll.manifest().split(separator: "\n").map { $0.drop { $0 == " " } }
        let start = try #require(lines.firstIndex(of: "<roothash>"))
        #expect(
            lines[start..<start + 8] == [
                "<roothash>", "<content>", "<\(algorithm)>\(content)</\(algorithm)>", "</content>", "<structure>",
                "<\(algorithm)>\(structure)</\(algorithm)>", "</structure>", "</roothash>",
            ])
    }

    @Test("without the proof of a file that is there, nothing is said of folders")
    func unverified() throws {
        let roll = try Roll()
        var request = try roll.request(absent: ["a.mov"])
        request.isPresent = request.isPresent.map { _ in true }
        try roll.seal(request)
        #expect(try !roll.manifest().contains("roothash"))
        #expect(try roll.history().count == 1)
    }

    @Test(
        "an author's address is an attribute only if the schema takes it",
        arguments: [
            ("Ana <a@b.c>", "<author email=\"a@b.c\">Ana</author>"), ("Ana <a@b>", "<author>Ana &lt;a@b&gt;</author>"),
            ("Ana", "<author>Ana</author>"), ("<a@b.c>", "<author>&lt;a@b.c&gt;</author>"),
        ])
    func author(_ text: String, _ expected: String) throws {
        let roll = try Roll()
        var request = try roll.request()
        request.creator.author = text
        try roll.seal(request)
        #expect(try roll.manifest().contains(expected))
    }

    @Test(
        "a checksum ASC MHL cannot carry is refused before anything is written",
        arguments: [[.sha256], [.xxh32], []] as [[ChecksumAlgorithm]])
    func refused(_ algorithms: [ChecksumAlgorithm]) throws {
        let roll = try Roll()
        let request = try roll.request(algorithms, computing: algorithms + [.xxh64])
        let refusal = #expect(throws: ManifestError.self) { try roll.seal(request) }
        #expect(refusal?.code == .cannotCarry)
        #expect(try ASCMHL.history(on: roll.disk, at: roll.place)?.count == nil)
    }
}
