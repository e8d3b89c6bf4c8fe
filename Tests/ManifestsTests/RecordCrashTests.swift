import Checksums
import FileTree
import Manifests
import Proof
import RushesFixtures
import Testing

@Suite("Recording that is stopped")
struct RecordCrashTests {
    /// More changes than any of these runs asks for; the test says so if that is no longer true.
    static let changes = Array(1...45)

    @Test(
        "leaves no manifest that is not whole, and the next run succeeds", arguments: changes,
        [FailingDisk.Lasting.once, .fromThenOn])
    func stopped(_ failing: Int, _ lasting: FailingDisk.Lasting) throws {
        let roll = try Roll(["top.txt": "t", "A001/a.mov": "abc"])
        try roll.record(below: "A001")
        let request = try roll.recordRequest(after: 60)
        let files = try roll.hashed(request)
        let disk = FailingDisk(
            roll.disk, failingAt: failing, lasting, number: FailingDisk.noSpace, only: .changing)
        let first = Result { try ASCMHL.record(request, files, on: disk, at: roll.place) }
        if case .success = first { #expect(disk.operationCount < RecordCrashTests.changes.count) }
        for manifest in try roll.manifests() { #expect(try roll.text(manifest).hasSuffix("</hashlist>\n")) }
        try roll.record(after: 120)
        let history = try roll.history(includingNested: true)
        #expect(history.count == 2)
        #expect(history.unlisted == [])
        #expect(try roll.leftovers() == [])
    }

    @Test("a power cut after any change leaves a history that is whole and can be continued", arguments: 0...40)
    func powerCut(_ operations: Int) throws {
        let disk = CrashDisk()
        let place = try path("Y")
        try (["Y/a.mov": "abc", "Y/s/b.txt": "hello"] as CardBuilder).write(to: disk)
        _ = try record(on: disk, at: place, after: 0)
        let whole = disk.copy()
        whole.crash(afterOperation: operations)
        _ = Result { try record(on: whole, at: place, after: 60) }
        for state in whole.crashStates(limit: 24) {
            let found = whole.crashed(state)
            let history = try #require(try ASCMHL.history(on: found, at: place))
            #expect(history.count == 2)
            let receipt = try record(on: found, at: place, after: 120)
            #expect((receipt.original, receipt.verified) == (0, 2))
            #expect(try ASCMHL.history(on: found, at: place)?.unlisted == [])
        }
    }

    @Test("a power cut during the first generation leaves it whole or no history at all", arguments: 0...20)
    func firstPowerCut(_ operations: Int) throws {
        let place = try path("Y")
        let disk = CrashDisk()
        try (["Y/a.mov": "abc"] as CardBuilder).write(to: disk)
        let whole = disk.copy()
        whole.crash(afterOperation: operations)
        _ = Result { try record(on: whole, at: place, after: 0) }
        for state in whole.crashStates(limit: 24) {
            let found = whole.crashed(state)
            let isThere = try ASCMHL.history(on: found, at: place) != nil
            let receipt = try record(on: found, at: place, after: 60)
            #expect((receipt.original, receipt.verified) == (isThere ? (0, 1) : (1, 0)))
            #expect(try TreeWalk.snapshot(of: found, at: place).entries.count == (isThere ? 6 : 5))
        }
    }

    @Test("a manifest of ours that a stopped run did not chain is chained by the next")
    func adopted() throws {
        let roll = try Roll()
        try roll.record()
        let text = try roll.manifest().replacing("original", with: "verified")
        try roll.add(["ascmhl/0002_Y_2026-11-22_010030Z.mhl": text])
        try roll.record(after: 60)
        #expect(
            try roll.history().generations.map(\.name) == [
                "0001_Y_2026-11-22_010000Z.mhl", "0002_Y_2026-11-22_010030Z.mhl", "0003_Y_2026-11-22_010100Z.mhl",
            ])
    }

    @Test(
        "a manifest of another tool, one that is cut, or one out of turn is left alone, and stops the run",
        arguments: ["tool", "cut", "number", "empty"])
    func notAdopted(_ how: String) throws {
        let roll = try Roll()
        try roll.record()
        let text = try roll.manifest()
        let texts = [
            "tool": text.replacing(">rushes</tool>", with: ">other</tool>"), "cut": String(text.dropLast(13)),
            "number": text, "empty": "",
        ]
        let number = how == "number" ? "0007" : "0002"
        try roll.add(["ascmhl/\(number)_Y_2026-11-22_010030Z.mhl": try #require(texts[how])])
        let before = try roll.text(path("Y/ascmhl/ascmhl_chain.xml"))
        let refusal = #expect(throws: ManifestError.self) { try roll.record(after: 60) }
        #expect(refusal?.code == .unlistedManifest)
        #expect(try roll.text(path("Y/ascmhl/ascmhl_chain.xml")) == before)
        #expect(try roll.manifests().count == 2)
    }

    @Test("a folder of our temporary name that holds anything else is not touched")
    func foreignStaging() throws {
        let roll = try Roll(["a.mov": "abc", ASCMHL.unfinishedFolder + "/clip.mov": "mine"])
        let refusal = #expect(throws: ManifestError.self) { try roll.record() }
        #expect(refusal?.code == .nameTaken)
        #expect(try roll.text(path("Y/" + ASCMHL.unfinishedFolder + "/clip.mov")) == "mine")
    }

    private func record(
        on disk: any Disk, at place: RelativePath, after seconds: Int64
    ) throws -> RecordReceipt {
        let request = RecordRequest(
            tree: try TreeWalk.snapshot(of: disk, at: place), algorithms: [.xxh64], folderName: Array(place.name),
            creator: Creator(hostname: "cart-1", version: "0.1"),
            startedAt: Instant(nanoseconds: Roll.start.nanoseconds + seconds * 1_000_000_000))
        var files = HashedFiles(entryCount: request.tree.entries.count)
        let wanted = try ASCMHL.plan(request, on: disk, at: place).wanted
        _ = InPlaceHashing(disk: disk, tree: request.tree, at: place, wanted: wanted).run { finding in
            if case .success(let file) = finding.result { files.insert(file) }
        }
        return try ASCMHL.record(request, files, on: disk, at: place)
    }
}
