import MediaTime
import Testing

@Suite("A span of frames") struct TimecodeSpanTests {
    @Test(
        "is as long as from one timecode to the next such one",
        arguments: [
            (FrameRate.fps25, "23:59:59:00", "00:00:01:00", 50), (.ntsc30, "23:59:59;00", "00:00:01;00", 60),
            (.fps25, "10:00:00:00", "10:00:01:00", 25), (.fps25, "10:00:00:00", "10:00:00:00", 0),
            (.fps25, "10:00:00:01", "10:00:00:00", 2_159_999), (.ntsc30, "00:00:59;29", "00:01:00;02", 1),
        ] as [(FrameRate, String, String, Int)])
    func durations(_ rate: FrameRate, _ from: String, _ to: String, _ frames: Int) throws {
        let (start, end) = (try timecode(from, rate), try timecode(to, rate))
        let span = try #require(TimecodeSpan(from: start, to: end))
        #expect(span.frames == frames)
        #expect(span.end == end)
        #expect(span == TimecodeSpan(start: start, frames: frames))
    }

    @Test("does not go from one way of counting to another")
    func unlike() throws {
        let (one, other) = (
            Timecode(frame: 0, base: TimecodeBase(.fps25)), Timecode(frame: 0, base: TimecodeBase(.fps24))
        )
        #expect(TimecodeSpan(from: one, to: other) == nil)
        #expect(TimecodeSpan(start: one, frames: 1)?.contains(other) == false)
    }

    @Test(
        "is at least nothing and at most a day",
        arguments: [(-1, false), (0, true), (2_160_000, true), (2_160_001, false)])
    func bounds(_ frames: Int, _ exists: Bool) {
        #expect((TimecodeSpan(start: Timecode(frame: 7, base: TimecodeBase(.fps25)), frames: frames) != nil) == exists)
    }

    @Test("has its last frame before its end, and knows of midnight")
    func midnight() throws {
        let start = try timecode("23:59:59:24", .fps25)
        for (frames, last, end, crosses) in [
            (0, nil, "23:59:59:24", false), (1, "23:59:59:24", "00:00:00:00", false),
            (2, "00:00:00:00", "00:00:00:01", true),
        ] {
            let span = try #require(TimecodeSpan(start: start, frames: frames))
            #expect(span.last?.description == last)
            #expect(span.end.description == end)
            #expect(span.crossesMidnight == crosses)
        }
    }

    @Test(
        "contains its frames on both sides of midnight and no others",
        arguments: [
            ("23:59:58:24", false), ("23:59:59:00", true), ("23:59:59:24", true), ("00:00:00:00", true),
            ("00:00:00:24", true), ("00:00:01:00", false), ("12:00:00:00", false),
        ])
    func contains(_ text: String, _ isIn: Bool) throws {
        let span = try #require(TimecodeSpan(start: timecode("23:59:59:00", .fps25), frames: 50))
        #expect(try span.contains(timecode(text, .fps25)) == isIn)
    }

    @Test("takes as long as its true rate says")
    func length() throws {
        let hour = Timecode(frame: 86_400, base: TimecodeBase(.ntsc24))
        #expect(try TimecodeSpan(start: hour, frames: 86_400)?.length == seconds(36_036, over: 10))
        #expect(TimecodeSpan(start: hour, frames: 1)?.length.description == "1001/24000")
    }
}
