import FileTree
import Foundation
import Glibc
import RushesFixtures
import Testing

@Suite("Rushes and the reference on one folder: nested histories, parts and lists", .enabled(if: Judge.isThere))
struct InteropTreeTests {
    /// A project of a day of two cards, each sealed in turn by another tool.
    private func project(_ body: (Stage) throws -> Void) throws {
        try Stage.with([:]) { (stage) throws in
            try stage.add(
                "P", ["Day01/A001/a.mov": "abc", "Day01/A002/b.mov": "hello", "Day01/day.txt": "d", "p.txt": "p"])
            #expect(try stage.ours("seal", "P/Day01/A001", "--hash", "xxh64") == 0)
            #expect(try stage.reference("create", "-h", "md5", "P/Day01/A002") == 0)
            #expect(try stage.ours("seal", "P/Day01", "--hash", "xxh64") == 0)
            #expect(try stage.reference("create", "-h", "xxh64", "P") == 0)
            try body(stage)
        }
    }

    @Test("15: nested histories made in turn are seen whole by both, and parents name their own children alone")
    func nested() throws {
        try project { (stage) throws in
            #expect(try stage.referenceVerify("P") == 0)
            #expect(try stage.ours("verify", "P") == 0)
            #expect(try stage.ours("diff", "P") == 0)
            #expect(try stage.reference("info", "P") == 0)
            let day = try stage.generation(1, of: "P/Day01")
            #expect(day.contains("<path>A001/ascmhl/") && day.contains("<path>A002/ascmhl/"))
            let top = try stage.generation(1, of: "P")
            #expect(top.contains("<path>Day01/ascmhl/") && !top.contains("A001/ascmhl/"))
        }
    }

    @Test("16: damage in a nested history; where its folder is gone we say 30, the reference calls its files new")
    func nestedDamage() throws {
        try project { (stage) throws in
            try stage.write("hellO", to: "P/Day01/A002/b.mov")
            #expect(try stage.referenceVerify("P") == 11)
            #expect(try stage.ours("verify", "P") == 11)
        }
        try project { (stage) throws in
            try stage.remove("P/Day01/A001/ascmhl")
            #expect(try stage.referenceVerify("P") == 21)
            #expect(try stage.ours("verify", "P") == 30)
            #expect(try stage.ours("diff", "P") == 30)
        }
        // Somebody rewrote a child and its chain; only the parent knows what was there. The reference prints that.
        try project { (stage) throws in
            let manifest =
                "P/Day01/A001/ascmhl/" + (try #require(try Judge.manifests(of: "P/Day01/A001", on: stage).last))
            try stage.write(try stage.text(manifest) + " ", to: manifest)
            try stage.chainAnew("P/Day01/A001")
            #expect(try stage.referenceVerify("P") == 0)
            #expect(try stage.ours("verify", "P") == 31)
            #expect(try stage.ours("diff", "P") == 31)
        }
    }

    @Test("17: one file alone is recorded without hashes of folders")
    func single() throws {
        try Stage.vectors { (stage) throws in
            #expect(try stage.ours("seal", "T", "--only", "a.mov", "--hash", "xxh64") == 0)
            let manifest = try stage.generation(1)
            #expect(!manifest.contains("roothash") && !manifest.contains("directoryhash"))
            #expect(try stage.referenceVerify("-sf", "a.mov", "T") == 0)
            #expect(try stage.referenceVerify("-sf", "nope", "T") == 20)
            #expect(try stage.ours("verify", "T/a.mov") == 0)
            #expect(try stage.ours("verify", "T") == 21)
        }
    }

    @Test("18: a packing list of all levels, ours for the reference and the reference's for us")
    func flattened() throws {
        try project { (stage) throws in
            try stage.add("out", [:])
            try stage.add("theirs", [:])
            try stage.copy("P", to: "copy")
            for folder in ["copy", "copy/Day01", "copy/Day01/A001", "copy/Day01/A002"] {
                try stage.remove(folder + "/ascmhl")
            }
            #expect(try stage.ours("flatten", "P", "--output", "out") == 0)
            let list = try stage.only(".mhl", in: "out")
            #expect(try stage.referenceVerify("-pl", list, "P") == 0)
            #expect(try stage.referenceVerify("-pl", list, "copy") == 0)
            #expect(try stage.ours("verify", "copy", "--against", list) == 0)
            #expect(try stage.ours("diff", list, "copy") == 0)
            #expect(try stage.reference("flatten", "P", "theirs") == 0)
            let theirs = try #require(
                try stage.tree("theirs").isEmpty ? nil : Self.found(".mhl", below: stage.path + "/theirs"))
            #expect(try stage.ours("verify", "copy", "--against", theirs) == 0)
            #expect(try stage.ours("diff", theirs, "copy") == 0)
        }
    }

