import Checksums
import FileTree
import Manifests
import Testing

@Suite("Generations of a history")
struct GenerationTests {
    @Test("a file is original once, then verified; a new one is original (W5)")
    func actions() throws {
        let roll = try Roll()
        try roll.seal(roll.request())
        try roll.add(["c.mov": "new"])
        let receipt = try roll.seal(roll.request(after: 60))
        #expect(receipt.manifests.map(\.generation) == [2])
        #expect(receipt.listed == 3)
        #expect(try actions(in: roll.manifest(2)) == ["a.mov verified", "c.mov original", "s/b.txt verified"])
    }

    @Test("what an earlier run proved and the history holds is not listed again")
    func earlierRun() throws {
        let roll = try Roll()
        try roll.seal(roll.request())
        try roll.add(["c.mov": "new", "d.mov": "new"])
        let receipt = try roll.seal(roll.request(after: 60, known: ["a.mov", "s/b.txt", "d.mov"]))
        #expect(receipt.listed == 2)
        #expect(try actions(in: roll.manifest(2)) == ["c.mov original", "d.mov original"])
        #expect(try roll.manifest(2).contains("<roothash>"))
    }

    @Test("a new checksum of a known file counts when a known one was compared")
    func newAlgorithm() throws {
        let roll = try Roll(["a.mov": "abc"])
        try roll.seal(roll.request([.md5]))
        try roll.seal(roll.request([.xxh64], computing: [.xxh64, .md5], after: 60))
        let record = try #require(roll.history().record(for: path("a.mov")))
        #expect(record.checksums.map(\.description) == ["900150983cd24fb0d6963f7d28e17f72", "44bc2cf5ad770999"])
        #expect(record.size == ByteCount(3))
    }

    @Test("a new checksum alone says nothing of a known file, which is counted and not listed")
    func uncompared() throws {
        let roll = try Roll(["a.mov": "abc"])
        try roll.seal(roll.request([.md5]))
        let receipt = try roll.seal(roll.request([.xxh64], after: 60))
        #expect(receipt.uncompared == 1)
        #expect(receipt.listed == 0)
        #expect(try roll.history().record(for: path("a.mov"))?.checksums.map(\.algorithm) == [.md5])
    }

    @Test("a verified file that differs from the history stops the seal, and nothing is written")
    func contradiction() throws {
        let roll = try Roll()
        try roll.seal(roll.request())
        try roll.disk.remove(try path("Y/a.mov"))
        try roll.add(["a.mov": "abX"])
        let refusal = #expect(throws: ManifestError.self) { try roll.seal(roll.request(after: 60)) }
        #expect(refusal?.code == .contradictsHistory)
        #expect(refusal?.place == (try path("Y/a.mov")))
        #expect(try roll.manifests().count == 1)
        #expect(try roll.leftovers() == [])
    }

    @Test("sealing twice for one run writes once")
    func sameRun() throws {
        let roll = try Roll()
        let first = try roll.seal(roll.request())
        let second = try roll.seal(roll.request(known: ["a.mov", "s/b.txt"]))
        #expect(first == second)
        #expect(try roll.manifests().count == 1)
    }

    @Test("a roll that was not whole is completed by a second generation")
    func completed() throws {
        let roll = try Roll()
        var request = try roll.request(absent: ["s/b.txt"])
        request.failed = [FailedFile(path: try path("s/b.txt"), reason: "unreadable")]
        try roll.seal(request)
        #expect(try roll.history().failed.count == 1)
        try roll.seal(roll.request(after: 60, known: ["a.mov"]))
        #expect(try roll.history().failed == [])
        #expect(try actions(in: roll.manifest(2)) == ["s/b.txt original"])
        #expect(try roll.manifest(2).contains("7f02dc509efce003"))
    }

    @Test("a manifest that no chain lists stops the seal, also under the name of this run's own")
    func unlisted() throws {
        let roll = try Roll()
        try roll.seal(roll.request())
        try roll.add(["ascmhl/0002_Y_2026-11-22_020000Z.mhl": "<hashlist/>"])
        let refusal = #expect(throws: ManifestError.self) { try roll.seal(roll.request(after: 60)) }
        #expect(refusal?.code == .unlistedManifest)
        try roll.disk.remove(try path("Y/ascmhl/0002_Y_2026-11-22_020000Z.mhl"))
        try roll.add(["ascmhl/0002_Y_2026-11-22_010100Z.mhl": ""])
        let again = #expect(throws: ManifestError.self) { try roll.seal(roll.request(after: 60)) }
        #expect(again?.code == .unlistedManifest)
        #expect(try roll.history().generations.count == 1)
    }

    @Test(
        "a damaged history is never added to",
        arguments: [
            ("0001_Y_2026-11-22_010000Z.mhl", "<hashlist/>", 31), ("ascmhl_chain.xml", nil, 32),
            ("0001_Y_2026-11-22_010000Z.mhl", nil, 33), ("ascmhl_chain.xml", "", 31),
        ] as [(String, String?, Int?)])
    func damaged(_ file: String, _ text: String?, _ status: Int?) throws {
        let roll = try Roll()
        try roll.seal(roll.request())
        try roll.disk.remove(try path("Y/ascmhl/" + file))
        if let text { try roll.add(["ascmhl/" + file: text]) }
        let before = try roll.disk.entries(of: path("Y/ascmhl")).count
        let refusal = #expect(throws: ManifestError.self) { try roll.seal(roll.request(after: 60)) }
        #expect(refusal?.status == status)
        #expect(try roll.disk.entries(of: path("Y/ascmhl")).count == before)
    }

