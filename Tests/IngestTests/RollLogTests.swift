import Checksums
import EditorLogs
import FileTree
import Foundation
import Ingest
import Manifests
import Offload
import Proof
import RushesFixtures
import Testing

@Suite("The log that ingest leaves for the cutting room")
struct RollLogTests {
    /// An ALEXA 35 reel of two clips.
    private static let card: CardBuilder = {
        var second = MXFBuilder()
        second.name = "A_0076C002_230511_190000_a1CTJ"
        second.timecode.frame = 900_000
        return [
            "A_0076_1CTJ/A_0076C001_230511_184122_a1CTJ.mxf": .bytes(MXFBuilder().bytes),
            "A_0076_1CTJ/A_0076C002_230511_190000_a1CTJ.mxf": .bytes(second.bytes),
        ]
    }()

    private static let all = ["A001.ale", "A001.clips.csv", "A001.clips.json", "A001.csv", "A001.json"]

    /// The names of a roll's logs on a drive, but for those of the run itself.
    private func names(_ disk: CrashDisk) throws -> [String] {
        try DriveView(disk).tree.below("Logs/A001").files.map { String(decoding: $0.name, as: UTF8.self) }.filter {
            !$0.hasSuffix("_ingest.json") && !$0.hasSuffix("_summary.txt")
        }
    }

    private func bytes(_ name: String, on disk: CrashDisk) throws -> [UInt8] {
        let path = try #require(RelativePath("A001/\(name)"))
        return try #require(try DriveView(disk).tree.below("Logs")[file: path])
    }

    private func log(_ name: String = "A001.json", on disk: CrashDisk) throws -> EditorLog {
        try LogDocument.read(try bytes(name, on: disk), at: name)
    }

    @Test("is there of a roll too that no camera's folders tell of, with a row for each file")
    func plain() throws {
        let disk = CrashDisk()
        let story = try Cart(["one.mov": .bytes(MovieBuilder().bytes), "papers.pdf": "p"], on: ["/media/RAID_A": disk])
            .run()
        #expect(story.status == .done)
        #expect(try names(disk) == RollLogTests.all)
        let log = try log(on: disk)
        #expect(log.clips.map { "\($0.family) \($0.source)" } == ["plain-folder one.mov"])
        #expect(log.clips.first?.evidence == [.proved])
    }

    @Test("is one for Avid, one for Resolve and one with all that is known, the same on every destination")
    func whole() throws {
        let (one, two) = (CrashDisk(), CrashDisk.second())
        let story = try Cart(RollLogTests.card, on: ["/media/RAID_A": one, "/media/RAID_B": two]).run()
        #expect(story.status == .done)
        #expect(try names(one) == RollLogTests.all)
        for name in RollLogTests.all { #expect(try bytes(name, on: one) == bytes(name, on: two)) }
        let stamp = try #require(story.outcomes.first?.startedAt.fileNameStamp)
        let log = try log(on: one)
        let at = try #require(log.rolls.first?.copies.first?.at)
        #expect(
            log.rolls == [
                LoggedRoll(
                    path: "A001", folder: "/media/RAID_A/A001", title: "ARRI ALEXA 35", isSound: false,
                    copies: ["/media/RAID_A/A001", "/media/RAID_B/A001"].map {
                        RollCopy(path: $0, record: "A001_\(stamp)_ingest.json", at: at)
                    })
            ])
        #expect(log.clips.map(\.values[.start]) == ["10:00:00:00@24000/1001", "10:25:00:00@24000/1001"])
        // Drives in memory are read back, and show no device.
        let evidence = story.outcomes.first?.copies.compactMap { $0.verified.weakestEvidence?.words }
        #expect(evidence == ["read-back", "read-back"])
        #expect(log.clips.map { $0.evidence.map(\.rawValue) } == [evidence, evidence])
        for file in log.clips.flatMap(\.files) {
            let outcome = try #require(story.outcomes.first)
            let path = try #require(RelativePath(file.path))
            let number = try #require(outcome.card.contents.index.number(at: path))
            let proof = try #require(outcome.copies.first?.verified[number])
            #expect(file.checksum == "\(outcome.comparing.rawValue):\(proof.checksums[0])")
            #expect(file.size == proof.size.bytes)
        }
    }

