import EditorLogs
import MediaTime
import Testing

@Suite("Spreadsheets")
struct ExcelBookTests {
    private func book(_ clips: [LoggedClip], _ map: PathMap = PathMap()) throws -> LogFiles {
        try LogFormat.excel.files(ShotDay.log(clips), LogOptions(name: "DAY01", map: map))
    }

    /// Of each sheet its rows, as text; asserts that every cell is text and no formula.
    private static let script = """
        import json, openpyxl
        book = openpyxl.load_workbook('DAY01.xlsx')
        for sheet in book:
            assert sheet.freeze_panes == 'A2' and sheet.auto_filter.ref, sheet.title
            assert all(cell.font.b for cell in sheet[1]), sheet.title
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.value is None or cell.data_type in ('s', 'inlineStr'), (sheet.title, cell.coordinate)
        print(json.dumps({s.title: [[c or '' for c in r] for r in s.iter_rows(values_only=True)] for s in book}))
        """

    @Test("The table holds the clips, then the sound, each with what an editor looks for first")
    func golden() throws {
        var picture = ShotDay.picture(
            saying: [.scene: "12A", .take: "03", .circled: "yes", .reel: "A001R2GJ", .notes: "=SUM(A1)"])
        picture.sound = [
            MatchedSound(
                rows: [1], offset: -5, overlap: 240, start: try #require(ShotDay.sound().start), isDoubtful: false)
        ]
        let made = try book([picture, ShotDay.sound(saying: [.soundRoll: "SR001", .tracks: "Boom, Lav"])])
        #expect(made.files.map(\.name) == ["DAY01.xlsx", "DAY01_sheet.csv"])
        #expect(made.exceptions.isEmpty)
        #expect(
            made.text("DAY01_sheet.csv") == "\u{FEFF}"
                + """
                Kind,Scene,Slate,Shot,Take,Circled,NG,Clip,Reel,Camera,Start TC,End TC,Duration,Seconds,FPS,\
                Frames,Sensor FPS,Sound roll,Sound files,Sound TC,Sound offset in frames,Notes,Unit,Date,Time,\
                Make,Model,Serial,Lens,Focal length,Aperture,ISO,Shutter angle,Shutter time,White balance,Tint,ND,\
                Codec,Width,Height,Gamma,Gamut,Look,ASC SOP,ASC SAT,Roll,File,Part,Marks,Path,Bytes,Checksum,\
                Copies,Channels,Tracks
                picture,12A,,,03,yes,,A001C003_260312_R2GJ,A001R2GJ,,10:00:00:00,10:00:10:00,00:00:10:00,10.010,\
                23.976,240,,,12AT01.WAV,10:00:00:00,-5,'=SUM(A1),,,,,,,,,,,,,,,,,,,,,,,,20260312/A001R2GJ,\
                A001C003_260312_R2GJ.mov,,,/media/RAID/20260312/A001R2GJ/A001C003_260312_R2GJ.mov,1000000,\
                xxh64:3fbae6c7797a9d28,/media/RAID/20260312/A001R2GJ: proved,,
                sound,,,,,,,12AT01,,,10:00:00:00,10:00:10:00,00:00:10:00,10.01,23.976,,,SR001,,,,,,,,,,,,,,,,,,,,,\
                ,,,,,,,20260312/SR001,12AT01.WAV,,,/media/RAID/20260312/SR001/12AT01.WAV,2000000,,\
                /media/RAID/20260312/SR001: proved,,"Boom, Lav"

                """.replacing("\n", with: "\r\n"))
    }

    @Test(
        "Seconds of a picture are its frames, whatever its scratch sound says; those of a part of one are rounded",
        arguments: [(96, "4.004"), (72, "3.003"), (1, "0.042"), (0, "0.000")])
    func seconds(_ frames: Int, _ seconds: String) throws {
        let picture = ShotDay.picture(
            frames: frames, saying: [.rate: "24000/1001", .samples: "185344", .sampleRate: "48000"])
        let text = try #require(try book([picture]).text("DAY01_sheet.csv"))
        let table = text.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let column = try #require(table.first?.firstIndex(of: "Seconds"))
        #expect(table.last?[column] == seconds[...])
    }

