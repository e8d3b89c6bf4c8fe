import ClipMetadata
import FileTree
import Foundation
import MediaTime
import RushesFixtures
import Testing

/// Recordings of a Sound Devices 702T that others published, beside the project when they are there; the tests pass
/// without.
enum RealRecordings {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/real-data/wav").path

    static var areThere: Bool {
        let areThere = FileManager.default.fileExists(atPath: folder)
        if !areThere { print("There are no published recordings beside the project: none is read in this run.") }
        return areThere
    }
}

@Suite("Published recordings", .enabled(if: RealRecordings.areThere)) struct RealRecordingTests {
    private func file(_ name: String) throws -> WaveFile {
        let path = try #require(RelativePath(name))
        return try WaveFile(FileBytes(path, on: CardDisk(path: RealRecordings.folder)), at: name)
    }

    @Test(
        "the four files of one scene say what their report says",
        arguments: [
            ("A101_1.WAV", 2, 240_239, "1", ["MKH516 A", "Boom"], 1, "12:39:59:00"),
            ("A101_1_1.WAV", 1, 240_239, "1", ["MKH516 A"], 2, "12:39:59:00"),
            ("A101_1_2.WAV", 1, 240_239, "1", ["Boom"], 2, "12:39:59:00"),
            ("A101_3.WAV", 2, 48_044, "3", ["MKH516 A", "Boom"], 1, "12:40:14:00"),
        ])
    func scene(
        _ name: String, channels: Int, samples: Int, take: String, tracks: [String], files: Int, start: String
    ) throws {
        let file = try file(name)
        let said = file.metadata
        #expect(file.completeness == .complete)
        #expect(file.unread == [])
        #expect(file.samples == samples)
        #expect(file.ixml?.fileSet.totalFiles == files)
        #expect(file.bext?.originatorReference?.hasPrefix("USSDVGR1112089007124") == true)
        #expect(said.channels.all.map(\.value) == [channels])
        #expect(said.sampleBits.all.map(\.value) == [24, 24])
        #expect(said.take.all.map(\.value) == [take, take])
        #expect(said.tracks.all.map(\.value) == [tracks, tracks])
        #expect(said.scene.all.map(\.value) == ["A101", "A101"])
        #expect(said.soundRoll.all.map(\.value) == ["18Y12M31", "18Y12M31"])
        #expect(said.start.all.map(\.value.metadataText) == [start, start].map { $0 + "@24000/1001" })
        #expect(said.date.all.map(\.value.metadataText) == ["2018-12-31"])
        #expect(said.make.all.map(\.value) == ["Sound Devices"])
        #expect(said.model.all.map(\.value) == ["702T"])
        #expect(said.serial.all.map(\.value) == ["GR1112089007"])
        #expect(said.firmware.all.map(\.value) == ["2.67"])
        #expect(said.isCircled.all == [])
    }

    @Test("a recording is read with a few requests, however long it is")
    func requests() throws {
        let disk = RecordingDisk(try PosixDisk(path: RealRecordings.folder))
        let path: RelativePath = "A101_1.WAV"
        _ = try WaveFile(FileBytes(path, on: disk), at: "A101_1.WAV")
        #expect(disk.operations([.read]).count == 1)
    }
}
