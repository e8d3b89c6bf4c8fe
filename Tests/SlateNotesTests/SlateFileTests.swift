import DelimitedText
import RushesFixtures
import SlateNotes
import Testing

@Suite("A file of notes")
struct SlateFileTests {
    private static func file(_ text: String, at place: String = "notes.csv") throws -> SlateFile {
        try SlateFile(Array(text.utf8), at: place)
    }

    /// What a row says, field by field, in the order of the fields.
    private static func said(_ note: SlateNote) -> String {
        SlateField.allCases.compactMap { field in note[field].map { "\(field.rawValue) \($0)" } }
            .joined(separator: ", ")
    }

    private static func lines(_ file: SlateFile) -> [String] { file.notes.map { "\($0.line): \(said($0))" } }

    /// Laid out as Wave Agent lays it out: bare CR, an overview, ragged rows, grouped mono files, blanks for no.
    private static let soundReport = [
        "SOUND REPORT", "Project:,\"DAY ONE, \"\"HARBOUR\"\"\",Sound Mixer:,\"M. Smith\",Roll:,\"SR001\"",
        "File Type:,\"WAV\",Bit Depth:,\"24\",Media:,\"\"", "Frame Rate:,\"23.97 ND\",Sample Rate:,\"\",Tone/dB:,\"\"",
        "",
        "File Name,Channels,Tape,Scene,Take,Sample Rate,Frame Rate,Bit Depth,Length,Start TC,Wild,Circled,User,Notes,T1,T2",
        "\"12A-T03.WAV\",2(POLY),\"26Y03M12\",\"12A\",\"03\",48000,23.97 ND,24,00:00:05,12:39:59:00, ,Y,\"\",plane at end,\"Boom\"",
        "\"12A-T04_X.WAV\",2(MONO),\"\",\"12A\",\"04\",48000,,24,00:00:05,12:41:02:00, , ,\"\",,\"Boom\",\"Lav\"",
    ].joined(separator: "\r")

