import EditorLogs
import MediaTime
import Testing

@Suite("Edit decision lists")
struct CutListTests {
    private func files(_ clips: [LoggedClip]) throws -> LogFiles {
        try LogFormat.edl.files(ShotDay.log(clips), LogOptions(name: "DAY01"))
    }

    @Test("A clip is an event in two lists: with its whole reel, and with eight characters of it")
    func golden() throws {
        let clip = ShotDay.picture(
            saying: [
                .reel: "A001R2GJ_Main", .scene: "12A", .take: "3", .circled: "yes", .noGood: "no",
                .cdlSOP: "(1 1.25 0.9)(-0.1 0 0)(1 1 1)", .cdlSaturation: "0.85",
            ])
        let made = try files([clip, ShotDay.picture("A001C004", start: "10:20:00:00@24000/1001", frames: 24)])
        #expect(made.files.map(\.name) == ["DAY01.edl", "DAY01_3600.edl"])
        #expect(
            made.text("DAY01_3600.edl")
                == """
                TITLE: DAY01
                FCM: NON-DROP FRAME

                001  A001R2GY V     C        10:00:00:00 10:00:10:00 01:00:00:00 01:00:10:00
                * FROM CLIP NAME: A001C003_260312_R2GJ
                * SOURCE FILE: A001C003_260312_R2GJ.mov
                * ASC_SOP (1.0 1.25 0.9)(-0.1 0.0 0.0)(1.0 1.0 1.0)
                * ASC_SAT 0.85
                * SCENE: 12A
                * TAKE: 3
                * CIRCLED: YES
                002  A001R2GJ V     C        10:20:00:00 10:20:01:00 01:00:10:00 01:00:11:00
                * FROM CLIP NAME: A001C004
                * SOURCE FILE: A001C004.mov
                * REEL A001R2GY IS A001R2GJ_Main
                * REEL A001R2GJ IS A001R2GJ

                """.replacing("\n", with: "\r\n"))
        let wide = "000001  A001R2GJ_Main                    V     C        10:00:00:00 10:00:10:00"
        #expect(made.text("DAY01.edl")?.contains("\r\n\(wide) 01:00:00:00 01:00:10:00\r\n") == true)
        #expect(
            made.exceptions.map(\.sentence) == [
                "The reel A001R2GJ_Main is called A001R2GY in lists with reels of 8 characters."
            ])
    }

    @Test("Drop-frame is a list of its own, and its record side drops numbers too")
    func dropFrame() throws {
        let made = try files([
            ShotDay.picture("A", start: "10:00:00;00@30000/1001", frames: 1800),
            ShotDay.picture("B", start: "10:00:00:00@25", frames: 50),
        ])
        #expect(
            made.files.map(\.name) == [
                "DAY01_2997DF.edl", "DAY01_25.edl", "DAY01_2997DF_3600.edl", "DAY01_25_3600.edl",
            ])
        let list = try #require(made.text("DAY01_2997DF_3600.edl"))
        #expect(list.contains("FCM: DROP FRAME\r\n"))
        #expect(list.contains(" C        10:00:00;00 10:01:00;02 01:00:00;00 01:01:00;02\r\n"))
    }

    @Test(
        "What a list cannot say is left out, and why",
        arguments: [
            (nil, 24, "no timecode is known"), ("10:00:00:00@25", nil, "no length is known"),
            ("10:00:00:00@25", 0, "it has no frame"),
            ("23:59:59:00@25", 25, "it reaches midnight, and a list has no days"),
            ("23:59:59:00@25", 50, "it reaches midnight, and a list has no days"),
            ("00:00:00:00@25", 2_070_000, "it is longer than a list"),
            ("10:00:00:000@120", 120, "lists do not know 120 frames a second"),
            ("10:00:00:00@15", 30, "lists do not know 15 frames a second"),
        ] as [(String?, Int?, String)])
    func leftOut(_ start: String?, _ frames: Int?, _ why: String) throws {
        let made = try files([ShotDay.picture(start: start, frames: frames)])
        #expect(made.files.isEmpty)
        #expect(made.exceptions.map(\.code) == [.leftOut])
        #expect(made.exceptions.first?.sentence == "It is in no edit decision list: \(why).")
    }

    @Test("A list ends at 999 events and before midnight of its record side; another one goes on")
    func fullLists() throws {
        let many = try files((0..<1000).map { ShotDay.picture("C\($0)", start: "10:00:00:00@25", frames: 25) })
        #expect(many.files.map(\.name) == ["DAY01.edl", "DAY01_3600.edl", "DAY01_3600_2.edl"])
        #expect(many.text("DAY01_3600.edl")?.contains("\r\n999  ") == true)
        #expect(many.text("DAY01_3600_2.edl")?.contains("\r\n001  A001R2GJ V     C        10:00:00:00 ") == true)
        let long = try files((0..<3).map { ShotDay.picture("L\($0)", start: "01:00:00:00@25", frames: 1_000_000) })
        #expect(long.files.map(\.name) == ["DAY01.edl", "DAY01_2.edl", "DAY01_3600.edl", "DAY01_3600_2.edl"])
    }

    @Test(
        "Reels keep their names where they may; where two would be one, or mean no tape, a checksum tells them apart",
        arguments: [
            (["A001R2GJ"], ["A001R2GJ"]), (["a001-r2"], ["A001R2"]),
            (["A001R2GJX", "A001R2GJ"], ["A001R2GU", "A001R2GJ"]),
            (["AX"], ["AXK"]), (["日本"], ["__"]), (["..."], ["X"]),
        ])
    func reels(_ reels: [String], _ short: [String]) throws {
        let made = try files(reels.enumerated().map { ShotDay.picture("C\($0)", saying: [.reel: $1]) })
        let list = try #require(made.text("DAY01_3600.edl"))
        let events = list.split(separator: "\r\n").filter { $0.contains(" V     C ") }
        #expect(events.map { $0.dropFirst(5).prefix(8).filter { $0 != " " } } == short)
    }

    @Test("Other letters than ASCII's are written without their marks, or as _, and that is listed")
    func letters() throws {
        let made = try files([ShotDay.picture("Café–Ström\u{85}日", saying: [.scene: "Straße"])])
        let list = try #require(made.text("DAY01.edl"))
        #expect(list.utf8.allSatisfy { $0 < 0x80 })
        #expect(list.contains("* FROM CLIP NAME: Cafe-Stroem _\r\n"))
        #expect(list.contains("* SCENE: Strasse\r\n"))
        #expect(made.exceptions.map(\.code) == [.changedText])
    }

    @Test(
        "A colour decision that is none is not written, and listed",
        arguments: ["(1 1 1)(0 0 0)", "(a b c)(0 0 0)(1 1 1)", "1e3"])
    func noColor(_ text: String) throws {
        let made = try files([ShotDay.picture(saying: [.cdlSOP: text, .cdlSaturation: "nan"])])
        #expect(made.text("DAY01.edl")?.contains("ASC_") == false)
        #expect(made.exceptions.map(\.code) == [.changedText, .changedText])
        #expect(
            made.exceptions.first?.sentence == "cdl_sop is no ASC CDL and in no edit decision list: \(text).")
    }

    @Test(
        "OpenTimelineIO and pycmx read every list with its exact times, at every rate",
        .enabled(if: PythonJudge.isThere),
        arguments: 1...4 as ClosedRange<UInt64>)
    func judged(seed: UInt64) throws {
        let log = try OddDay.log(clips: 300, seed: seed)
        let made = try LogFormat.edl.files(log, LogOptions(name: "DAY01"))
        let answer = try #require(PythonJudge.ask(CutListTests.script, about: made.byName) as? [String: [[Any]]])
        let written = log.pictures.filter { !made.leftOut.contains($0.name) }
        #expect(written.count > 60)
        for base in OddDay.bases {
            let clips = written.filter {
                $0.rate == FrameRate(base.text) && $0.start?.base.isDropFrame == base.isDropFrame
            }
            let times = clips.compactMap { clip in clip.span.map { [$0.start.frame, $0.frames] } }
            for suffix in ["", "_3600"] {
                let events = try (1...9).flatMap { part in
                    let name = "DAY01_\(base.name)\(suffix)\(part == 1 ? "" : "_\(part)").edl"
                    guard made.byName[name] != nil else { return [[Any]]() }
                    return try #require(answer[name])
                }
                #expect(events.map { $0.prefix(2).compactMap { $0 as? Int } } == times, "\(base) \(suffix)")
                let dialect = suffix.isEmpty ? "File32" : "3600"
                #expect(events.allSatisfy { $0[2] as? String == dialect })
                #expect(events.allSatisfy { $0[3] as? String == $0[4] as? String }, "Both read the same reel")
            }
        }
    }

    /// Of each list its events: first frame, frames, dialect, and the reel as either reader has it.
    private static let script = """
        import glob, json, opentimelineio as otio, pycmx
        rates = {'2398': 24000/1001, '2997': 30000/1001, '2997DF': 30000/1001, '4795': 48000/1001, '5994': 60000/1001,
                 '5994DF': 60000/1001}
        answer = {}
        for name in glob.glob('*.edl'):
            label = name[:-4].split('_')[1]
            text = open(name, newline='').read()
            assert text.isascii() and text.endswith('\\r\\n') and text.count('\\n') == text.count('\\r\\n'), name
            read = otio.adapters.read_from_string(text, adapter_name='cmx_3600', rate=rates.get(label) or float(label))
            with open(name) as file: list = pycmx.parse_cmx3600(file)
            assert not [s for s in list.unrecognized_statements if s.content.strip()], name
            edits = [e.edits[0] for e in list.events]
            clips = [c for c in read.find_clips()]
            assert len(edits) == len(clips), name
            answer[name] = [
                [round(c.source_range.start_time.value), round(c.source_range.duration.value), list.format,
                 c.metadata['cmx_3600']['reel'], e.source.strip()] for c, e in zip(clips, edits)]
        print(json.dumps(answer))
        """
}
