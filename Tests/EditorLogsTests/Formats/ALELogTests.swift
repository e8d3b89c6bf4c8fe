import EditorLogs
import Foundation
import MediaTime
import Testing

@Suite("Avid logs")
struct ALELogTests {
    /// Everything that a row can say.
    private static let said: [LogField: String] = [
        .reel: "A001R2GJ", .camera: "A", .scene: "12A", .slate: "27/7", .shot: "3", .take: "2PK", .circled: "yes",
        .noGood: "no", .notes: "plane at end, \"ok\"", .unit: "2", .date: "2026-03-12", .soundRoll: "SR001",
        .sensorRate: "48", .channels: "2", .sampleRate: "48000", .width: "1920", .height: "1080", .lensMake: "Zeiss",
        .lensModel: "Supreme Prime", .focalLength: "50", .iso: "800", .shutterAngle: "172.8", .whiteBalance: "5600",
        .codec: "Apple ProRes 4444", .gamut: "ARRI Wide Gamut 3", .gamma: "LogC3",
        .cdlSOP: "(1 1.25 0.9) (0 -1.2e-05 0)(1 1 1)", .cdlSaturation: "1",
    ]

    private func ale(_ clips: [LoggedClip], _ map: PathMap = PathMap()) throws -> LogFiles {
        try LogFormat.ale.files(ShotDay.log(clips), LogOptions(name: "DAY01", map: map))
    }

    private func text(_ file: LogFiles.File?) -> String { String(decoding: file?.bytes ?? [], as: UTF8.self) }

