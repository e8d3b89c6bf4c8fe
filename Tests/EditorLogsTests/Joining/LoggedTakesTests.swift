import EditorLogs
import Testing

@Suite("Takes of sound")
struct LoggedTakesTests {
    /// The files of each piece of each take, by their rows.
    private func pieces(_ clips: [LoggedClip]) -> [[[Int]]] { LoggedTakes(clips).all.map { $0.pieces.map(\.rows) } }

    @Test("Mono files of one take are one piece, whatever their files are called")
    func mono() {
        let one = ShotDay.sound("12AT01_1", saying: [.scene: "12A", .take: "1"])
        let two = ShotDay.sound("12AT01_2", saying: [.scene: "12A", .take: "1"])
        #expect(pieces([one, two]) == [[[0, 1]]])
        let other = ShotDay.sound("12AT02_1", saying: [.scene: "12A", .take: "2"])
        #expect(pieces([one, other]) == [[[0]], [[1]]])
    }

    @Test("Pieces of 4 GB that follow each other are one take, each with its tracks, over midnight too")
    func splits() {
        let clips = ["23:59:50:00@25", "00:00:00:00@25"].flatMap { start in
            ["1", "2"].map { ShotDay.sound("T1", start: start, samples: 480_000, source: "\(start)_\($0).WAV") }
        }
        #expect(pieces(clips) == [[[0, 1], [2, 3]]])
        #expect(pieces([clips[2], clips[0]]) == [[[1], [0]]])
    }

    @Test("A name that comes again hours later is another take, and so is one of another roll")
    func again() {
        let early = ShotDay.sound("T1", start: "10:00:00:00@25", samples: 480_000)
        let late = ShotDay.sound("T1", start: "15:00:00:00@25", samples: 480_000)
        #expect(pieces([late, early]) == [[[0]], [[1]]])
        #expect(pieces([early, ShotDay.sound("T1", start: "10:00:00:00@25", samples: 480_000, roll: 2)]).count == 2)
    }

    @Test("A false take that was moved aside and the take that has its name now are two, and so is what overlaps")
    func usedAgain() {
        let now = ShotDay.sound("12-T04", start: "10:29:59:12@25", samples: 48_000 * 4)
        let aside = ShotDay.falseTake("12-T04", start: "10:29:59:00@25", samples: 48_000)
        #expect(pieces([aside, now]) == [[[0]], [[1]]])
        let elsewhere = ShotDay.sound("12-T04", start: "10:29:59:13@25", samples: 48_000, source: "DAY2/12-T04.WAV")
        #expect(pieces([now, elsewhere]) == [[[0]], [[1]]])
        #expect(pieces([now, ShotDay.sound("12-T04", start: "10:30:01:12@25", samples: 480_000)]) == [[[0]], [[1]]])
    }

    @Test("Dates tell names that come again at the same time of the next day, and carry a take over midnight")
    func dated() {
        func sound(_ start: String, _ day: Int) -> LoggedClip {
            ShotDay.sound("T1", start: start, samples: 480_000, saying: [.date: "2026-03-\(day)"])
        }
        #expect(pieces([sound("10:00:00:00@25", 12), sound("10:00:00:00@25", 13)]) == [[[0]], [[1]]])
        #expect(pieces([sound("00:00:00:00@25", 13), sound("23:59:50:00@25", 12)]) == [[[1], [0]]])
        #expect(pieces([sound("00:00:00:00@25", 12), sound("23:59:50:00@25", 12)]) == [[[1], [0]]])
        #expect(pieces([sound("00:00:00:00@25", 12), sound("23:59:50:00@25", 13)]) == [[[0]], [[1]]])
    }

    @Test("Files of one family are one take; zeros name none")
    func family() {
        let ids = [LogField.clipID: "USSDVX123"]
        let next = ShotDay.sound("B", start: "10:00:10:00@25", samples: 480_000, saying: ids)
        #expect(
            pieces([ShotDay.sound("A", start: "10:00:00:00@25", samples: 480_000, saying: ids), next]) == [[[0], [1]]])
        let zeros = [LogField.clipID: "000000"]
        #expect(
            pieces([
                ShotDay.sound("A", start: "10:00:00:00@25", saying: zeros),
                ShotDay.sound("B", start: "10:00:10:00@25", saying: zeros),
            ]).count == 2)
    }

    @Test("Recordings without a clock are not taken for one because they all start at midnight")
    func midnight() {
        #expect(
            pieces([ShotDay.sound("A", start: "00:00:00:00@25"), ShotDay.sound("B", start: "00:00:00:00@25")]).count
                == 2)
    }

    @Test("Files of one name of which nobody knows when they start are one take")
    func unclocked() {
        var bare = ShotDay.sound("A")
        bare.values = LogValues(bare.values.all.filter { $0.key != .start })
        #expect(pieces([bare, bare, ShotDay.picture()]) == [[[0, 1]]])
    }
}
