import MediaTime
import Testing

@Suite("Drop-frame") struct DropFrameTests {
    @Test(
        "exists at 30000/1001 and its multiples alone",
        arguments: [
            (FrameRate.ntsc30, true), (.ntsc60, true), (.ntsc120, true), (.ntsc24, false), (.ntsc48, false),
            (.fps30, false), (.fps60, false), (.fps25, false),
        ])
    func bases(_ rate: FrameRate, _ takes: Bool) {
        #expect((TimecodeBase(rate, dropFrame: true) != nil) == takes)
    }

    @Test(
        "leaves out the first numbers of a minute, but not of every tenth",
        arguments: [
            (FrameRate.ntsc30, 0, "00:00:00;00"), (.ntsc30, 1799, "00:00:59;29"), (.ntsc30, 1800, "00:01:00;02"),
            (.ntsc30, 1801, "00:01:00;03"), (.ntsc30, 17_981, "00:09:59;29"), (.ntsc30, 17_982, "00:10:00;00"),
            (.ntsc30, 107_892, "01:00:00;00"), (.ntsc30, 1_078_920, "10:00:00;00"),
            (.ntsc30, 2_589_407, "23:59:59;29"), (.ntsc60, 3599, "00:00:59;59"), (.ntsc60, 3600, "00:01:00;04"),
            (.ntsc60, 3601, "00:01:00;05"), (.ntsc60, 35_963, "00:09:59;59"), (.ntsc60, 35_964, "00:10:00;00"),
            (.ntsc60, 215_784, "01:00:00;00"), (.ntsc60, 2_157_840, "10:00:00;00"),
            (.ntsc60, 5_178_815, "23:59:59;59"), (.ntsc120, 7200, "00:01:00;008"), (.ntsc120, 71_928, "00:10:00;000"),
            (.ntsc120, 431_568, "01:00:00;000"), (.ntsc120, 10_357_631, "23:59:59;119"),
        ])
    func vectors(_ rate: FrameRate, _ frame: Int, _ text: String) throws {
        let base = try #require(TimecodeBase(rate, dropFrame: true))
        #expect(Timecode(frame: frame, base: base).description == text)
        #expect(Timecode(text, base: base)?.frame == frame)
        #expect(Timecode(text, rate: rate) == Timecode(frame: frame, base: base))
    }

    @Test(
        "has no such numbers",
        arguments: [
            (FrameRate.ntsc30, "00:01:00;00"), (.ntsc30, "00:01:00;01"), (.ntsc30, "10:01:00;00"),
            (.ntsc60, "00:01:00;00"), (.ntsc60, "00:01:00;03"), (.ntsc120, "00:01:00;007"),
            (.ntsc120, "23:59:00;000"),
        ])
    func dropped(_ rate: FrameRate, _ text: String) {
        #expect(Timecode(text, rate: rate) == nil)
        // Counted without drops the same digits are a frame.
        #expect(Timecode(text, base: TimecodeBase(rate)) != nil)
    }

    @Test(
        "counts every frame once, in order, and what is written is the way back",
        arguments: [
            (FrameRate.ntsc30, 0..<24), (.ntsc60, 0..<24), (.ntsc120, 0..<2), (.ntsc120, 23..<24),
        ])
    func everyFrame(_ rate: FrameRate, _ hours: Range<Int>) throws {
        let base = try #require(TimecodeBase(rate, dropFrame: true))
        let hour = base.framesPerDay / 24
        var wrong: [Int] = []
        // What the rule says, walked number by number: drop at each minute, but not at each tenth.
        var (minute, second, number) = (hours.lowerBound * 60, 0, 0)
        for frame in hours.lowerBound * hour..<hours.upperBound * hour {
            let timecode = Timecode(frame: frame, base: base)
            let back = Timecode(
                hours: minute / 60, minutes: minute % 60, seconds: second, frames: number, base: base)
            if timecode.fields != (minute / 60, minute % 60, second, number) || back != timecode { wrong.append(frame) }
            number += 1
            if number == rate.nominal { (second, number) = (second + 1, 0) }
            if second == 60 { (minute, second) = (minute + 1, 0) }
            if second == 0, number == 0, minute % 10 != 0 { number = rate.nominal / 15 }
        }
        #expect(wrong.prefix(10) == [])
        #expect([minute, second, number] == [hours.upperBound * 60, 0, 0])
    }

    @Test(
        "has so many frames a day, and then begins again",
        arguments: [(FrameRate.ntsc30, 2_589_408), (.ntsc60, 5_178_816), (.ntsc120, 10_357_632)])
    func wraps(_ rate: FrameRate, _ day: Int) throws {
        let base = try #require(TimecodeBase(rate, dropFrame: true))
        #expect(base.framesPerDay == day)
        #expect(Timecode(frame: day, base: base).frame == 0)
        #expect(Timecode(frame: -1, base: base).frame == day - 1)
    }
}
