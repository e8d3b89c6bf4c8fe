import ClipMetadata
import EditorLogs
import Foundation
import MediaTime
import RushesFixtures
import Testing

/// Rows that no crew would shoot, the same on every run.
enum OddRows {
    /// Every way of counting that an ALE can hold.
    static let bases: [TimecodeBase] =
        [FrameRate.ntsc24, .fps24, .fps25, .ntsc30, .fps30, .ntsc48, .fps48, .fps50, .ntsc60, .fps60]
        .flatMap { [TimecodeBase($0), TimecodeBase($0, dropFrame: true)].compactMap { $0 } }

    private static let pieces = [
        "12A", " ", "\t", "\r\n", "\u{85}", "\u{2028}", "\u{0}", "=cmd()", "\"", ",", "é", "e\u{301}", "\u{202E}", "🎬",
        "2PK", "'", "\\", "Data", String(repeating: "x", count: 300),
    ]

    /// What somebody may have typed; never nothing to see at all.
    static func text(_ random: inout SeededGenerator) -> String {
        let many = (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
        return (["\(Int.random(in: 1...99, using: &random))"] + many).shuffled(using: &random).joined()
    }

    /// A row that counts in one way; one in three is near midnight where `overMidnight` says so.
    static func picture(
        _ number: Int, _ base: TimecodeBase, overMidnight: Bool, _ random: inout SeededGenerator
    ) -> LoggedClip {
        let longest = 2 * base.framesPerDay / 3
        let frames = Int.random(in: 1...(Bool.random(using: &random) ? 300 : longest), using: &random)
        let last = base.framesPerDay - (overMidnight ? 1 : frames + 1)
        let isLate = overMidnight && number % 3 == 0
        let start = Timecode(
            frame: isLate ? base.framesPerDay - min(frames, 20) : Int.random(in: 0...last, using: &random), base: base)
        return ShotDay.picture(
            "\(number)\(text(&random))", start: "\(start)@\(base.rate)", frames: frames,
            saying: [.reel: text(&random), .scene: text(&random), .take: text(&random), .notes: text(&random)],
            source: "CLIP\(number).mov")
    }

    /// A cell as people read it once its line ends and controls are gone.
    static func cell(_ text: String?) -> String {
        let scalars = (text ?? "").replacing("\r\n", with: " ").unicodeScalars.map { scalar in
            scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || [0x2028, 0x2029].contains(scalar.value)
                ? " " : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// What a row says, for comparison: name, first frame, frames, reel, scene, take.
    static func told(_ clip: LoggedClip) -> [String] {
        [
            cell(clip.name), "\(clip.start?.frame ?? -1)", "\(clip.length ?? -1)", cell(clip.values[.reel]),
            cell(clip.values[.scene]), cell(clip.values[.take]),
        ]
    }
}

@Suite("Odd days come back from other readers")
struct JudgedLogTests {
    private func files(_ format: LogFormat, _ clips: [LoggedClip]) throws -> LogFiles {
        try format.files(ShotDay.log(clips), LogOptions(name: "DAY"))
    }

    @Test("Our own reader of Avid's logs finds start, length, scene and take of every row, over midnight too")
    func ownReader() throws {
        var random = SeededGenerator(seed: 5)
        for base in OddRows.bases {
            let clips = (0..<40).map { OddRows.picture($0, base, overMidnight: true, &random) }
            let made = try files(.ale, clips)
            let file = try #require(made.files.first)
            let ale = try ReelALE(file.bytes, at: file.name)
            #expect(made.files.count == 1 && ale.clips.count == clips.count)
            for clip in clips {
                let read = try #require(ale.metadata(ofClip: clip.sourceFile))
                #expect(read.start.all.map(\.value) == [clip.start].compactMap { $0 })
                #expect(Set(read.frames.all.map(\.value)) == Set([clip.length].compactMap { $0 }))
                #expect(read.projectRate.all.first?.value == base.rate)
                #expect(read.scene.all.map(\.value) == [OddRows.cell(clip.values[.scene])].map(trimmed))
                #expect(read.take.all.map(\.value) == [OddRows.cell(clip.values[.take])].map(trimmed))
            }
        }
    }

    private func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespaces) }

    /// OpenTimelineIO refuses an End before its Start, so that no clip here goes over midnight; it is told the rate
    /// by the head alone.
    @Test(
        "OpenTimelineIO reads name, start, length, reel, scene and take of every row",
        .enabled(if: PythonJudge.isThere))
    func openTimelineIO() throws {
        var random = SeededGenerator(seed: 6)
        let clips = OddRows.bases.enumerated().flatMap { place, base in
            (0..<40).map { OddRows.picture(place * 100 + $0, base, overMidnight: false, &random) }
        }
        let untimed = (0..<40).map { ShotDay.picture("\($0)N", start: nil, source: "\($0)N.mov") }
        let made = try files(.ale, clips + untimed)
        #expect(made.files.count == OddRows.bases.count + 1 && !made.exceptions.contains { $0.code == .leftOut })
        let script = """
            import glob, json, opentimelineio as otio
            told = []
            for path in sorted(glob.glob("*.ale")):
                log = otio.adapters.read_from_file(path)
                for clip in log.find_clips():
                    said, span = clip.metadata["ALE"], clip.source_range
                    told.append([clip.name, str(int(span.start_time.value)) if span else "-1",
                                 str(int(span.duration.value)) if span else "-1",
                                 said.get("Tape", ""), said.get("Scene", ""), said.get("Take", "")])
            print(json.dumps(told))
            """
        let files = Dictionary(uniqueKeysWithValues: made.files.map { ($0.name, $0.bytes) })
        let told = try #require(try PythonJudge.ask(script, about: files) as? [[String]])
        let expected = clips.map(OddRows.told) + untimed.map { [$0.name, "-1", "-1", "", "", ""] }
        #expect(Set(told) == Set(expected))
        #expect(told.count == expected.count)
    }

    @Test("OpenTimelineIO sees all numbers of a colour decision", .enabled(if: PythonJudge.isThere))
    func decisions() throws {
        let said: [LogField: String] = [.cdlSOP: "(1 1.25 2)(0 -1.2e-05 0.5)(1 1 0.9)", .cdlSaturation: "1"]
        let file = try #require(try files(.ale, [ShotDay.picture(saying: said)]).files.first)
        let script = """
            import json, opentimelineio as otio
            log = otio.adapters.read_from_file("DAY.ale")
            cdl = log[0].metadata["cdl"]
            numbers = [list(cdl["asc_sop"][part]) for part in ("slope", "offset", "power")]
            print(json.dumps(numbers + [[cdl["asc_sat"]]]))
            """
        let told = try #require(try PythonJudge.ask(script, about: [file.name: file.bytes]) as? [[Double]])
        #expect(told == [[1, 1.25, 2], [0, -0.000_012, 0.5], [1, 1, 0.9], [1]])
    }

    @Test(
        "Bytes of every log: no mark, CRLF alone, no tab behind the headings, as many cells as headings",
        .enabled(if: PythonJudge.isThere))
    func bytes() throws {
        var random = SeededGenerator(seed: 7)
        let clips = (0..<60).map {
            OddRows.picture($0, OddRows.bases[$0 % OddRows.bases.count], overMidnight: true, &random)
        }
        let made = try files(.ale, clips)
        let script = """
            import glob, json
            wrong = []
            for path in glob.glob("*.ale"):
                text = open(path, "rb").read().decode("utf-8")
                lines = text.split("\\r\\n")
                head, data = lines.index("Column"), lines.index("Data")
                good = [text.startswith("Heading\\r\\nFIELD_DELIM\\tTABS\\r\\n"), lines[-1] == "",
                        text.splitlines() == lines[:-1], lines[head - 1] == "" and lines[head + 2] == "",
                        data == head + 3, not lines[head + 1].endswith("\\t"),
                        {l.count("\\t") for l in lines[data + 1:-1]} == {lines[head + 1].count("\\t")}]
                wrong += [[path, place] for place, is_good in enumerate(good) if not is_good]
            print(json.dumps(wrong))
            """
        let files = Dictionary(uniqueKeysWithValues: made.files.map { ($0.name, $0.bytes) })
        let wrong = try #require(try PythonJudge.ask(script, about: files) as? [[Any]])
        #expect(wrong.isEmpty, "\(wrong)")
    }

    @Test(
        "Python's reader of CSV finds the same rows in a sheet for Resolve, File Name being the first key",
        .enabled(if: PythonJudge.isThere))
    func resolve() throws {
        var random = SeededGenerator(seed: 8)
        let clips = (0..<200).map {
            OddRows.picture($0, OddRows.bases[$0 % OddRows.bases.count], overMidnight: true, &random)
        }
        let made = try files(.resolve, clips)
        let script = """
            import csv, io, json
            data = open("DAY.csv", "rb").read()
            rows = list(csv.DictReader(io.StringIO(data.decode("utf-16"), newline=""), strict=True))
            keys = ["File Name", "Start TC", "End TC", "Reel Name", "Scene", "Take", "Comments"]
            print(json.dumps([data[:2].hex(), list(rows[0])[0], [[row[key] for key in keys] for row in rows]]))
            """
        let sheet = try #require(made.files.first)
        let answer = try #require(try PythonJudge.ask(script, about: [sheet.name: sheet.bytes]) as? [Any])
        #expect(answer[0] as? String == "fffe" && answer[1] as? String == "File Name")
        let rows = try #require(answer[2] as? [[String]])
        #expect(
            rows
                == clips.map { clip in
                    let times = clip.span.map { ["\($0.start)", "\($0.end)"] } ?? []
                    let words: [LogField] = [.reel, .scene, .take, .notes]
                    return [clip.sourceFile] + times + words.map { OddRows.cell(clip.values[$0]) }
                })
    }
}
