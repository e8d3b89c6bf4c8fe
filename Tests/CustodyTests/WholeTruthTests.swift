import Checksums
import Manifests
import Testing

@Suite("What several entries and lists say together")
struct WholeTruthTests {
    @Test("a name that another file takes in the very generation that renames its first bearer is that other file's")
    func nameTakenAgain() throws {
        let first = HandMade.manifest([HandMade.file("a", "abc")])
        let second = HandMade.manifest([
            HandMade.file("b", "abc", action: "verified", was: "a"), HandMade.file("a", "hello"),
        ])
        let other = HandMade.manifest([
            HandMade.file("a", "hello"), HandMade.file("b", "abc", action: "verified", was: "a"),
        ])
        for manifests in [[first, second], [first, other]] {
            let history = HandMade.history(manifests)
            let whole = try Verified(["a": "hello", "b": "abc"] + history)
            #expect((whole.status, whole.equal) == (.done, 2), "\(whole.findings) \(whole.sentences)")
            #expect(try Verified(["b": "abc"] + history).status == .missing)
            #expect(try Verified(["a": "abc", "b": "abc"] + history).status == .contentDiffers)
        }
    }

    @Test("of two packing lists in one folder each is verified")
    func packingLists() throws {
        let lists = [
            "one.mhl": HandMade.manifest([HandMade.file("a", "abc")]),
            "two.mhl": HandMade.manifest([HandMade.file("b", "abc")]),
        ]
        let verified = try Verified(["a": "abc"] + lists)
        #expect((verified.status, verified.findings) == (.missing, ["b missing"]), "\(verified.sentences)")
    }
}
