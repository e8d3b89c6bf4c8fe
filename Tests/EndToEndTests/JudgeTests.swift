import FileTree
import Foundation
import RushesFixtures
import Testing

@Suite("What the reference tools say of what rushes sealed", .enabled(if: Judge.isThere))
struct JudgeTests {
    /// The tree of the field notes' vectors: a.mov holds abc, s/b.txt holds hello, e is an empty folder.
    static let small: CardBuilder = ["a.mov": "abc", "s/b.txt": "hello", "e": .folder]

    @Test(
        "each checksum passes verify, verify -dh, diff and both schemas",
        arguments: ["xxh64", "xxh3", "xxh128", "md5", "sha1", "c4", "xxh64,md5", "c4,md5,sha1,xxh128,xxh3,xxh64"])
    func checksums(_ names: String) throws {
        try Stage.with { stage in
            #expect(try stage.rushes("ingest", "A001", "--to", "A", "--hash", names).status == 0)
            try Judge.expectGood("A/A001", on: stage)
        }
    }

    @Test(
        "root hashes are the vectors that the reference gave",
        arguments: [
            ("xxh64", "7f02dc509efce003", "b024d062fa7cf8a5"),
            ("md5", "f392eb991c3a3cef1b28617d2d8917a8", "6c1979c5f0f8badfcb9a83bd40d60285"),
        ])
    func rootHashes(_ name: String, _ content: String, _ structure: String) throws {
        try Stage.with(Self.small) { stage in
            #expect(try stage.rushes("ingest", "A001", "--to", "A", "--hash", name).status == 0)
            let manifest = try stage.text("A/A001/ascmhl/" + Judge.manifests(of: "A/A001", on: stage)[0])
            let root = try #require(manifest.firstMatch(of: /<roothash>[\s\S]*<\/roothash>/)).output
            let hashes = root.matches(of: /<(?:xxh64|md5)[^>]*>([0-9a-f]+)</).map { String($0.1) }
            #expect(hashes == [content, structure])
        }
    }

    @Test("a folder that was sealed where it lies, and what a verification appended, pass")
    func sealedAndRecorded() throws {
        try Stage.with { (stage) throws in
            #expect(try stage.rushes("seal", "A001", "--hash", "md5").status == 0)
            try Judge.expectGood("A001", on: stage)
            #expect(try stage.rushes("verify", "A001", "--record").status == 0)
            try Judge.expectGood("A001", on: stage)
            #expect(try stage.rushes("seal", "A001").status == 0)
            try Judge.expectGood("A001", on: stage)
            #expect(try Judge.manifests(of: "A001", on: stage).count == 3)
        }
    }

    @Test("what the reference sealed is verified, and a difference is found")
    func verifiesTheReference() throws {
        try Stage.with { (stage) throws in
            try Judge.expectContent("ascmhl", "create", "A001", "-h", "c4", on: stage)
            try Judge.expectContent("ascmhl", "create", "A001", "-h", "md5", on: stage)
            let whole = try stage.rushes("verify", "A001", "--dirs")
            #expect(whole.status == 0, "\(whole.testDescription)")
            try stage.flip("A001/INDEX.TXT", at: 0)
            #expect(try stage.rushes("verify", "A001").status == 11)
        }
    }

    @Test("every name that the reference can carry passes")
    func names() throws {
        try Stage.with(try Self.problems()) { stage in
            #expect(try stage.rushes("ingest", "A001", "--to", "A", "--mhl1", "--hash", "xxh64,md5").status == 0)
            try Judge.expectGood("A/A001", on: stage)
        }
    }

