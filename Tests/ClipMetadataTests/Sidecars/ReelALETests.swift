import DelimitedText
import Foundation
import Testing

@testable import ClipMetadata

/// Schema-built, after the columns that ARRI's cameras and the tools behind them write.
@Suite("Logs of reels") struct ReelALETests {
    private func log(_ columns: [String], _ rows: [[String]], head: String = "FPS\t25") -> [UInt8] {
        let lines = ["Heading", "FIELD_DELIM\tTABS", head, "", "Column", columns.joined(separator: "\t"), "", "Data"]
        return Array((lines + rows.map { $0.joined(separator: "\t") }).joined(separator: "\n").utf8)
    }

    @Test("a camera's log says what the camera knew, and its empty cells say nothing")
    func classic() throws {
        let row = [
            ("Name", "A001C001_150827_R2GJ.mov"), ("Source File", "A001C001_150827_R2GJ.mov"),
            ("Duration", "00:00:10:12"),
            ("Tracks", "VA1A2"), ("Start", "18:00:03:05"), ("End", "18:00:13:17"), ("Fps", "25.000"),
            ("Original_video", "ProRes 4444"), ("Soundroll", ""), ("Frame_width", "2048"), ("Frame_height", "1152"),
            ("Uuid", "0042-0001"), ("Sup_version", "11.0.2"), ("Exposure_index", "800"), ("Gamma", "LOG-C"),
            ("White_balance", "5600"), ("Cc_shift", "-1.5"), ("Look_name", "show"), ("Look_burned_in", "No"),
            ("Sensor_fps", "50.000"), ("Shutter_angle", "172.8"), ("Pixelaspectratio", "1.00"),
            ("Manufacturer", "ARRI"), ("Camera_model", "ALEXA Mini"), ("Camera_sn", "2001"), ("Camera_id", "R2GJ"),
            ("Camera_index", "A"), ("Project_fps", "25.000"), ("Sxs_sn", "SX-0042"), ("Date_camera", "20150827"),
            ("Time_camera", "18h00m03s"), ("Reel_name", "A001R2GJ"), ("Umid", ""), ("Lens_type", "MP 32"),
            ("Lens_sn", "7"), ("Take", "3"), ("Scene", "12A"), ("Circle", "*"), ("Nd_filterdensity", "0.6"),
            ("ASC_SOP", "(1.0 1.0 1.0)(0.0 0.0 0.0)(1.0 1.0 1.0)"), ("ASC_SAT", "0.9"),
        ]
        let ale = try ReelALE(log(row.map(\.0), [row.map(\.1)]), at: "A001R2GJ_AVID.ale")
        #expect(
            ale.metadata(ofClip: "A001C001_150827_R2GJ")?.saidLines == [
                "reel A001R2GJ <- Reel_name", "camera_index A <- Camera_index", "scene 12A <- Scene", "take 3 <- Take",
                "circled yes <- Circle", "start_tc 18:00:03:05@25 <- Start", "sensor_fps 50 <- Sensor_fps",
                "project_fps 25 <- Project_fps", "frames 262 <- End", "frames 262 <- Duration",
                "date 2015-08-27 <- Date_camera", "time 18:00:03 <- Time_camera", "make ARRI <- Manufacturer",
                "model ALEXA Mini <- Camera_model", "serial 2001 <- Camera_sn", "firmware 11.0.2 <- Sup_version",
                "media_serial SX-0042 <- Sxs_sn", "lens_model MP 32 <- Lens_type", "lens_serial 7 <- Lens_sn",
                "iso 800 <- Exposure_index", "white_balance 5600 <- White_balance", "tint -1.5 <- Cc_shift",
                "shutter_angle 172.8 <- Shutter_angle", "nd_filter 0.6 <- Nd_filterdensity",
                "codec ProRes 4444 <- Original_video", "width 2048 <- Frame_width", "height 1152 <- Frame_height",
                "pixel_aspect 1 <- Pixelaspectratio", "gamma LOG-C <- Gamma", "look show <- Look_name",
                "look_burned_in no <- Look_burned_in", "cdl_sop (1.0 1.0 1.0)(0.0 0.0 0.0)(1.0 1.0 1.0) <- ASC_SOP",
                "cdl_saturation 0.9 <- ASC_SAT", "universal_id 0042-0001 <- Uuid",
            ])
        #expect(ale.clips.map(\.line) == [9])
    }

    @Test("the log of an ALEXA 35's dailies names the same things in another way")
    func alexa35() throws {
        let row = [
            ("Name", "12A-3"), ("Tape", "A_0076C001_230511_184122_h1CTJ"), ("Start", "18:41:22:00"),
            ("End", "18:41:23:00"),
            ("cameraModel", "ALEXA 35"), ("cameraSerialNumber", "63271"), ("cameraIndex", "A_"),
            ("reelName", "A_0076_1CTJ"), ("clipName", "A_0076C001_230511_184122_a1CTJ"), ("clipNumber", "1"),
            ("ClipUMID", "060A"), ("circleTake", "true"), ("ExposureIndexAsa", "800"), ("WhiteBalanceKelvin", "5600"),
            ("WhiteBalanceTintCc", "0"), ("ShutterAngle", "180.0"), ("SensorFps", "24"), ("ProjectRate", "23.976"),
            ("lensModel", "SIGNATURE 35"), ("lensSerialNumber", "12"), ("LookFileName", "show.alf4"),
            ("NDFilterDensity", "0.3"), ("CdlSlopeRed", "1.1"), ("CdlSlopeGreen", "1.2"), ("CdlSlopeBlue", "1.3"),
            ("CdlOffsetRed", "0"), ("CdlOffsetGreen", "0"), ("CdlOffsetBlue", "-0.1"), ("CdlPowerRed", "1"),
            ("CdlPowerGreen", "1"), ("CdlPowerBlue", "1"), ("Saturation", "1"), ("mediumSerialNumber", "M42"),
        ]
        let ale = try ReelALE(log(row.map(\.0), [row.map(\.1)], head: "FPS\t23.976"), at: "dailies.ale")
        let lines = try #require(ale.metadata(ofClip: "a_0076c001_230511_184122_a1ctj.MXF")).saidLines
        #expect(
            lines == [
                "clip_id A_0076C001_230511_184122_a1CTJ <- clipName", "reel A_0076_1CTJ <- reelName",
                "camera_index A_ <- cameraIndex", "clip_number 1 <- clipNumber", "circled yes <- circleTake",
                "start_tc 18:41:22:00@24000/1001 <- Start", "sensor_fps 24 <- SensorFps",
                "project_fps 24000/1001 <- ProjectRate", "frames 24 <- End", "model ALEXA 35 <- cameraModel",
                "serial 63271 <- cameraSerialNumber", "media_serial M42 <- mediumSerialNumber",
                "lens_model SIGNATURE 35 <- lensModel", "lens_serial 12 <- lensSerialNumber",
                "iso 800 <- ExposureIndexAsa", "white_balance 5600 <- WhiteBalanceKelvin",
                "tint 0 <- WhiteBalanceTintCc", "shutter_angle 180 <- ShutterAngle", "nd_filter 0.3 <- NDFilterDensity",
                "look show.alf4 <- LookFileName",
                "cdl_sop (1.1 1.2 1.3)(0 0 -0.1)(1 1 1) <- CdlSlope, CdlOffset, CdlPower",
                "cdl_saturation 1 <- Saturation", "universal_id 060A <- ClipUMID",
            ])
        // Dailies were made of the compressed twin: it is found by its own name too.
        #expect(ale.metadata(ofClip: "A_0076C001_230511_184122_h1CTJ.mxf")?.saidLines == lines)
        #expect(ale.metadata(ofClip: "A_0076C002_230511_184122_a1CTJ") == nil)
    }

    @Test("one log reads the same however its lines end and its sections stand", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(_ end: String) throws {
        let spread = [
            "Heading", "FIELD_DELIM\tTABS", "FPS\t24", "", "Column", "Name\tStart\tEnd\t", "", "Data",
            "Größe\t01:00:00:00\t01:00:01:00",
        ]
        let tight = [
            "Heading", "FIELD_DELIM\tTABS\tVIDEO_FORMAT\t1080\tFPS\t24\t\t", "Column\t\t", "Name \t Start\tEnd", "Data",
            "  Größe\t01:00:00:00\t01:00:01:00\t\t\t", "\t\t", "",
        ]
        let latin = tight.joined(separator: end).unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        for bytes in [Array(spread.joined(separator: end).utf8), Array(tight.joined(separator: end).utf8), latin] {
            let lines = try ReelALE(bytes, at: "a.ale").metadata(ofClip: "GRÖSSE.mov") == nil
            #expect(lines)
            #expect(
                try ReelALE(bytes, at: "a.ale").metadata(ofClip: "größe.mov")?.saidLines == [
                    "start_tc 01:00:00:00@24 <- Start", "project_fps 24 <- FPS", "frames 24 <- End",
                ])
        }
    }

    @Test(
        "lengths are counted without dropped numbers, and go round midnight",
        arguments: [
            ("29.97", "00:00:59;28", "00:01:59;28", "00:01:00:00", ["1798", "1800"]),
            ("29.97", "00:00:00;00", "00:01:00;02", "00:01:00:00", ["1800", "1800"]),
            ("29.97", "00:00:00;00", "00:01:00;02", "00:01:00;02", ["1800", "1800"]),
            ("25", "23:59:59:00", "00:00:01:00", "", ["50"]),
            ("25", "10:00:00:00", "10:00:01;00", "", ["25"]), ("29.97", "10:00:00;00", "10:00:01:00", "", []),
            ("25", "10:00:00:25", "10:00:01:00", "00:00:01:00", []),
            ("", "10:00:00:00", "10:00:01:00", "00:00:01:00", []),
        ])
    func lengths(_ fps: String, _ start: String, _ end: String, _ duration: String, _ frames: [String]) throws {
        let row = ["A001", start, end, duration]
        let ale = try ReelALE(log(["Name", "Start", "End", "Duration"], [row], head: "FPS\t\(fps)"), at: "a.ale")
        #expect(ale.metadata(ofClip: "A001")?.frames.all.map(\.value.metadataText) == frames)
    }

    @Test("days that begin with a month, ticks nobody understands and rows without a name are not believed")
    func unclear() throws {
        let ale = try ReelALE(
            log(
                ["Name", "Shoot Date", "Circled", "ISO", "Scene"],
                [["A1", "07/21/14", "maybe", "nan", "x"], ["", "", "", "", "12"]]),
            at: "a.ale")
        #expect(ale.clips.map { $0.metadata.saidLines } == [["scene x <- Scene", "project_fps 25 <- FPS"]])
        let decisions = [
            "13:18:25:19", "(1 1 1)(0 0 0)", "(1 1 1)(0 0 0)(1 1 x)", "(1 1 1)(0 0 0)(1 1 inf)", "1 1 1 0 0 0 1 1 1",
            "(1 1 1)(0 -1.2e-05 0) (1 1 1)",
        ]
        let graded = try ReelALE(log(["Name", "ASC_SOP"], decisions.map { ["A1", $0] }), at: "a.ale")
        #expect(graded.metadata(ofClip: "A1")?.cdlSOP.all.map(\.value) == ["(1 1 1)(0 -1.2e-05 0) (1 1 1)"])
    }

    @Test("a file that is none is refused with a sentence")
    func refused() {
        for (text, sentence) in [
            ("", "wrong-format: it has no columns"), ("hello\tyou", "wrong-format: it does not begin with Heading"),
            ("Heading\nFPS\t25\n", "wrong-format: it has no columns"),
            ("Heading\n\nColumn\nName\tStart\n", "damaged: it ends before its Data"),
            ("Heading\n\nColumn\n\nData\nA001\n", "wrong-format: it has no columns"),
            (
                "Heading\nColumn\n" + String(repeating: "a\t", count: 3000),
                "beyond-limits: line 3: it has more than 2048 columns"
            ),
            (
                "Heading\nColumn\nName\nData\n" + String(repeating: "a\n", count: AvidLog.mostRows + 1),
                "beyond-limits: it has more than 50000 rows"
            ),
        ] { #expect(refusal(ReelALE.self, text) == sentence, "\(text.prefix(40))") }
    }

    @Test("ten thousand rows of one clip are joined in no time")
    func manyRows() throws {
        let rows = (0..<10_000).map { ["A001", "\($0)"] }
        let ale = try ReelALE(log(["Name", "Scene"], rows), at: "a.ale")
        #expect(ale.clips(named: "A001").count == 10_000)
        #expect(ale.metadata(ofClip: "A001")?.scene.all.count == 65)
    }
}

