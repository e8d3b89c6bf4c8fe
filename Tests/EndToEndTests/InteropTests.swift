import FileTree
import Foundation
import Glibc
import RushesFixtures
import Testing

@Suite("Rushes and the reference on one folder: files come, go and change", .enabled(if: Judge.isThere))
struct InteropTests {
    @Test("1: what we seal, the reference verifies, folder hashes and schemas included", arguments: Stage.formats)
    func oursFirst(_ format: String) throws {
        try Stage.vectors { (stage) throws in
            #expect(try stage.ours("seal", "T", "--hash", format) == 0)
            try Judge.expectGood("T", on: stage)
            let roots = [
                "xxh64": ["7f02dc509efce003", "b024d062fa7cf8a5"],
                "md5": ["f392eb991c3a3cef1b28617d2d8917a8", "6c1979c5f0f8badfcb9a83bd40d60285"],
            ]
            let root = try #require(try stage.generation(1).firstMatch(of: /<roothash>[\s\S]*<\/roothash>/)).output
            for hash in roots[format] ?? [] { #expect(root.contains(">\(hash)<")) }
        }
    }

    @Test("2: what the reference seals, we verify, folders too", arguments: Stage.formats)
    func referenceFirst(_ format: String) throws {
        try Stage.vectors { (stage) throws in
            #expect(try stage.reference("create", "-h", format, "T") == 0)
            #expect(try stage.rushes("verify", "T").output.contains("VERIFIED: 2 files, 8 bytes, all equal"))
            #expect(try stage.ours("verify", "--dirs", "T") == 0)
        }
    }

    @Test("3: a format that the reference adds to our history")
    func formatAdded() throws {
        try Stage.vectors { (stage) throws in
            #expect(try stage.ours("seal", "T", "--hash", "md5,xxh64") == 0)
            #expect(try stage.reference("create", "-h", "c4", "T") == 0)
            let record = try stage.listing(of: "a.mov", in: try stage.generation(2))
            #expect(record.contains("<c4 action=\"verified\"") && record.contains("<md5 action=\"verified\""))
            let chain = try stage.text("T/ascmhl/ascmhl_chain.xml")
            #expect(chain.contains("sequencenr=\"1\"") && chain.contains("sequencenr=\"2\""))
            #expect(try stage.ours("verify", "T") == 0)
        }
    }

    @Test("4: a format that we add to the reference's history, and the reference after us")
    func formatAddedByUs() throws {
        try Stage.vectors { (stage) throws in
            #expect(try stage.reference("create", "-h", "md5", "T") == 0)
            #expect(try stage.ours("seal", "T", "--hash", "xxh64") == 0)
            #expect(try stage.referenceVerify("T") == 0)
            let record = try stage.listing(of: "a.mov", in: try stage.generation(2))
            #expect(record.contains("<md5 action=\"verified\"") && record.contains("<xxh64 action=\"verified\""))
            #expect(try stage.reference("create", "-h", "sha1", "T") == 0)
            #expect(try stage.ours("verify", "T") == 0)
        }
    }

    @Test("5 and 6: a file that was modified, and restored", arguments: [true, false])
    func modified(_ isOurs: Bool) throws {
        try Stage.vectors { (stage) throws in
            if isOurs {
                #expect(try stage.ours("seal", "T", "--hash", "md5") == 0)
            } else {
                #expect(try stage.reference("create", "-h", "md5", "T") == 0)
            }
            try stage.write("abX", to: "T/a.mov")
            #expect(try stage.referenceVerify("T") == 11)
            #expect(try stage.ours("verify", "T") == 11)
            #expect(try stage.ours("seal", "T", "--hash", "xxh64") == 11)
            let record = try stage.listing(of: "a.mov", in: try stage.generation(2))
            #expect(record.contains("<md5 action=\"failed\""))
            #expect(!record.contains("<xxh64"), "a new checksum of a file that failed would pass for a good one")
            try stage.write("abc", to: "T/a.mov")
            #expect(try stage.reference("create", "-h", "xxh64", "T") == 0)
            #expect(try stage.ours("verify", "T") == 0)
            #expect(try stage.referenceVerify("T") == 0)
        }
    }

    @Test("7: a missing file is 10 for all four")
    func missing() throws {
        try Stage.vectors { (stage) throws in
            #expect(try stage.ours("seal", "T") == 0)
            try stage.remove("T/s/b.txt")
            #expect(try stage.referenceVerify("T") == 10)
            #expect(try stage.ours("verify", "T") == 10)
            #expect(try stage.reference("diff", "T") == 10)
            #expect(try stage.ours("diff", "T") == 10)
        }
    }

    @Test("8: so is an empty folder that was removed")
    func missingFolder() throws {
        try Stage.vectors { (stage) throws in
            #expect(try stage.ours("seal", "T") == 0)
            try stage.remove("T/e")
            #expect(try stage.referenceVerify("T") == 10)
            #expect(try stage.ours("verify", "T") == 10)
            #expect(try stage.ours("diff", "T") == 10)
        }
    }

    @Test("9: a new file is 21 until it is sealed")
    func new() throws {
        try Stage.vectors { (stage) throws in
            #expect(try stage.ours("seal", "T", "--hash", "xxh64") == 0)
            try stage.write("n", to: "T/new")
            #expect(try stage.referenceVerify("T") == 21)
            #expect(try stage.ours("verify", "T") == 21)
            #expect(try stage.ours("diff", "T") == 21)
            #expect(try stage.ours("seal", "T", "--hash", "xxh64") == 0)
            #expect(try stage.listing(of: "new", in: try stage.generation(2)).contains("action=\"original\""))
            #expect(try stage.referenceVerify("T") == 0)
        }
    }

    @Test("10: of all three, the modified file counts; the reference's diff never reads and says 10, ours reads: 11")
    func allThree() throws {
        try Stage.vectors { (stage) throws in
            #expect(try stage.ours("seal", "T") == 0)
            try stage.write("abX", to: "T/a.mov")
            try stage.remove("T/s/b.txt")
            try stage.write("n", to: "T/new")
            #expect(try stage.referenceVerify("T") == 11)
            #expect(try stage.ours("verify", "T") == 11)
            #expect(try stage.reference("diff", "T") == 10)
            let diff = try stage.rushes("diff", "T")
            #expect(diff.status == 11)
            #expect(
                diff.output == """
                    CHANGED a.mov: xxh64 HASH, then HASH.
                    MISSING s/b.txt
                    NEW new
                    T/ascmhl, T DIFFERENT: 1 changed, 1 missing, 1 new. No file in both.
                    """)
        }
    }

