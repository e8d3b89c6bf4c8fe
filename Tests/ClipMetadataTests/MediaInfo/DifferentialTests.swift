import ClipMetadata
import Foundation
import RushesFixtures
import Testing

/// What mediainfo says, as we take it, beside what ffprobe and exiftool say of the same files.
@Suite("Beside ffprobe and exiftool", .enabled(if: OutsideProgram.areThere(.ffmpeg, .ffprobe, .exiftool, .mediainfo)))
struct DifferentialTests {
    struct Case: CustomTestStringConvertible, Sendable {
        /// The file, made by ffmpeg with these arguments.
        let name: String
        let making: [String]
        /// All that we read.
        let facts: [String: String]
        /// What ffprobe calls the codec.
        let codec: String?
        /// Where exiftool says something else, and why we are right; ffprobe agrees everywhere.
        var exiftoolDiffers: [String: String] = [:]
        var testDescription: String { name }
    }

    private static func sound(_ layout: String, _ rate: Int = 48_000) -> [String] {
        ["-f", "lavfi", "-i", "anullsrc=channel_layout=\(layout):sample_rate=\(rate):duration=1"]
    }

    /// A second of picture, and of each sound: inputs first, then what is made of them.
    private static func film(
        _ size: String, _ rate: String, sound: [[String]] = [], _ output: String...
    ) -> [String] {
        let maps = sound.indices.flatMap { ["-map", "\($0 + 1):a"] }
        return ["-f", "lavfi", "-i", "testsrc2=size=\(size):rate=\(rate):duration=1"] + sound.joined()
            + ["-map", "0:v"] + maps + output
    }

    static let cases: [Case] = [
        Case(
            name: "prores-23.976.mov",
            making: film(
                "320x180", "24000/1001", sound: [sound("stereo")],
                "-c:v", "prores_ks", "-profile:v", "3", "-pix_fmt", "yuv422p10le", "-c:a", "pcm_s24le",
                "-timecode", "01:02:03:04", "-metadata:s:v", "reel_name=A001R2EC",
                "-movflags", "use_metadata_tags", "-metadata", "make=ARRI", "-metadata", "model=ALEXA Mini"),
            facts: [
                "start": "01:02:03:04", "rate": "24000/1001", "frames": "24", "raster": "320x180",
                "codec": "ProRes 422 HQ", "channels": "2", "sample rate": "48000", "make": "ARRI",
                "model": "ALEXA Mini", "reel": "A001R2EC",
            ],
            codec: "prores HQ"),
        Case(
            name: "prores-25-over-midnight.mov",
            making: film(
                "320x180", "25",
                "-c:v", "prores_ks", "-profile:v", "2", "-pix_fmt", "yuv422p10le", "-timecode", "23:59:59:20"),
            facts: [
                "start": "23:59:59:20", "rate": "25", "frames": "25", "raster": "320x180", "codec": "ProRes 422",
            ],
            codec: "prores Standard"),
        Case(
            name: "prores-29.97-drop.mov",
            making: film(
                "320x180", "30000/1001", sound: [sound("mono"), sound("mono")],
                "-c:v", "prores_ks", "-profile:v", "4", "-pix_fmt", "yuv444p10le", "-c:a", "pcm_s16le",
                "-timecode", "10:00:00;00"),
            facts: [
                "start": "10:00:00;00", "rate": "30000/1001", "frames": "30", "raster": "320x180",
                "codec": "ProRes 4444", "channels": "2", "sample rate": "48000",
            ],
            codec: "prores 4444",
            exiftoolDiffers: ["channels": "it counts those of one track; there are two tracks of one channel"]),
        Case(
            name: "h264-59.94-drop.mp4",
            making: film(
                "320x180", "60000/1001", "-c:v", "libx264", "-pix_fmt", "yuv420p",
                "-timecode", "00:59:59;58"),
            facts: [
                "start": "00:59:59;58", "rate": "60000/1001", "frames": "60", "raster": "320x180", "codec": "AVC High",
            ],
            codec: "h264 High"),
        Case(
            name: "hevc-24.mp4",
            making: film(
                "320x180", "24", "-c:v", "libx265", "-pix_fmt", "yuv420p10le",
                "-x265-params", "log-level=none"),
            facts: ["rate": "24", "frames": "24", "raster": "320x180", "codec": "HEVC Main 10"],
            codec: "hevc Main 10"),
        Case(
            name: "mpeg2-25.mxf",
            making: film(
                "1920x1080", "25", sound: [sound("mono"), sound("mono")],
                "-c:v", "mpeg2video", "-b:v", "20M", "-c:a", "pcm_s24le", "-timecode", "10:11:12:13"),
            facts: [
                "start": "10:11:12:13", "rate": "25", "frames": "25", "raster": "1920x1080",
                "codec": "MPEG Video Main", "channels": "2", "sample rate": "48000",
            ],
            codec: "mpeg2video Main",
            exiftoolDiffers: [
                "start": "it turns the timecode into seconds",
                "raster":
                    "it tells the stored height, a multiple of 16; the picture has 1080 lines (ST 377-1, DisplayHeight)",
            ]),
        Case(
            name: "dnxhr-29.97-drop.mxf",
            making: film(
                "1280x720", "30000/1001", "-c:v", "dnxhd", "-profile:v", "dnxhr_hq", "-pix_fmt", "yuv422p",
                "-timecode", "10:00:00;02"),
            facts: [
                "start": "10:00:00;02", "rate": "30000/1001", "frames": "30", "raster": "1280x720",
                "codec": "DNxHR HQ",
            ],
            codec: "dnxhd DNXHR HQ",
            exiftoolDiffers: ["start": "it turns the timecode into seconds"]),
        Case(
            name: "bwf.wav",
            making: sound("stereo") + ["-c:a", "pcm_s24le", "-write_bext", "1"],
            facts: ["codec": "PCM", "channels": "2", "sample rate": "48000"], codec: nil),
        Case(
            name: "rf64.wav", making: sound("5.1", 96_000) + ["-c:a", "pcm_s24le", "-rf64", "always"],
            facts: ["codec": "PCM", "channels": "6", "sample rate": "96000"], codec: nil),
        Case(
            name: "still.dpx", making: film("320x180", "24", "-frames:v", "1", "-pix_fmt", "gbrp10le"),
            facts: ["raster": "320x180", "codec": "DPX"], codec: "dpx "),
        Case(
            name: "still.exr", making: film("320x180", "24", "-frames:v", "1", "-pix_fmt", "gbrpf32le"),
            facts: ["raster": "320x180", "codec": "EXR"], codec: "exr "),
    ]

