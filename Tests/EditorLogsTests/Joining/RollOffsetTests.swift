import EditorLogs
import MediaTime
import Testing

@Suite("A camera that was not jammed")
struct RollOffsetTests {
    @Test(
        "What is no roll and no time is refused with a sentence",
        arguments: [
            "A001", "A001=", "=+01:00:00:00",
            "A001=1:00:00:00", "A001=+25:00:00:00", "A001=+00:60:00:00", "A001=+00:00:00", "A001=+00:00:00:0x",
            "A001=±1",
            "A001=++1:00:00:00", "A001=+00:00:00:٠١",
        ])
    func refused(_ text: String) {
        let error = #expect(throws: LogError.self) { try RollOffset(text) }
        #expect(error?.code == .usage)
        #expect(error?.place == "--offset \(text)")
    }

    @Test("Signs, semicolons and paths with an equals sign are understood")
    func read() throws {
        let offset = try RollOffset("a=b/A001=-01:02:03;04")
        #expect(offset.roll == "a=b/A001")
        #expect(offset.isNegative)
        #expect([offset.hours, offset.minutes, offset.seconds, offset.frames] == [1, 2, 3, 4])
        #expect(try RollOffset("A001=23:59:59:119").frames == 119)
    }

    @Test(
        "It is added to the camera's timecode of that roll, whose own timecode stays",
        arguments: [
            ("A001R2GJ=+01:00:00:00", "09:00:00:00@25", "10:00:00:00"),
            ("20260312/a001r2gj/=-01:00:00:00", "00:30:00:00@25", "23:30:00:00"),
            ("/media/RAID/20260312/A001R2GJ=+01:00:00;00", "09:00:00;00@30000/1001", "10:00:00;00"),
            ("A001R2GJ=+00:00:00:12", "09:59:59:13@25", "10:00:00:00"),
        ])
    func applied(_ option: String, _ start: String, _ jammed: String) throws {
        let log = try joined(
            [ShotDay.picture(start: start), ShotDay.picture(start: nil)], offsets: [RollOffset(option)])
        #expect(log.clips[0].jammedStart?.description == jammed)
        #expect(log.clips[0].values[.start] == start)
        #expect(log.clips[1].jammedStart == nil)
    }

    @Test("Sound is found by the timecode that it would have had")
    func joinedByIt() throws {
        let clips = [ShotDay.picture(start: "09:00:01:00@25"), ShotDay.sound(start: "10:00:00:00@25")]
        let log = try joined(clips, offsets: [RollOffset("A001R2GJ=+01:00:00:00")])
        #expect(log.clips[0].sound.map(\.offset) == [-25])
        #expect(try joined(clips).clips[0].sound == [])
    }

    @Test(
        "An offset that names no roll of a camera, or a frame that is none, is refused",
        arguments: [
            (["A002=+01:00:00:00"], "No roll of this log is called so.", "Name one of: A001R2GJ."),
            (["SR001=+01:00:00:00"], "This is a roll of sound.", "Name the roll of the camera."),
            (
                ["A001R2GJ=+01:00:00:25"], "There is no frame 25: the roll's timecode counts 25 a second.",
                "Write fewer frames."
            ),
            (["A001R2GJ=+01:00:00:00", "a001r2gj=+02:00:00:00"], "The roll has two offsets.", "Give one."),
        ])
    func unknown(_ options: [String], _ sentence: String, _ nextStep: String) throws {
        let offsets = try options.map { try RollOffset($0) }
        let error = #expect(throws: LogError.self) {
            try joined([ShotDay.picture(start: "09:00:00:00@25")], offsets: offsets)
        }
        #expect(error?.code == .usage)
        #expect(error?.sentence == sentence)
        #expect(error?.nextStep == nextStep)
    }
}

