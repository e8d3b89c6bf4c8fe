import EditorLogs
import MediaTime
import Testing

@Suite("Sound to picture")
struct SoundJoinTests {
    @Test("A take that covers its picture is its sound, and brings scene, take and roll; each value says who said it")
    func covered() throws {
        let log = try joined([
            ShotDay.picture(start: "10:00:05:00@25", frames: 100, saying: [.scene: "12", .notes: "focus"]),
            ShotDay.sound(
                start: "10:00:00:00@25", samples: 48_000 * 20,
                saying: [.scene: "12A", .take: "3", .soundRoll: "SR001", .circled: "yes", .noGood: "no"]),
        ])
        let clip = log.clips[0]
        #expect(
            clip.sound == [
                MatchedSound(
                    rows: [1], offset: -125, overlap: 100, start: try #require(log.clips[1].start), isDoubtful: false)
            ])
        #expect(clip.values[.take] == "3")
        #expect(clip.values[.soundRoll] == "SR001")
        #expect(clip.isCircled == true)
        #expect(clip.values[.noGood] == nil)
        #expect(clip.values[.notes] == "focus")
        let scene = try #require(clip.values.all[.scene])
        #expect(scene.source == LogSource(.soundRoll, "12AT01.WAV, iXML"))
        #expect(scene.overridden.map(\.text) == ["12"])
        #expect(log.exceptions == [])
    }

    @Test("What people wrote of the picture stays, and what sound says stands behind it")
    func people() throws {
        var picture = ShotDay.picture(saying: [.scene: "12"])
        picture.values.set(.scene, "13", LogSource(.slate, "script.csv, line 2"))
        picture.values.set(.take, "9", LogSource(.correction, "fix.csv, line 2"))
        let log = try joined([picture, ShotDay.sound(saying: [.scene: "12A", .take: "3"])])
        let scene = try #require(log.clips[0].values.all[.scene])
        #expect(scene.text == "13")
        #expect(scene.overridden.map(\.text) == ["12A", "12"])
        #expect(log.clips[0].values[.take] == "9")
    }

    @Test(
        "Rates must agree before times are laid beside each other",
        arguments: [
            ("10:00:00:00@24000/1001", "10:00:00:00@24000/1001", true),
            ("10:00:00:00@24", "10:00:00:00@24000/1001", false), ("10:00:00:00@24000/1001", "10:00:00:00@24", false),
            ("10:00:00;00@30000/1001", "10:00:00;00@30000/1001", true),
            ("10:00:00;00@30000/1001", "10:00:00:00@30000/1001", false),
            ("10:00:00:00@50", "10:00:00:00@25", true), ("10:00:00:00@48000/1001", "10:00:00:00@24000/1001", true),
            ("10:00:00;00@60000/1001", "10:00:00;00@30000/1001", true), ("10:00:00:00@25", "10:00:00:00@24", false),
            ("00:00:01:00@24", "00:00:01:00@24000/1001", false),
        ])
    func rates(_ picture: String, _ sound: String, _ isMatch: Bool) throws {
        let log = try joined([
            ShotDay.picture(start: picture, frames: 100), ShotDay.sound(start: sound, samples: 480_000),
        ])
        #expect(log.clips[0].sound.map(\.offset) == (isMatch ? [0] : []))
        #expect(log.exceptions.map(\.code) == (isMatch ? [] : [.noSound, .noPicture]))
    }