    @Test("Start, rate, length, codec, raster, channels, make and model are what all three say", arguments: cases)
    func facts(_ each: Case) async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/\(each.name)"
            let heard = await onOwnThread { () -> Heard? in
                let making = ["-v", "error", "-nostdin", "-y"] + each.making + [path]
                guard OutsideProgram.ffmpeg.output(making) != nil else { return nil }
                return Heard(of: path)
            }
            guard let heard else { return print("Skipped: this ffmpeg cannot make \(each.name).") }
            #expect(heard.ours?.facts == each.facts)
            let (ours, ffprobe, exiftool) = (
                try #require(heard.ours), try #require(heard.ffprobe), try #require(heard.exiftool)
            )
            #expect(ffprobe.facts["codec"] == each.codec)
            #expect(ours.disagreements(with: ffprobe).subtracting(["codec"]) == [])
            #expect(ours.disagreements(with: exiftool) == Set(each.exiftoolDiffers.keys))
        }
    }

    @Test(
        "Published recordings: nobody disagrees, and nobody takes samples since midnight for timecode",
        .enabled(if: RealRecordings.areThere),
        arguments: [("A101_1.WAV", "2"), ("A101_1_1.WAV", "1"), ("A101_1_2.WAV", "1"), ("A101_3.WAV", "2")])
    func recordings(_ name: String, channels: String) async throws {
        let heard = await onOwnThread { Heard(of: "\(RealRecordings.folder)/\(name)") }
        let facts = ["codec": "PCM", "channels": channels, "sample rate": "48000"]
        #expect(heard.ours?.facts == facts)
        #expect(heard.ours?.disagreements(with: try #require(heard.ffprobe)) == [])
        #expect(heard.ours?.disagreements(with: try #require(heard.exiftool)) == [])
    }

    /// What each of the three says of a file.
    private struct Heard: Sendable {
        let ours: ClipFacts?
        let ffprobe: ClipFacts?
        let exiftool: ClipFacts?

        init(of path: String) {
            let answer = MediaInfo.installed()?.probe([path], shouldStop: { false }).first
            ours = (try? answer?.get()).map { ClipFacts($0) }
            ffprobe = ClipFacts(
                ffprobe: OutsideProgram.ffprobe.json(
                    ["-v", "error", "-of", "json", "-show_streams", "-show_format", path]))
            exiftool = ClipFacts(exiftool: OutsideProgram.exiftool.json(["-json", "-n", path]))
        }
    }
}
