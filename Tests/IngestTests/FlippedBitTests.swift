import FileTree
import Ingest
import Manifests
import Offload
import RushesFixtures
import Testing

@Suite("A drive that stores one wrong bit")
struct FlippedBitTests {
    @Test(
        "keeps .partial, names the file in its manifest, and gets its name with a second generation",
        arguments: ["CLIP/A001C001.mov", "notes.txt"] as [RelativePath])
    func found(_ path: RelativePath) throws {
        let (base, other) = (CrashDisk(), CrashDisk.second())
        let card = try Cart.disk(Cart.small)
        // Until it is proved, a file is called by its number.
        let number = try #require(try TreeWalk.snapshot(of: card).number(at: path))
        let flipping = FlippingDisk(base, .file(named: Array(String(number).utf8)))
        let story = try Cart(disk: card, on: ["/media/RAID_A": flipping, "/media/RAID_B": other]).run()
        #expect(story.status == .contentDiffers)
        let view = try DriveView(base)
        #expect(view.roll() == nil)
        #expect(try view.brokenPromises() == [])
        let history = try #require(try view.history("A001.partial"))
        let failed = try #require(history.failed.first)
        #expect(history.failed.map(\.path) == [path])
        #expect(failed.reason.hasPrefix("read back differently: expected "))
        #expect(view.roll("A001.partial")?[file: failed.path] == nil)
        let manifest = try #require(view.manifests("A001.partial").first)
        let comment = try #require(manifest.split(separator: "\n").first { $0.contains("<comment>") })
        #expect(comment.contains("1 file"), "\(comment)")
        #expect(try DriveView(other).roll()?.differences(from: Cart.contents) == [])

        let again = try Cart(on: ["/media/RAID_A": base, "/media/RAID_B": other]).run()
        #expect(again.status == .done)
        #expect(again.outcomes.first?.bytesRead == Int64(Cart.contents[file: failed.path]?.count ?? 0))
        try expectFinished(base, generations: 2)
        try expectFinished(other)
    }

    @Test("in a finished roll is found by the next offload of the card, and left as it is")
    func afterwards() throws {
        let (disk, other) = (CrashDisk(), CrashDisk.second())
        let cart = try Cart(on: ["/media/RAID_A": disk, "/media/RAID_B": other])
        try cart.run()
        let file = try disk.openForWriting("A001/notes.txt", direct: false)
        try disk.write(file, [0x53], at: 0)
        disk.close(file)
        let before = try DriveView(disk).tree.below("A001")
        let story = try cart.run()
        #expect(story.status == .contentDiffers)
        #expect(try DriveView(disk).tree.below("A001") == before)
        let failures = try #require(story.outcomes.first).copies.map { $0.failures.map(\.sentence) }
        #expect(failures.map(\.count) == [1, 0])
    }
}
