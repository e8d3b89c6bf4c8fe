import EditorLogs
import MediaTime
import Testing

@testable import Reports

@Suite("Where the pictures of a clip are taken")
struct PicturePlanTests {
    @Test(
        "at 10, 50 and 90 % of the frames, each frame once",
        arguments: [
            (240, [24, 120, 216]), (10, [1, 5, 9]), (3, [0, 1, 2]), (2, [0, 1]), (1, [0]), (0, []),
            (Int.max, [Int.max / 10, 4_611_686_018_427_387_903, 8_301_034_833_169_298_226]),
        ])
    func numbers(_ count: Int, _ expected: [Int]) {
        #expect(PicturePlan.numbers(of: count) == expected)
    }

    @Test("a file is sought by time at the rate it plays at; one of unknown length gives its first frame")
    func files() {
        let clip = ReportedDay.picture("A", start: "10:00:00:00@30000/1001", frames: 600, saying: [.rate: "60000/1001"])
        let times = [60, 300, 540].map { ExactSeconds(frames: $0, at: .ntsc60) }
        #expect(PicturePlan(clip) == .ask(times.map { PicturePlace(path: "A.mov", time: $0) }))
        #expect(PicturePlan(ReportedDay.picture("A", frames: nil)) == .ask([PicturePlace(path: "A.mov")]))
    }

    @Test("frames are picked by their numbers, over holes and with their zeros")
    func frames() {
        let frames = LoggedClip.Frames(
            folder: "A001/1920", prefix: "A001.", suffix: ".dpx", runs: [998...1001, 2000...2005], digits: 7, count: 10,
            size: 10)
        let clip = ReportedDay.picture("A", frames: 10, frameFiles: frames)
        #expect(
            PicturePlan(clip)
                == .ask(
                    ["0000999", "0002001", "0002005"].map {
                        PicturePlace(path: "A001/1920/A001.\($0).dpx", format: "dpx_pipe")
                    }))
    }

    @Test(
        "what only its maker's software decodes is not asked for, and why is said",
        arguments: [
            ("A001_C001.R3D", nil, "RED"), ("A.ari", nil, "ARRIRAW"), ("A.arx", nil, "ARRIRAW"),
            ("A.mxf", "ARRIRAW HDE", "ARRIRAW"), ("A.braw", nil, "Blackmagic RAW"), ("A.MXF", "X-OCN ST", "Sony X-OCN"),
            ("A.CRM", nil, "Canon Cinema RAW Light"), ("A.NEV", nil, "Nikon N-RAW"),
            ("A.mov", "ProRes RAW HQ", "ProRes RAW"),
        ])
    func undecodable(_ file: String, _ codec: String?, _ name: String) {
        let clip = ReportedDay.picture("A", source: file, saying: codec.map { [.codec: $0] } ?? [:])
        #expect(PicturePlan(clip) == .absent("No picture: ffmpeg cannot decode \(name)."))
    }

    @Test("the words for ffmpeg: plain files alone, no other formats, each place sought before it is opened")
    func arguments() {
        let places = [
            PicturePlace(path: "/a b/-x.mov", time: ExactSeconds(frames: 24, at: .ntsc24)),
            PicturePlace(path: "/y.dpx", format: "dpx_pipe"),
        ]
        let words = FFmpeg.arguments(places).joined(separator: " ")
        let input =
            "-protocol_whitelist file -format_whitelist mov,mxf,mpegts,mpeg,avi,matroska,dpx_pipe,exr_pipe,tiff_pipe -threads 1 -an -sn -dn"
        #expect(words.hasPrefix("-nostdin "))
        #expect(words.contains("\(input) -ss 1.001 -i /a b/-x.mov \(input) -f dpx_pipe -i /y.dpx -filter_complex "))
        #expect(words.contains(";[p0][p1]concat=n=2,settb=1,setpts=N[out] "))
    }
}

@Suite("JPEG files behind each other")
struct JPEGStreamTests {
    /// A file with a table in which an end of image stands as data, and a scan with stuffing and a restart.
    private static let file: [UInt8] = [
        0xFF, 0xD8, 0xFF, 0xDB, 0x00, 0x04, 0xFF, 0xD9, 0xFF, 0xDA, 0x00, 0x03, 0x01, 0x11, 0xFF, 0x00, 0xFF, 0xD0,
        0x22, 0xFF, 0xD9,
    ]

    @Test("each is cut off at its own end")
    func cut() {
        #expect(JPEGStream(Self.file + Self.file).files == [Self.file, Self.file])
    }

    @Test("one that is cut short, at any byte, is no picture, and those before it are")
    func torn() {
        for count in 0..<Self.file.count {
            #expect(JPEGStream(Self.file + Self.file.prefix(count)).files == [Self.file])
        }
    }

    @Test(
        "what is no JPEG is none",
        arguments: [[], [0xFF], [0xFF, 0xD8], [0xFF, 0xD8, 0xFF, 0xE0, 0, 0], Array("RIFF".utf8)])
    func none(_ bytes: [UInt8]) {
        #expect(JPEGStream(bytes).files == [])
    }
}
