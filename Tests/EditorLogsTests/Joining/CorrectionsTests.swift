import EditorLogs
import MediaTime
import SlateNotes
import Testing

@Suite("Corrections by hand")
struct CorrectionsTests {
    private static func corrected(_ clips: [LoggedClip], _ text: String) throws -> EditorLog {
        var log = ShotDay.log(clips)
        Corrections(try SlateFile(Array(text.utf8), at: "fix.csv")).apply(to: &log)
        return log
    }

    @Test(
        "Every field of the log can be corrected by its own name, and what is written of takes by any of theirs",
        arguments: [
            ("start_tc", "11:00:00:00", LogField.start, "11:00:00:00@24000/1001"),
            ("Start TC", "11:00:00:00", .start, "11:00:00:00@24000/1001"),
            ("start_tc", "11:00:00:00@25", .start, "11:00:00:00@25"),
            ("start_tc", "11:00:00;00@30000/1001", .start, "11:00:00;00@30000/1001"),
            ("reel", "A002", .reel, "A002"), ("iso", "800", .iso, "800"), ("project_fps", "23.98", .rate, "24000/1001"),
            ("frames", "0100", .frames, "100"), ("scene", "12A", .scene, "12A"), ("Board", "27", .slate, "27"),
            ("Tk", "06", .take, "06"), ("Print", "x", .circled, "yes"), ("circled", "no", .circled, "no"),
            ("NG", "y", .noGood, "yes"), ("Remarks", "=cmd()", .notes, "=cmd()"),
            ("date", "12.3.2026", .date, "2026-03-12"),
            ("look_burned_in", "no", .isLookBurnedIn, "no"), ("Camera", "B", .camera, "B"),
            ("clip_id", "X", .clipID, "X"),
            ("cdl_sop", "(1 1 1)(0 0 0)(1 1 1)", .cdlSOP, "(1 1 1)(0 0 0)(1 1 1)"),
        ])
    func fields(_ heading: String, _ cell: String, _ field: LogField, _ text: String) throws {
        let clip = ShotDay.picture("A001C003", saying: [.scene: "1", .reel: "A001R2GJ"])
        let log = try Self.corrected([clip], "clip,\(heading)\nA001C003.mov,\(cell)\n")
        #expect(
            log.clips[0].values.all[field]?.source == LogSource(.correction, "fix.csv, line 2, \(heading)"),
            "\(heading)")
        #expect(log.clips[0].values[field] == text)
        #expect(log.exceptions.isEmpty)
    }

    @Test("The rate of a row counts its timecode, and the row's own start follows")
    func rate() throws {
        let log = try Self.corrected(
            [ShotDay.picture("A001C003")], "clip,start_tc,fps\nA001C003,11:00:00:00,29.97 DF\n")
        #expect(log.clips[0].values[.start] == "11:00:00;00@30000/1001")
        #expect(log.clips[0].start?.base.isDropFrame == true)
        #expect(log.clips[0].values[.rate] == "30000/1001")
    }

    @Test(
        "What cannot be is listed and never used",
        arguments: [
            ("start_tc", "10:00:00:24", "start_tc “10:00:00:24” is no timecode at 23.976"),
            ("start_tc", "10:00:00;12", "start_tc “10:00:00;12” is no timecode at 23.976"),
            ("start_tc", "10:01:00;00@30000/1001", "start_tc “10:01:00;00@30000/1001” is no timecode"),
            ("project_fps", "fast", "project_fps “fast” is no rate"),
            ("fps", "1/0", "fps “1/0” is no rate"),
            ("frames", "-1", "frames “-1” is no count of frames of one day"),
            ("frames", "9223372036854775807", "frames “9223372036854775807” is no count of frames of one day"),
            ("width", "wide", "width “wide” is no count"), ("date", "31/31/2026", "date “31/31/2026” is no day"),
            ("date", "3/12/26", "date “3/12/26” may be two days (write 2026-03-12)"),
            ("circled", "B+", "circled “B+” is neither yes nor no"),
        ])
    func refused(_ heading: String, _ cell: String, _ why: String) throws {
        let clip = ShotDay.picture("A001C003")
        let log = try Self.corrected([clip], "clip,\(heading),scene\nA001C003,\(cell),12A\n")
        #expect(log.exceptions.map(\.code) == [.correctionRefused])
        #expect(log.exceptions.first?.nextStep == "Correct the line.")
        #expect(log.exceptions.first?.sentence == "fix.csv, line 2 (scene 12A): \(why), so it is not used.")
        #expect(log.clips[0].values[.scene] == "12A")
        #expect(log.clips[0].start == clip.start)
    }

    @Test("Without a rate anywhere a timecode is refused, and the sentence says how it is written")
    func noRate() throws {
        let log = try Self.corrected([ShotDay.picture("A001C003", start: nil)], "clip,start_tc\nA001C003,10:00:00:00\n")
        #expect(
            log.exceptions.first?.sentence
                == "fix.csv, line 2: start_tc “10:00:00:00” has no rate (write 10:00:00:00@25), so it is not used.")
    }

    @Test("A clip that two rolls have is corrected only where the roll is named, and an unknown one is listed")
    func ambiguous() throws {
        let clips = [
            ShotDay.picture("C0001", saying: [.reel: "A001"]),
            ShotDay.picture("C0001", saying: [.reel: "B001"], roll: 1),
        ]
        #expect(
            try Self.corrected(clips, "clip,roll,scene\nC0001,B001,12A\n").clips.map { $0.values[.scene] } == [
                nil, "12A",
            ])
        let log = try Self.corrected(clips, "clip,scene\nC0001,12A\nC0009,1\n,1\n")
        #expect(log.clips.allSatisfy { $0.values[.scene] == nil })
        #expect(log.exceptions.map(\.code) == [.correctionUnmatched, .correctionUnmatched, .correctionUnmatched])
        #expect(
            log.exceptions.map(\.sentence) == [
                "fix.csv, line 2 (scene 12A): 2 clips are called “C0001”, so nothing was corrected.",
                "fix.csv, line 3 (scene 1): no clip is called “C0009”, so nothing was corrected.",
                "fix.csv, line 4 (scene 1): it names no clip, so nothing was corrected.",
            ])
    }

    @Test("A recording's correction reaches the pictures that carry it, before which a picture's own one counts")
    func sound() throws {
        var picture = ShotDay.picture("A001C003")
        let start = try #require(picture.start)
        picture.sound = [MatchedSound(rows: [1], offset: 0, overlap: 240, start: start, isDoubtful: false)]
        let log = try Self.corrected(
            [picture, ShotDay.sound("12AT01")],
            "clip,scene,take,start_tc\nA001C003,12A,,\n12AT01.WAV,12B,4,11:00:00:00\n")
        #expect(log.clips.map { $0.values[.scene] } == ["12A", "12B"])
        #expect(log.clips.map { $0.values[.take] } == ["4", "4"])
        #expect(log.clips.map { $0.start?.description } == ["10:00:00:00", "11:00:00:00"])
    }

    @Test("Of a clip in several files a timecode is one file's: the file has to be named")
    func parts() throws {
        let parts = ["GX010042", "GX020042"].map { file in
            ShotDay.picture("GX0042", source: "\(file).MP4")
        }
        let log = try Self.corrected(parts, "clip,scene,start_tc\nGX0042,12A,11:00:00:00\n")
        #expect(log.clips.map { $0.values[.scene] } == ["12A", "12A"])
        #expect(
            log.exceptions.first?.sentence
                == "fix.csv, line 2 (scene 12A): start_tc “11:00:00:00” is for one file, and the clip has 2, so it is not used."
        )
        let one = try Self.corrected(parts, "file,start_tc\nGX020042.MP4,11:00:00:00\n")
        #expect(one.clips.map { $0.start?.description } == ["10:00:00:00", "11:00:00:00"])
    }

    @Test("Timecodes can be corrected before sound is joined, and once more afterwards changes nothing")
    func times() throws {
        let fix = Corrections(
            try SlateFile(Array("clip,start_tc,scene\nA001C003,11:00:00:00,12A\nX,,\n".utf8), at: "fix.csv"))
        var log = ShotDay.log([ShotDay.picture("A001C003")])
        fix.applyTimes(to: &log)
        #expect(log.clips[0].start?.description == "11:00:00:00")
        #expect(log.clips[0].values[.scene] == nil)
        #expect(log.exceptions.isEmpty)
        let before = log.clips[0].values.all[.start]
        fix.apply(to: &log)
        #expect(log.clips[0].values.all[.start] == before)
        #expect(log.exceptions.count == 1)
    }

    @Test("A column that is no field is listed, and a file that has no other corrects nothing and is refused")
    func columns() throws {
        let log = try Self.corrected(
            [ShotDay.picture("A001C003")], "clip,Scen,take,End TC,\nA001C003,12A,3,10:00:00:00,x\n")
        #expect(log.clips[0].values[.take] == "3")
        #expect(log.exceptions.map(\.code) == [.correctionRefused])
        #expect(
            log.exceptions.first?.sentence
                == "fix.csv: no field is called like the columns “Scen”, “End TC”, so nothing is corrected by them.")
        func checked(_ text: String) throws { try Corrections(SlateFile(Array(text.utf8), at: "fix.csv")).check() }
        #expect(throws: LogError.self) { try checked("clip,Scen\nA001C003,12A\n") }
        try checked("clip,Scen,take\nA001C003,12A,3\n")
        try checked("clip,iso\nA001C003,800\n")
    }

    @Test("Of two rows that correct one clip differently the last counts, and both are named")
    func contradiction() throws {
        let log = try Self.corrected([ShotDay.picture("A001C003")], "clip,scene\nA001C003,12A\nA001C003,12B\n")
        #expect(log.clips[0].values[.scene] == "12B")
        #expect(log.exceptions.map(\.code) == [.disagreement])
        #expect(
            log.exceptions.first?.sentence
                == "fix.csv, line 3 (scene 12B): line 2 says scene “12A” of the same clip, this one “12B”, and this line counts."
        )
    }
}
