import EditorLogs
import MediaTime
import Testing

@Suite("FCPXML for Final Cut Pro")
struct FinalCutLogTests {
    @Test("A day is one event: clips with note, keywords, rating and metadata, then picture and sound in sync")
    func wholeFile() throws {
        let files = try EditorDay.files(.fcpxml, EditorDay.log)
        #expect(files.files.map(\.name) == ["DAY01.fcpxml"])
        let text = String(decoding: files.files.first?.bytes ?? [], as: UTF8.self)
        #expect(text == EditorGolden.finalCut)
    }

    @Test(
        "Times are whole frames over the rate, not reduced: the trade's own figures",
        arguments: [
            ("10:00:00:00@24000/1001", "864864000/24000s", "1001/24000s", "NDF"),
            ("10:00:00:00@25", "90000000/2500s", "100/2500s", "NDF"),
            ("10:00:00;00@30000/1001", "1079998920/30000s", "1001/30000s", "DF"),
            ("01:00:00:00@30000/1001", "108108000/30000s", "1001/30000s", "NDF"),
            ("10:00:00;00@60000/1001", "2159997840/60000s", "1001/60000s", "DF"),
            ("00:00:00:00@24", "0s", "100/2400s", "NDF"),
            ("23:59:59:119@120", "1036799900/12000s", "100/12000s", "NDF"),
        ])
    func times(_ timecode: String, _ start: String, _ frame: String, _ counting: String) throws {
        let text = try EditorDay.text(.fcpxml, ShotDay.log([ShotDay.picture(start: timecode, frames: 1)]))
        #expect(text.contains(" frameDuration=\"\(frame)\""))
        #expect(text.contains(" start=\"\(start)\" duration=\"\(frame)\" format=\"r2\" tcFormat=\"\(counting)\""))
    }

    @Test(
        "A format has a name only where Final Cut Pro gives it one; each is written once",
        arguments: [
            (
                "1920", "1080", nil,
                "<format id=\"r3\" name=\"FFVideoFormat1080p2398\" frameDuration=\"1001/24000s\" width=\"1920\" height=\"1080\"/>"
            ),
            ("1920", "1080", "2", "<format id=\"r3\" frameDuration=\"1001/24000s\" width=\"1920\" height=\"1080\"/>"),
            ("4448", "3096", "1", "<format id=\"r3\" frameDuration=\"1001/24000s\" width=\"4448\" height=\"3096\"/>"),
            (nil, "1080", nil, "<format id=\"r3\" frameDuration=\"1001/24000s\"/>"),
            ("-1", "99999999999", nil, "<format id=\"r3\" frameDuration=\"1001/24000s\"/>"),
        ] as [(String?, String, String?, String)])
    func formats(_ width: String?, _ height: String, _ aspect: String?, _ format: String) throws {
        var said: [LogField: String] = [.height: height]
        (said[.width], said[.pixelAspect]) = (width, aspect)
        let log = ShotDay.log([ShotDay.picture(saying: said), ShotDay.picture("A001C004", saying: said)])
        let lines = try EditorDay.text(.fcpxml, log).split(separator: "\n").filter { $0.contains("<format") }
        #expect(lines.map { $0.drop { $0 == " " } } == [Substring(format)])
    }

    @Test("Sound that lies within the picture hangs on it, without gaps; tracks without names are plain dialogue")
    func soundWithinPicture() throws {
        var picture = ShotDay.picture(start: "10:00:00:00@25", frames: 100)
        let start = try #require(picture.start)
        picture.sound = [MatchedSound(rows: [1], offset: 10, overlap: 50, start: start, isDoubtful: false)]
        let sound = ShotDay.sound(start: "10:00:00:10@25", samples: 96_000)
        let text = try EditorDay.text(.fcpxml, ShotDay.log([picture, sound]))
        #expect(!text.contains("<gap"))
        #expect(
            text.contains(
                """
                      <sync-clip name="A001C003_260312_R2GJ - Synchronized Clip" start="90000000/2500s" duration="10000/2500s" \
                format="r3" tcStart="90000000/2500s" tcFormat="NDF">
                        <asset-clip ref="r1" offset="90000000/2500s" name="A001C003_260312_R2GJ" start="90000000/2500s" \
                duration="10000/2500s" format="r3" tcFormat="NDF">
                          <asset-clip ref="r2" lane="-1" offset="90001000/2500s" name="12AT01" start="1728019200/48000s" \
                duration="96000/48000s" format="r4" audioRole="dialogue"/>
                        </asset-clip>
                        <sync-source sourceID="connected">
                          <audio-role-source role="dialogue.dialogue-1"/>
                """))
    }

    @Test("Sound that began before midnight lies before the picture of the next day: no time is below zero")
    func soundBeforeMidnight() throws {
        var picture = ShotDay.picture(start: "00:00:00:00@25", frames: 100)
        let start = try #require(picture.start)
        picture.sound = [MatchedSound(rows: [1], offset: -25, overlap: 50, start: start, isDoubtful: false)]
        let sound = ShotDay.sound(start: "23:59:59:00@25", samples: 96_000)
        let text = try EditorDay.text(.fcpxml, ShotDay.log([picture, sound]))
        #expect(text.contains("start=\"215997500/2500s\" duration=\"12500/2500s\" format=\"r3\" tcStart"))
        #expect(text.contains("offset=\"216000000/2500s\" name=\"A001C003_260312_R2GJ\" start=\"0s\""))
        #expect(!text.contains("\"-2"))
    }

    @Test("Mono files of one take hang on lanes of their own")
    func lanes() throws {
        var picture = ShotDay.picture(start: "10:00:00:00@25", frames: 100)
        let start = try #require(picture.start)
        picture.sound = [MatchedSound(rows: [1, 2], offset: 0, overlap: 50, start: start, isDoubtful: false)]
        let sounds = ["12AT01_1", "12AT01_2"].map {
            ShotDay.sound($0, start: "10:00:00:00@25", saying: [.channels: "1", .tracks: "Boom"])
        }
        let text = try EditorDay.text(.fcpxml, ShotDay.log([picture] + sounds))
        #expect(text.contains("ref=\"r2\" lane=\"-1\" offset=\"90000000/2500s\""))
        #expect(text.contains("ref=\"r3\" lane=\"-2\" offset=\"90000000/2500s\""))
        #expect(text.components(of: "<audio-role-source role=\"dialogue.Boom\"/>") == 1)
    }

    @Test("A recorder's timecode that was corrected counts more than its samples since midnight")
    func correctedSound() throws {
        let sound = ShotDay.sound(start: "11:00:00:00@25", saying: [.samplesSinceMidnight: "1728000007"])
        let text = try EditorDay.text(.fcpxml, ShotDay.log([ShotDay.picture(), sound]))
        #expect(text.contains("start=\"1900800000/48000s\""))
        let told = ShotDay.sound(start: "10:00:00:00@25", saying: [.samplesSinceMidnight: "1728000007"])
        #expect(try EditorDay.text(.fcpxml, ShotDay.log([told])).contains("start=\"1728000007/48000s\""))
    }
}

extension String {
    /// How often a text occurs in it.
    func components(of text: String) -> Int { split(separator: text, omittingEmptySubsequences: false).count - 1 }
}
