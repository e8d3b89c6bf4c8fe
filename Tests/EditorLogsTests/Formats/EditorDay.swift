import EditorLogs
import MediaTime

/// A day for the formats of editors: two takes, one with sound that began before it.
enum EditorDay {
    /// A circled take with sound, and one without timecode that was not good.
    static var log: EditorLog {
        var circled = ShotDay.picture(saying: [
            .reel: "A001R2GJ", .camera: "A", .scene: "12A, 12B", .take: "3", .slate: "27", .circled: "yes",
            .notes: "wide & \"slow\"\nplane at end", .width: "3840", .height: "2160", .channels: "2",
            .sampleRate: "48000", .sampleBits: "24", .soundRoll: "SR001", .lensModel: "Signature 35", .iso: "800",
        ])
        circled.sound = [
            MatchedSound(
                rows: [2], offset: -24, overlap: 240,
                start: Timecode(frame: 863_976, base: TimecodeBase(.ntsc24)), isDoubtful: false)
        ]
        let noGood = ShotDay.picture(
            "A001C004_260312_R2GJ", start: nil, frames: 50,
            saying: [.rate: "25", .scene: "12A", .take: "2PK", .noGood: "yes", .reel: "A001R2GJ"])
        let sound = ShotDay.sound(
            start: "09:59:59:00@24000/1001", samples: 540_540,
            saying: [
                .scene: "12A", .take: "3", .channels: "2", .tracks: "Boom, Lav.Anna", .sampleBits: "24",
                .samplesSinceMidnight: "1729679952", .reel: "SR001",
            ])
        return ShotDay.log([circled, noGood, sound])
    }

    /// A take of one channel with one channel of sound that began with it.
    static var mono: EditorLog {
        var picture = ShotDay.picture(
            start: "10:00:00;00@30000/1001", frames: 30,
            saying: [
                .reel: "A001", .scene: "27/7", .take: "3*", .channels: "1", .width: "1920", .height: "1080",
                .pixelAspect: "1",
            ], source: "CLIP/A B#1.mov")
        picture.sound = [
            MatchedSound(
                rows: [1], offset: 0, overlap: 30, start: Timecode(frame: 1_078_920, base: TimecodeBase(.ntsc30)),
                isDoubtful: false)
        ]
        let sound = ShotDay.sound(
            start: "10:00:00;00@30000/1001", samples: 48_048, saying: [.channels: "1", .noGood: "yes"])
        return ShotDay.log([picture, sound])
    }

    /// What a format makes of a log called DAY01.
    static func files(_ format: LogFormat, _ log: EditorLog, map: PathMap = PathMap()) throws -> LogFiles {
        try format.files(log, LogOptions(name: "DAY01", map: map))
    }

    /// The one file that a format makes of a log, as text.
    static func text(_ format: LogFormat, _ log: EditorLog, map: PathMap = PathMap()) throws -> String {
        String(decoding: try files(format, log, map: map).files.first?.bytes ?? [], as: UTF8.self)
    }
}
