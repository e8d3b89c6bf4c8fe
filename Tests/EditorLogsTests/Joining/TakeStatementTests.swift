import EditorLogs
import SlateNotes
import Testing

@Suite("Who is believed of a take")
struct TakeStatementTests {
    private static let sound = "12-T01.WAV, iXML SCENE"

    /// A picture of which the sound roll said scene 12 take 1.
    private static func picture(_ clip: String = "A001C001", start: String = "10:00:00:00@25", roll: Int = 0)
        -> LoggedClip
    {
        var clip = ShotDay.picture(clip, start: start, roll: roll)
        clip.values.set(.scene, "12", LogSource(.soundRoll, sound))
        clip.values.set(.take, "1", LogSource(.soundRoll, sound))
        return clip
    }

    private static func joined(_ clips: [LoggedClip], _ text: String, name: String = "slate.csv") throws -> EditorLog {
        var log = ShotDay.log(clips)
        SlateJoin([try SlateFile(Array(text.utf8), at: "/desk/\(name)")]).join(&log)
        return log
    }

    @Test("A line that names another take is believed as a whole: no scene of the sound roll stands beside it")
    func whole() throws {
        let log = try Self.joined([Self.picture()], "TC In,Slate,Take\n10:00:00:00,27,7\n")
        let values = log.clips[0].values
        #expect(values[.scene] == nil && values[.slate] == "27" && values[.take] == "7")
        #expect(values.others(of: .scene) == [.init("12", LogSource(.soundRoll, Self.sound))])
        #expect(values.others(of: .take).map(\.text) == ["1"])
        #expect(log.exceptions.map(\.code) == [.disagreement])
        #expect(log.exceptions.first?.clip == "A001C001")
        #expect(
            log.exceptions.first?.sentence
                == "slate.csv, line 2 (slate 27 take 7): the sound roll says scene 12 take 1.")
    }

    @Test("Script and sound that disagree are listed, once for all cameras of the take")
    func disagreement() throws {
        let clips = [Self.picture(), Self.picture("B001C001", roll: 1)]
        let log = try Self.joined(clips, "TC In,Scene,Take\n10:00:00:00,88,1\n")
        #expect(log.clips.map { $0.values[.scene] } == ["88", "88"])
        #expect(
            log.exceptions.map(\.sentence) == [
                "slate.csv, line 2 (scene 88 take 1): the sound roll says scene 12 take 1."
            ])
    }

    @Test(
        "A line that says the same take, or leaves open of what it is one, keeps the scene",
        arguments: [("Slate,Take", "27,01", 0), ("Take", "7", 1), ("Scene,Notes", "12,lovely", 0), ("Notes", "x", 0)])
    func kept(_ headings: String, _ cells: String, _ listed: Int) throws {
        let log = try Self.joined([Self.picture()], "Clip,\(headings)\nA001C001,\(cells)\n")
        #expect(log.clips[0].values[.scene] == "12")
        #expect(log.exceptions.count == listed)
    }

    @Test("A scene that counts no more counts again below the one that a correction sets")
    func corrected() throws {
        var log = try Self.joined([Self.picture()], "Clip,Slate,Take\nA001C001,27,7\n")
        Corrections(try SlateFile(Array("clip,scene\nA001C001,12A\n".utf8), at: "fix.csv")).apply(to: &log)
        #expect(log.clips[0].values[.scene] == "12A")
        #expect(log.clips[0].values.others(of: .scene).map(\.text) == ["12"])
    }

    @Test("Lines of one file that contradict each other are told once, however many there are; the last counts")
    func contradiction() throws {
        let two = try Self.joined(
            [ShotDay.picture("A001C001")], "Clip,Scene,Take\nA001C001,12A,3\nA001C001,12a,03\nA001C001,12B,3\n")
        #expect(two.clips[0].values[.scene] == "12B")
        #expect(
            two.exceptions.map(\.sentence) == [
                "slate.csv, line 4 (scene 12B take 3): line 2 says Scene “12A” of the same clip, this one “12B”; "
                    + "3 lines are about it, and the last one counts."
            ])
        let rows = (0..<2_000).map { "A001C001,\($0),\($0)\n" }.joined()
        let many = try Self.joined([ShotDay.picture("A001C001")], "Clip,Scene,Take\n" + rows)
        #expect(many.clips[0].values[.scene] == "1999")
        #expect(many.clips[0].values.others(of: .scene).count == LoggedValue.mostOverridden)
        #expect(many.exceptions.count == 1)
    }

    @Test("A stretch of time is that of every camera that ran meanwhile, also of one that started late")
    func cameras() throws {
        let clips = [
            ShotDay.picture("A001C001", start: "10:00:00:00@25", frames: 100),
            ShotDay.picture("B001C001", start: "10:00:00:06@24", frames: 90, roll: 1),
            ShotDay.picture("A001C002", start: "10:00:04:00@25", frames: 100),
        ]
        let log = try Self.joined(clips, "TC In,TC Out,Scene,Take\n10:00:00:00,10:00:04:00,12,7\n")
        #expect(log.clips.map { $0.values[.take] } == ["7", "7", nil])
    }

    @Test("Of two clips of one roll the one that mainly ran meanwhile is meant, and none where both did")
    func mainly() throws {
        let clips = [
            ShotDay.picture("A001C001", start: "09:59:00:00@25", frames: 1525),
            ShotDay.picture("A001C002", start: "10:00:02:00@25", frames: 500),
        ]
        let log = try Self.joined(clips, "TC In,TC Out,Take\n10:00:00:00,10:00:30:00,7\n")
        #expect(log.clips.map { $0.values[.take] } == [nil, "7"])
        let both = try Self.joined(clips, "TC In,TC Out,Take\n09:59:00:00,10:00:30:00,7\n")
        #expect(both.clips.allSatisfy { $0.values[.take] == nil })
        #expect(both.exceptions.first?.sentence.hasSuffix("several clips of one roll ran at 09:59:00:00.") == true)
    }

    @Test("An end before its beginning is listed, and the beginning alone counts")
    func reversed() throws {
        let log = try Self.joined(
            [Self.picture(), ShotDay.picture("B001C001", start: "15:00:00:00@25", roll: 1)],
            "TC In,TC Out,Scene,Take\n10:00:01:00,10:00:00:00,12,1\n")
        #expect(log.clips.map { $0.values[.take] } == ["1", nil])
        #expect(
            log.exceptions.map(\.sentence) == [
                "slate.csv, line 2 (scene 12 take 1): TC Out “10:00:00:00” is before TC In “10:00:01:00”, so it is not used."
            ])
    }

    @Test(
        "A number that drop-frame leaves out, and a semicolon where nothing is dropped, are no timecode of any camera")
    func dropped() throws {
        let clips = [
            ShotDay.picture("A001C001", start: "14:01:00:00@24000/1001"),
            ShotDay.picture("D001C001", start: "14:00:59;00@30000/1001", roll: 1),
        ]
        let log = try Self.joined(clips, "TC In,Scene,Take\n14:01:00;00,12,1\n")
        #expect(log.clips.allSatisfy { $0.values[.take] == nil })
        #expect(
            log.exceptions.first?.sentence
                == "slate.csv, line 2 (scene 12 take 1): TC In “14:01:00;00” is no timecode at 23.976, 29.97 DF, "
                + "so it is not used.")
    }

    @Test("Columns that mean nothing here are named once, where something stands in them; a date that is no day too")
    func columns() throws {
        let log = try Self.joined(
            [Self.picture()], "Clip,Take,Scen,Empty,Date\nA001C001,1,12A,,31/31/2026\nA001C001,1,12A,,31/31/2026\n")
        #expect(log.exceptions.map(\.code) == [.unknownColumn, .slateRefused])
        #expect(
            log.exceptions.map(\.sentence) == [
                "slate.csv: what the column “Scen” may mean is not known here, so nothing of that is used.",
                "slate.csv, line 2 (take 1): Date “31/31/2026” is no day, so it is not used.",
            ])
    }
}