    @Test("A log has head, headings and rows with blank lines between them, sorted by tape and start")
    func whole() throws {
        var full = ShotDay.picture(saying: Self.said)
        full.sound = [
            MatchedSound(
                rows: [2], offset: -48, overlap: 240,
                start: Timecode(frame: 863_952, base: TimecodeBase(.ntsc24)), isDoubtful: false)
        ]
        full.jammedStart = Timecode("11:00:00:00", base: TimecodeBase(.ntsc24))
        let earlier = ShotDay.picture(
            "A001C002_260312_R2GJ", start: "09:59:00:12@24000/1001", frames: 25,
            saying: [.reel: "A001R2GJ", .width: "1920", .height: "1080"])
        let sound = ShotDay.sound(saying: [.scene: "12A"])
        let map = PathMap([try #require(PathMap.Entry("/media/RAID=/Volumes/RAID"))])
        let made = try ale([full, earlier, sound], map)
        let path = "/Volumes/RAID/20260312/A001R2GJ"
        let expected = [
            "Heading", "FIELD_DELIM\tTABS", "VIDEO_FORMAT\t1080", "AUDIO_FORMAT\t48khz", "FPS\t23.976", "", "Column",
            "Name\tTracks\tStart\tEnd\tDuration\tFPS\tTape\tSource File\tSource Path\tUNC Path\tShoot Date\tScene\tTake"
                + "\tCamera\tCamroll\tSoundroll\tSound TC\tAuxiliary TC1\tDESCRIPT\tComments\tASC_SOP\tASC_SAT"
                + "\tImage Size\tCircled\tLens\tISO\tShutter\tWhite Balance\tSensor FPS\tCodec\tColor Space\tShot\tUnit"
                + "\tChecksum",
            "", "Data",
            "A001C002_260312_R2GJ\tV\t09:59:00:12\t09:59:01:13\t00:00:01:01\t23.98\tA001R2GJ\tA001C002_260312_R2GJ.mov"
                + "\t\(path)/A001C002_260312_R2GJ.mov\t\(path)/A001C002_260312_R2GJ.mov\t\t\t\t\tA001R2GJ\t\t\t\t\t\t\t"
                + "\t1920 x 1080\t\t\t\t\t\t\t\t\t\t\txxh64:3fbae6c7797a9d28",
            "A001C003_260312_R2GJ\tVA1A2\t10:00:00:00\t10:00:10:00\t00:00:10:00\t23.98\tA001R2GJ"
                + "\tA001C003_260312_R2GJ.mov\t\(path)/A001C003_260312_R2GJ.mov\t\(path)/A001C003_260312_R2GJ.mov"
                + "\t20260312\t12A\t2PK\tA\tA001R2GJ\tSR001\t10:00:00:00\t11:00:00:00\tslate 27/7"
                + "\tplane at end, \"ok\"\t(1.0 1.25 0.9)(0.0 -0.000012 0.0)(1.0 1.0 1.0)\t1.0\t1920 x 1080\tyes"
                + "\tZeiss Supreme Prime, 50 mm\t800\t172.8\t5600\t48\tApple ProRes 4444\tARRI Wide Gamut 3 / LogC3\t3"
                + "\t2\txxh64:3fbae6c7797a9d28",
        ]
        #expect(made.files.map(\.name) == ["DAY01.ale"])
        #expect(text(made.files.first) == expected.map { $0 + "\r\n" }.joined())
        #expect(made.exceptions.isEmpty)
    }

    @Test("Columns that no row fills are left out, but for the four that Avid asks for")
    func leastColumns() throws {
        let made = try ale([ShotDay.picture(start: nil, frames: nil, source: "x/A.mov")])
        #expect(made.files.map(\.name) == ["DAY01_no-timecode.ale"])
        let path = "/media/RAID/20260312/A001R2GJ/x/A.mov"
        #expect(
            text(made.files.first) == """
                Heading\r
                FIELD_DELIM\tTABS\r
                \r
                Column\r
                Name\tTracks\tStart\tEnd\tSource File\tSource Path\tUNC Path\tChecksum\r
                \r
                Data\r
                A001C003_260312_R2GJ\tV\t\t\tA.mov\t\(path)\t\(path)\txxh64:3fbae6c7797a9d28\r

                """)
    }

    @Test(
        "End is the timecode behind the last frame, Duration a count that drops no numbers",
        arguments: [
            ("10:00:00:00@25", 250, "25", "25", "10:00:00:00 10:00:10:00 00:00:10:00"),
            ("00:00:59;28@30000/1001", 1802, "29.97", "29.97", "00:00:59;28 00:02:00;04 00:01:00:02"),
            ("10:00:00:00@30000/1001", 30, "29.97", "29.97", "10:00:00:00 10:00:01:00 00:00:01:00"),
            ("00:00:59;58@60000/1001", 3, "59.94", "59.94", "00:00:59;58 00:01:00;05 00:00:00:03"),
            ("10:00:00:00@48000/1001", 47, "47.952", "47.95", "10:00:00:00 10:00:00:47 00:00:00:47"),
            ("23:59:59:00@25", 50, "25", "25", "23:59:59:00 00:00:01:00 00:00:02:00"),
            ("23:59:59:00@25", 25, "25", "25", "23:59:59:00 00:00:00:00 00:00:01:00"),
            ("10:00:00:00@60", 1, "60", "60", "10:00:00:00 10:00:00:01 00:00:00:01"),
        ])
    func times(_ start: String, _ frames: Int, _ head: String, _ cell: String, _ times: String) throws {
        let made = try ale([ShotDay.picture(start: start, frames: frames)])
        let lines = text(made.files.first).components(separatedBy: "\r\n")
        #expect(lines.contains("FPS\t\(head)"))
        let row = try #require(lines.dropLast().last).split(separator: "\t")
        #expect(row[2...4].joined(separator: " ") == times)
        #expect(row[5] == cell)
        #expect(made.exceptions.isEmpty)
    }

    @Test("There is one file for each way of counting, and for each raster where two have one rate")
    func classes() throws {
        func picture(_ number: Int, _ start: String?, _ width: Int?, _ height: Int) -> LoggedClip {
            let raster: [LogField: String] = width.map { [.width: "\($0)", .height: "\(height)"] } ?? [:]
            return ShotDay.picture("A001C00\(number)", start: start, saying: raster)
        }
        let made = try ale([
            picture(1, "10:00:00:00@25", 3840, 2160), picture(2, "10:00:00:00@30000/1001", 1920, 1080),
            picture(3, "10:00:00;00@30000/1001", 1920, 1080), picture(4, "10:01:00:00@25", 1920, 1080),
            picture(5, nil, 1280, 720), picture(6, "10:02:00:00@25", 3840, 2160),
            picture(7, "10:03:00:00@25", nil, 0), picture(8, "10:00:00:00@24000/1001", 720, 576),
        ])
        let told = made.files.map { file in
            let lines = text(file).components(separatedBy: "\r\n")
            let names = lines.filter { $0.hasPrefix("A001C") }.map { $0.prefix(8).suffix(1) }
            return "\(file.name) \(lines[2]) \(names.joined())"
        }
        #expect(
            told == [
                "DAY01_2398.ale VIDEO_FORMAT\tPAL 8", "DAY01_25_1080.ale VIDEO_FORMAT\t1080 4",
                "DAY01_25_CUSTOM.ale VIDEO_FORMAT\tCUSTOM 167", "DAY01_2997.ale VIDEO_FORMAT\t1080 2",
                "DAY01_2997DF.ale VIDEO_FORMAT\t1080 3", "DAY01_no-timecode.ale VIDEO_FORMAT\t720 5",
            ])
    }