    @Test(
        "every card of sample-media passes",
        arguments: ["cards/A001R2GJ", "cards/B002R1AB", "cards/C003", "cards/D004", "sound/SR001", "problems"])
    func sampleMedia(_ card: String) throws {
        let package = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardized.path
        try Stage.with { stage in
            #expect(
                try stage.rushes("ingest", package + "/sample-media/" + card, "--to", "A", "--as", "roll").status == 0)
            try Judge.expectGood("A/roll", on: stage)
        }
    }

    /// What sample-media/problems and `make-sample-media --problems` hold, as far as XML can carry the names.
    private static func problems() throws -> CardBuilder {
        var names = [
            " leading space", "trailing space ", "two  spaces", "a&b<c>d\"e'f]]>", "%20 %s", "back\\slash", "ta\tb",
            "carriage\rreturn", "new\nline", "clapper \u{1F3AC}", "caf\u{E9}", "cafe\u{301}",
            "\u{1112}\u{1161}\u{11AB}",
            "\u{65E5}\u{672C}", "right-to-left \u{202E}vom", "no\u{A0}break", "$HOME `id`", "star*colon:bar|question?",
            "-rf", "._alone", ".hidden", "Case", "case", String(repeating: "l", count: 250),
        ]
        names += names.prefix(4).map { "deep/er/" + $0 }
        var card: CardBuilder = ["empty": "", "empty folder/empty too": .folder]
        for name in names { card[try #require(RelativePath(Array(name.utf8)))] = .bytes(Array(name.utf8)) }
        return card
    }

    @Test("simple-mhl accepts the legacy list beside the roll, and the roll's own history stays clean")
    func legacyList() throws {
        try Stage.with { stage in
            #expect(try stage.rushes("ingest", "A001", "--to", "A", "--mhl1", "--hash", "xxh64,md5,sha1").status == 0)
            let names = try FileManager.default.contentsOfDirectory(atPath: stage.path + "/A")
            let list = try #require(names.first { $0.hasSuffix(".mhl") })
            try Judge.expectContent("simple-mhl", "verify", "A/" + list, on: stage)
            try Judge.expectContent("simple-mhl", "xsd-schema-check", "A/" + list, on: stage)
            try Judge.expectGood("A/A001", on: stage)
        }
    }

    @Test("the reference's generation on top of ours, then ours of the grown card, stay valid")
    func takingTurns() throws {
        try Stage.with { stage in
            #expect(try stage.rushes("ingest", "A001", "--to", "A").status == 0)
            try Judge.expectContent("ascmhl", "create", "-h", "xxh64", "A/A001", on: stage)
            try Judge.expectGood("A/A001", on: stage)
            try stage.add("A001", ["CLIP/A001C003.mov": .random(1000)])
            #expect(try stage.rushes("ingest", "A001", "--to", "A").status == 0)
            try Judge.expectGood("A/A001", on: stage, folderHashes: false)
            try Judge.expectContent("ascmhl", "create", "-h", "xxh64", "A/A001", on: stage)
            try Judge.expectGood("A/A001", on: stage, folderHashes: false)
            let numbers = try Judge.manifests(of: "A/A001", on: stage).map { $0.prefix(4) }
            #expect(numbers == ["0001", "0002", "0003", "0004"])
        }
    }
}

@Suite("Cards that bring manifests of their own", .enabled(if: Judge.isThere))
struct CardManifestTests {
    @Test(
        "a history the reference began is continued with a next generation", arguments: ["xxh64", "md5", "c4", "sha1"])
    func continued(_ name: String) throws {
        try Stage.with { stage in
            try Judge.expectContent("ascmhl", "create", "-h", name, "A001", on: stage)
            let screen = try stage.rushes("ingest", "A001", "--to", "A")
            #expect(screen.status == 0)
            #expect(screen.output.contains("4 of 4 files matched the manifest they came with."))
            #expect(try Judge.manifests(of: "A/A001", on: stage).map { $0.prefix(4) } == ["0001", "0002"])
            try Judge.expectGood("A/A001", on: stage)
            #expect(try stage.rushes("ingest", "A001", "--to", "A").status == 0)
        }
    }

    @Test("nested histories are continued each, and the roll gets its own")
    func nested() throws {
        try Stage.with(["top.txt": "t", "R1/a.mov": "abc", "Day/R2/b.mov": "hello"]) { stage in
            for folder in ["R1", "Day/R2"] {
                try Judge.expectContent("ascmhl", "create", "-h", "xxh64", "A001/" + folder, on: stage)
            }
            let screen = try stage.rushes("ingest", "A001", "--to", "A")
            #expect(screen.status == 0)
            #expect(screen.output.contains("2 of 2 files matched the manifest they came with."))
            try Judge.expectGood("A/A001", on: stage)
            let generations = try ["A/A001", "A/A001/R1", "A/A001/Day/R2"].map { roll in
                try Judge.manifests(of: roll, on: stage).count
            }
            #expect(generations == [1, 2, 2])
        }
    }

    @Test("MHL v1.1 and checksum lists are compared in the same read", arguments: ["mhl", "md5"])
    func lists(_ kind: String) throws {
        try Stage.with { stage in
            if kind == "mhl" {
                try Judge.expectContent("simple-mhl", "seal", "-a", "md5", "A001", on: stage)
            } else {
                let seal = "cd A001 && find . -type f ! -name '*.md5' -exec md5sum {} + > card.md5"
                let list = try RunningCommand("/bin/sh", ["-c", seal], in: stage.path)
                #expect(try list.finished().status == 0)
            }
            let whole = try stage.rushes("ingest", "A001", "--to", "A")
            #expect(whole.output.contains("4 of 4 files matched the manifest they came with."))

            try stage.flip("A001/CLIP/A001C002.mov", at: 100_000)
            let screen = try stage.rushes("ingest", "A001", "--to", "B")
            #expect(screen.status == 11)
            #expect(screen.output.contains("3 of 4 files matched the manifest they came with."))
            #expect(screen.output.contains("CLIP/A001C002.mov does not match the card's own manifest "))
            #expect(try stage.tree("B").allSatisfy { !$0.hasPrefix("A001/") && !$0.hasSuffix("A001C002.mov") })
        }
    }

    @Test("a file that fails the history it came with gets no final name")
    func failsItsHistory() throws {
        try Stage.with { stage in
            try Judge.expectContent("ascmhl", "create", "-h", "xxh64", "A001", on: stage)
            try stage.flip("A001/CLIP/A001C001.mov", at: 1)
            let screen = try stage.rushes("ingest", "A001", "--to", "A")
            #expect(screen.status == 11)
            let verdict = "A001 NOT COMPLETE: 1 file not what the card's first read or manifest says. Keep the card."
            #expect(screen.output.contains(verdict))
            #expect(try stage.tree("A").allSatisfy { !$0.hasPrefix("A001/") && !$0.hasSuffix("A001C001.mov") })
        }
    }
}
