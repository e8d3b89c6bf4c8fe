import EditorLogs
import MediaTime
import SlateNotes
import Testing

@Suite("Slate notes joined to the log")
struct SlateJoinTests {
    private static func joined(_ clips: [LoggedClip], _ files: String...) throws -> EditorLog {
        var log = ShotDay.log(clips)
        let read = try files.enumerated().map { place, text in
            try SlateFile(Array(text.utf8), at: "/desk/notes\(place + 1).csv")
        }
        SlateJoin(read).join(&log)
        return log
    }

    /// What counts of some fields, row by row: `12A-3*`.
    private static func takes(_ log: EditorLog) -> [String] {
        log.clips.map { clip in
            let take = "\(clip.values[.scene] ?? clip.values[.slate] ?? "")-\(clip.values[.take] ?? "")"
            return take + (clip.isCircled == true ? "*" : "")
        }
    }

    private static let pictures = [
        ShotDay.picture("A001C001_260312_R2GJ", start: "10:00:00:00@25", saying: [.clipNumber: "1", .camera: "A"]),
        ShotDay.picture("A001C002_260312_R2GJ", start: "10:10:00:00@25", saying: [.clipNumber: "2", .camera: "A"]),
    ]

    @Test(
        "A note finds its clip by any of its names, whatever the case, the folder and the ending",
        arguments: [
            "A001C002_260312_R2GJ", "a001c002_260312_r2gj.MOV", "A001C002_260312_R2GJ.mxf",
            "/Volumes/X/A001C002_260312_R2GJ.mov",
            "D:\\Media\\A001C002_260312_R2GJ.mov", "A001R2GJ_A001C002_260312_R2GJ",
        ])
    func names(_ name: String) throws {
        let log = try Self.joined(Self.pictures, "File Name,Scene,Take,Circled\n\(name),12A,03,*\n")
        #expect(Self.takes(log) == ["-", "12A-03*"])
        #expect(log.exceptions.isEmpty)
        #expect(
            log.clips[1].values.all[.scene]
                == LoggedValue("12A", LogSource(.slate, "notes1.csv, line 2, Scene")))
    }

    @Test(
        "Without a name, the roll or the camera and the number of the clip say which is meant",
        arguments: [
            ("Cam Roll,Clip", "A001,2"), ("Camera,Clip #", "A,2"), ("Cam,Roll,Clip", "A,1,C002"),
            ("Mag,Clip No.", "a1,002"),
            ("Roll,Clip", "A001R2GJ,2"),
        ])
    func numbers(_ headings: String, _ cells: String) throws {
        let log = try Self.joined(Self.pictures, "\(headings),Scene,Take\n\(cells),12A,3\n")
        #expect(Self.takes(log) == ["-", "12A-3"])
    }

    @Test(
        "Then the timecode says it: within the clip, or a clip that began while the slate's stretch ran",
        arguments: [
            ("TC In", "10:10:00:00"), ("TC In", "10:10:09:14"), ("FPS,TC In", "25,10:10:01:00"),
            ("FPS,TC In", "50,10:10:01:00"),
            ("Start,End", "10:09:50:00,10:10:30:00"), ("Start,End", "10:00:09:20,10:10:30:00"),
        ])
    func timecode(_ headings: String, _ cells: String) throws {
        let log = try Self.joined(Self.pictures, "\(headings),Scene,Take\n\(cells),12A,3\n")
        #expect(Self.takes(log) == ["-", "12A-3"])
    }

    @Test(
        "A timecode of another count, camera, roll or day, and one between clips, is no clip's",
        arguments: [
            ("FPS,TC In", "24,10:10:01:00", "no clip of the log ran at 10:10:01:00"),
            ("FPS,TC In", "23.976,10:10:01:00", "no clip of the log ran at 10:10:01:00"),
            ("TC In,Cam", "10:10:01:00,B", "no clip of its camera, roll and day ran at 10:10:01:00"),
            ("TC In,Roll", "10:10:01:00,A002", "no clip of its camera, roll and day ran at 10:10:01:00"),
            ("TC In", "10:05:00:00", "no clip of the log ran at 10:05:00:00"),
            ("TC In", "10:10:09:15", "no clip of the log ran at 10:10:09:15"),
            ("File Name,TC In", "B001C001.mov,10:10:01:00", "no clip is called “B001C001.mov”"),
        ])
    func noTimecode(_ headings: String, _ cells: String, _ why: String) throws {
        let log = try Self.joined(Self.pictures, "\(headings),Scene,Take\n\(cells),12A,3\n")
        #expect(Self.takes(log) == ["-", "-"])
        #expect(log.exceptions.map(\.code) == [.slateUnmatched])
        #expect(log.exceptions.first?.sentence == "notes1.csv, line 2 (scene 12A take 3): \(why).")
    }

    @Test("A laboratory's log has the clip's name in the column of the tape")
    func tape() throws {
        let clip = ShotDay.picture("A005_C010_0501J0", start: "17:49:33:01@24000/1001")
        let log = try Self.joined([clip], "Name,Tape,Scene,Take\n12A-3,A005_C010_0501J0,12A,3\n")
        #expect(Self.takes(log) == ["12A-3"])
    }

    @Test("Over midnight a clip ran after it too")
    func midnight() throws {
        let clip = ShotDay.picture(start: "23:59:55:00@25", frames: 250)
        let log = try Self.joined([clip], "TC In,Scene,Take\n00:00:03:00,12A,3\n")
        #expect(Self.takes(log) == ["12A-3"])
    }

    @Test("One slate is written on every camera that ran, and on none where one roll has two clips there")
    func cameras() throws {
        let other = ShotDay.picture("B001C001_260312_R1AB", start: "10:10:00:00@25", roll: 1)
        let log = try Self.joined(Self.pictures + [other], "TC In,Scene,Take\n10:10:02:00,12A,3\n")
        #expect(Self.takes(log) == ["-", "12A-3", "12A-3"])
        let doubled = ShotDay.picture("A001C009_260312_R2GJ", start: "10:10:00:00@25")
        let both = try Self.joined(Self.pictures + [doubled], "TC In,Scene,Take\n10:10:02:00,12A,3\n")
        #expect(Self.takes(both) == ["-", "-", "-"])
        #expect(both.exceptions.first?.sentence.hasSuffix("several clips of one roll ran at 10:10:02:00.") == true)
    }

    @Test("The day tells equal timecodes apart; a date that may be two days is each of them")
    func days() throws {
        let clips = ["2026-03-12", "2026-03-14"].enumerated().map { place, day in
            ShotDay.picture("A00\(place + 1)C001", start: "10:00:00:00@25", saying: [.date: day], roll: place)
        }
        for date in ["2026-03-14", "20260314", "14.3.2026", "3/14/26", "14/03/2026"] {
            let log = try Self.joined(clips, "Date,TC In,Scene,Take\n\(date),10:00:01:00,12A,3\n")
            #expect(Self.takes(log) == ["-", "12A-3"], "\(date)")
        }
    }

    @Test(
        "An illegal timecode is listed and never used",
        arguments: [
            ("10:01:00;00", "TC In “10:01:00;00” is no timecode at 29.97 DF"),
            ("10:00:00;30", "TC In “10:00:00;30” is no timecode at 29.97 DF"),
            ("24:00:00:00", "TC In “24:00:00:00” is no timecode at 29.97 DF"),
            ("10:00", "TC In “10:00” is no timecode at 29.97 DF"),
        ])
    func illegal(_ text: String, _ why: String) throws {
        let clip = ShotDay.picture(start: "10:00:59;00@30000/1001", frames: 300)
        let log = try Self.joined([clip], "TC In,Scene,Take\n\(text),12A,3\n")
        #expect(Self.takes(log) == ["-"])
        #expect(log.exceptions.map(\.code) == [.slateRefused, .slateUnmatched])
        #expect(log.exceptions.first?.sentence == "notes1.csv, line 2 (scene 12A take 3): \(why), so it is not used.")
    }

    @Test("A row that names its clip keeps what can be when its timecode or its circle cannot")
    func refusedCells() throws {
        let log = try Self.joined(
            Self.pictures, "Clip,Take,Start TC,FPS,Circled\nA001C001_260312_R2GJ,3,10:01:00:00,29.97 DF,B+\n")
        #expect(Self.takes(log) == ["-3", "-"])
        #expect(
            log.exceptions.map(\.sentence) == [
                "notes1.csv, line 2 (take 3): Start TC “10:01:00:00” is no timecode at 29.97 drop-frame, so it is not used.",
                "notes1.csv, line 2 (take 3): Circled “B+” is neither yes nor no, so it is not used.",
            ])
    }

    @Test("A list of circled takes finds what sound or sidecars said, with zeros and case folded")
    func takes() throws {
        let clips = [
            ShotDay.picture("A001C001", saying: [.scene: "12A", .take: "3"]),
            ShotDay.picture("A001C002", saying: [.scene: "12A", .take: "4"]),
            ShotDay.picture("B001C001", saying: [.scene: "12a", .take: "03"], roll: 1),
        ]
        let log = try Self.joined(clips, "Scene,Take,Print,Notes\n12A,003,x,lovely\n12A,5,x,\n")
        #expect(log.clips.map(\.isCircled) == [true, nil, true])
        #expect(log.clips[2].values.all[.take]?.overridden.map(\.text) == ["03"])
        #expect(
            log.exceptions.map(\.sentence) == [
                "notes1.csv, line 3 (scene 12A take 5): no clip of the log is scene 12a take 5."
            ])
        let slates = try Self.joined(
            [ShotDay.picture(saying: [.scene: "12A", .slate: "28", .take: "3"])], "Scene,Slate,Take,Print\n12A,27,3,x\n"
        )
        #expect(slates.clips[0].isCircled == nil)
    }

    @Test("Notes that say no more than roll and take lie beside the clips in order, when there are as many")
    func order() throws {
        let log = try Self.joined(Self.pictures, "Roll,Scene,Take\nA001,12A,1\nA001,12A,2*\n")
        #expect(Self.takes(log) == ["12A-1", "12A-2*"])
        #expect(log.clips[1].values.all[.take]?.source.place == "notes1.csv, line 3, Take, by order")
    }

    @Test(
        "and are matched to nothing when one is too many, a clip is known as another take, or others name their clips",
        arguments: [
            ("A001,12A,1,\n", "roll “A001” has 2 clips and 1 notes", ""),
            ("A002,12A,1,\n", "no clip of roll “A002” is in the log", ""),
            ("A001,12A,1,\nA001,12A,2,\n", "another scene or take is already known of a clip of roll “A001”", "9"),
            ("A001,12A,1,\nA001,12A,2,10:10:01:00\n", "other notes of roll “A001” name their clips", ""),
        ])
    func noOrder(_ rows: String, _ why: String, _ take: String) throws {
        var clips = Self.pictures
        if !take.isEmpty { clips[0].values.set(.take, take, LogSource(.sidecar, "A001.ale, Take")) }
        let log = try Self.joined(clips, "Roll,Scene,Take,TC In\n" + rows)
        #expect(log.clips[0].values[.scene] == nil)
        #expect(log.exceptions.first?.sentence == "notes1.csv, line 2 (scene 12A take 1): \(why).")
    }

    @Test("What a sound report says of a recording reaches the pictures that carry it, mono files as one")
    func soundReport() throws {
        var picture = ShotDay.picture(saying: [.take: "9"])
        let start = try #require(picture.start)
        picture.sound = [MatchedSound(rows: [1, 2], offset: 0, overlap: 240, start: start, isDoubtful: false)]
        let sounds = [ShotDay.sound("12A-T04_1"), ShotDay.sound("12A-T04_2")]
        let log = try Self.joined(
            [picture] + sounds, "SOUND REPORT\rRoll:,SR001\r\rFile Name,Scene,Take,Circled\r12A-T04_X.WAV,12A,04,Y\r")
        #expect(Self.takes(log) == ["12A-04*", "12A-04*", "12A-04*"])
        #expect(log.clips[0].values[.soundRoll] == "SR001")
        #expect(log.clips[0].values.all[.take]?.overridden.map(\.text) == ["9"])
        #expect(log.exceptions.isEmpty)
    }

    @Test("A name that two rolls have needs the roll, the camera, the day or the timecode")
    func twoRolls() throws {
        let clips = [
            ShotDay.picture("C0001", start: "10:00:00:00@25", saying: [.reel: "A001", .camera: "A"]),
            ShotDay.picture("C0001", start: "12:00:00:00@25", saying: [.reel: "B001", .camera: "B"], roll: 1),
        ]
        for (headings, cells) in [("Roll", "B001"), ("Camera", "B Cam"), ("TC In", "12:00:01:00")] {
            let log = try Self.joined(clips, "Clip,\(headings),Scene,Take\nC0001,\(cells),12A,3\n")
            #expect(Self.takes(log) == ["-", "12A-3"], "\(headings)")
        }
        let log = try Self.joined(clips, "Clip,Scene,Take\nC0001,12A,3\n")
        #expect(Self.takes(log) == ["-", "-"])
        #expect(log.exceptions.first?.sentence == "notes1.csv, line 2 (scene 12A take 3): 2 clips are called “C0001”.")
    }

    @Test("Of several files the later one counts, a correction before all, and who said what stays known")
    func precedence() throws {
        var clip = ShotDay.picture("A001C001", saying: [.scene: "1"])
        clip.values.set(.take, "7", LogSource(.correction, "fix.csv, line 2, take"))
        let log = try Self.joined(
            [clip], "Clip,Scene,Take,Lens\nA001C001,2,2,32 mm\n", "Clip,Scene,Take,Lens\nA001C001,3,3,40 mm\n")
        let scene = try #require(log.clips[0].values.all[.scene])
        #expect(scene.text == "3" && scene.overridden.map(\.text) == ["2", "1"])
        let take = try #require(log.clips[0].values.all[.take])
        #expect(take.text == "7" && take.overridden.map(\.text) == ["3", "2"])
        #expect(log.clips[0].values[.lensModel] == "32 mm")
        #expect(log.exceptions.isEmpty)
    }

    @Test("A row that says nothing new is no exception, and one that says nothing of its clip is listed")
    func nothing() throws {
        let log = try Self.joined(
            [ShotDay.picture("A001C001", saying: [.scene: "1"])], "Clip,Scene,Notes\nA001C001,1,\n,,roll out\n")
        #expect(
            log.exceptions.map(\.sentence) == ["notes1.csv, line 3: it names no clip, no timecode and no take."])
    }

    @Test("Cells of an enemy make one short line of a sentence")
    func hostile() throws {
        let name = "x\tx\nx" + String(repeating: "y", count: 300)
        let log = try Self.joined(Self.pictures, "File Name,Take\n\"\(name)\",3\n")
        let sentence = try #require(log.exceptions.first?.sentence)
        #expect(
            sentence == "notes1.csv, line 2 (take 3): no clip is called “x x x\(String(repeating: "y", count: 35))…”.")
    }
}
