import EditorLogs
import FileTree
import MediaTime
import Testing

@testable import Reports

@Suite("What was shot, counted")
struct DayTotalsTests {
    @Test("lengths of all rates are added exactly: 1000 clips of 1001/24000 s and one of 1/25 s")
    func exact() {
        let many = (0..<1000).map { ReportedDay.picture("A\($0)", frames: 1) }
        let other = ReportedDay.picture("B", start: "10:00:00:00@25", frames: 1)
        let totals = DayTotals(ReportedDay.log(many + [other]))
        #expect(totals.picture.length.total.description == "25049/600")
        #expect(totals.picture.length.counted == 1001)
    }

    @Test("by camera: rolls, clips, what was circled, sizes; who has no name has none")
    func cameras() {
        let totals = DayTotals(
            ReportedDay.log([
                ReportedDay.picture(
                    "B1", saying: [.camera: "B", .model: "ARRI ALEXA 35", .make: "ARRI", .circled: "yes"]),
                ReportedDay.picture("A1", saying: [.camera: "A", .model: "V-RAPTOR", .make: "RED", .circled: "no"]),
                ReportedDay.picture(
                    "A2", frames: nil, roll: 1, saying: [.camera: "A", .model: "V-RAPTOR", .make: "RED"]),
                ReportedDay.picture("X"), ReportedDay.sound("T1"),
            ]))
        #expect(totals.cameras.map(\.name) == ["A · RED V-RAPTOR", "B · ARRI ALEXA 35", "Camera not named"])
        #expect(totals.cameras.map(\.clips) == [2, 1, 1])
        #expect(totals.cameras.map(\.rolls.count) == [2, 1, 1])
        #expect(totals.cameras.map(\.circledLength.total.description) == ["0", "1001/100", "0"])
        #expect(totals.cameras.map(\.length.words) == ["10.0 s, 1 of unknown length", "10.0 s", "10.0 s"])
        #expect(totals.picture.size.bytes == 4_000_000_000)
        #expect(totals.soundSize.bytes == 5_000_000)
    }

    @Test("clips of 59.94 with timecode of 29.97 are timed by what they play at")
    func doubleRate() {
        let clip = ReportedDay.picture("A", start: "10:00:00;00@30000/1001", frames: 60, saying: [.rate: "60000/1001"])
        #expect(clip.seconds?.description == "1001/1000")
    }

    @Test("mono files of one take are one take, parts of a recording are as long as all together")
    func sound() {
        let totals = DayTotals(
            ReportedDay.log([
                ReportedDay.sound("T1", source: "T1_1.WAV"), ReportedDay.sound("T1", source: "T1_2.WAV"),
                ReportedDay.sound("T2", start: "11:00:00:00@25", samples: 96_000, part: 1),
                ReportedDay.sound("T2", source: "T2_2.WAV", start: "11:00:02:00@25", samples: 48_000, part: 2),
            ]))
        #expect(totals.soundTakes == 2)
        #expect(totals.soundLength.total.description == "23")
    }

    @Test("scenes are listed once, in their order")
    func scenes() {
        let shot = ["12A", "2", "12a", "012A", "3"].enumerated().map { place, scene in
            ReportedDay.picture("A\(place)", saying: [.scene: scene])
        }
        #expect(DayTotals(ReportedDay.log(shot)).scenes == ["2", "3", "12A"])
        let scenes = ShotScene.all(of: ReportedDay.log(shot + [ReportedDay.picture("none")]))
        #expect(scenes.map(\.name) == ["2", "3", "12A", nil])
        #expect(scenes.map(\.rows) == [[1], [4], [0, 2, 3], [5]])
    }

    @Test("takes of a scene stand in order of slate, take, camera, then time")
    func takes() {
        let said: [[LogField: String]] = [
            [.take: "10", .camera: "A"], [.take: "2", .camera: "B"], [.take: "2", .camera: "A"], [.take: "2PK"],
        ]
        let shot = said.enumerated().map { ReportedDay.picture("A\($0)", saying: $1.merging([.scene: "1"]) { $1 }) }
        #expect(ShotScene.all(of: ReportedDay.log(shot)).map(\.rows) == [[2, 1, 3, 0]])
    }

    @Test("a reel that two rolls claim is told; one roll with many clips is not, nor picture and sound of one name")
    func doubledReels() {
        let log = ReportedDay.log([
            ReportedDay.picture("A", saying: [.reel: "A001"]), ReportedDay.picture("B", saying: [.reel: "A001"]),
            ReportedDay.sound("S", saying: [.reel: "A001"]), ReportedDay.picture("C", saying: [.reel: "A002"]),
        ])
        #expect(DoubledReels(in: log).exceptions == [])
        let doubled = ReportedDay.log(log.clips + [ReportedDay.picture("D", roll: 1, saying: [.reel: "a002"])])
        #expect(
            DoubledReels(in: doubled).exceptions.map(\.sentence) == [
                "Reel A002 is in 20260312/A001R2GJ and in 20260312/SR001."
            ])
    }
}
