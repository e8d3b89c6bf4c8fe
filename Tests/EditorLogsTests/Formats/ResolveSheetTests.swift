import EditorLogs
import Foundation
import MediaTime
import Testing

@Suite("Metadata sheets for Resolve")
struct ResolveSheetTests {
    private func sheet(_ clips: [LoggedClip], _ map: PathMap = PathMap()) throws -> LogFiles {
        try LogFormat.resolve.files(ShotDay.log(clips), LogOptions(name: "DAY01", map: map))
    }

    /// Reads UTF-16 as its units stand there, mark and all.
    private func text(_ made: LogFiles) -> String {
        let bytes = made.files.first?.bytes ?? []
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
        return String(decoding: units, as: UTF16.self)
    }

    private static let said: [LogField: String] = [
        .reel: "A001R1AB", .scene: "12A", .take: "3", .camera: "A", .circled: "yes", .notes: "plane at end, \"ok\"",
    ]

    @Test("Bytes are UTF-16 with its mark, the low byte first, lines ended by CRLF, File Name first")
    func bytes() throws {
        let made = try sheet([ShotDay.picture("é", start: "10:00:00:00@25", frames: 25)])
        #expect(made.files.map(\.name) == ["DAY01.csv"])
        let line = "File Name,Start TC,End TC\r\né.mov,10:00:00:00,10:00:01:00\r\n"
        let scalars = line.unicodeScalars.flatMap { (scalar: Unicode.Scalar) -> [UInt8] in [UInt8(scalar.value), 0] }
        #expect(made.files.first?.bytes == [0xFF, 0xFE] + scalars)
    }

