import EditorLogs
import MediaTime

/// A made-up day: a camera roll with two copies, a sound roll with one.
enum ReportedDay {
    /// A row of picture of roll 0.
    static func picture(
        _ clip: String, start: String? = "10:00:00:00@24000/1001", frames: Int? = 240, roll: Int = 0,
        source: String? = nil, evidence: [CopyEvidence] = [.proved, .readBack], marks: [String] = [],
        frameFiles: LoggedClip.Frames? = nil, saying said: [LogField: String] = [:]
    ) -> LoggedClip {
        var values = said
        values[.start] = start
        values[.frames] = frames.map(String.init)
        let source = source ?? "\(clip).mov"
        return LoggedClip(
            kind: .picture, roll: roll, clip: clip, family: "arri-classic", source: source,
            files: [.init(path: source, size: 1_000_000_000, role: "essence", checksum: nil)], frames: frameFiles,
            marks: marks, values: logged(values), evidence: evidence)
    }

    /// A row of sound of roll 1, 48 kHz.
    static func sound(
        _ clip: String, source: String? = nil, start: String = "10:00:00:00@24000/1001", samples: Int = 960_000,
        part: Int? = nil,
        saying said: [LogField: String] = [:]
    ) -> LoggedClip {
        var values = said
        values[.start] = start
        values[.samples] = String(samples)
        values[.sampleRate] = "48000"
        let source = source ?? "\(clip).WAV"
        return LoggedClip(
            kind: .sound, roll: 1, clip: clip, part: part, family: "sound-devices", source: source,
            files: [.init(path: source, size: 5_000_000, role: "essence", checksum: nil)], values: logged(values),
            evidence: [.proved])
    }

    /// A log of these rows.
    static func log(_ clips: [LoggedClip], _ exceptions: [LogException] = []) -> EditorLog {
        let raid = "/media/RAID/20260312"
        return EditorLog(
            rolls: [
                LoggedRoll(
                    path: "20260312/A001R2GJ", folder: "\(raid)/A001R2GJ", title: "ARRI", isSound: false,
                    copies: [
                        RollCopy(path: "\(raid)/A001R2GJ", record: "A001R2GJ_ingest.json", at: "2026-03-12T19:00:00Z"),
                        RollCopy(
                            path: "/media/LTO/A001R2GJ", record: "A001R2GJ_ingest.json", at: "2026-03-12T21:30:00Z"),
                    ]),
                LoggedRoll(
                    path: "20260312/SR001", folder: "\(raid)/SR001", title: "Sound Devices", isSound: true,
                    copies: [RollCopy(path: "\(raid)/SR001", record: "SR001_ingest.json", at: "2026-03-12T19:10:00Z")]),
            ], clips: clips, exceptions: exceptions)
    }

    /// The values, all said by one sidecar.
    private static func logged(_ values: [LogField: String]) -> LogValues {
        LogValues(values.mapValues { LoggedValue($0, LogSource(.sidecar, "A001R2GJ_AVID.ale, Scene")) })
    }

    /// A small day: two scenes, sound for one of them, and something to look at.
    static var small: EditorLog {
        var first = picture(
            "A001C003",
            saying: [
                .scene: "12A", .take: "2", .circled: "yes", .camera: "A", .make: "ARRI", .model: "ALEXA Mini",
                .date: "2026-03-12", .lensModel: "Cooke S4 32", .focalLength: "32 mm",
                .notes: "Best <ever>\nsoft at end",
                .width: "3840", .height: "2160", .rate: "24000/1001", .codec: "ProRes 4444", .gamma: "LogC",
                .reel: "A001",
            ])
        first.sound = [
            MatchedSound(rows: [2, 3], offset: -48, overlap: 240, start: first.start ?? zero, isDoubtful: false)
        ]
        return log(
            [
                first,
                picture(
                    "A001C001", start: nil, frames: nil, evidence: [.listed, .none],
                    saying: [.scene: "2", .camera: "A", .make: "ARRI", .model: "ALEXA Mini", .reel: "A001"]),
                sound(
                    "12AT02", source: "12AT02_1.WAV",
                    saying: [.scene: "12A", .take: "2", .tracks: "Boom", .soundRoll: "SR001"]),
                sound(
                    "12AT02", source: "12AT02_2.WAV",
                    saying: [.scene: "12A", .take: "2", .tracks: "Ann", .soundRoll: "SR001"]),
                sound("WILD01", saying: [.channels: "2"]),
            ],
            [
                LogException(
                    .noTimecode, roll: "20260312/A001R2GJ", clip: "A001C001", "It has no timecode.",
                    nextStep: "Look at it."),
                LogException(
                    .notProved, roll: "20260312/A001R2GJ", "1 of its 2 rows is not proved.", nextStep: "Keep the card."),
                LogException(.noPicture, roll: "20260312/SR001", clip: "WILD01", "No picture ran meanwhile."),
            ])
    }

    private static let zero = Timecode(frame: 0, base: TimecodeBase(.ntsc24))
}
