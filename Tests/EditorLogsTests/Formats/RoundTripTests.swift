import EditorLogs
import MediaTime
import Testing

/// What an editor finds a take by: name, first frame, length, reel, scene and take, as text.
private struct Told: Hashable, Comparable, CustomStringConvertible {
    var cells: [String]

    var description: String { "\(cells)" }

    static func < (one: Told, other: Told) -> Bool { one.cells.lexicographicallyPrecedes(other.cells) }
}

/// The same odd days through every format that is not judged so elsewhere: `EditorJudgeTests` asks of FCPXML and xmeml.
///
/// A row that a format leaves out must be listed; every other one must come back.
@Suite("Every row goes out, and others read it back or it is listed", .enabled(if: PythonJudge.isThere))
struct RoundTripTests {
    private static let seeds = 11...13 as ClosedRange<UInt64>

    /// The rows that others find in the files of a format, sorted.
    private static func found(in files: LogFiles, by script: String) throws -> [Told] {
        let answer = try #require(PythonJudge.ask(script, about: files.byName) as? [[String]])
        return answer.map { Told(cells: $0) }.sorted()
    }

    /// The pictures of a log that were not left out, as they are to be told.
    private static func expected(
        _ log: EditorLog, but files: LogFiles, _ told: (LoggedClip) throws -> [String]
    ) rethrows -> [Told] {
        let left = Set(files.leftOut)
        return try log.pictures.filter { !left.contains($0.name) }.map { Told(cells: try told($0)) }.sorted()
    }

    private static func number(_ number: Int?) -> String { number.map(String.init) ?? "" }

    /// A cell between tabs or commas, whose ends nobody keeps.
    private static func cell(_ text: String?) -> String {
        let cell = OddRows.cell(text).unicodeScalars
        let inner = cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        return String(String.UnicodeScalarView(inner))
    }

    /// OpenTimelineIO refuses an End before its Start: what goes over midnight is asked of our own reader.
    @Test("through Avid's log", arguments: seeds)
    func avid(seed: UInt64) throws {
        var log = try OddDay.log(clips: 300, seed: seed)
        log.clips.removeAll { clip in clip.span.map { $0.frames > 0 && $0.end.frame <= $0.start.frame } ?? false }
        let files = try LogFormat.ale.files(log, LogOptions(name: "DAY01"))
        let expected = RoundTripTests.expected(log, but: files) { clip in
            let isTimed = clip.start != nil && clip.length != nil
            return [
                RoundTripTests.cell(clip.name), isTimed ? RoundTripTests.number(clip.start?.frame) : "",
                isTimed ? RoundTripTests.number(clip.length) : "",
            ] + [.reel, .scene, .take].map { RoundTripTests.cell(clip.values[$0]) }
        }
        #expect(try RoundTripTests.found(in: files, by: RoundTripTests.avidScript) == expected)
        #expect(expected.count > 60)
    }

    @Test("through Resolve's sheet, whose rows are in the order of the log", arguments: seeds)
    func resolve(seed: UInt64) throws {
        let log = try OddDay.log(clips: 300, seed: seed)
        let files = try LogFormat.resolve.files(log, LogOptions(name: "DAY01"))
        let expected = RoundTripTests.expected(log, but: files) { clip in
            let times = clip.span.map { ["\($0.start)", "\($0.end)"] } ?? ["", ""]
            return [RoundTripTests.cell(clip.sourceFile)] + times
                + [.reel, .scene, .take].map { RoundTripTests.cell(clip.values[$0]) }
        }
        #expect(try RoundTripTests.found(in: files, by: RoundTripTests.resolveScript) == expected)
        #expect(expected.count == log.pictures.count)
    }

    @Test("through a spreadsheet", arguments: seeds)
    func excel(seed: UInt64) throws {
        let log = try OddDay.log(clips: 300, seed: seed)
        let files = try LogFormat.excel.files(log, LogOptions(name: "DAY01"))
        let expected = RoundTripTests.expected(log, but: files) { clip in
            [clip.name, clip.start?.description ?? "", RoundTripTests.number(clip.length)].map(ExcelBookTests.shown)
                + [.reel, .scene, .take].map { ExcelBookTests.shown(clip.values[$0] ?? "") }
        }
        #expect(try RoundTripTests.found(in: files, by: RoundTripTests.excelScript) == expected)
        #expect(expected.count == log.pictures.count)
    }

    @Test("through an edit decision list, as far as ASCII goes", arguments: seeds)
    func cutList(seed: UInt64) throws {
        let log = try OddDay.log(clips: 300, seed: seed)
        let files = try LogFormat.edl.files(log, LogOptions(name: "DAY01"))
        let expected = RoundTripTests.expected(log, but: files) { clip in
            [RoundTripTests.number(clip.start?.frame), RoundTripTests.number(clip.length)]
                + [RoundTripTests.reel(clip.values[.reel] ?? "A001R2GJ")]
                + [.scene, .take].map { RoundTripTests.ascii(clip.values[$0]) }
        }
        let found = try RoundTripTests.found(in: files, by: RoundTripTests.cutListScript).map { told in
            Told(
                cells: Array(told.cells.prefix(2)) + [RoundTripTests.reel(told.cells[2])]
                    + told.cells.dropFirst(3).map { RoundTripTests.ascii($0) })
        }
        #expect(found.count == expected.count && found.count > 60)
        for (read, meant) in zip(found.sorted(by: RoundTripTests.byTime), expected.sorted(by: RoundTripTests.byTime)) {
            #expect(read.cells.prefix(2) == meant.cells.prefix(2))
            for (cell, said) in zip(read.cells, meant.cells) where said != RoundTripTests.unsayable {
                #expect(cell == said, "\(read) \(meant)")
            }
        }
    }

