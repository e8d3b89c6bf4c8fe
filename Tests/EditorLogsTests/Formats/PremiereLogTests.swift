import EditorLogs
import MediaTime
import Testing

@Suite("Final Cut Pro 7 XML for Premiere Pro")
struct PremiereLogTests {
    @Test("A day is a bin of master clips for each roll, and a stringout with the sound below")
    func wholeFile() throws {
        let files = try EditorDay.files(.premiere, EditorDay.mono)
        #expect(files.files.map(\.name) == ["DAY01.xml"])
        #expect(files.exceptions.isEmpty)
        let text = String(decoding: files.files.first?.bytes ?? [], as: UTF8.self)
        #expect(text == EditorGolden.premiere)
    }

    @Test(
        "Every rate is a timebase and a word whether it is slowed",
        arguments: [
            ("24000/1001", 24, "TRUE"), ("24", 24, "FALSE"), ("25", 25, "FALSE"), ("30000/1001", 30, "TRUE"),
            ("30", 30, "FALSE"), ("48000/1001", 48, "TRUE"), ("50", 50, "FALSE"), ("60000/1001", 60, "TRUE"),
            ("100", 100, "FALSE"), ("120000/1001", 120, "TRUE"), ("120", 120, "FALSE"),
        ])
    func rates(_ rate: String, _ timebase: Int, _ ntsc: String) throws {
        let text = try EditorDay.text(.premiere, ShotDay.log([ShotDay.picture(start: nil, saying: [.rate: rate])]))
        #expect(text.contains("<rate><timebase>\(timebase)</timebase><ntsc>\(ntsc)</ntsc></rate>"))
    }

    @Test("Each way of counting has a stringout of its own, with its own hour to begin at")
    func stringouts() throws {
        let log = ShotDay.log([
            ShotDay.picture("a", start: "10:00:00;00@30000/1001"),
            ShotDay.picture("b", start: "10:00:00:00@30000/1001"),
            ShotDay.picture("c", start: "11:00:00;00@30000/1001"), ShotDay.picture("d"),
        ])
        let text = try EditorDay.text(.premiere, log)
        for (name, hour) in [
            ("29.97 DF", "<string>01:00:00;00</string><frame>107892</frame>"),
            ("29.97", "<string>01:00:00:00</string><frame>108000</frame>"),
            ("23.976", "<string>01:00:00:00</string><frame>86400</frame>"),
        ] {
            #expect(text.components(of: "<name>DAY01 stringout \(name)</name>") == 1)
            #expect(text.components(of: hour) == 1)
        }
        #expect(text.components(of: "<sequence id") == 3)
    }

    @Test(
        "Good is said only where somebody judged the take",
        arguments: [
            (["circled": "yes"], "TRUE"), (["circled": "no"], "FALSE"), (["no_good": "yes"], "FALSE"),
            (["circled": "yes", "no_good": "yes"], "TRUE"), (["no_good": "no"], nil), ([:], nil),
        ] as [([String: String], String?)])
    func good(_ said: [String: String], _ good: String?) throws {
        let fields = said.map { (LogField(rawValue: $0) ?? .notes, $1) }
        let row = ShotDay.picture(saying: Dictionary(uniqueKeysWithValues: fields))
        let text = try EditorDay.text(.premiere, ShotDay.log([row]))
        #expect(text.contains("<good>") == (good != nil))
        if let good { #expect(text.contains("<good>\(good)</good>")) }
    }

    @Test("Sound that begins later lies later, and what lies beside the picture is on no track")
    func laterSound() throws {
        var picture = ShotDay.picture(start: "10:00:00:00@25", frames: 100)
        let start = try #require(picture.start)
        picture.sound = [
            MatchedSound(rows: [1], offset: 90, overlap: 10, start: start, isDoubtful: false),
            MatchedSound(rows: [2], offset: 100, overlap: 1, start: start, isDoubtful: false),
        ]
        let rows = [
            ShotDay.sound("in", start: "10:00:03:15@25"), ShotDay.sound("behind", start: "10:00:04:00@25"),
        ]
        let text = try EditorDay.text(.premiere, ShotDay.log([picture] + rows))
        let sequence = try #require(text.split(separator: "<sequence").last)
        #expect(sequence.contains("<start>90</start>"))
        #expect(sequence.contains("<out>10</out>"))
        #expect(!sequence.contains("behind.WAV"))
    }

    @Test("Two recordings of 64 channels take 64 tracks, and stay unlinked; what nobody has is in no logging")
    func mostTracks() throws {
        var picture = ShotDay.picture(start: "10:00:00:00@25", frames: 100)
        let start = try #require(picture.start)
        picture.sound = [1, 2].map {
            MatchedSound(rows: [$0], offset: 0, overlap: 100, start: start, isDoubtful: true)
        }
        let sounds = ["a", "b"].map { ShotDay.sound($0, start: "10:00:00:00@25", saying: [.channels: "64"]) }
        let text = try EditorDay.text(.premiere, ShotDay.log([picture] + sounds))
        let sequence = String(try #require(text.split(separator: "<sequence").last))
        #expect(sequence.components(of: "<track>") == 1 + 64)
        #expect(!sequence.contains("<link>"))
        #expect(!text.contains("<logginginfo>"))
    }
}
