import Checksums
import FileTree
import Manifests
import RushesFixtures
import Testing

@Suite("What the reference tools say of what we record", .enabled(if: Judge.isThere), .serialized)
struct RecordReferenceTests {
    @Test(
        "1: every sealable checksum passes schema, verify, verify -dh and diff", arguments: ChecksumAlgorithm.sealable)
    func everyAlgorithm(_ algorithm: ChecksumAlgorithm) throws {
        let roll = try Roll()
        try roll.record([algorithm])
        try Judge.expectGood(roll)
    }

    @Test("3: the reference goes on from two of our formats with a third")
    func reference() throws {
        let roll = try Roll()
        try roll.record([.md5, .xxh64])
        #expect(try Judge.run("ascmhl", "create", "-h", "c4", roll.path).status == 0)
        let text = try roll.manifest(2)
        #expect(text.contains("<c4 action=\"verified\"") && text.contains("<md5 action=\"verified\""))
        #expect(!text.contains("<xxh64 action="))
        #expect(try roll.history().generations.map(\.number) == [1, 2])
        try Judge.expectValid(roll)
    }

    @Test("4: we go on from the reference's format with another, and it from ours")
    func ours() throws {
        let roll = try Roll()
        #expect(try Judge.run("ascmhl", "create", "-h", "md5", roll.path).status == 0)
        try roll.record([.xxh64])
        #expect(
            try lines(of: roll.manifest(2)) == [
                "a.mov md5 verified, xxh64 verified", "s/b.txt md5 verified, xxh64 verified",
            ])
        try Judge.expectGood(roll)
        #expect(try Judge.run("ascmhl", "create", "-h", "sha1", roll.path).status == 0)
        #expect(try Judge.run("ascmhl-debug", "verify", roll.path).status == 0)
    }

    @Test("5 and 6: a changed file is failed, and verified when it is restored", arguments: [true, false])
    func changed(_ isOurs: Bool) throws {
        let roll = try Roll()
        if isOurs {
            try roll.record([.md5])
        } else {
            #expect(try Judge.run("ascmhl", "create", "-h", "md5", roll.path).status == 0)
        }
        try roll.change("a.mov", to: "abX")
        #expect(try Judge.run("ascmhl-debug", "verify", roll.path).status == 11)
        #expect(try roll.record([.xxh64], after: 60).failed.count == 1)
        #expect(
            try lines(of: roll.manifest(2)) == ["a.mov md5 failed", "s/b.txt md5 verified, xxh64 verified"])
        try Judge.expectValid(roll)
        #expect(try Judge.run("ascmhl-debug", "verify", roll.path).status == 11)
        try roll.change("a.mov", to: "abc")
        #expect(try Judge.run("ascmhl-debug", "verify", roll.path).status == 0)
        let receipt = try roll.record([.xxh64], after: 120)
        #expect((receipt.verified, receipt.failed.count) == (2, 0))
        try Judge.expectGood(roll, folderHashes: false)
    }

    @Test("9: a new file is original, and the reference knows it from then on")
    func new() throws {
        let roll = try Roll()
        try roll.record()
        try roll.add(["new": "n"])
        #expect(try Judge.run("ascmhl-debug", "verify", roll.path).status == 21)
        #expect(try roll.record(after: 60).original == 1)
        try Judge.expectGood(roll, folderHashes: false)
    }

    @Test("14: a rename of ours is followed by the reference, and what changes after it is still caught")
    func renamed() throws {
        let roll = try Roll()
        #expect(try Judge.run("ascmhl", "create", "-h", "xxh64", roll.path).status == 0)
        try roll.move("a.mov", to: "c.mov")
        #expect(try roll.record(after: 60, detectsRenames: true).renamed.count == 1)
        #expect(
            try lines(of: roll.manifest(2)) == ["c.mov xxh64 verified, was a.mov", "s/b.txt xxh64 verified"])
        try Judge.expectGood(roll, folderHashes: false)
        try roll.change("c.mov", to: "abX")
        #expect(try Judge.run("ascmhl-debug", "verify", roll.path).status == 11)
    }

    @Test("15: nested histories by both tools in turn pass at every level")
    func nested() throws {
        let roll = try Roll(["top.txt": "t", "Day01/A001/a.mov": "abc", "Day01/A002/x/b.mov": "hello", "Day01/d": "d"])
        try roll.record([.xxh64], below: "Day01/A001")
        #expect(try Judge.run("ascmhl", "create", "-h", "md5", roll.path + "/Day01/A002").status == 0)
        try roll.record([.xxh64], after: 60, below: "Day01")
        #expect(try Judge.run("ascmhl", "create", "-h", "xxh64", roll.path).status == 0)
        let receipt = try roll.record([.xxh64], after: 120)
        #expect(receipt.manifests.map(\.generation) == [4, 4, 3, 2])
        #expect((receipt.original, receipt.verified, receipt.failed.count) == (0, 4, 0))
        for folder in ["", "/Day01", "/Day01/A001", "/Day01/A002"] {
            #expect(try Judge.run("ascmhl-debug", "verify", roll.path + folder).status == 0)
            #expect(try Judge.run("ascmhl", "diff", roll.path + folder).status == 0)
        }
        #expect(try Judge.run("ascmhl", "info", roll.path).status == 0)
        try Judge.expectValid(roll)
        #expect(try roll.history(includingNested: true).count == 4)
    }

    @Test("17: one file alone, in the folder's history and in a nested one")
    func oneFile() throws {
        let roll = try Roll(["a.mov": "abc", "s/b.txt": "hello", "A001/c.mov": "c"])
        try roll.record(below: "A001")
        try roll.record(after: 30, only: ["a.mov"])
        #expect(try Judge.run("ascmhl-debug", "verify", "-sf", roll.path + "/a.mov", roll.path).status == 0)
        try roll.record(after: 60, only: ["A001/c.mov"])
        try Judge.expectValid(roll)
        #expect(try Judge.run("ascmhl", "create", "-h", "xxh64", roll.path).status == 0)
        #expect(try Judge.run("ascmhl-debug", "verify", roll.path).status == 0)
    }

    @Test("19: patterns without a slash are kept by both; a tied one holds for us, and for its diff alone")
    func patterns() throws {
        let roll = try Roll(["a.mov": "abc", "x.tmp": "1", "proxy/p.mov": "2"])
        try roll.record(ignore: ["*.tmp", "proxy/"])
        try Judge.expectGood(roll)
        #expect(try Judge.run("ascmhl", "create", "-h", "xxh64", roll.path).status == 0)
        #expect(try roll.history().ignorePatterns == [".DS_Store", "ascmhl", "ascmhl/", "*.tmp", "proxy/"])
        #expect(try roll.record(after: 60).verified == 1)
        let tied = try Roll(["a.mov": "abc", "proxy/p.mov": "2"])
        #expect(try tied.record(ignore: ["/proxy"]).original == 1)
        #expect(try Judge.run("ascmhl-debug", "verify", tied.path).status == 21)
        #expect(try Judge.run("ascmhl", "diff", tied.path).status == 0)
    }

    @Test("21: what lies beside the manifests and is none does no harm, and a chain without numbers is numbered anew")
    func chain() throws {
        let roll = try Roll()
        try roll.record()
        try roll.add(["ascmhl/README.txt": "read me", "ascmhl/._0001_Y_2026-11-22_010000Z.mhl": "x"])
        let place = try path("Y/ascmhl/ascmhl_chain.xml")
        let text = try roll.text(place).replacing(" sequencenr=\"1\"", with: "")
        try roll.disk.remove(place)
        try roll.add(["ascmhl/ascmhl_chain.xml": text])
        try roll.record(after: 60)
        #expect(try roll.history().generations.map(\.number) == [1, 2])
        #expect(try Judge.run("ascmhl-debug", "verify", roll.path).status == 0)
        try roll.disk.remove(path("Y/ascmhl/._0001_Y_2026-11-22_010000Z.mhl"))
        try Judge.expectValid(roll)
    }

    @Test("22: after four writers at once the reference finds one whole history")
    func four() throws {
        let roll = try Roll()
        let request = try roll.recordRequest()
        let files = try roll.hashed(request)
        let home = roll.home
        let place = roll.place
        for result in onThreads(
            4,
            { _ in
                Result { try ASCMHL.record(request, files, on: PosixDisk(path: home), at: place) }
            })
        { _ = try result.get() }
        #expect(try roll.history().generations.map(\.number) == [1, 2, 3, 4])
        try Judge.expectGood(roll)
    }

    @Test("names that break other tools pass")
    func names() throws {
        let names = [
            "two  spaces .mov", " lead", "a&b<c>d\"e'f]]>.mov", "%20", "back\\slash", "tab\there", "cr\rhere",
            "line\nbreak", "caf\u{E9}", "cafe\u{301}", "\u{65E5}\u{672C}", "-rf",
        ]
        let roll = try Roll([:])
        for name in names { try roll.add(Array(("f/" + name).utf8), "hello") }
        try roll.record([.xxh64, .md5])
        try Judge.expectGood(roll)
    }
}