    @Test("through an OpenTimelineIO bin, letter by letter", arguments: seeds)
    func bin(seed: UInt64) throws {
        let log = try OddDay.log(clips: 300, seed: seed)
        let files = try LogFormat.otio.files(log, LogOptions(name: "DAY01"))
        let expected = RoundTripTests.expected(log, but: files) { clip in
            let isTimed = clip.start != nil && clip.length != nil
            return [
                clip.name, isTimed ? RoundTripTests.number(clip.start?.frame) : "",
                isTimed ? RoundTripTests.number(clip.length) : "",
            ].map(RoundTripTests.withoutNUL)
                + [.reel, .scene, .take].map { RoundTripTests.withoutNUL(clip.values[$0] ?? "") }
        }
        #expect(try RoundTripTests.found(in: files, by: RoundTripTests.binScript) == expected)
        #expect(expected.count == log.pictures.count)
    }
}

extension RoundTripTests {
    /// Stands for a text that a list of edits cannot hold as it is.
    private static let unsayable = "?"

    /// A reel that every list holds as it is.
    private static func reel(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
        return isPlain && (1...8).contains(text.utf8.count) ? text : unsayable
    }

    private static func ascii(_ text: String?) -> String {
        guard let text else { return "" }
        return text.utf8.allSatisfy { (0x21..<0x7F).contains($0) } ? text : unsayable
    }

    private static func byTime(_ one: Told, _ other: Told) -> Bool {
        one.cells.prefix(2).lexicographicallyPrecedes(other.cells.prefix(2))
    }

    private static func withoutNUL(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\0" }))
    }

    private static let avidScript = """
        import glob, json, opentimelineio as otio
        told = []
        for path in glob.glob('*.ale'):
            for clip in otio.adapters.read_from_file(path).find_clips():
                said, span = clip.metadata['ALE'], clip.source_range
                times = [str(int(span.start_time.value)), str(int(span.duration.value))] if span else ['', '']
                told.append([clip.name.strip(' '), *times] + [said.get(key, '').strip(' ') for key in ('Tape', 'Scene', 'Take')])
        print(json.dumps(told))
        """

    private static let resolveScript = """
        import csv, io, json
        text = open('DAY01.csv', 'rb').read().decode('utf-16')
        keys = ['File Name', 'Start TC', 'End TC', 'Reel Name', 'Scene', 'Take']
        rows = csv.DictReader(io.StringIO(text, newline=''), strict=True)
        print(json.dumps([[row[key].strip(' ') for key in keys] for row in rows]))
        """

    private static let excelScript = """
        import json, openpyxl
        rows = [[str(cell or '') for cell in row] for row in openpyxl.load_workbook('DAY01.xlsx')['Clips'].iter_rows(values_only=True)]
        places = [rows[0].index(key) for key in ('Clip', 'Start TC', 'Frames', 'Reel', 'Scene', 'Take')]
        print(json.dumps([[row[place] for place in places] for row in rows[1:]]))
        """

    private static let cutListScript = """
        import glob, json, opentimelineio as otio
        rates = {'2398': 24000/1001, '2997': 30000/1001, '2997DF': 30000/1001, '4795': 48000/1001, '5994': 60000/1001,
                 '5994DF': 60000/1001}
        told = []
        for path in glob.glob('*.edl'):
            parts = path[:-4].split('_')
            if '3600' in parts:
                continue
            text = open(path, newline='').read()
            read = otio.adapters.read_from_string(text, adapter_name='cmx_3600', rate=rates.get(parts[1]) or float(parts[1]))
            for clip in read.find_clips():
                said = dict(c.split(': ', 1) for c in clip.metadata['cmx_3600'].get('comments', []) if ': ' in c)
                span = clip.source_range
                told.append([str(round(span.start_time.value)), str(round(span.duration.value)),
                             clip.metadata['cmx_3600']['reel'], said.get('SCENE', ''), said.get('TAKE', '')])
        print(json.dumps(told))
        """

    private static let binScript = """
        import json, opentimelineio as otio
        told = []
        for clip in otio.adapters.read_from_file('DAY01.otio').find_clips():
            said, span = clip.metadata['rushes'], clip.media_reference.available_range
            if said['kind'] == 'picture':
                times = [str(int(span.start_time.value)), str(int(span.duration.value))] if span else ['', '']
                told.append([clip.name, *times] + [said.get(key, '') for key in ('reel', 'scene', 'take')])
        print(json.dumps(told))
        """
}