    @Test("11: a history that was altered, or lost a part, has the same status in both")
    func integrity() throws {
        let cases: [(Int32, (Stage, String) throws -> Void)] = [
            (31, { try $0.write(try $0.text($1) + " ", to: $1) }),
            (33, { try $0.remove($1) }),
            (32, { stage, _ in try stage.remove("T/ascmhl/ascmhl_chain.xml") }),
            (30, { stage, _ in try stage.remove("T/ascmhl") }),
        ]
        for (status, damage) in cases {
            try Stage.vectors { (stage) throws in
                #expect(try stage.ours("seal", "T") == 0)
                try damage(stage, try stage.only(".mhl", in: "T/ascmhl"))
                #expect(try stage.referenceVerify("T") == status)
                #expect(try stage.ours("verify", "T") == status)
            }
        }
    }

    /// Names that both can write and read.
    static let names = [
        "a b", "trail ", " lead", "&<>\"'", "%20", "back\\slash", "ta\tb", "car\rriage", "\u{1F3AC}", "\u{E9}",
        "e\u{301}", "\u{65E5}\u{672C}",
    ]

    @Test("12: every name that XML can carry, ours to the reference, a line break included")
    func namesOurs() throws {
        try Stage.with([:]) { (stage) throws in
            try stage.add("T", [:])
            for name in Self.names + ["new\nline"] { try stage.write("x", to: "T/" + name) }
            #expect(try stage.ours("seal", "T") == 0)
            try Judge.expectGood("T", on: stage)
            #expect(try stage.ours("verify", "T") == 0)
        }
    }

    @Test("12: and the reference's to us; a line break it indents, so that the file it means is not there")
    func namesOfTheReference() throws {
        try Stage.with([:]) { (stage) throws in
            try stage.add("T", [:])
            for name in Self.names { try stage.write("x", to: "T/" + name) }
            #expect(try stage.reference("create", "-h", "xxh64", "T") == 0)
            #expect(try stage.ours("verify", "T") == 0)
            #expect(try stage.ours("diff", "T") == 0)
            try stage.write("x", to: "T/new\nline")
            #expect(try stage.reference("create", "-h", "xxh64", "T") == 0)
            #expect(try stage.ours("verify", "T") == 10, "its manifest names a file with more blanks than there is")
        }
    }

    @Test("13: an empty file has its size with us; the reference leaves it out, and we read that")
    func empty() throws {
        try Stage.vectors { (stage) throws in
            try stage.write("", to: "T/z")
            #expect(try stage.ours("seal", "T") == 0)
            #expect(try stage.generation(1).contains("<path size=\"0\""))
            try Judge.expectGood("T", on: stage)
            try stage.remove("T/ascmhl")
            #expect(try stage.reference("create", "-h", "xxh64", "T") == 0)
            #expect(!(try stage.generation(1).contains("size=\"0\"")))
            #expect(try stage.ours("verify", "T") == 0)
        }
    }

    @Test("14: a rename that we record")
    func renamed() throws {
        try Stage.vectors { (stage) throws in
            #expect(try stage.reference("create", "-h", "xxh64", "T") == 0)
            try stage.move("T/a.mov", to: "T/c.mov")
            #expect(try stage.ours("diff", "T") == 0, "a rename alone is no difference")
            #expect(try stage.ours("seal", "--detect-renames", "T", "--hash", "xxh64") == 0)
            let record = try stage.listing(of: "c.mov", in: try stage.generation(2))
            #expect(record.contains("<previousPath>a.mov</previousPath>") && record.contains("action=\"verified\""))
            #expect(try stage.referenceVerify("T") == 0)
            #expect(try stage.reference("diff", "T") == 0)
            #expect(try stage.ours("verify", "T") == 0)
        }
    }

    @Test("14: a rename that the reference records, as a new original (its issue 157): we look through it")
    func renamedByTheReference() throws {
        try Stage.vectors { (stage) throws in
            #expect(try stage.ours("seal", "T", "--hash", "xxh64") == 0)
            try stage.move("T/a.mov", to: "T/c.mov")
            #expect(try stage.reference("create", "-dr", "-h", "xxh64", "T") == 0)
            #expect(try stage.ours("verify", "T") == 0)
            #expect(try stage.ours("diff", "T") == 0)
            try stage.write("abX", to: "T/c.mov")
            #expect(try stage.ours("verify", "T") == 11)
        }
    }
}