    @Test("Why it found nothing is said to both sides")
    func reasons() throws {
        let log = try joined([
            ShotDay.picture(start: "10:00:00;00@30000/1001"),
            ShotDay.sound(start: "10:00:00:00@30000/1001", samples: 480_000),
        ])
        #expect(
            log.exceptions == [
                LogException(
                    .noSound, roll: "20260312/A001R2GJ", clip: "A001C003_260312_R2GJ",
                    "Its timecode counts 29.97 DF frames a second, that of all sound 29.97 NDF.",
                    nextStep: "Ask which rate camera and recorder were set to."),
                LogException(
                    .noPicture, roll: "20260312/SR001", clip: "12AT01",
                    "Its timecode counts 29.97 NDF frames a second, that of all pictures 29.97 DF."),
            ])
    }

    @Test(
        "Days go round midnight, each at its own length",
        arguments: [
            ("23:59:58:00@25", 250, "00:00:01:00@25", 240_000, 75, 125),
            ("00:00:01:00@25", 100, "23:59:58:00@25", 480_000, -75, 100),
            ("23:59:59:00@24000/1001", 48, "00:00:00:00@24000/1001", 480_000, 24, 24),
            ("00:00:00:00@24000/1001", 48, "23:59:59:00@24000/1001", 480_480, -24, 48),
            ("23:59:59;00@30000/1001", 60, "00:00:00;00@30000/1001", 480_000, 30, 30),
            ("23:59:50:00@25", 500, "23:59:55:00@25", 480_000, 125, 250),
        ])
    func midnight(
        _ picture: String, _ frames: Int, _ sound: String, _ samples: Int, _ offset: Int, _ overlap: Int
    ) throws {
        let log = try joined([
            ShotDay.picture(start: picture, frames: frames), ShotDay.sound(start: sound, samples: samples),
        ])
        #expect(log.clips[0].sound.map(\.offset) == [offset])
        #expect(log.clips[0].sound.map(\.overlap) == [overlap])
    }

    @Test("A camera at 50 whose timecode counts 25 is measured by the frames it plays")
    func fifty() throws {
        let log = try joined([
            ShotDay.picture(start: "10:00:01:00@25", frames: 100, saying: [.rate: "50", .sensorRate: "50"]),
            ShotDay.sound(start: "10:00:00:00@25", samples: 48_000 * 5 / 2),
        ])
        #expect(log.clips[0].sound.map(\.offset) == [-50])
        #expect(log.clips[0].sound.map(\.overlap) == [75])
    }

    @Test("The sample counts where it says what the timecode says; in 48.048 F modes too")
    func samples() throws {
        // Half a frame and a bit behind 10:00:00:00, which a recorder's timecode rounds to the next frame.
        let late = ShotDay.sound(
            start: "10:00:00:01@25", samples: 480_000, saying: [.samplesSinceMidnight: "1728001000"])
        let log = try joined([ShotDay.picture(start: "10:00:00:00@25", frames: 10), late])
        #expect(log.clips[0].sound.map(\.offset) == [1])
        // 0.52 frames late, 9 whole frames are left.
        #expect(log.clips[0].sound.map(\.overlap) == [9])
        let pulled = ShotDay.sound(
            start: "10:00:00:00@24000/1001", samples: 480_480,
            saying: [.samplesSinceMidnight: String(36_036 * 48_048)])
        #expect(try joined([ShotDay.picture(), pulled]).clips[0].sound.map(\.offset) == [0])
    }

    @Test("A recorder that does not say how it counts is believed by its samples since midnight")
    func unsaid() throws {
        let sound = ShotDay.sound(samples: 480_480, saying: [.samplesSinceMidnight: String(36_036 * 48_000)])
        var bare = sound
        bare.values = LogValues(sound.values.all.filter { $0.key != .start })
        let log = try joined([ShotDay.picture(start: "10:00:01:00@24000/1001"), bare])
        #expect(log.clips[0].sound.map(\.offset) == [-24])
        #expect(log.clips[0].sound.first?.start.description == "10:00:00:00")
    }

    @Test(
        "Timecode comes again every day: shooting days may differ by one, and must not by two",
        arguments: [
            ("2026-03-12", "2026-03-12", true), ("2026-03-12", "2026-03-13", true), ("2026-03-01", "2026-02-28", true),
            ("2026-03-12", "2026-03-14", false), (nil, "2026-03-14", true), ("2026-03-12", nil, true),
        ] as [(String?, String?, Bool)])
    func days(_ picture: String?, _ sound: String?, _ isMatch: Bool) throws {
        let log = try joined([
            ShotDay.picture(saying: [LogField.date: picture].compactMapValues(\.self)),
            ShotDay.sound(saying: [LogField.date: sound].compactMapValues(\.self)),
        ])
        let sentences = [
            "Only 12AT01 has its timecode, and that was recorded on another day.",
            "No picture of its day, 2026-03-14, is in this log.",
        ]
        #expect(log.clips[0].sound.count == (isMatch ? 1 : 0))
        #expect(log.exceptions.map(\.sentence) == (isMatch ? [] : sentences))
    }

    @Test(
        "Of takes that have the same timecode on two days in a row the one of its own day is taken, past midnight too")
    func nextDay() throws {
        let takes = ["11", "12", "13"].map { day in
            ShotDay.sound("T\(day)", start: "23:59:59:00@25", samples: 480_000, saying: [.date: "2026-03-\(day)"])
        }
        let before = try joined([ShotDay.picture(start: "23:59:59:00@25", saying: [.date: "2026-03-12"])] + takes)
        #expect(before.clips[0].sound.map(\.rows) == [[2]])
        #expect(before.exceptions.map(\.sentence) == ["No picture was shot while 2 takes ran: T11, T13."])
        let behind = try joined([ShotDay.picture(start: "00:00:01:00@25", saying: [.date: "2026-03-12"])] + takes)
        #expect(behind.clips[0].sound.map(\.rows) == [[1]])
        #expect(behind.clips[0].sound.map(\.isDoubtful) == [false])
    }

    @Test("A sensor that ran faster than the clip plays has no sound, and that is said once")
    func offSpeed() throws {
        let clips = [
            ShotDay.picture(start: "10:00:00:00@25", saying: [.sensorRate: "50", .rate: "25"]),
            ShotDay.sound(start: "10:00:00:00@25"),
        ]
        let log = try joined(clips)
        #expect(log.clips[0].sound == [])
        #expect(log.exceptions.map(\.code) == [.offSpeed, .noPicture])
        #expect(
            log.exceptions[0].sentence
                == "Its sensor ran at 50 frames a second and it plays at 25: no sound can be in sync.")
        #expect(
            log.exceptions[1].sentence
                == "A001C003_260312_R2GJ was shot while it ran, but off speed: no sound can be in sync with that.")
        var again = log
        try SoundJoin().join(&again)
        #expect(again.exceptions.count { $0.code == .offSpeed } == 1)
    }

    @Test("Of two recorders the one that shares more is taken, and both are named")
    func rivals() throws {
        let log = try joined([
            ShotDay.picture(start: "10:00:00:00@25", frames: 250),
            ShotDay.sound("B", start: "10:00:03:00@25", samples: 480_000, saying: [.take: "2"]),
            ShotDay.sound("A", start: "10:00:00:00@25", samples: 480_000, saying: [.take: "1"]),
        ])
        #expect(log.clips[0].sound.map(\.rows) == [[2]])
        #expect(log.clips[0].sound.map(\.isDoubtful) == [true])
        #expect(log.clips[0].values[.take] == "1")
        #expect(log.exceptions.map(\.code) == [.twoCandidates, .noPicture])
        #expect(log.exceptions[0].sentence == "A, B were recorded at once while it ran; A is taken.")
    }

    @Test("A camera that runs on over two takes has both, the longer first; the brush of a third is none")
    func run() throws {
        let log = try joined([
            ShotDay.picture(start: "10:00:00:00@25", frames: 2500),
            ShotDay.sound("T1", start: "10:00:00:00@25", samples: 48_000 * 30, saying: [.take: "1"]),
            ShotDay.sound("T2", start: "10:00:40:00@25", samples: 48_000 * 50, saying: [.take: "2"]),
            ShotDay.sound("T3", start: "10:01:39:00@25", samples: 48_000 * 60, saying: [.take: "3"]),
        ])
        #expect(log.clips[0].sound.map(\.rows) == [[2], [1]])
        #expect(log.clips[0].sound.map(\.isDoubtful) == [false, false])
        #expect(log.clips[0].values[.take] == "2")
        #expect(log.exceptions.map(\.code) == [.twoCandidates, .noPicture])
        #expect(
            log.exceptions.map(\.sentence) == [
                "It runs over 2 takes: T2, T1; scene and take are those of the first named.",
                "It was recorded while A001C003_260312_R2GJ ran, which shares more with another take.",
            ])
    }

    @Test("A picture that only the end of a take brushes has it, doubtfully, and not its scene; one frame is the least")
    func slight() throws {
        let take = ShotDay.sound(start: "09:59:00:00@25", samples: 48_000 * 60 + 1920, saying: [.scene: "12A"])
        let log = try joined([ShotDay.picture(start: "10:00:00:00@25", frames: 250), take])
        #expect(log.clips[0].sound.map(\.overlap) == [1])
        #expect(log.clips[0].sound.map(\.isDoubtful) == [true])
        #expect(log.clips[0].values[.scene] == nil)
        #expect(log.exceptions.map(\.code) == [.slightOverlap])
        let shorter = ShotDay.sound(start: "09:59:00:00@25", samples: 48_000 * 60 + 1919)
        #expect(try joined([ShotDay.picture(start: "10:00:00:00@25", frames: 250), shorter]).clips[0].sound == [])
    }

    @Test("A false take is nobody's sound, but is named where nothing else fits")
    func falseTake() throws {
        let falseTake = ShotDay.falseTake("12AT01", start: "10:00:00:00@24000/1001")
        let log = try joined([ShotDay.picture(), falseTake])
        #expect(log.clips[0].sound == [])
        #expect(
            log.exceptions.map(\.sentence) == [
                "Only 12AT01 was recorded meanwhile, which the recorder marks as a false take."
            ])
    }

    @Test("A take is found though a false take had its name before")
    func usedAgain() throws {
        let log = try joined([
            ShotDay.picture(start: "10:30:00:00@25", frames: 50),
            ShotDay.falseTake("12-T04", start: "10:29:59:00@25", samples: 48_000),
            ShotDay.sound("12-T04", start: "10:29:59:12@25", samples: 48_000 * 4, saying: [.take: "4"]),
        ])
        #expect(log.clips[0].sound.map(\.rows) == [[2]])
        #expect(log.clips[0].values[.take] == "4")
        #expect(log.exceptions == [])
    }

    @Test("Of a take is told which picture ran meanwhile, though it counts otherwise; and of a picture which sound")
    func otherRate() throws {
        let log = try joined([
            ShotDay.picture("A", start: "11:00:00:00@24000/1001"),
            ShotDay.picture("L", start: "10:00:20:00@60000/1001"),
            ShotDay.sound("T1", start: "10:00:20:00@24000/1001"), ShotDay.sound("T2", start: "11:00:05:00@25"),
        ])
        #expect(
            log.exceptions.map { "\($0.clip): \($0.sentence)" } == [
                "A: Sound was recorded while it ran, but that counts 25 frames a second, and it 23.976.",
                "L: Its timecode counts 59.94 NDF frames a second, that of all sound 23.976, 25.",
                "T1: L was shot while it ran, but that counts 59.94 NDF frames a second, and it 23.976.",
                "T2: Its timecode counts 25 frames a second, that of all pictures 23.976, 59.94 NDF.",
            ])
    }

    @Test("Many clips of a roll without sound are told at once, the first twenty by name")
    func many() throws {
        let pictures = (10..<32).map { ShotDay.picture("C\($0)", start: "10:\($0):00:00@25", frames: 100) }
        let log = try joined(pictures + [ShotDay.sound("T1", start: "12:00:00:00@25")])
        let names = (10..<30).map { "C\($0)" }.joined(separator: ", ")
        #expect(
            log.exceptions == [
                LogException(
                    .noSound, roll: "20260312/A001R2GJ",
                    "No sound was recorded while 22 clips ran: \(names) … and 2 more.",
                    nextStep: "If its camera was not jammed, say by how much it is off with --offset."),
                LogException(
                    .noPicture, roll: "20260312/SR001", clip: "T1", "No picture was shot while it ran."),
            ])
    }

    @Test("What an earlier join noted is forgotten, even where there is nothing to join any more")
    func forgotten() throws {
        var log = try joined(
            [ShotDay.picture(start: "09:00:00:00@25"), ShotDay.sound(start: "10:00:00:00@25")],
            offsets: [RollOffset("A001R2GJ=+01:00:00:00")])
        #expect(log.clips[0].sound.count == 1)
        log.clips.removeLast()
        try SoundJoin().join(&log)
        #expect(log.clips[0].sound == [])
        #expect(log.clips[0].jammedStart == nil)
    }

    @Test("Thousands of takes at one moment are nobody's, and that is said to both sides")
    func crowded() throws {
        let takes = (0..<2_000).map { ShotDay.sound("T\($0)", start: "00:00:00:00@25", samples: 480_000 + $0) }
        let log = try joined([ShotDay.picture(start: "00:00:00:00@25", frames: 250)] + takes)
        #expect(log.clips[0].sound == [])
        #expect(
            log.exceptions.first?.sentence
                == "So many takes were recorded while it ran that nobody can tell which is its sound.")
        #expect(
            log.exceptions.dropFirst().map { $0.sentence.prefix(96) } == [
                "2000 takes, all recorded at once: nobody can tell which is whose: T0, T1, T2, T3, T4, T5, T6, T7"
            ])
    }

    @Test("Without sound no picture is listed; what was shot MOS is, in short; so is what has no timecode")
    func others() throws {
        #expect(try joined([ShotDay.picture()]).exceptions == [])
        #expect(try joined([ShotDay.sound()]).exceptions == [])
        let log = try joined([
            ShotDay.picture("A", saying: [.notes: "MOS, rain"]), ShotDay.picture("B", start: nil),
            ShotDay.picture("C", frames: nil), ShotDay.sound(start: "11:00:00:00@24000/1001"),
        ])
        #expect(
            log.exceptions.map(\.sentence) == [
                "Shot without sound (MOS).", "Without timecode no sound can be found.",
                "Without a length no sound can be found.", "No picture was shot while it ran.",
            ])
    }

    @Test(
        "Hundreds of recordings without a clock, which all start at midnight, are one doubtful answer for each picture")
    func withoutClock() throws {
        let takes = (0..<300).map { ShotDay.sound("T\($0)", start: "00:00:00:00@25", samples: 480_000 + $0) }
        let log = try joined([ShotDay.picture(start: "00:00:00:00@25", frames: 250)] + takes)
        #expect(log.clips[0].sound.map(\.rows) == [[1]])
        #expect(log.clips[0].sound.map(\.isDoubtful) == [true])
        #expect(log.exceptions.count { $0.code == .noPicture } == 299)
    }

    @Test("A take of several pieces is one take: the picture has the pieces it meets, the longer first")
    func pieces() throws {
        let log = try joined([
            ShotDay.picture(start: "10:00:05:00@25", frames: 250),
            ShotDay.sound("T1", start: "10:00:00:00@25", samples: 48_000 * 8, source: "T1_01.WAV"),
            ShotDay.sound("T1", start: "10:00:08:00@25", samples: 48_000 * 20, source: "T1_02.WAV"),
        ])
        #expect(log.clips[0].sound.map(\.rows) == [[2], [1]])
        #expect(log.clips[0].sound.map(\.offset) == [75, -125])
        #expect(log.exceptions == [])
    }
}

/// The log of these rows, with its sound.
func joined(_ clips: [LoggedClip], offsets: [RollOffset] = []) throws -> EditorLog {
    var log = ShotDay.log(clips)
    try SoundJoin(offsets: offsets).join(&log)
    return log
}
