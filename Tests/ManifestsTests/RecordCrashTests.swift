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

    @Test("a manifest that a stopped run named, and its unfinished chain proves to be its own, is chained by the next")
    func finished() throws {
        let roll = try stoppedBeforeTheChain()
        #expect(try roll.history().unlisted.map(\.description) == ["Y/ascmhl/0002_Y_2026-11-22_010100Z.mhl"])
        try roll.record(after: 120)
        #expect(
            try roll.history().generations.map(\.name) == [
                "0001_Y_2026-11-22_010000Z.mhl", "0002_Y_2026-11-22_010100Z.mhl", "0003_Y_2026-11-22_010200Z.mhl",
            ])
        #expect(try roll.leftovers() == [])
    }

    @Test(
        "a manifest that no unfinished chain proves to be this history's is left alone, and nothing is written",
        arguments: ["no chain", "a chain that is cut", "another manifest", "one more manifest", "another first"])
    func notFinished(_ how: String) throws {
        let roll = try stoppedBeforeTheChain()
        let (stray, chain) = (try path("Y/ascmhl/0002_Y_2026-11-22_010100Z.mhl"), try path(Self.unfinishedChain))
        let (text, links) = (try roll.text(stray), try roll.text(chain))
        switch how {
        case "no chain": try roll.disk.remove(chain)
        case "a chain that is cut": try roll.replace(chain, with: String(links.dropLast(9)))
        case "another manifest": try roll.replace(stray, with: text.replacing("cart-1", with: "cart-2"))
        case "one more manifest": try roll.add(["ascmhl/0003_Y_2026-11-22_010100Z.mhl": text])
        default:
            let first = try #require(links.firstRange(of: "<c4>c4"))
            try roll.replace(chain, with: links.replacingCharacter(after: first.upperBound))
        }
        let before = try roll.everything()
        let refusal = #expect(throws: ManifestError.self) { try roll.record(after: 120) }
        #expect(refusal?.code == .unlistedManifest)
        #expect(try roll.everything() == before)
    }

    @Test("another roll's history that was copied into this one's is not taken for its next generation")
    func merged() throws {
        let (roll, other) = (try Roll(), try Roll(["z.mov": "other"]))
        try roll.record()
        try other.record(after: 1)
        try other.record(after: 60)
        try roll.add([
            "ascmhl/0002_Y_2026-11-22_010100Z.mhl": try other.text(path("Y/ascmhl/0002_Y_2026-11-22_010100Z.mhl"))
        ])
        let before = try roll.everything()
        let refusal = #expect(throws: ManifestError.self) { try roll.record(after: 120) }
        #expect(refusal?.code == .unlistedManifest)
        #expect(try roll.everything() == before)
    }

    private static let unfinishedChain = "Y/ascmhl/chain.rushes-partial"

    /// A roll whose second generation was stopped when its manifest had its name and the chain was still the old one.
    private func stoppedBeforeTheChain() throws -> Roll {
        let roll = try Roll()
        try roll.record()
        let request = try roll.recordRequest(after: 60)
        let files = try roll.hashed(request)
        let changes = FailingDisk(roll.disk, failingAt: 1, .fromThenOn, only: [.replace])
        #expect(throws: ManifestError.self) { try ASCMHL.record(request, files, on: changes, at: roll.place) }
        return roll
    }

    @Test("a folder of our temporary name that holds anything else is not touched")
    func foreignStaging() throws {
        let roll = try Roll(["a.mov": "abc", ASCMHL.unfinishedFolder + "/clip.mov": "mine"])
        let refusal = #expect(throws: ManifestError.self) { try roll.record() }
        #expect(refusal?.code == .nameTaken)
        #expect(try roll.text(path("Y/" + ASCMHL.unfinishedFolder + "/clip.mov")) == "mine")
    }

    @Test("a file that has the name of the history's folder is not touched, and the sentence says to move it away")
    func fileInTheWay() throws {
        let roll = try Roll(["a.mov": "abc", "ascmhl": "mine"])
        let refusal = #expect(throws: ManifestError.self) { try roll.record() }
        #expect(refusal?.code == .nameTaken)
        #expect(
            refusal?.description
                == "Y/ascmhl: the history needs this name for its folder, and this is none; move it away")
        #expect(try roll.everything() == ["a.mov": "abc", "ascmhl": "mine"])
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

extension String {
    /// With another letter at a place.
    fileprivate func replacingCharacter(after place: Index) -> String {
        self[..<place] + (self[place] == "3" ? "4" : "3") + self[index(after: place)...]
    }
}

extension Roll {
    /// Each file's path and text.
    fileprivate func everything() throws -> [String: String] {
        let tree = try TreeWalk.snapshot(of: disk, at: place)
        var texts: [String: String] = [:]
        for number in tree.entries.indices where tree.entries[number].kind == .file {
            texts[tree.path(of: number).description] = try text(place.appending(tree.path(of: number)))
        }
        return texts
    }

    fileprivate func replace(_ file: RelativePath, with text: String) throws {
        try disk.remove(file)
        try add(Array(file.bytes.dropFirst(name.utf8.count + 1)), text)
    }
}
