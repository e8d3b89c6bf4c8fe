import EditorLogs
import MediaTime
import Testing

@Suite("Rows that Final Cut Pro and Premiere Pro cannot have")
struct EditorFormatExceptionTests {
    private static let both: [LogFormat] = [.fcpxml, .premiere]

    @Test("A row without rate or length, of no frame or more than a day is in no file, and says why", arguments: both)
    func leftOut(_ format: LogFormat) throws {
        let rows = [
            ShotDay.picture("norate", start: nil), ShotDay.picture("nolength", frames: nil),
            ShotDay.picture("empty", frames: 0), ShotDay.picture("long", frames: 2_073_601),
        ]
        let files = try EditorDay.files(format, ShotDay.log(rows))
        #expect(files.files.isEmpty)
        #expect(files.exceptions.map(\.code) == [.leftOut, .leftOut, .leftOut, .leftOut])
        #expect(files.exceptions.map(\.clip) == ["norate", "nolength", "empty", "long"])
        #expect(
            files.exceptions.map(\.sentence) == [
                "It was left out: nobody says at how many frames a second it runs.",
                "It was left out: nobody says how long it is.", "It was left out: it holds no frame.",
                "It was left out: it is longer than a day of timecode.",
            ])
        #expect(files.exceptions.allSatisfy { $0.roll == "20260312/A001R2GJ" && !$0.nextStep.isEmpty })
    }

    @Test("A row of a whole day is in the file, and numbers that no clock has are none", arguments: both)
    func limits(_ format: LogFormat) throws {
        let day = ShotDay.picture("day", start: "23:59:59:23@24000/1001", frames: 2_073_600)
        #expect(try EditorDay.files(format, ShotDay.log([day])).exceptions.isEmpty)
        for (samples, rate) in [("9223372036854775807", "1"), ("-1", "48000"), ("48000", "0"), ("1", "99999999999")] {
            let sound = ShotDay.sound(saying: [.sampleRate: rate, .channels: "99999999999"], of: samples)
            let files = try EditorDay.files(format, ShotDay.log([day, sound]))
            #expect(files.exceptions.map(\.code) == [.leftOut], "\(samples) at \(rate)")
        }
    }

    @Test("Rates whose fractions are too large, or that xmeml cannot say, are left out")
    func rates() throws {
        let odd = ShotDay.log([ShotDay.picture(start: nil, saying: [.rate: "4294967291/4294967"])])
        #expect(
            try EditorDay.files(.fcpxml, odd).exceptions.map(\.sentence) == [
                "It was left out: times at 4294967291/4294967 frames a second do not fit FCPXML."
            ])
        #expect(
            try EditorDay.files(.premiere, odd).exceptions.map(\.sentence) == [
                "It was left out: 4294967291/4294967 frames a second cannot be written for Premiere Pro."
            ])
    }

    @Test("Final Cut Pro is told of no frames in single files; Premiere Pro is")
    func frames() throws {
        let source = "A001C001/A001C001.0000001.dpx"
        let base = ShotDay.picture(source: source)
        let row = LoggedClip(
            kind: .picture, roll: 0, clip: "A001C001", family: "arri-codex", source: source, files: [],
            frames: LoggedClip.Frames(
                folder: "A001C001", prefix: "A001C001.", suffix: ".dpx", runs: [1...240], digits: 7, count: 240,
                size: 1_000_000), values: base.values)
        let files = try EditorDay.files(.fcpxml, ShotDay.log([row]))
        #expect(files.files.isEmpty)
        #expect(
            files.exceptions.map(\.sentence) == [
                "It was left out: Final Cut Pro does not import frames in single files."
            ])
        #expect(try EditorDay.files(.premiere, ShotDay.log([row])).exceptions.isEmpty)
    }

    @Test("A row without timecode starts at zero for Final Cut Pro, which is listed; Premiere Pro is told none")
    func noTimecode() throws {
        let log = ShotDay.log([ShotDay.picture(start: nil, saying: [.rate: "25"])])
        #expect(try EditorDay.files(.fcpxml, log).exceptions.map(\.code) == [.noTimecode])
        #expect(try EditorDay.text(.fcpxml, log).contains(" start=\"0s\" "))
        #expect(try EditorDay.files(.premiere, log).exceptions.isEmpty)
        #expect(try EditorDay.text(.premiere, log).components(of: "<timecode>") == 1)
    }

    @Test(
        "Paths are mapped and escaped; one that no map covers stays as it is, and is listed",
        arguments: [
            (
                LogFormat.fcpxml, "/media/RAID=/Volumes/RAID 1",
                "\"file:///Volumes/RAID%201/20260312/A001R2GJ/A%23%C3%A9.mov\"", 0
            ),
            (
                .premiere, "/media/RAID=/Volumes/RAID 1",
                ">file://localhost/Volumes/RAID%201/20260312/A001R2GJ/A%23%C3%A9.mov<", 0
            ),
            (.premiere, "/media/RAID=D:/Media", ">file://localhost/D:/Media/20260312/A001R2GJ/A%23%C3%A9.mov<", 0),
            (.fcpxml, "/mnt=/Volumes", "\"file:///media/RAID/20260312/A001R2GJ/A%23%C3%A9.mov\"", 1),
            (.premiere, "/mnt=/Volumes", ">file://localhost/media/RAID/20260312/A001R2GJ/A%23%C3%A9.mov<", 1),
        ])
    func paths(_ format: LogFormat, _ map: String, _ url: String, _ listed: Int) throws {
        let log = ShotDay.log([ShotDay.picture(source: "A#é.mov")])
        let entries = [try #require(PathMap.Entry(map))]
        let files = try EditorDay.files(format, log, map: PathMap(entries))
        #expect(try EditorDay.text(format, log, map: PathMap(entries)).contains(url))
        #expect(files.exceptions.map(\.code) == Array(repeating: .outsideMap, count: listed))
    }

    @Test("The same log gives the same bytes", arguments: both)
    func pure(_ format: LogFormat) throws {
        var rows = SeededRows(seed: 7)
        let log = rows.log(50)
        #expect(try EditorDay.files(format, log).files == EditorDay.files(format, log).files)
    }
}

extension ShotDay {
    /// A row of sound that says this many samples, whatever that is.
    fileprivate static func sound(saying said: [LogField: String], of samples: String) -> LoggedClip {
        var clip = ShotDay.sound("odd", saying: said)
        clip.values.set(.samples, samples, LogSource(.correction, "fix.csv"))
        return clip
    }
}
