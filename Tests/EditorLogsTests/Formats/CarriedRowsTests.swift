import EditorLogs
import Testing

@Suite("What of a log is in its files")
struct CarriedRowsTests {
    /// Two takes, one with sound, one whose name is nothing but line ends, and a take of sound.
    private static var log: EditorLog {
        get throws {
            var jammed = ShotDay.picture()
            let sound = ShotDay.sound()
            jammed.sound = [
                MatchedSound(
                    rows: [3], offset: 0, overlap: 240, start: try #require(sound.start), isDoubtful: false)
            ]
            return ShotDay.log([
                jammed, ShotDay.picture("A001C004_260312_R2GJ", start: "10:01:00:00@24000/1001"),
                ShotDay.picture("\r\n", start: "10:02:00:00@24000/1001", source: "\r\n"), sound,
            ])
        }
    }

    @Test(
        "every format counts the rows it wrote, and lists the one whose name nobody could see",
        arguments: LogFormat.allCases)
    func carried(_ format: LogFormat) throws {
        let made = try EditorDay.files(format, Self.log)
        let holdsAll = [.excel, .otio, .json].contains(format)
        #expect(made.rows.clips == (holdsAll ? 3 : 2))
        #expect(made.rows.takes == (format.hasRowsOfSound ? 1 : 0))
        #expect(made.rows.withSound == 1)
        #expect(made.exceptions.filter { $0.code == .leftOut }.map(\.clip) == (holdsAll ? [] : ["\r\n"]))
    }

    @Test("sound alone is no file where the format has no rows of it", arguments: LogFormat.allCases)
    func sound(_ format: LogFormat) throws {
        let made = try EditorDay.files(format, ShotDay.log([ShotDay.sound(roll: 1)]))
        #expect(made.files.isEmpty == !format.hasRowsOfSound)
        #expect(made.rows.takes == (format.hasRowsOfSound ? 1 : 0))
    }

    @Test("an Avid log without the timecode of its sound says why", arguments: [true, false])
    func soundTimecode(isDoubtful: Bool) throws {
        var picture = ShotDay.picture(start: "10:00:00:00@50")
        let sound = ShotDay.sound(start: isDoubtful ? "10:00:00:00@50" : "10:00:00:00@25")
        picture.sound = [
            MatchedSound(
                rows: [1], offset: 0, overlap: 240, start: try #require(sound.start), isDoubtful: isDoubtful)
        ]
        let made = try EditorDay.files(.ale, ShotDay.log([picture, sound]))
        let why =
            isDoubtful
            ? "it is doubtful which take of sound is its own" : "the timecode of its sound counts 25, its own 50"
        #expect(made.exceptions.map(\.sentence) == ["Its Sound TC is empty: \(why)."])
    }
}
