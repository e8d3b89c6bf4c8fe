import ClipMetadata
import EditorLogs
import FileTree
import Foundation
import MediaTime
import Testing

/// Recordings of a Sound Devices 702T that others published, beside the project when they are there; the tests pass
/// without.
private enum PublishedRecordings {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/real-data/wav").path

    static var areThere: Bool {
        let areThere = FileManager.default.fileExists(atPath: folder)
        if !areThere { print("There are no published recordings beside the project: none is joined in this run.") }
        return areThere
    }
}

@Suite("Published recordings beside picture", .enabled(if: PublishedRecordings.areThere))
struct RealSoundJoinTests {
    /// A row of a recording, as its head describes it.
    private func sound(_ name: String) throws -> LoggedClip {
        let path = try #require(RelativePath(name))
        let said = try WaveFile(FileBytes(path, on: CardDisk(path: PublishedRecordings.folder)), at: name).metadata
        let texts: [LogField: String?] = [
            .start: said.start.all.first?.value.metadataText, .samples: said.samples.all.first.map { "\($0.value)" },
            .sampleRate: said.sampleRate.all.first.map { "\($0.value)" }, .scene: said.scene.all.first?.value,
            .samplesSinceMidnight: said.samplesSinceMidnight.all.first.map { "\($0.value)" },
            .take: said.take.all.first?.value, .date: said.date.all.first?.value.metadataText,
        ]
        let source = LogSource(.soundRoll, "\(name), iXML")
        return LoggedClip(
            kind: .sound, roll: 1, clip: name, family: "sound-devices", source: name, files: [],
            values: LogValues(texts.compactMapValues(\.self).mapValues { LoggedValue($0, source) }))
    }

    @Test(
        "The take that starts at 12:39:59:00 lies a second before a picture from 12:40:00:00 on; its mono files with it"
    )
    func scene() throws {
        let picture = ShotDay.picture(start: "12:40:00:00@24000/1001", frames: 72, saying: [.date: "2018-12-31"])
        let log = try joined(
            [picture] + ["A101_1_1.WAV", "A101_1_2.WAV", "A101_3.WAV"].map { try sound($0) })
        let match = try #require(log.clips[0].sound.first)
        #expect(log.clips[0].sound.count == 1)
        #expect(match.rows == [1, 2])
        #expect(match.offset == -24)
        #expect(match.overlap == 72)
        #expect(match.start.description == "12:39:59:00")
        #expect(log.clips[0].values[.scene] == "A101")
        #expect(log.clips[0].values[.take] == "1")
        #expect(log.exceptions.map(\.clip) == ["A101_3.WAV"])
    }
}
