import Custody
import FileTree
import Manifests
import Testing

/// Slips of people and of their tools that must not end in a wrong word.
@Suite("What a person may overlook")
struct SlipTests {
    private let files = ["a": "abc", "s/b": "hello"]
    private let gen1 = HandMade.manifest([HandMade.file("a", "abc"), HandMade.file("s/b", "hello")])

    @Test("a file that the history lists and leaves out since is told when it is gone")
    func leftOut() throws {
        let gen2 = HandMade.manifest(
            [HandMade.file("s/b", "hello", action: "verified")], ignoring: HandMade.patterns + ["a"])
        let verified = try Verified(["s/b": "hello"] + HandMade.history([gen1, gen2]))
        #expect(verified.leftOut == 1 && verified.missing == 0)
    }

    @Test(
        "a list that is named is read whatever its name, and is no file that it should list",
        arguments: ["sums.txt", "CHECKSUM", "a.md5.txt"])
    func anyName(_ name: String) throws {
        let list = ["a": "abc", name: "900150983cd24fb0d6963f7d28e17f72  a\n"]
        let alone = try Verified(list, part: name)
        #expect(alone.status == .done && alone.equal == 1)
        let against = try Verified(list) { request, root in request.against = root + "/" + name }
        #expect(against.status == .done && against.findings == [])
    }

    @Test("a list that lists itself, as find and md5sum make it, is passed over in that line")
    func listsItself() throws {
        let list = [
            "a": "abc", "MD5SUMS": "900150983cd24fb0d6963f7d28e17f72  a\n00000000000000000000000000000000  MD5SUMS\n",
        ]
        let verified = try Verified(list)
        #expect(verified.status == .done && verified.equal == 1)
        #expect(verified.sentences == ["MD5SUMS: it lists itself: that line can never be right, and is passed over"])
    }

    @Test("a pattern of --only that means nothing in the manifest is refused, and not VERIFIED")
    func onlyNothing() throws {
        let verified = try Verified(files + HandMade.history([gen1])) { request, root in
            request.against = root
            request.only = IgnorePatterns(["CLPI/*"])
        }
        #expect(verified.status == .usage && verified.refused == ["usage"])
        let meant = try Verified(files + HandMade.history([gen1])) { request, root in
            request.against = root
            request.only = IgnorePatterns(["s/"])
        }
        #expect(meant.status == .done)
    }

    @Test("a folder whose files have all got names elsewhere went with them")
    func folderRenamed() throws {
        let first = HandMade.manifest([HandMade.file("s/b", "hello"), HandMade.folder("s"), HandMade.file("a", "abc")])
        let second = HandMade.manifest([
            HandMade.file("t/b", "hello", action: "verified", was: "s/b"), HandMade.folder("t"),
            HandMade.file("a", "abc", action: "verified"),
        ])
        let verified = try Verified(["t/b": "hello", "a": "abc"] + HandMade.history([first, second]))
        #expect(verified.status == .done && verified.findings == [])
        let emptied = try Verified(["t/b": "hello"] + HandMade.history([first, second]))
        #expect(emptied.findings == ["a missing"])
    }
}
