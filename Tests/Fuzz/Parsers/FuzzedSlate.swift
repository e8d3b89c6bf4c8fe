internal import DelimitedText
internal import EditorLogs
internal import MediaTime
internal import SlateNotes

/// Notes that people wrote of takes, read, written again, and joined to a small log.
enum FuzzedSlate {
    static func read(_ bytes: [UInt8]) {
        for place in ["notes.csv", "notes.ale"] {
            guard let file = try? SlateFile(bytes, at: place) else { continue }
            let lines = file.notes.map(\.line)
            precondition(zip(lines, lines.dropFirst()).allSatisfy { $0 < $1 }, "notes stand below each other")
            for note in file.notes { check(note) }
            writeAgain(file)
            join(file)
        }
    }

    private static func check(_ note: SlateNote) {
        precondition(!note.cells.isEmpty, "a row that says nothing is no note")
        for cell in note.cells.values { precondition(!cell.text.isEmpty, "an empty cell says nothing") }
        for field in [SlateField.scene, .slate, .take] {
            guard let number = note[field].flatMap({ SlateNumber($0) }) else { continue }
            precondition(SlateNumber(number.description) == number, "folding twice is folding once")
        }
        if let text = note[.start], let timecode = note[.rate].flatMap({ SlateRate($0) })?.timecode(text) {
            precondition(timecode.frame < timecode.base.framesPerDay, "a timecode lies within a day")
        }
    }

    /// Takes that are written as a table are the same takes.
    private static func writeAgain(_ file: SlateFile) {
        var writer = DelimitedWriter(.csv)
        writer.row(["Scene", "Take", "Unit"])
        for note in file.notes { writer.row([note[.scene] ?? "", note[.take] ?? "", "1"]) }
        guard let again = try? SlateFile([0xEF, 0xBB, 0xBF] + writer.take(), at: "again.csv") else {
            preconditionFailure("takes that were read can be written, and read again")
        }
        let scenes = file.notes.map { $0[.scene].map { Array($0.utf8) } }
        precondition(again.notes.map { $0[.scene].map { Array($0.utf8) } } == scenes, "with the same scenes")
    }

    /// Whatever notes say, no clip is lost, and none gets a timecode that does not exist.
    private static func join(_ file: SlateFile) {
        let clips = ["A001C001_260312_R2GJ", "A001C002_260312_R2GJ"].enumerated().map { place, name in
            LoggedClip(
                kind: .picture, roll: 0, clip: name, family: "arri-classic", source: "\(name).mov", files: [],
                values: LogValues([
                    .start: said("10:0\(place):00;02@30000/1001"), .frames: said("240"),
                    .clipNumber: said("\(place + 1)"),
                ]))
        }
        let roll = LoggedRoll(path: "A001R2GJ", folder: "/A001R2GJ", title: "ARRI", isSound: false)
        var log = EditorLog(rolls: [roll], clips: clips)
        SlateJoin([file, file]).join(&log)
        precondition(log.clips.map(\.start) == clips.map(\.start), "notes do not change a timecode")
        let corrections = Corrections(file)
        corrections.applyTimes(to: &log)
        corrections.apply(to: &log)
        precondition(log.clips.allSatisfy { $0.start != nil }, "no correction makes a timecode that does not exist")
    }

    private static func said(_ text: String) -> LoggedValue { LoggedValue(text, LogSource(.sidecar, "A001R2GJ.ale")) }

    static let seeds =
        [
            soundReport, soundReport.replacing("\r", with: "\n"),
            "Roll;Clip;Szene;Take;TC In;Circled\nA001;1;12A;3*;10:00:01;02;x\nA001;2;12A;2PK;10:01:00;00;NG\n",
            "clip,start_tc,reel,iso,date\nA001C001_260312_R2GJ,11:00:00:00@25,A002,800,3/12/26\n",
            "Heading\nFPS\t29.97\n\nColumn\nName\tTape\tScene\tTake\tStart\tEnd\n\nData\n"
                + "A001C002_260312_R2GJ.mov\tA001\t27/7\t3\t10:01:00;02\t10:01:05;00\n",
            "Slate,Notes\n27/7*,\"a,\"\"b\r\nc\"\nA/B,\u{2028}\n",
        ].map { Array($0.utf8) } + [[0xFF, 0xFE] + soundReport.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }]

    private static let soundReport =
        "SOUND REPORT\rRoll:,SR001,Date:,03/12/26\rFrame Rate:,29.97 DF\r\r"
        + "File Name,Channels,Tape,Scene,Take,Start TC,Circled,Notes\r\"A101_1_X.WAV\",2(MONO),\"\",\"A101\",\"01\","
        + "10:00:00;02,Y,boom\r"
}
