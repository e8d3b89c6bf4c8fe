import EditorLogs
import MediaTime
import RushesFixtures
import Testing

@Suite("A log as JSON")
struct LogDocumentTests {
    private func bytes(_ log: EditorLog, map: PathMap = PathMap()) throws -> [UInt8] {
        let files = try LogFormat.json.files(log, LogOptions(name: "DAY01", map: map))
        #expect(files.files.map(\.name) == ["DAY01.json"])
        return files.files[0].bytes
    }

    private func text(_ log: EditorLog) throws -> String { String(decoding: try bytes(log), as: UTF8.self) }

    @Test("has all that is known, with everybody who said it, and a line for each clip")
    func whole() throws {
        var picture = ShotDay.picture(saying: [.scene: "12"])
        picture.values.set(.scene, "12A \"odd\"", LogSource(.slate, "day\t1.csv, line 3"))
        picture.sound = [
            MatchedSound(
                rows: [1], offset: -24, overlap: 216, start: try #require(ShotDay.sound().start), isDoubtful: false)
        ]
        var log = ShotDay.log([picture, ShotDay.sound(saying: [.circled: "yes"])])
        log.exceptions = [LogException(.noSound, roll: "r", clip: "c", "None.", nextStep: "Look.")]
        #expect(
            try text(log) == """
                {"clips":[
                {"clip":"A001C003_260312_R2GJ","evidence":["proved"],"family":"arri-classic",\
                "files":[{"checksum":"xxh64:3fbae6c7797a9d28","path":"A001C003_260312_R2GJ.mov","role":"essence",\
                "size":1000000}],"kind":"picture","name":"A001C003_260312_R2GJ",\
                "overridden":{"scene":[{"source":"sidecar: A001R2GJ_AVID.ale, Scene","value":"12"}]},"roll":0,\
                "sound":[{"is_doubtful":false,"offset":-24,"overlap":216,"rows":[1],"start":"10:00:00:00@24000/1001"}],\
                "source":"A001C003_260312_R2GJ.mov","sources":{"frames":"sidecar: A001R2GJ_AVID.ale, Scene",\
                "scene":"slate: day\\t1.csv, line 3","start_tc":"sidecar: A001R2GJ_AVID.ale, Scene"},\
                "values":{"frames":"240","scene":"12A \\"odd\\"","start_tc":"10:00:00:00@24000/1001"}},
                {"clip":"12AT01","evidence":["proved"],"family":"sound-devices",\
                "files":[{"path":"12AT01.WAV","role":"essence","size":2000000}],"kind":"sound","name":"12AT01",\
                "roll":1,"source":"12AT01.WAV","sources":{"circled":"sound roll: 12AT01.WAV, iXML",\
                "sample_rate":"sound roll: 12AT01.WAV, iXML","samples":"sound roll: 12AT01.WAV, iXML",\
                "start_tc":"sound roll: 12AT01.WAV, iXML"},"values":{"circled":"yes","sample_rate":"48000",\
                "samples":"480480","start_tc":"10:00:00:00@24000/1001"}}
                ],"exceptions":[
                {"clip":"c","code":"no-sound","message":"None.","next":"Look.","roll":"r"}
                ],"rolls":[
                {"copies":[{"at":"2026-03-12T19:00:00Z","path":"/media/RAID/20260312/A001R2GJ","record":"ingest.json"}],\
                "folder":"/media/RAID/20260312/A001R2GJ","is_sound":false,"path":"20260312/A001R2GJ","title":"ARRI"},
                {"copies":[{"at":"2026-03-12T19:10:00Z","path":"/media/RAID/20260312/SR001","record":"ingest.json"}],\
                "folder":"/media/RAID/20260312/SR001","is_sound":true,"path":"20260312/SR001","title":"Sound Devices"}
                ],"schema":"rushes-log/1"}

                """)
    }

    @Test("is read back as it was written, whatever its cells hold", arguments: 0..<64)
    func roundTrip(_ seed: UInt64) throws {
        var maker = AnyLog(seed: seed)
        let log = maker.log
        let written = try bytes(log)
        #expect(try LogDocument.read(written, at: "x.json") == log)
        #expect(try bytes(LogDocument.read(written, at: "x.json")) == written)
        #expect(!written.contains { $0 < 0x20 && $0 != 0x0A })
    }

