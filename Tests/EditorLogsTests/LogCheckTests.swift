import EditorLogs
import MediaTime
import Testing

@Suite("Names in a log")
struct LogNamesTests {
    private func names(_ clips: [LoggedClip]) -> (names: [String], told: [LogException]) {
        var log = ShotDay.log(clips)
        LogNames.settle(&log)
        let once = log
        LogNames.settle(&log)
        #expect(log == once)
        return (log.clips.map(\.name), log.exceptions)
    }

    @Test("a name that is there once stays")
    func once() {
        let answer = names([ShotDay.picture("A001C001"), ShotDay.picture("A001C002")])
        #expect(answer.names == ["A001C001", "A001C002"])
        #expect(answer.told == [])
    }

    @Test("names that occur twice, in whatever case or composition, are all preceded by their roll")
    func twice() {
        let answer = names([
            ShotDay.picture("C0001"), ShotDay.picture("c0001", roll: 1), ShotDay.picture("Caf\u{E9}"),
            ShotDay.picture("CAFE\u{301}", roll: 1),
        ])
        #expect(answer.names == ["A001R2GJ_C0001", "SR001_c0001", "A001R2GJ_Caf\u{E9}", "SR001_CAFE\u{301}"])
        #expect(
            answer.told.first
                == LogException(
                    .doubledName, roll: "20260312/A001R2GJ", clip: "A001R2GJ_C0001",
                    "The name C0001 occurs 2 times: C0001.mov is called A001R2GJ_C0001 in the log."))
        #expect(answer.told.count == 4)
    }

    @Test("what is still the same gets a number, and no name that is there already")
    func numbered() {
        let answer = names([
            ShotDay.picture("C0001"), ShotDay.picture("C0001"), ShotDay.picture("C0001"),
            ShotDay.picture("A001R2GJ_C0001_2"),
        ])
        #expect(answer.names == ["A001R2GJ_C0001", "A001R2GJ_C0001_3", "A001R2GJ_C0001_4", "A001R2GJ_C0001_2"])
    }
}

@Suite("What should be looked at in a log")
struct LogCheckTests {
    private func told(_ clips: [LoggedClip], _ code: LogException.Code) -> [String] {
        LogCheck(ShotDay.log(clips)).all.filter { $0.code == code }.map { "\($0.clip): \($0.sentence)" }
    }

    @Test("a log in which all is as it should be has nothing to tell")
    func nothing() {
        #expect(LogCheck(ShotDay.log([ShotDay.picture(), ShotDay.sound()])).all == [])
        #expect(LogCheck(EditorLog()).all == [])
    }

    @Test("what was told before is not told twice")
    func again() {
        var log = ShotDay.log([ShotDay.picture(start: nil)])
        LogCheck.note(in: &log)
        let once = log
        LogCheck.note(in: &log)
        #expect(log == once)
        #expect(log.exceptions.map(\.code) == [.noTimecode])
    }

    @Test("rows without timecode and without length; the length of sound is its samples")
    func missing() {
        let clips = [ShotDay.picture("C1", start: nil), ShotDay.picture("C2", frames: nil), ShotDay.sound()]
        #expect(told(clips, .noTimecode) == ["C1: C1.mov has no timecode that anybody said."])
        #expect(told(clips, .noLength) == ["C2: How long C2.mov is was not said by anybody."])
    }

    @Test("the rate of the fewer is odd; the rate of sound is not asked for")
    func rates() {
        let clips = [
            ShotDay.picture("C1"), ShotDay.picture("C2"), ShotDay.picture("C3", start: "10:00:00:00@25"),
            ShotDay.sound(start: "10:00:00:00@25"),
        ]
        #expect(told(clips, .oddRate) == ["C3: It runs at 25 frames a second, most of the log at 23.976."])
    }

    @Test("clips of a roll that run at the same odd rate are told at once")
    func manyRates() {
        let usual = (1...4).map { ShotDay.picture("C\($0)") }
        let odd = ["D1", "D2"].map { ShotDay.picture($0, start: "10:00:00:00@25") }
        let other = ShotDay.picture("E1", start: "10:00:00:00@25", roll: 1)
        #expect(
            told(usual + odd + [other], .oddRate) == [
                ": 2 clips run at 25 frames a second, most of the log at 23.976: D1, D2.",
                "E1: It runs at 25 frames a second, most of the log at 23.976.",
            ])
    }

    @Test(
        "a sensor that ran at another rate is off speed, a pull-down alone is not",
        arguments: [("48", true), ("24", false), ("24000/1001", false), ("25", true), ("x", false)])
    func offSpeed(_ sensor: String, _ isOff: Bool) {
        #expect(told([ShotDay.picture(saying: [.sensorRate: sensor])], .offSpeed).isEmpty != isOff)
    }

    @Test("timecode that two rows of one reel claim is told of the later one")
    func overlaps() {
        func clip(_ name: String, _ start: String, reel: String = "A001", frames: Int = 240) -> LoggedClip {
            ShotDay.picture(name, start: start + "@24000/1001", frames: frames, saying: [.reel: reel])
        }
        let clips = [
            clip("C1", "10:00:00:00"), clip("C2", "10:00:09:23", reel: "a001"), clip("C3", "10:00:19:23"),
            clip("C4", "10:00:00:00", reel: "B001"), clip("C5", "23:59:55:00"), clip("C6", "00:00:04:23"),
            clip("C7", "00:00:05:00"), clip("C8", "10:00:00:00", frames: 0),
        ]
        #expect(
            told(clips, .overlap) == [
                "C2: Its timecode is also that of C1: both say that they are of reel a001.",
                "C6: Its timecode is also that of C5: both say that they are of reel A001.",
                "C7: Its timecode is also that of C6: both say that they are of reel A001.",
            ])
    }

    @Test("rolls with rows of which no copy is proved; what was only read back is not")
    func notProved() {
        var clips = [ShotDay.picture("C1"), ShotDay.picture("C2"), ShotDay.sound("T1")]
        clips[1].evidence = [.readBack]
        clips[2].evidence = []
        #expect(
            told(clips, .notProved) == [
                ": No copy of 1 of its 2 rows is on record as proved.",
                ": No copy of its 1 row is on record as proved.",
            ])
    }
}