    @Test(
        "The raster class is that of a project, not of the file",
        arguments: [
            (1920, 1080, "1080"), (1440, 1080, "1080"), (2048, 1080, "CUSTOM"), (1280, 720, "720"),
            (720, 576, "PAL"), (720, 486, "NTSC"), (3840, 2160, "CUSTOM"), (4448, 1856, "CUSTOM"),
        ])
    func rasters(_ width: Int, _ height: Int, _ format: String) throws {
        let made = try ale([ShotDay.picture(saying: [.width: "\(width)", .height: "\(height)"])])
        #expect(text(made.files.first).contains("VIDEO_FORMAT\t\(format)\r\n"))
    }

    @Test(
        "A row that no ALE can hold is left out and listed",
        arguments: [
            ("10:00:00:000@120000/1001", 10, "119.88 frames a second"), ("10:00:00:000@120", 10, "120 frames a second"),
            ("10:00:00:00@100", 10, "100 frames a second"), ("10:00:00:00@15", 10, "15 frames a second"),
            ("10:00:00:00@25", 0, "no frame"), ("10:00:00:00@25", 2_160_000, "a day or longer"),
            ("10:00:00:00@25", Int.max, "a day or longer"),
        ])
    func leftOut(_ start: String, _ frames: Int, _ words: String) throws {
        let good = ShotDay.picture("A001C001", start: "10:00:00:00@24")
        let made = try ale([ShotDay.picture(start: start, frames: frames), good])
        #expect(made.files.map(\.name) == ["DAY01.ale"])
        #expect(made.exceptions.map(\.code) == [.leftOut])
        #expect(made.exceptions.first?.clip == "A001C003_260312_R2GJ")
        #expect(made.exceptions.first?.sentence.contains(words) == true)
        #expect(!text(made.files.first).contains("A001C003"))
    }