    @Test("another reader finds the same in it", .enabled(if: PythonJudge.isThere), arguments: [1, 2, 3])
    func judged(_ seed: UInt64) throws {
        var maker = AnyLog(seed: seed)
        let log = maker.log
        let said = try PythonJudge.ask(
            """
            import json
            log = json.load(open("log.json", encoding="utf-8"))
            print(json.dumps([[clip["name"], clip["values"].get("notes", "")] for clip in log["clips"]]))
            """, about: ["log.json": try bytes(log)])
        #expect(said as? [[String]] == log.clips.map { [$0.name, $0.values[.notes] ?? ""] })
    }

    @Test("the folders of rolls are those of the cutting room; one that no map covers is told, and stays")
    func mapped() throws {
        let map = PathMap([try #require(PathMap.Entry("/media/RAID/20260312/A001R2GJ=/Volumes/RAID/A001"))])
        let files = try LogFormat.json.files(ShotDay.log([]), LogOptions(name: "DAY01", map: map))
        let log = try LogDocument.read(files.files[0].bytes, at: "x")
        #expect(log.rolls.map(\.folder) == ["/Volumes/RAID/A001", "/media/RAID/20260312/SR001"])
        #expect(files.exceptions.map(\.code) == [.outsideMap])
        #expect(files.exceptions.map(\.roll) == ["20260312/SR001"])
    }

    private static let head = #"{"schema":"rushes-log/1","rolls":[],"clips":["#

    @Test(
        "what is no log, or none that holds, is refused with a sentence",
        arguments: [
            "", "{", "[]", "null", "{}", #"{"schema":"rushes-log/2"}"#, #"{"schema":"rushes-log/1"}x"#,
            #"{"schema":1}"#, head + "{}]}", head + "]", #"{"schema":"rushes-log/1","rolls":[{}]}"#,
            head + #"{"kind":"picture","roll":0,"clip":"a","name":"a","family":"f","source":"s"}]}"#,
            head + #"{"kind":"film"}]}"#, head + #"{"roll":99999999999999999999}]}"#, head + #"{"roll":-}]}"#,
            head + #"{"clip":"\x"}]}"#, head + #"{"clip":"\u12"}]}"#, head + "{\"clip\":\"a\nb\"}]}",
            head + #"{"clip":"a"#, head + #"{"clip":"a\"#, head + #"{"values":{"scene":1}}]}"#,
            head + #"{"sources":{"scene":"nobody: x"}}]}"#, head + #"{"jammed_start":"10:01:00;00@30000/1001"}]}"#,
            head + #"{"frames":{"runs":[[2,1]]}}]}"#,
            #"{"x":"# + String(repeating: "[", count: 100_000),
            #"{"x":"# + String(repeating: #"{"a":"#, count: 100_000),
        ])
    func refused(_ text: String) {
        #expect {
            try LogDocument.read(Array(text.utf8), at: "A001.json")
        } throws: { error in
            let error = error as? LogError
            return error?.code == .notUnderstood && error?.place == "A001.json"
                && error?.sentence.hasPrefix("It is no log that this version of Rushes reads: ") == true
        }
    }

    @Test("rows that are not there, and evidence for other copies than there are, are refused")
    func places() throws {
        var strange = ShotDay.picture()
        strange.sound = [
            MatchedSound(
                rows: [7], offset: 0, overlap: 0, start: try #require(ShotDay.sound().start), isDoubtful: false)
        ]
        var bare = ShotDay.picture()
        bare.evidence = []
        for clip in [strange, bare] {
            let written = try bytes(ShotDay.log([clip]))
            #expect(throws: LogError.self) { try LogDocument.read(written, at: "x") }
        }
    }

    @Test("every beginning of a log is refused, and none ends the process")
    func cut() throws {
        var maker = AnyLog(seed: 5)
        let written = try bytes(maker.log)
        for length in stride(from: 0, to: written.count - 2, by: 31) {
            #expect(throws: LogError.self) { try LogDocument.read(Array(written[..<length]), at: "x") }
        }
    }

    @Test("white space, members of later versions, and escapes that it does not write itself are read")
    func lenient() throws {
        let text = """
             { "later" : [ 1.5e3 , null , { "a" : "\\u0041" } , true ] , "schema":"rushes-log\\/1", "clips" : [ ],
            "rolls": [ { "path":"\\u00e9\\ud83c\\udfac\\ud83c", "folder":"/", "title":"t", "is_sound":false, "x":{} } ] }
            """
        let log = try LogDocument.read(Array(text.utf8), at: "x")
        #expect(log.rolls.map(\.path) == ["é🎬\u{FFFD}"])
    }
}

/// Logs of every shape, the same ones on every run.
struct AnyLog {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    private static let cells = [
        "", " ", "12A", "a\tb", "a\r\nb", "=cmd()", "\"quoted\"", "back\\slash", "nul\0", "e\u{301}", "\u{301}", "🎬",
        "\u{202E}bidi", "\u{2028}\u{85}", String(repeating: "x", count: 300), "sidecar: x", ": ", "é",
    ]

    private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }
    private mutating func cell() -> String { AnyLog.cells[number(0..<AnyLog.cells.count)] }
    private mutating func chance() -> Bool { number(0..<2) == 0 }

    private mutating func source() -> LogSource {
        LogSource(LogOrigin.allCases[number(0..<LogOrigin.allCases.count)], cell())
    }

    private mutating func timecode() -> Timecode {
        let rates: [FrameRate] = [.ntsc24, .fps25, .ntsc30, .ntsc60, .fps120]
        let rate = rates[number(0..<rates.count)]
        let base = TimecodeBase(rate, dropFrame: chance()) ?? TimecodeBase(rate)
        return Timecode(frame: number(0..<10_000_000), base: base)
    }

    private mutating func values() -> LogValues {
        var values: [LogField: LoggedValue] = [:]
        for field in LogField.allCases where chance() {
            let others = (0..<number(0..<3)).map { _ in LoggedValue.Other(cell(), source()) }
            values[field] = LoggedValue(cell(), source(), overridden: others)
        }
        return LogValues(values)
    }

    private mutating func frames() -> LoggedClip.Frames {
        LoggedClip.Frames(
            folder: cell(), prefix: cell(), suffix: cell(), runs: [-3...number(0..<9), 100...100], digits: 7,
            count: number(0..<99), size: .max)
    }

    private mutating func clip(_ rolls: [LoggedRoll], of count: Int) -> LoggedClip {
        let roll = number(0..<rolls.count)
        var clip = LoggedClip(
            kind: chance() ? .picture : .sound, roll: roll, clip: cell(), part: chance() ? number(1..<9) : nil,
            family: "red", source: cell(),
            files: (0..<number(0..<3)).map { _ in
                LoggedClip.File(
                    path: cell(), size: Int64(number(0..<9)), role: "essence", checksum: chance() ? "x" : nil)
            },
            frames: chance() ? frames() : nil, marks: chance() ? ["trash"] : [], values: values(),
            evidence: rolls[roll].copies.map { _ in CopyEvidence.allCases[number(0..<CopyEvidence.allCases.count)] })
        clip.name = cell()
        clip.jammedStart = chance() ? timecode() : nil
        clip.sound = (0..<number(0..<3)).map { _ in
            MatchedSound(
                rows: [number(0..<count)], offset: number(-9..<9), overlap: number(0..<9), start: timecode(),
                isDoubtful: chance())
        }
        return clip
    }

    var log: EditorLog {
        mutating get {
            let rolls = (0..<number(1..<4)).map { _ in
                LoggedRoll(
                    path: cell(), folder: cell(), title: cell(), isSound: chance(),
                    copies: (0..<number(0..<3)).map { _ in RollCopy(path: cell(), record: cell(), at: cell()) })
            }
            let count = number(1..<6)
            let codes = LogException.Code.allCases
            return EditorLog(
                rolls: rolls, clips: (0..<count).map { _ in clip(rolls, of: count) },
                exceptions: (0..<number(0..<4)).map { _ in
                    LogException(codes[number(0..<codes.count)], roll: cell(), clip: cell(), cell(), nextStep: cell())
                })
        }
    }
}