    @Test("A sound report is read past its overview, whose roll and rate hold for rows that have none")
    func soundReport() throws {
        let file = try Self.file(Self.soundReport)
        #expect(
            Self.lines(file) == [
                "7: clip 12A-T03.WAV, soundRoll 26Y03M12, scene 12A, take 03, circled Y, notes plane at end, "
                    + "start 12:39:59:00, rate 23.97 ND",
                "8: clip 12A-T04_X.WAV, soundRoll SR001, scene 12A, take 04, start 12:41:02:00, rate 23.97 ND",
            ])
        #expect(file.notes.map(\.isCircled) == [true, nil])
        #expect(
            file.unknownHeadings == [
                "Channels", "Sample Rate", "Bit Depth", "Length", "Wild", "User", "T1", "T2",
            ])
    }

    @Test("A report that names recordings is a sound report without an overview too: its tape is the sound roll")
    func recordings() throws {
        let file = try Self.file("Filename\tTape\tScene\tTake\n12A.wav\tSR001\t12A\t1\n12B.WAV\tSR001\t12B\t1\n")
        #expect(Self.lines(file).first == "2: clip 12A.wav, soundRoll SR001, scene 12A, take 1")
        let pictures = try Self.file("Filename\tTape\tScene\tTake\nA001C001.mov\tA001\t12A\t1\n")
        #expect(Self.lines(pictures) == ["2: clip A001C001.mov, cameraRoll A001, scene 12A, take 1"])
    }

    @Test(
        "The trade's names of a column are one, whatever their case and punctuation",
        arguments: [
            (SlateField.clip, ["File Name", "FILENAME", "Source File", "clip_name", "Clip", "Name"]),
            (.clipNumber, ["Clip #", "Clip No.", "clip number"]), (.camera, ["Camera", "Cam", "CAM.", "Camera #"]),
            (.cameraRoll, ["Cam Roll", "Camroll", "Mag", "Card", "Roll #", "Reel", "Tape", "Roll/Card"]),
            (.soundRoll, ["Sound Roll", "Snd. Roll", "SOUNDROLL", "SR", "Sound Roll #"]),
            (.scene, ["Scene", "Sc.", "Szene", "SCENE #"]), (.slate, ["Slate", "Board", "Slate/Take", "Klappe"]),
            (.shot, ["Shot", "Setup", "Set-Up"]), (.take, ["Take", "Tk", "TAKE #"]),
            (.circled, ["Circled", "Circle", "Circle Take", "Print", "Good", "OK", "*", "Good Take"]),
            (.noGood, ["NG", "No Good", "N.G."]),
            (.notes, ["Notes", "Comments", "Remarks", "Description", "DESCRIPT", "Take Notes"]),
            (.date, ["Date", "Shoot Date", "Shoot date", "Shoot Day", "Datum"]), (.lens, ["Lens", "Lens Type"]),
            (.start, ["Start TC", "TC In", "Start", "In", "TC-In"]), (.end, ["End TC", "TC Out", "End", "Out"]),
            (.rate, ["FPS", "Frame Rate", "Project FPS"]), (.unit, ["Unit"]),
        ])
    func synonyms(_ field: SlateField, _ headings: [String]) throws {
        for heading in headings {
            let other = field == .take ? "Scene" : "Take"
            let name = field == .clip ? "" : ",File Name"
            let file = try Self.file("\(heading),\(other)\(name)\nx,y,z\n")
            #expect(file.notes.first?.cells[field] == .init("x", heading))
            #expect(file.unknownHeadings.isEmpty, "\(heading)")
        }
    }

    @Test(
        "Any encoding, line end and separator gives the same rows",
        arguments: ["\n", "\r\n", "\r"], [",", ";", "\t"])
    func encodings(_ end: String, _ separator: String) throws {
        let text = [["Szene", "Take", "Bemerkung"], ["Größe", "03", "ü"], [], ["12A", "2PK"]]
            .map { $0.joined(separator: separator) }.joined(separator: end)
        let expected = ["2: scene Größe, take 03, notes ü", "4: scene 12A, take 2PK"]
        let windows = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { unit in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
        let little: [UInt8] = text.utf16.flatMap { unit in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), windows, big, little] {
            #expect(Self.lines(try SlateFile(bytes, at: "notes.txt")) == expected)
        }
    }

    @Test("The row of headings says what stands between cells, not the first line")
    func separators() throws {
        let text = "Shooting day 3, harbour, second unit\nDate;12.3.2026\nScene;Take;Notes\n12A;3;a, b, c, d\n"
        #expect(Self.lines(try Self.file(text)) == ["4: scene 12A, take 3, notes a, b, c, d, date 12.3.2026"])
    }

    @Test("What the lines above the headings say of roll and day holds for rows that do not say otherwise")
    func preamble() throws {
        let text = "CAMERA REPORT\nCamera: B\nRoll,B002\nScene,99\n\nClip #,Scene,Take,Roll\n1,12,1,\n2,12,2,B003\n"
        #expect(
            Self.lines(try Self.file(text)) == [
                "7: camera B, cameraRoll B002, clipNumber 1, scene 12, take 1",
                "8: camera B, cameraRoll B003, clipNumber 2, scene 12, take 2",
            ])
    }

    @Test(
        "British slates: a star circles, a stroke parts slate and take, and what else stands there is text",
        arguments: [
            ("Slate,Take\n27,3*", "slate 27, take 3, circled *"), ("Slate,Take\n27,2PK", "slate 27, take 2PK"),
            ("Slate,Notes\n27/7,x", "slate 27, take 7, notes x"),
            ("Slate/Take,Notes\n27/7*,", "slate 27, take 7, circled *"),
            ("Slate,Take\n27/7,1", "slate 27/7, take 1"), ("Slate,Notes\n27/7/1,x", "slate 27/7/1, notes x"),
            ("Slate,Notes\nA/B,x", "slate A/B, notes x"), ("Scene,Take\n12A,06", "scene 12A, take 06"),
            ("Scene,Take,Circled\n12A,3 *,no", "scene 12A, take 3, circled no"),
            ("Scene,Take\n12A,*", "scene 12A, circled *"),
        ])
    func british(_ text: String, _ expected: String) throws {
        #expect(try Self.file(text).notes.map(Self.said) == [expected])
    }

    @Test("Several columns of notes are kept, and of two rolls the one that is named more exactly")
    func severalColumns() throws {
        let file = try Self.file(
            "Tape,Cam Roll,Name,File Name,Notes,Comments,Description\nT1,A001,12-1,A001.mov,a,b,a\n")
        #expect(file.notes.map(Self.said) == ["clip A001.mov, cameraRoll A001, notes a; b"])
        #expect(file.notes.first?.cells[.notes]?.heading == "Notes, Comments")
        #expect(file.notes.first?.names.map(\.text) == ["A001.mov", "12-1"])
    }

    @Test("Headings that a report repeats on every page are no rows, and neither are lines that say nothing")
    func pages() throws {
        let file = try Self.file("Scene,Take,X\n1,1,\nScene,Take,X\n,,only this\n,,\n1,2,\n")
        #expect(file.notes.map(\.line) == [2, 6])
    }

    @Test("A list that names clips and fields of the log needs no scene and no take")
    func corrections() throws {
        let file = try Self.file("clip,iso\nA001C003,800\n")
        #expect(file.notes.first?.written == [.init("A001C003", "clip"), .init("800", "iso")])
    }

    @Test("An Avid log has the rate of its head, and all of its columns that name clips")
    func avid() throws {
        let text =
            "Heading\rFPS\t23.98\r\rColumn\rName\tSource File\tScene\tTake\tStart\r\rData\r"
            + "12A-3\tA001C003.mov\t12A\t3\t10:00:00:00\r"
        let file = try Self.file(text, at: "day.ALE")
        #expect(Self.lines(file) == ["8: clip A001C003.mov, scene 12A, take 3, start 10:00:00:00, rate 23.98"])
        #expect(file.notes.first?.names.map(\.text) == ["A001C003.mov", "12A-3"])
    }

    @Test("The widest log has 245 columns, and its cells are found")
    func wide() throws {
        let headings = (1...243).map { "Custom \($0)" } + ["Scene", "Take"]
        let row = (1...243).map(String.init) + ["12A", "3"]
        let text = headings.joined(separator: "\t") + "\n" + row.joined(separator: "\t")
        let file = try Self.file(text)
        #expect(file.notes.map(Self.said) == ["scene 12A, take 3"])
        #expect(file.unknownHeadings.count == 243)
        #expect(file.notes.first?.written.count == 245)
    }

    @Test(
        "What is no file of notes is refused with a sentence and what to do",
        arguments: [
            ("hello\nyou\n", "notes.csv", "no-headings None of its first 64 rows says what its columns are."),
            ("", "notes.csv", "no-headings It is empty."), (" \n\t\n", "notes.csv", "no-headings It is empty."),
            (
                "Name\tScene\tTake\n", "day.ale",
                "damaged It cannot be read as an Avid log: it does not begin with Heading."
            ),
            (
                "FPS\t25\n\nColumn\nName\tScene\tTake\n\nData\nA\t1\t1\n", "day.txt",
                "damaged It cannot be read as an Avid log: it does not begin with Heading."
            ),
            ("Heading\nFPS\t25\n", "day.ale", "damaged It cannot be read as an Avid log: it has no columns."),
            (
                "Scene,Take\n12,\"3\n", "notes.csv",
                "damaged It cannot be read as a table: line 2: a quote is opened and never closed."
            ),
            (
                "Scene,Take\n" + String(repeating: "1,1\n", count: SlateFile.mostRows + 1), "notes.csv",
                "beyond-limits It has more than 50000 rows below its headings."
            ),
            (
                "Scene,Take" + String(repeating: ",", count: DelimitedTable.mostColumns), "notes.csv",
                "beyond-limits It cannot be read as a table of notes: line 1: it has more than 2048 columns."
            ),
        ])
    func refused(_ text: String, _ place: String, _ sentence: String) {
        do {
            _ = try Self.file(text, at: place)
            Issue.record("It was read.")
        } catch let error as SlateError {
            #expect("\(error.code.rawValue) \(error.sentence)" == sentence)
            #expect(error.place == place && error.nextStep.hasSuffix("."))
        } catch {
            Issue.record("Another error: \(error)")
        }
    }

    @Test("Every cell that a CSV can hold is read as it was written", arguments: UInt64(1)...40)
    func hostileCells(_ seed: UInt64) throws {
        let pieces = [
            "\t", "\n", "\r\n", "\u{85}", "\u{2028}", "\0", "=cmd()", "\"", ",", ";", "a", "é", "\u{301}", "\u{202E}",
            "🎬", " ",
            String(repeating: "x", count: 300),
        ]
        var generator = SeededGenerator(seed: seed)
        func cell() -> String {
            (0...Int.random(in: 0...5, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
                .joined()
        }
        let rows = (0..<20).map { _ in ["12", "x" + cell() + "y"] }
        var writer = DelimitedWriter(.csv)
        for row in [["Take", "Notes"]] + rows { writer.row(row) }
        let file = try SlateFile([0xEF, 0xBB, 0xBF] + writer.take(), at: "notes.csv")
        #expect(file.notes.map { Array(($0[.notes] ?? "").utf8) } == rows.map { Array($0[1].utf8) })
    }
}

@Suite("A file read as a list of what should be there")
struct SlateListTests {
    private static func said(_ text: String, as kind: SlateFile.Kind = .list) throws -> [String] {
        try SlateFile(Array(text.utf8), at: "list.csv", as: kind).notes.map { note in
            SlateField.allCases.compactMap { field in note[field].map { "\(field.rawValue) \($0)" } }
                .joined(separator: ", ")
        }
    }

    @Test(
        "One column of names is enough, and a pull list needs no take",
        arguments: [
            ("Roll\nA001\nA002", ["cameraRoll A001", "cameraRoll A002"]),
            ("Day 12\nSound Roll\nSR001", ["soundRoll SR001"]), ("File Name\nx.mov", ["clip x.mov"]),
            (
                "shot,version,first,last\nTCC_0010,v003,1001,1050",
                ["shot TCC_0010, version v003, firstFrame 1001, lastFrame 1050"]
            ),
            ("VFX Shot;Ver.;Frame Range\n0010;3;1001-1050", ["shot 0010, version 3, frames 1001-1050"]),
            ("Roll,Clip #,Duration\nA001,3,10", ["cameraRoll A001, clipNumber 3, frames 10"]),
        ])
    func lists(_ text: String, _ expected: [String]) throws {
        #expect(try Self.said(text) == expected)
    }

    @Test("Notes about takes are not asked for versions and frames, and names alone are none")
    func notes() throws {
        #expect(try Self.said("Scene,Take,Version,Duration\n12,3,v1,10", as: .notes) == ["scene 12, take 3"])
        #expect(throws: SlateError.self) { try Self.said("Roll\nA001", as: .notes) }
    }
}