    @Test("The headings are Resolve's own, letter by letter")
    func headings() throws {
        let all = Dictionary(uniqueKeysWithValues: LogField.allCases.map { ($0, "1") })
        let clips = ["a", "b"].map { ShotDay.picture("A1", saying: all, source: "\($0)/A1.mov") }
        let heading = text(try sheet(clips)).components(separatedBy: "\r\n")[0]
        #expect(
            heading == "\u{FEFF}File Name,Clip Directory,Start TC,End TC,Reel Name,Comments,Keywords,Shot,Setup,Scene,"
                + "Take,Good Take,Date Recorded,Camera #,Location,Camera Type,Camera Manufacturer,Camera Serial #,"
                + "Camera Firmware,Camera FPS,Shutter,Shutter Speed,ISO,White Point (Kelvin),White Balance Tint,"
                + "Lens Type,Lens Number,Camera Aperture,Focal Point (mm),ND Filter,Gamma Notes,Color Space Notes,"
                + "Sound Roll #")
    }

    @Test("Where a file name occurs twice, folders of the cutting room tell the files apart")
    func directories() throws {
        let clips = ["A001", "B001"].map { roll in
            ShotDay.picture(
                "\(roll)_A001C001", start: "10:00:00:00@25", frames: 250, saying: Self.said,
                source: "\(roll)/A001C001_260101_R1AB.mov")
        }
        let map = PathMap([try #require(PathMap.Entry("/media/RAID/=/Volumes/RAID/"))])
        let made = try sheet(clips, map)
        #expect(made.exceptions.isEmpty)
        let rest = "10:00:00:00,10:00:10:00,A001R1AB,\"plane at end, \"\"ok\"\"\",\"circled, 12A\",12A,3,1,A\r\n"
        let folder = "/Volumes/RAID/20260312/A001R2GJ"
        #expect(
            text(made) == "\u{FEFF}File Name,Clip Directory,Start TC,End TC,Reel Name,Comments,Keywords,Scene,Take,"
                + "Good Take,Camera #\r\nA001C001_260101_R1AB.mov,\(folder)/A001,\(rest)"
                + "A001C001_260101_R1AB.mov,\(folder)/B001,\(rest)")
        let outside = try sheet(clips, PathMap([try #require(PathMap.Entry("/mnt=/x"))]))
        #expect(outside.exceptions.map(\.code) == [.outsideMap, .outsideMap])
        #expect(!text(outside).contains("Clip Directory"))
    }

    @Test("Rows without timecode are written, and one sentence says how Resolve finds them")
    func withoutTimecode() throws {
        let made = try sheet([
            ShotDay.picture("A1", start: nil), ShotDay.picture("A2", frames: nil), ShotDay.picture("A3", frames: 24),
        ])
        #expect(
            text(made) == "\u{FEFF}File Name,Start TC,End TC\r\nA1.mov,,\r\nA2.mov,,\r\n"
                + "A3.mov,10:00:00:00,10:00:01:00\r\n")
        #expect(made.exceptions.map(\.code) == [.noTimecode])
        #expect(
            made.exceptions.first?.sentence
                == "2 rows have no Start TC and End TC, without which Resolve finds no clip: A1, A2.")
    }

    @Test(
        "A good take is 1, a bad one 0, and one that nobody judged, or both ways, is blank",
        arguments: [
            ("yes", nil, "1"), ("yes", "no", "1"), ("no", nil, "0"), (nil, "yes", "0"), ("no", "yes", "0"),
            ("yes", "yes", ""), (nil, "no", ""), (nil, nil, ""),
        ] as [(String?, String?, String)])
    func goodTake(_ circled: String?, _ noGood: String?, _ cell: String) throws {
        var said: [LogField: String] = [.camera: "A"]
        said[.circled] = circled
        said[.noGood] = noGood
        let sheet = text(try sheet([ShotDay.picture(saying: said)]))
        #expect(sheet.contains("Good Take") == !cell.isEmpty)
        #expect(sheet.hasSuffix(cell.isEmpty ? ",A\r\n" : ",\(cell),A\r\n"))
    }

    @Test("A sequence has the name that Resolve shows it by")
    func sequence() throws {
        let frames = LoggedClip.Frames(
            folder: "A001", prefix: "A001.", suffix: ".dpx", runs: [864_006...864_029], digits: 7, count: 24, size: 24)
        let clip = LoggedClip(
            kind: .picture, roll: 0, clip: "A001", family: "arri-frames", source: "A001/A001.0864006.dpx", files: [],
            frames: frames, values: ShotDay.picture(frames: 24).values)
        #expect(text(try sheet([clip])).hasSuffix("A001.[0864006-0864029].dpx,10:00:00:00,10:00:01:00\r\n"))
    }

    @Test("A cell stays one cell of one line, and keywords keep to themselves")
    func hostile() throws {
        let clip = ShotDay.picture(
            saying: [.scene: "1,2", .notes: "a\r\nb\t\"c\"\u{2028}\u{0}\u{85}=cmd()", .unit: "\u{301}"])
        let sheet = text(try sheet([clip]))
        #expect(sheet.components(separatedBy: "\r\n").count == 3)
        #expect(sheet.hasSuffix("\"a b \"\"c\"\"   =cmd()\",\"1 2, unit \u{301}\",\"1,2\"\r\n"))
    }

    @Test("A file whose name no cell can hold is listed")
    func renamed() throws {
        let made = try sheet([ShotDay.picture("A1", source: "A\n1.mov"), ShotDay.picture("A2")])
        #expect(made.exceptions.map { "\($0.code.rawValue) \($0.clip)" } == ["changed-text A1"])
        #expect(text(made).contains("\r\nA 1.mov,"))
    }

    @Test("Drop-frame has a semicolon, and a clip over midnight ends on the next day")
    func midnight() throws {
        let clip = ShotDay.picture(start: "23:59:59;00@30000/1001", frames: 60)
        #expect(text(try sheet([clip])).hasSuffix(",23:59:59;00,00:00:01;00\r\n"))
    }

    @Test("A log of sound alone has no sheet: Resolve reads the recordings themselves")
    func soundAlone() throws {
        let made = try sheet([ShotDay.sound()])
        #expect(made.files.isEmpty && made.exceptions.isEmpty)
    }
}
