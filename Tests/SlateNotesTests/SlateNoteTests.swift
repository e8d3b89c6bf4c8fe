import MediaTime
import SlateNotes
import Testing

@Suite("A row of slate notes")
struct SlateNoteTests {
    @Test("It says what its cells say, and nothing else")
    func cells() {
        let note = SlateNote(line: 2, cells: [.take: .init("2PK", "Take")])
        #expect(note[.take] == "2PK")
        #expect(note[.scene] == nil)
        #expect(note.names.isEmpty)
    }

    @Test(
        "A column that people tick says yes, no, or not good, and nothing where it cannot be understood",
        arguments: [
            ("1", true, nil), ("*", true, nil), ("x", true, nil), ("Y", true, nil), ("Yes", true, nil),
            ("TRUE", true, nil),
            ("circled", true, nil), ("Print", true, nil), ("good", true, nil), ("OK", true, nil), ("0", false, nil),
            ("n", false, nil), ("No", false, nil), ("false", false, nil), ("NG", nil, true), ("B+", nil, nil),
        ] as [(String, Bool?, Bool?)])
    func ticks(_ text: String, _ isCircled: Bool?, _ isNoGood: Bool?) {
        let note = SlateNote(line: 2, cells: [.circled: .init(text, "Print")])
        #expect(note.isCircled == isCircled)
        #expect(note.isNoGood == isNoGood)
        #expect(note.refusedTicks.isEmpty == (text != "B+"))
    }

    @Test("A column of its own for what is not good is believed before the one for circles")
    func noGood() {
        let note = SlateNote(line: 2, cells: [.circled: .init("NG", "Print"), .noGood: .init("no", "NG")])
        #expect(note.isNoGood == false)
    }
}

@Suite("Scenes and takes as people compare them")
struct SlateNumberTests {
    @Test(
        "Case, leading zeros and spaces around do not matter",
        arguments: [
            ("03", "3"), ("12a", "12A"), ("A101", "a101"), ("012A", "12a"), ("A01", "A1"), ("000", "0"), (" 3 ", "3"),
            ("2PK", "2pk"), ("Ä1", "ä01"),
        ])
    func equal(_ one: String, _ other: String) {
        #expect(SlateNumber(one) == SlateNumber(other))
    }

    @Test(
        "Everything else does",
        arguments: [("2PK", "2"), ("30", "3"), ("1.05", "1.5"), ("12A", "12"), ("101", "11"), ("0", ""), ("A0", "A")])
    func different(_ one: String, _ other: String) {
        #expect(SlateNumber(one) != SlateNumber(other))
    }

    @Test("Nothing is no number", arguments: ["", " ", "\t\0"])
    func nothing(_ text: String) {
        #expect(SlateNumber(text) == nil)
    }
}

@Suite("Rates as reports write them")
struct SlateRateTests {
    @Test(
        "A flag says whether numbers are dropped",
        arguments: [
            ("23.97 ND", FrameRate.ntsc24, false), ("29.97DF", .ntsc30, true), ("29.97 NDF", .ntsc30, false),
            ("25", .fps25, nil),
            ("24 fps", .fps24, nil), ("024.000", .fps24, nil),
        ] as [(String, FrameRate, Bool?)])
    func read(_ text: String, _ rate: FrameRate, _ isDropFrame: Bool?) {
        #expect(SlateRate(text)?.rate == rate)
        #expect(SlateRate(text)?.isDropFrame == isDropFrame)
    }

    @Test("What is no rate is none", arguments: ["", "fast", "25 DF", "25x", "0", "-25"])
    func refused(_ text: String) {
        #expect(SlateRate(text) == nil)
    }

    @Test(
        "A timecode that does not exist, or contradicts the flag, is none",
        arguments: [
            ("29.97 DF", "10:01:00:00", nil), ("29.97 DF", "10:01:00:02", "10:01:00;02"), ("29.97", "10:01:00;00", nil),
            ("29.97", "10:01:00:00", "10:01:00:00"), ("29.97 ND", "10:01:00;02", nil), ("25", "10:00:00:25", nil),
            ("23.976", "10:00:00;00", nil),
            ("25", "24:00:00:00", nil), ("25", "10:00:00", nil), ("23.976 ND", "10:00:00:23", "10:00:00:23"),
        ])
    func timecodes(_ rate: String, _ text: String, _ expected: String?) throws {
        #expect(try #require(SlateRate(rate)).timecode(text)?.description == expected)
    }
}