    @Test("The same log gives the same bytes")
    func deterministic() throws {
        let log = try OddDay.log(clips: 50, seed: 3)
        #expect(
            try LogFormat.excel.files(log, LogOptions(name: "D")).files
                == LogFormat.excel.files(log, LogOptions(name: "D")).files)
    }

    @Test("A log without rows is no book")
    func empty() throws {
        #expect(try book([]).files.isEmpty)
    }

    @Test("A text that no cell can hold is cut, and that is listed; what no map covers too")
    func changed() throws {
        let made = try book(
            [ShotDay.picture(saying: [.notes: String(repeating: "🎬", count: 20_000)])],
            PathMap([try #require(PathMap.Entry("/mnt=/Volumes"))]))
        #expect(made.exceptions.map(\.code) == [.changedText, .outsideMap])
        #expect(
            made.exceptions.first?.sentence == "notes is longer than the 32767 characters of a cell, and was cut.")
    }

    @Test(
        "openpyxl finds nothing but text in every cell, each as it was said", .enabled(if: PythonJudge.isThere),
        arguments: 1...2 as ClosedRange<UInt64>)
    func judged(seed: UInt64) throws {
        var log = try OddDay.log(clips: 300, seed: seed)
        log.exceptions = [LogException(.overlap, roll: "=A1", clip: "x", "They overlap.", nextStep: "Look.")]
        let made = try LogFormat.excel.files(log, LogOptions(name: "DAY01"))
        let sheets = try #require(PythonJudge.ask(ExcelBookTests.script, about: made.byName) as? [String: [[String]]])
        #expect(sheets["Exceptions"]?.last == ["overlap", "=A1", "x", "They overlap.", "Look."])
        #expect(sheets["Rolls"]?.last?.prefix(3) == ["20260312/SR001", "sound", "Sound Devices"])
        let clips = try #require(sheets["Clips"])
        #expect(clips.count == log.pictures.count + 1)
        let columns = try ["Clip", "Scene", "Start TC", "End TC"].map { try #require(clips.first?.firstIndex(of: $0)) }
        for (row, clip) in zip(clips.dropFirst(), log.pictures) {
            let said = [clip.name, clip.values[.scene], clip.start?.description, clip.span?.end.description]
            #expect(columns.map { row[$0] } == said.map { ExcelBookTests.shown($0 ?? "") })
        }
    }

    @Test(
        "Python's csv module reads the table with its mark, each row as wide as the headings",
        .enabled(if: PythonJudge.isThere))
    func judgedTable() throws {
        let log = try OddDay.log(clips: 300, seed: 5)
        let script = """
            import csv, json
            with open('DAY01_sheet.csv', encoding='utf-8-sig', newline='') as file: rows = list(csv.reader(file))
            print(json.dumps([rows[0][0], len(rows), len({len(row) for row in rows}),
                              [c for r in rows for c in r if c[:1] in '=+-@' and c and not c[1:].isdigit()]]))
            """
        let made = try LogFormat.excel.files(log, LogOptions(name: "DAY01"))
        let answer = try #require(PythonJudge.ask(script, about: made.byName) as? [Any])
        #expect(answer[0] as? String == "Kind")
        #expect(answer[1] as? Int == 301)
        #expect(answer[2] as? Int == 1)
        #expect((answer[3] as? [String])?.isEmpty == true)
    }

    /// A text as a cell has it: lines end with LF, there are no control characters, and what would be an escape is one.
    static func shown(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.replacing("\r\n", with: "\n").replacing("_x0041_", with: "_x005F_x0041_").unicodeScalars.filter {
                    $0 == "\n" || $0 == "\t" || $0.value >= 0x20 && ![0x7F, 0xFFFE, 0xFFFF].contains($0.value)
                }))
    }
}
