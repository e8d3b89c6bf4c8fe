import FileTree
import Manifests
import RushesFixtures
import Testing

@Suite("A seal that is stopped")
struct SealCrashTests {
    /// More changes than any of these seals asks for; the test says so if that is no longer true.
    static let changes = Array(1...40)

    @Test(
        "leaves no manifest that is not whole, and the next seal succeeds", arguments: changes,
        [FailingDisk.Lasting.once, .fromThenOn])
    func firstGeneration(_ failing: Int, _ mode: FailingDisk.Lasting) throws {
        let roll = try Roll()
        let whole = try Roll()
        try whole.seal(whole.request())
        try stop(roll, try roll.request(), failing, mode)
        #expect(try roll.manifest() == whole.manifest())
    }

    @Test(
        "leaves an older generation as it was", arguments: changes, [FailingDisk.Lasting.once, .fromThenOn])
    func secondGeneration(_ failing: Int, _ mode: FailingDisk.Lasting) throws {
        let roll = try Roll()
        try roll.seal(roll.request())
        try roll.add(["c.mov": "new"])
        try stop(roll, try roll.request(after: 60), failing, mode)
        #expect(try roll.history().generations.map(\.number) == [1, 2])
    }

    @Test("leaves nested histories in order", arguments: changes, [FailingDisk.Lasting.once, .fromThenOn])
    func nested(_ failing: Int, _ mode: FailingDisk.Lasting) throws {
        let roll = try Roll(["top.txt": "t", "A001/a.mov": "abc"])
        let inner = try Roll(["a.mov": "abc"], name: "A001")
        try inner.seal(inner.request())
        try roll.copyHistory(of: inner, to: "A001")
        try stop(roll, try roll.request(after: 60), failing, mode)
        let history = try roll.history(includingNested: true)
        #expect(history.count == 2)
        #expect(history.nested.map(\.description) == ["A001"])
    }

    /// Seals on a disk that fails, looks at what is left, and seals again on the disk itself.
    private func stop(_ roll: Roll, _ request: SealRequest, _ failing: Int, _ mode: FailingDisk.Lasting) throws {
        let disk = FailingDisk(roll.disk, failingAt: failing, mode, only: .changing)
        let first = Result { try ASCMHL.seal(request, on: disk, at: roll.place) }
        if case .success = first {
            #expect(disk.operationCount < failing)
            #expect(disk.operationCount < SealCrashTests.changes.count)
        }
        for manifest in try roll.manifests() {
            #expect(try roll.text(manifest).hasSuffix("</hashlist>\n"))
        }
        let second = try roll.seal(request)
        if case .success(let receipt) = first { #expect(second == receipt) }
        #expect(try roll.history(includingNested: true).unlisted == [])
        #expect(try roll.leftovers() == [])
        #expect(try roll.seal(request) == second)
    }
}

extension Roll {
    /// Everything in the roll that looks like a manifest.
    func manifests() throws -> [RelativePath] { try files { $0.hasSuffix(".mhl") } }

    /// Everything in the roll that a stopped seal may leave.
    func leftovers() throws -> [RelativePath] { try files { $0.contains("rushes-partial") } }

    private func files(_ isWanted: (String) -> Bool) throws -> [RelativePath] {
        let tree = try TreeWalk.snapshot(of: disk, at: place)
        return tree.entries.indices.map { tree.path(of: $0) }.filter { isWanted($0.description) }
            .map { place.appending($0) }
    }

    /// Puts another roll's history into a folder of this one, as a card would bring it.
    func copyHistory(of other: Roll, to folder: String) throws {
        let from = try #require(other.place.appending("ascmhl".utf8))
        for entry in try other.disk.entries(of: from) {
            let text = try other.text(try #require(from.appending(entry.name)))
            try add(Array("\(folder)/ascmhl/".utf8) + entry.name, text)
        }
    }
}