    private static func found(_ suffix: String, below folder: String) -> String? {
        FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }.first { $0.hasSuffix(suffix) }
            .map { folder + "/" + $0 }
    }

    @Test(
        "18: after a rename our list is whole; the reference's names the old file too, and fails itself",
        arguments: [(true, 21), (false, 10)] as [(Bool, Int32)])
    func flattenedRename(_ isOurs: Bool, _ theirStatus: Int32) throws {
        try Stage.vectors { (stage) throws in
            #expect(try stage.reference("create", "-h", "xxh64", "T") == 0)
            try stage.move("T/a.mov", to: "T/c.mov")
            if isOurs {
                #expect(try stage.ours("seal", "--detect-renames", "T", "--hash", "xxh64") == 0)
            } else {
                #expect(try stage.reference("create", "-dr", "-h", "xxh64", "T") == 0)
            }
            try stage.add("out", [:])
            try stage.add("theirs", [:])
            #expect(try stage.ours("flatten", "T", "--output", "out") == 0)
            let ours = try stage.only(".mhl", in: "out")
            #expect(try stage.referenceVerify("-pl", ours, "T") == 0)
            #expect(try stage.ours("verify", "T", "--against", ours) == 0)
            #expect(try stage.reference("flatten", "T", "theirs") == 0)
            let theirs = try #require(Self.found(".mhl", below: stage.path + "/theirs"))
            #expect(try stage.referenceVerify("-pl", theirs, "T") == theirStatus)
        }
    }

    @Test("19: patterns without a slash hold in both, and are inherited")
    func ignored() throws {
        try Stage.vectors { (stage) throws in
            try stage.add("T", ["x.tmp": "x", "proxy/p.mov": "p"])
            #expect(try stage.ours("seal", "T", "--ignore", "*.tmp", "--ignore", "proxy/") == 0)
            #expect(try stage.referenceVerify("T") == 0)
            #expect(try stage.reference("create", "-h", "xxh64", "T") == 0)
            #expect(try stage.generation(2).contains("<pattern>*.tmp</pattern>"))
            #expect(try stage.ours("verify", "T") == 0)
            #expect(try stage.ours("diff", "T") == 0)
        }
    }

    @Test("19: a pattern from the root holds for us; the reference's verify no longer knows it, its diff does")
    func ignoredFromRoot() throws {
        try Stage.vectors { (stage) throws in
            try stage.add("T", ["proxy/p.mov": "p", "s/proxy/q.mov": "q"])
            #expect(try stage.ours("seal", "T", "--ignore", "/proxy") == 0)
            #expect(try stage.ours("verify", "T") == 0)
            #expect(try stage.ours("diff", "T") == 0)
            #expect(try stage.referenceVerify("T") == 21)
        }
    }

    @Test("19: a pattern is not matched against folders above the roll, as the reference does")
    func ignoredAbove() throws {
        try Stage.with([:]) { (stage) throws in
            try stage.add("proxy/T", JudgeTests.small)
            #expect(try stage.ours("seal", "proxy/T", "--ignore", "proxy/", "--hash", "xxh64") == 0)
            #expect(try stage.rushes("verify", "proxy/T").output.contains("VERIFIED: 2 files"))
            #expect(try stage.referenceVerify("proxy/T") == 20, "it ignores the whole roll, and verifies nothing")
        }
    }

    @Test("23: a link to a folder, a broken one, a FIFO: we hang on none; the reference fails on what links lead to")
    func links() throws {
        try Stage.vectors { (stage) throws in
            #expect(symlink("/etc", stage.path + "/T/out") == 0)
            #expect(symlink("nothing", stage.path + "/T/broken") == 0)
            #expect(mkfifo(stage.path + "/T/pipe", 0o600) == 0)
            #expect(try stage.ours("seal", "T") == 0)
            #expect(try stage.ours("verify", "T") == 0)
            #expect(try stage.ours("diff", "T") == 0)
            #expect(!(try stage.generation(1).contains("passwd")))
            for name in ["out", "broken", "pipe"] { try stage.remove("T/" + name) }
            #expect(try stage.reference("create", "-h", "xxh64", "T") == 0)
            #expect(try stage.ours("verify", "T") == 0)
        }
    }

    @Test("24: lists of MHL v1.1: ours are accepted, and we accept theirs", arguments: ["md5", "sha1", "xxhash"])
    func legacy(_ algorithm: String) throws {
        try Stage.with { (stage) throws in
            let names = algorithm == "xxhash" ? "xxh64" : algorithm
            #expect(try stage.ours("ingest", "A001", "--to", "A", "--mhl1", "--hash", names, "--no-logs") == 0)
            let list = try stage.only(".mhl", in: "A")
            try Judge.expectContent("simple-mhl", "verify", list, on: stage)
            try Judge.expectContent("simple-mhl", "xsd-schema-check", list, on: stage)
            #expect(try stage.ours("verify", list) == 0)
            #expect(try stage.ours("diff", list, "A") == 0)
            try Judge.expectContent("simple-mhl", "seal", "-a", algorithm, "A001", on: stage)
            let theirs = try stage.only(".mhl", in: "A001")
            #expect(try stage.ours("verify", theirs) == 0)
            #expect(try stage.ours("diff", theirs, "A001") == 0)
            try stage.flip("A001/CLIP/A001C002.mov", at: 7)
            #expect(try stage.ours("verify", theirs) == 11)
            #expect(try Judge.ask("simple-mhl", ["verify", theirs], on: stage).status == 40)
        }
    }

    @Test("25: three generations of a thousand files, both tools in turn, have one root hash")
    func scale() throws {
        try Stage.with([:]) { (stage) throws in
            let files = try (0..<1000).map { number in
                (try #require(RelativePath("F\(number / 100)/\(number).bin")), CardBuilder.Content.random(1024))
            }
            try stage.add("T", CardBuilder(Dictionary(uniqueKeysWithValues: files)))
            #expect(try stage.ours("seal", "T", "--hash", "xxh64") == 0)
            #expect(try stage.reference("create", "-h", "xxh64", "T") == 0)
            #expect(try stage.ours("seal", "T") == 0)
            #expect(try stage.ours("verify", "--dirs", "T") == 0)
            let roots = try (1...3).map { number in
                try stage.generation(number).firstMatch(of: /<roothash>[\s\S]*<\/roothash>/)?.output
                    .matches(of: />([0-9a-f]{16})</).map { String($0.1) }
            }
            #expect(Set(roots).count == 1 && roots[0]?.count == 2)
        }
    }
}
