import EditorLogs
import MediaTime

/// Rows of a made-up day, for tests of joins and formats.
enum ShotDay {
    /// A row of picture: `A001C003_260312_R2GJ.mov` of roll 0, from its sidecar.
    static func picture(
        _ clip: String = "A001C003_260312_R2GJ", start: String? = "10:00:00:00@24000/1001", frames: Int? = 240,
        saying values: [LogField: String] = [:], roll: Int = 0, source: String? = nil
    ) -> LoggedClip {
        var said = values
        said[.start] = start
        said[.frames] = frames.map(String.init)
        let source = source ?? "\(clip).mov"
        return LoggedClip(
            kind: .picture, roll: roll, clip: clip, family: "arri-classic", source: source,
            files: [.init(path: source, size: 1_000_000, role: "essence", checksum: "xxh64:3fbae6c7797a9d28")],
            values: logged(said, by: LogSource(.sidecar, "A001R2GJ_AVID.ale, Scene")), evidence: [.proved])
    }

    /// A row of sound: `12AT01.WAV` of roll 1, 48 kHz, its start counted at the rate of its timecode.
    static func sound(
        _ clip: String = "12AT01", start: String = "10:00:00:00@24000/1001", samples: Int = 480_480,
        saying values: [LogField: String] = [:], roll: Int = 1, source: String? = nil
    ) -> LoggedClip {
        var said = values
        said[.start] = start
        said[.samples] = String(samples)
        said[.sampleRate] = said[.sampleRate] ?? "48000"
        let source = source ?? "\(clip).WAV"
        return LoggedClip(
            kind: .sound, roll: roll, clip: clip, family: "sound-devices", source: source,
            files: [.init(path: source, size: 2_000_000, role: "essence", checksum: nil)],
            values: logged(said, by: LogSource(.soundRoll, "\(source), iXML")), evidence: [.proved])
    }

    /// A row of sound that the recorder moved to `FALSETAKES`.
    static func falseTake(_ clip: String, start: String, samples: Int = 480_480) -> LoggedClip {
        LoggedClip(
            kind: .sound, roll: 1, clip: clip, family: "sound-devices", source: "FALSETAKES/\(clip).WAV", files: [],
            marks: ["false-take"], values: sound(clip, start: start, samples: samples).values)
    }

    /// A log of a camera roll, `A001R2GJ`, and a sound roll, `SR001`, with these rows.
    static func log(_ clips: [LoggedClip]) -> EditorLog {
        EditorLog(
            rolls: [
                LoggedRoll(
                    path: "20260312/A001R2GJ", folder: "/media/RAID/20260312/A001R2GJ", title: "ARRI", isSound: false,
                    copies: [
                        RollCopy(
                            path: "/media/RAID/20260312/A001R2GJ", record: "ingest.json", at: "2026-03-12T19:00:00Z")
                    ]),
                LoggedRoll(
                    path: "20260312/SR001", folder: "/media/RAID/20260312/SR001", title: "Sound Devices", isSound: true,
                    copies: [
                        RollCopy(path: "/media/RAID/20260312/SR001", record: "ingest.json", at: "2026-03-12T19:10:00Z")
                    ]),
            ], clips: clips)
    }

    private static func logged(_ values: [LogField: String], by source: LogSource) -> LogValues {
        LogValues(values.mapValues { LoggedValue($0, source) })
    }
}