@Suite("The offset of a roll that was not jammed")
struct ConstantOffsetTests {
    /// Clips of irregular length and distance, with takes that start 4 s before and end 3 s behind them.
    private func day(
        _ count: Int, cameraIsBehindBy frames: Int, rate: String = "25", _ base: TimecodeBase = TimecodeBase(.fps25)
    )
        -> [LoggedClip]
    {
        var (clips, sound, start) = ([LoggedClip](), [LoggedClip](), 36_000 * 25)
        for number in 0..<count {
            let length = 500 + (number * number * 37) % 400
            let camera = Timecode(frame: start - frames, base: base)
            clips.append(ShotDay.picture("A001C\(100 + number)", start: "\(camera)@\(rate)", frames: length))
            let seconds = (length + 24) / 25 + 7
            let recorder = Timecode(frame: start - 100, base: base)
            sound.append(ShotDay.sound("T\(100 + number)", start: "\(recorder)@\(rate)", samples: seconds * 50_000))
            start += length + 1000 + (number * number * number * 91) % 3000
        }
        return clips + sound
    }

    @Test("Whole hours are told exactly, with the words to paste; nothing is applied")
    func hours() throws {
        let log = try joined(day(6, cameraIsBehindBy: 3600 * 25))
        let found = log.exceptions.filter { $0.code == .constantOffset }
        #expect(
            found == [
                LogException(
                    .constantOffset, roll: "20260312/A001R2GJ",
                    "Sound covers 6 of 6 clips when the roll's timecode is moved by one time.",
                    nextStep: "--offset A001R2GJ=+01:00:00:00")
            ])
        #expect(
            log.exceptions.filter { $0.code == .noSound }.map(\.nextStep) == [
                "Log it again with the --offset that is told for this roll."
            ])
        #expect(log.pictures.allSatisfy { $0.jammedStart == nil && $0.values[.take] == nil })
        let pasted = try #require(found.first?.nextStep.split(separator: " ").last.map(String.init))
        let again = try joined(log.clips, offsets: [RollOffset(pasted)])
        #expect(again.pictures.allSatisfy { $0.sound.map(\.offset) == [-100] })
        #expect(again.exceptions.isEmpty)
    }

    @Test("With drop-frame hours are hours of timecode, and the words need no quotes for the semicolon")
    func dropFrame() throws {
        let base = try #require(TimecodeBase(.ntsc30, dropFrame: true))
        let log = try joined(day(6, cameraIsBehindBy: -2 * 107_892, rate: "30000/1001", base))
        #expect(
            log.exceptions.filter { $0.code == .constantOffset }.map(\.nextStep) == ["--offset A001R2GJ=-02:00:00:00"])
    }

    @Test("Any other time is told to within what the takes leave open")
    func other() throws {
        let log = try joined(day(12, cameraIsBehindBy: 1234 * 25 + 7))
        let found = try #require(log.exceptions.first { $0.code == .constantOffset })
        #expect(found.sentence.hasPrefix("Sound covers 12 of 12 clips"))
        #expect(found.sentence.contains("give or take 5 s"))
        let offset = try RollOffset(String(found.nextStep.dropFirst("--offset ".count)))
        let seconds = (offset.hours * 60 + offset.minutes) * 60 + offset.seconds
        #expect(abs(seconds - 1234) <= 5)
    }

    @Test("Two clips are too few; a jammed roll, and takes that all start late, have none")
    func none() throws {
        func offsets(_ clips: [LoggedClip]) throws -> [LogException] {
            try joined(clips).exceptions.filter { $0.code == .constantOffset }
        }
        #expect(try offsets(day(2, cameraIsBehindBy: 90_000)) == [])
        #expect(try offsets(day(6, cameraIsBehindBy: 0)) == [])
        #expect(try offsets(day(6, cameraIsBehindBy: 150)) == [])
    }

    @Test("Where every take is like the next, no offset is the one")
    func ambiguous() throws {
        let clips = (0..<20).flatMap { number in
            let (camera, recorder) = (
                Timecode(frame: 10_000 + number * 1500, base: TimecodeBase(.fps25)),
                Timecode(frame: 900_000 + number * 1500, base: TimecodeBase(.fps25))
            )
            return [
                ShotDay.picture("C\(number)", start: "\(camera)@25", frames: 500),
                ShotDay.sound("T\(number)", start: "\(recorder)@25", samples: 48_000 * 30),
            ]
        }
        #expect(try joined(clips).exceptions.allSatisfy { $0.code != .constantOffset })
    }
}