    @Test("a history is continued through a rename it records")
    func renamed() throws {
        let roll = try Roll(["a.mov": "abc"])
        try roll.seal(roll.request())
        let text = try roll.manifest()
            .replacing(">a.mov</path>", with: ">c.mov</path>")
            .replacing("</hash>", with: "<previousPath>a.mov</previousPath></hash>")
            .replacing("original", with: "verified")
        try roll.chain(text, as: "0002_Y_2026-11-22_010030Z.mhl", number: 2)
        try roll.disk.remove(try path("Y/a.mov"))
        try roll.add(["c.mov": "abc"])
        try roll.seal(roll.request(after: 60))
        #expect(try actions(in: roll.manifest(3)) == ["c.mov verified"])
        #expect(try roll.history().paths.map(\.description) == ["c.mov"])
    }

    @Test("each nested history gets its own generation, and its parent names it")
    func nested() throws {
        let roll = try Roll(["top.txt": "t", "A001/a.mov": "abc", "A001/n/b.mov": "new"])
        let inner = try Roll(["a.mov": "abc"], name: "A001")
        try inner.seal(inner.request([.md5]))
        try roll.copyHistory(of: inner, to: "A001")
        let receipt = try roll.seal(roll.request([.xxh64, .md5], after: 60))
        #expect(
            receipt.manifests.map(\.path.description) == [
                "Y/A001/ascmhl/0002_A001_2026-11-22_010100Z.mhl", "Y/ascmhl/0001_Y_2026-11-22_010100Z.mhl",
            ])
        let text = try roll.manifest()
        #expect(actions(in: text) == ["top.txt original"])
        #expect(text.contains("<path>A001</path>"))
        #expect(!text.contains("<path>A001/n</path>"))
        #expect(
            text.contains(
                "<path>A001/ascmhl/0002_A001_2026-11-22_010100Z.mhl</path>\n      <c4>\(receipt.manifests[0].c4)</c4>"))
        let history = try roll.history(includingNested: true)
        #expect(Set(history.paths.map(\.description)) == ["top.txt", "A001/a.mov", "A001/n/b.mov"])
        #expect(history.nested.map(\.description) == ["A001"])
    }

    @Test("no history gets a generation when one of them contradicts the proofs")
    func nestedContradiction() throws {
        let roll = try Roll(["top.txt": "t", "A001/a.mov": "abc"])
        let inner = try Roll(["a.mov": "abc"], name: "A001")
        try inner.seal(inner.request())
        try roll.copyHistory(of: inner, to: "A001")
        try roll.seal(roll.request(after: 60))
        try roll.disk.remove(try path("Y/top.txt"))
        try roll.add(["top.txt": "T"])
        let before = try roll.manifests()
        #expect(throws: ManifestError.self) { try roll.seal(roll.request(after: 120)) }
        #expect(try roll.manifests() == before)
    }

    @Test("a nested history that is gone or is not the one referred to is told")
    func nestedDamage() throws {
        let roll = try Roll(["A001/a.mov": "abc"])
        let inner = try Roll(["a.mov": "abc"], name: "A001")
        try inner.seal(inner.request())
        try roll.copyHistory(of: inner, to: "A001")
        try roll.seal(roll.request(after: 60))
        _ = try roll.disk.rename(path("Y/A001/ascmhl"), to: path("Y/A001/gone"))
        let refusal = #expect(throws: ManifestError.self) { try roll.history(includingNested: true) }
        #expect(refusal?.status == 30)
        #expect(try roll.history().nested.map(\.description) == ["A001"])
        try roll.copyHistory(of: inner, to: "A001")
        let other = #expect(throws: ManifestError.self) { try roll.history(includingNested: true) }
        #expect(other?.status == 33)
    }

    /// The files of a manifest, each with the action of its first hash.
    private func actions(in text: String) -> [String] {
        text.split(separator: "<hash>").dropFirst().compactMap { record in
            guard let path = record.firstMatch(of: /<path[^>]*>([^<]*)</),
                let action = record.firstMatch(of: /action="([a-z]*)"/)
            else { return nil }
            return "\(path.1) \(action.1)"
        }
    }
}

extension Roll {
    /// Adds a manifest that somebody else wrote, and puts it into the chain.
    func chain(_ text: String, as name: String, number: Int) throws {
        try add(["ascmhl/" + name: text])
        let place = try #require(RelativePath("\(self.name)/ascmhl/ascmhl_chain.xml"))
        let link = """
              <hashlist sequencenr="\(number)">
                <path>\(name)</path>
                <c4>\(Checksum.of(Array(text.utf8), .c4))</c4>
              </hashlist>

            """
        let chain = try self.text(place).replacing("</ascmhldirectory>", with: link + "</ascmhldirectory>")
        try disk.remove(place)
        try add(["ascmhl/ascmhl_chain.xml": chain])
    }
}