    @Test("Rows without timecode of any rate stand together without Start, Duration and a rate in the head")
    func withoutTimecode() throws {
        let made = try ale([
            ShotDay.picture("A001C001", start: nil, saying: [.rate: "25"]),
            ShotDay.picture("A001C002", start: nil, saying: [.rate: "24000/1001"]),
            ShotDay.picture("A001C003", start: "10:00:00:00@120", frames: nil),
        ])
        let lines = text(made.files.first).components(separatedBy: "\r\n")
        #expect(made.files.map(\.name) == ["DAY01_no-timecode.ale"])
        #expect(lines[..<4] == ["Heading", "FIELD_DELIM\tTABS", "", "Column"])
        #expect(lines[4].hasPrefix("Name\tTracks\tStart\tEnd\tFPS\tSource File"))
        #expect(
            lines[7..<10].map {
                $0.split(separator: "\t", omittingEmptySubsequences: false)[..<5].joined(separator: "|")
            }
                == ["A001C001|V|||25", "A001C002|V|||23.98", "A001C003|V|||"])
        #expect(made.exceptions.isEmpty)
    }

    @Test("Nothing in a cell begins a cell, a line or a section of its own")
    func hostile() throws {
        let notes = "a\tb\r\nc\u{85}d\u{2028}e\u{0}f\u{B}g\u{C}h\u{1C}i\u{7F}j \u{301}é\u{202E}🎬=cmd()"
        let clips = [
            ShotDay.picture("Data", saying: [.notes: notes, .scene: "\n"]),
            ShotDay.picture("A\tB", source: "A\tB.mov"),
        ]
        let made = try ale(clips)
        let lines = text(made.files.first).unicodeScalars.split(separator: "\n").map { String($0) }
        try #require(lines.count == 11 && lines.allSatisfy { $0.hasSuffix("\r") })
        #expect(lines[6].hasPrefix("Name\t") && !lines[6].contains("Scene"))
        let tabs = [lines[6], lines[9], lines[10]].map { line in line.unicodeScalars.count { $0 == "\t" } }
        #expect(tabs == [10, 10, 10])
        #expect(lines[10].contains("\ta b c d e f g h i j \u{301}é\u{202E}🎬=cmd()\t"))
        // A changed note is read as it was meant; a changed name of a file finds nothing.
        #expect(made.exceptions.map { "\($0.code.rawValue) \($0.clip)" } == ["changed-text A\tB", "changed-text A\tB"])
    }

    @Test("Two rows that Avid could not tell apart are not both written")
    func doubled() throws {
        let made = try ale([ShotDay.picture("A B"), ShotDay.picture("A\tB")])
        #expect(made.exceptions.map(\.code).filter { $0 == .leftOut } == [.leftOut])
        #expect(text(made.files.first).components(separatedBy: "\r\nA B\t").count == 2)
    }

    @Test("A path that no map covers is left empty, and listed once")
    func outsideMap() throws {
        let map = PathMap([try #require(PathMap.Entry("/mnt=/Volumes"))])
        let made = try ale([ShotDay.picture()], map)
        #expect(made.exceptions.map(\.code) == [.outsideMap])
        #expect(!text(made.files.first).contains("Path"))
    }

    @Test("A log of sound alone has no file: Avid links recordings themselves")
    func soundAlone() throws {
        let made = try ale([ShotDay.sound()])
        #expect(made.files.isEmpty && made.exceptions.isEmpty)
    }

    @Test(
        "Colour decisions are fixed-point numbers with a decimal; anything else is left empty and listed",
        arguments: [
            ("(1 1 1)(0 0 0)(1 1 1)", "(1.0 1.0 1.0)(0.0 0.0 0.0)(1.0 1.0 1.0)"),
            (
                "(0.8714 0.9334 0.9947)(-0.087 -0.0922 -0.0808)(0.9988 1.0218 1.0101)",
                "(0.8714 0.9334 0.9947)(-0.087 -0.0922 -0.0808)(0.9988 1.0218 1.0101)"
            ),
            ("(1,1,1) (0,-0.0000004,1e-05) (1,1,12.5)", "(1.0 1.0 1.0)(0.0 0.0 0.00001)(1.0 1.0 12.5)"),
            ("(1 1 1)(0 0 0)", nil), ("(1 1 1)(0 0 0)(1 1 0)", nil), ("(-1 1 1)(0 0 0)(1 1 1)", nil),
            ("(1 1 1)(0 nan 0)(1 1 1)", nil), ("(1 1 1)(0 1e300 0)(1 1 1)", nil), ("(1 1 1)(0 0x1 0)(1 1 1)", nil),
            ("13:18:25:19", nil), ("", nil), ("1 1 1 0 0 0 1 1 1", nil),
        ])
    func colour(_ text: String, _ cell: String?) throws {
        let made = try ale([ShotDay.picture(saying: [.cdlSOP: text])])
        let file = self.text(made.files.first)
        #expect(file.contains("ASC_SOP") == (cell != nil))
        if let cell { #expect(file.contains("\t\(cell)\t")) }
        #expect(made.exceptions.map(\.code) == (cell == nil ? [.changedText] : []))
    }

    @Test("Sound TC is what the recorder showed at the clip's first frame, where no one need look whether it fits")
    func soundTimecode() throws {
        var clip = ShotDay.picture(start: "10:00:00:00@25")
        let start = try #require(Timecode("11:59:50:00", base: TimecodeBase(.fps25)))
        clip.sound = [MatchedSound(rows: [1], offset: -250, overlap: 240, start: start, isDoubtful: false)]
        #expect(text(try ale([clip]).files.first).contains("\t12:00:00:00\t"))
        clip.sound = [MatchedSound(rows: [1], offset: -250, overlap: 240, start: start, isDoubtful: true)]
        #expect(!text(try ale([clip]).files.first).contains("Sound TC"))
        let other = Timecode(frame: 0, base: TimecodeBase(.fps24))
        clip.sound = [MatchedSound(rows: [1], offset: -250, overlap: 240, start: other, isDoubtful: false)]
        #expect(!text(try ale([clip]).files.first).contains("Sound TC"))
    }
}