/// Logs that others published, beside the project when they are there; the tests pass without.
enum RealSidecars {
    static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared/real-data")

    static var areThere: Bool {
        let areThere = FileManager.default.fileExists(atPath: folder.path)
        if !areThere { print("There are no published logs and captions beside the project: none is read in this run.") }
        return areThere
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }
}

@Suite("Published logs", .enabled(if: RealSidecars.areThere)) struct RealALETests {
    @Test("Avid's own export, 2017")
    func avid() throws {
        let ale = try ReelALE(RealSidecars.bytes("ale/sample.ale"), at: "sample.ale")
        #expect(ale.clips.map(\.name) == ["test_017056", "test_017057", "test_017058", "Something"])
        #expect(
            ale.metadata(ofClip: "test_017056.mov")?.saidLines == [
                "start_tc 01:00:00:00@24 <- Start", "sensor_fps 24 <- CFPS", "project_fps 24 <- FPS",
                "frames 99 <- End",
                "frames 99 <- Duration",
                "codec DNxHD 36 (HD1080p) <- Video", "width 1920 <- Image Size", "height 1080 <- Image Size",
                "pixel_aspect 1 <- Pixel Aspect Ratio",
            ])
    }

    /// From ASC_SOP on, its rows hold what belongs elsewhere: a timecode is no decision about colour.
    @Test("a laboratory's, its head on one line, found by the camera's own clip name")
    func laboratory() throws {
        let ale = try ReelALE(RealSidecars.bytes("ale/sample2.ale"), at: "sample2.ale")
        #expect(
            ale.metadata(ofClip: "A007C002_140720_R2E4.ari")?.saidLines == [
                "clip_id A007C002 <- Clipname", "reel XA007 <- Camroll", "camera_index A <- Camera",
                "scene 19A <- Scene", "take 2xa <- Take", "start_tc 04:00:46:16@24000/1001 <- Start",
                "project_fps 24000/1001 <- FPS", "frames 1216 <- End",
            ])
    }

    @Test("pulls with their CDL, several of one clip")
    func pulls() throws {
        let ale = try ReelALE(RealSidecars.bytes("ale/sample_cdl.ale"), at: "sample_cdl.ale")
        #expect(ale.clips.count == 4)
        #expect(ale.clips(named: "A005_C010_0501J0").count == 3)
        #expect(
            ale.metadata(ofClip: "A005_C009_0501A0")?.saidLines == [
                "reel A005_C009_0501A0 <- Tape", "camera_index A <- Camera", "start_tc 17:40:25:06@24000/1001 <- Start",
                "project_fps 24000/1001 <- FPS", "frames 68 <- End", "frames 68 <- Duration",
                "date 2019-05-01 <- Shoot Date",
                "cdl_sop (0.8604 0.9252 0.9755)(-0.0735 -0.0813 -0.0737)(0.9988 1.0218 1.0101) <- ASC_SOP",
                "cdl_saturation 0.9 <- ASC_SAT",
            ])
    }
}
