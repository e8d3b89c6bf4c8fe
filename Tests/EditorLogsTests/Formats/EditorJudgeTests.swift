import EditorLogs
import Foundation
import MediaTime
import Testing

@Suite("What others read in the logs of Final Cut Pro and Premiere Pro", .enabled(if: PythonJudge.isThere))
struct EditorJudgeTests {
    /// What of a row must come back.
    private struct Told: Codable, Hashable, Comparable {
        var name: String
        /// Seconds since midnight, exactly, and the length of the clip.
        var start, length: String
        var reel, scene, take, path: String

        static func < (one: Told, other: Told) -> Bool { one.name < other.name }
    }

    private struct Answer: Codable {
        var errors: [String]
        var clips: [Told]
    }

    private static func answer(_ script: String, about name: String, _ files: LogFiles) throws -> Answer {
        let bytes = try #require(files.files.first).bytes
        let answer = try PythonJudge.ask(script, about: [name: bytes])
        return try JSONDecoder().decode(Answer.self, from: JSONSerialization.data(withJSONObject: answer))
    }

    /// The pictures of a log that are in the file, as they should be told.
    private static func told(_ log: EditorLog, but left: [LogException]) -> [Told] {
        let names = Set(left.filter { $0.code == .leftOut }.map(\.clip))
        return log.pictures.filter { !names.contains($0.name) }.map { clip in
            let rate = clip.rate ?? .fps25
            func text(_ field: LogField) -> String {
                (clip.values[field] ?? "").replacing("\u{0}", with: "\u{FFFD}")
            }
            return Told(
                name: clip.name, start: (clip.start?.sinceMidnight ?? .zero).description,
                length: ExactSeconds(frames: clip.length ?? 0, at: rate).description, reel: text(.reel),
                scene: text(.scene), take: text(.take), path: "\(log.roll(of: clip).folder)/\(clip.source)")
        }.sorted()
    }

    @Test("FCPXML means what the log says, and breaks no rule that its document type cannot see", arguments: 1...5)
    func finalCut(_ seed: Int) throws {
        var rows = SeededRows(seed: UInt64(seed))
        let log = rows.log(60)
        let files = try EditorDay.files(.fcpxml, log)
        let answer = try EditorJudgeTests.answer(FinalCutJudge.script, about: "log.fcpxml", files)
        #expect(answer.errors == [])
        #expect(answer.clips.sorted() == EditorJudgeTests.told(log, but: files.exceptions))
    }

    @Test("The rules are not blind: each wrong document is refused")
    func finalCutJudgeSees() throws {
        let good = try EditorDay.text(.fcpxml, EditorDay.log)
        for (right, wrong) in [
            ("duration=\"240240/24000s\"", "duration=\"10.01s\""), ("1001/24000s", "1001/30000s"),
            ("ref=\"r1\"", "ref=\"r4\""), ("start=\"864864000/24000s\"", "start=\"864864001/24000s\""),
            ("id=\"r2\"", "id=\"r1\""), ("<rating", "<note>late</note><rating"),
        ] {
            let bytes = Array(good.replacing(right, with: wrong).utf8)
            let answer = try EditorJudgeTests.answer(
                FinalCutJudge.script, about: "log.fcpxml", LogFiles([.init("log.fcpxml", bytes)]))
            #expect(!answer.errors.isEmpty, "\(wrong)")
        }
    }

    @Test("The stringouts that OpenTimelineIO reads are the log, and the bins say scene and take", arguments: 1...5)
    func premiere(_ seed: Int) throws {
        var rows = SeededRows(seed: UInt64(seed))
        let log = rows.log(60)
        let files = try EditorDay.files(.premiere, log)
        let answer = try EditorJudgeTests.answer(PremiereJudge.script, about: "log.xml", files)
        #expect(answer.errors == [])
        // Its reader has no reel and no start where the file has no timecode.
        let expected = EditorJudgeTests.told(log, but: files.exceptions).map { told in
            var told = told
            if log.pictures.contains(where: { $0.name == told.name && $0.start == nil }) { told.reel = "" }
            return told
        }
        #expect(answer.clips.sorted() == expected)
    }

    @Test("OpenTimelineIO reads the event", arguments: 1...2)
    func event(_ seed: Int) throws {
        var rows = SeededRows(seed: UInt64(seed))
        let bytes = try #require(EditorDay.files(.fcpxml, rows.log(20)).files.first).bytes
        let name = try PythonJudge.ask(
            "import json, opentimelineio as o; print(json.dumps(o.adapters.read_from_file('log.fcpxml', 'fcpx_xml').name))",
            about: ["log.fcpxml": bytes])
        #expect(name as? String == "DAY01")
    }
}

@Suite("FCPXML under its document types")
struct FinalCutTypeTests {
    /// Apple's document types may not be handed on; the folder that holds them, if there is one.
    private static let folder = ProcessInfo.processInfo.environment["FCPXML_DTD_DIR"]

    @Test(
        "It is valid under each version from 1.9 to 1.14 that is at hand",
        .enabled(if: folder != nil && PythonJudge.isThere), arguments: 1...3)
    func valid(_ seed: Int) throws {
        var rows = SeededRows(seed: UInt64(seed))
        let bytes = try #require(EditorDay.files(.fcpxml, rows.log(60)).files.first).bytes
        let folder = try #require(FinalCutTypeTests.folder)
        let types = try FileManager.default.contentsOfDirectory(atPath: folder).filter { name in
            name.hasSuffix(".dtd") && (9...14).contains { name.contains("1_\($0).") || name.contains("1.\($0).") }
        }
        #expect(!types.isEmpty, "\(folder) holds no document type of FCPXML 1.9 to 1.14")
        for type in types {
            let script = """
                import json; from lxml import etree
                dtd = etree.DTD(\(String(reflecting: "\(folder)/\(type)")))
                log = etree.parse('log.fcpxml')
                # Each names the one version that it describes.
                for element in dtd.iterelements():
                    for attribute in element.iterattributes():
                        if (element.name, attribute.name) == ('fcpxml', 'version') and attribute.default_value:
                            log.getroot().set('version', attribute.default_value)
                dtd.validate(log)
                print(json.dumps([str(e) for e in dtd.error_log.filter_from_errors()]))
                """
            #expect(try PythonJudge.ask(script, about: ["log.fcpxml": bytes]) as? [String] == [], "\(type)")
        }
    }
}