    @Test("is the same as a fresh reading makes, and its formats are those of `rushes log`")
    func formats() throws {
        let disk = CrashDisk()
        try Cart(RollLogTests.card, on: ["/media/RAID_A": disk]).run()
        let log = try log(on: disk)
        for (format, name) in [(LogFormat.ale, "A001.ale"), (.resolve, "A001.csv"), (.json, "A001.json")] {
            let made = try format.files(log, LogOptions(name: "A001"))
            #expect(made.files.map(\.name) == [name])
            #expect(try bytes(name, on: disk) == made.files.first?.bytes)
        }
    }

    @Test("of a run to another drive knows other copies, and lies beside the first")
    func anotherDrive() throws {
        let (one, two) = (CrashDisk(), CrashDisk.second())
        let cart = try Cart(RollLogTests.card, on: ["/media/RAID_A": one, "/media/RAID_B": two])
        var first = cart
        first.request.destinations = ["/media/RAID_A"]
        try first.run()
        let before = try bytes("A001.json", on: one)
        let story = try cart.run()
        #expect(story.status == .done)
        let stamp = try #require(story.outcomes.first?.startedAt.fileNameStamp)
        #expect(try names(two) == RollLogTests.all)
        #expect(Set(try names(one)).subtracting(RollLogTests.all).allSatisfy { $0.hasPrefix("A001_\(stamp)") })
        #expect(Set(RollLogTests.all).subtracting(try names(one)) == [])
        #expect(try bytes("A001.json", on: one) == before)
        #expect(try log(on: one).rolls.map(\.copies.count) == [1])
        #expect(try log(on: two).rolls.map(\.copies.count) == [2])
    }

    @Test("stays as it is when the card is only compared")
    func again() throws {
        let disk = CrashDisk()
        let cart = try Cart(RollLogTests.card, on: ["/media/RAID_A": disk])
        try cart.run()
        let before = try names(disk)
        let story = try cart.run()
        #expect(story.outcomes.first?.wasFinished == true)
        #expect(try names(disk) == before)
    }

    @Test("is written of a roll that only has the log of its clips, as older versions left it")
    func older() throws {
        let disk = CrashDisk()
        let cart = try Cart(RollLogTests.card, on: ["/media/RAID_A": disk])
        try cart.run()
        #expect(try names(disk) == RollLogTests.all)
        for name in ["A001.ale", "A001.csv", "A001.json"] {
            try disk.remove(try #require(RelativePath("Logs/A001/\(name)")))
        }
        #expect(try cart.run().status == .done)
        #expect(try names(disk) == RollLogTests.all)
    }

    @Test("of a roll that is not whole bears the time of its run, and names the clips that are there")
    func partial() throws {
        let disk = CrashDisk()
        let failing = FickleCard(
            try Cart.disk(RollLogTests.card), "A_0076_1CTJ/A_0076C002_230511_190000_a1CTJ.mxf", turn: 1)
        let story = try Cart(disk: failing, on: ["/media/RAID_A": disk]).run { $0.sourceTwice = true }
        #expect(story.status == .contentDiffers)
        let stamp = try #require(story.outcomes.first?.startedAt.fileNameStamp)
        let log = try log("A001_\(stamp).json", on: disk)
        #expect(log.rolls.map(\.folder) == ["/media/RAID_A/A001.partial"])
        #expect(log.clips.map(\.clip) == ["A_0076C001_230511_184122_a1CTJ"])
        #expect(log.clips.map(\.evidence) == [[.readBack]])
        #expect(log.exceptions.contains { $0.code == .notProved })
    }

    @Test("a clip that a format cannot carry is told at the end of the run, and is in the others")
    func leftOut() throws {
        var clip = MovieBuilder()
        (clip.timescale, clip.ticks, clip.timecode) = (12, 1, (432_000, 0, 12))
        let disk = CrashDisk()
        let story = try Cart(["DCIM/100GOPRO/GX010048.MP4": .bytes(clip.bytes)], on: ["/media/RAID_A": disk]).run()
        #expect(story.status == .done)
        let told = story.warnings.filter { $0.sentence.contains("log for Avid") }
        #expect(told.map(\.place) == ["/media/RAID_A"])
        #expect(told.first?.sentence.hasPrefix("The log for Avid lacks 1 clip: GX010048: ") == true)
        #expect(try names(disk) == ["A001.clips.csv", "A001.clips.json", "A001.csv", "A001.json"])
    }
}
