import EditorLogs
import Testing

@Suite("Where is 12A take 3?")
struct ClipQueryTests {
    private static let log = ShotDay.log([
        ShotDay.picture(saying: [.scene: "012A", .take: "03"]),
        ShotDay.picture("A001C004", start: "10:00:00;00@30000/1001", saying: [.slate: "27", .take: "7"]),
        ShotDay.picture(
            "A001C005", start: nil, saying: [.scene: "12", .shot: "A", .take: "3"], source: "CLIP/A001C005.MXF"),
        ShotDay.sound(saying: [.scene: "12A", .take: "3"]),
    ])

    struct Question: Sendable {
        var scene: String?
        var take: String?
        var clip: String?
        var timecode: String?
        let answer: [Int]
    }

    @Test(
        "all that is named must fit; case and leading zeros do not count",
        arguments: [
            Question(scene: "12a", take: "3", answer: [0, 2, 3]), Question(scene: "0012A", answer: [0, 2, 3]),
            Question(scene: "12", answer: [2]), Question(scene: "12AB", answer: []),
            Question(scene: "1 2A", answer: []),
            Question(scene: "27", take: "07", answer: [1]), Question(take: "30", answer: []),
            Question(clip: "a001c003_260312_r2gj", answer: [0]), Question(clip: "A001C005.mxf", answer: [2]),
            Question(clip: "A001C00", answer: []), Question(clip: "a001c003", answer: [0]),
            Question(clip: "A001C003_260312", answer: [0]), Question(clip: "12AT01.WAV", answer: [3]),
            Question(timecode: "10:00:09:23", answer: [0, 3]), Question(timecode: "10:00:10:00", answer: []),
            Question(timecode: "10:00:05;00", answer: [1]), Question(timecode: "10:00:05:00", answer: [0, 1, 3]),
            Question(timecode: "09:59:59:23", answer: []),
            Question(scene: "12A", timecode: "10:00:05:00", answer: [0, 3]),
        ])
    func finds(_ question: Question) throws {
        let query = try ClipQuery(
            scene: question.scene, take: question.take, clip: question.clip, timecode: question.timecode)
        #expect(query.rows(in: Self.log) == question.answer)
    }

    @Test("sound that belongs to a picture that was found is told with it, not again")
    func sound() throws {
        var log = Self.log
        let start = try #require(log.clips[3].start)
        log.clips[0].sound = [MatchedSound(rows: [3], offset: -2, overlap: 238, start: start, isDoubtful: false)]
        #expect(try ClipQuery(scene: "12A").rows(in: log) == [0, 2])
        #expect(try ClipQuery(clip: "12AT01").rows(in: log) == [3])
    }

    @Test("nothing to look for, and what can be no timecode, is refused")
    func refused() {
        for (scene, timecode) in [
            (nil, nil), ("", nil), (nil, "10:00:00"), (nil, "10:61:00:00"), (nil, "10:01:00;00"), (nil, "10:01:00;01"),
        ]
            as [(String?, String?)]
        {
            #expect(throws: LogError.self) { try ClipQuery(scene: scene, timecode: timecode) }
        }
    }
}
