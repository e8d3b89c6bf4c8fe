import Testing

@testable import Reports

@Suite("The order of scenes and takes")
struct NaturalOrderTests {
    @Test("numbers count as numbers, letters behind them go on after Z, words come last")
    func order() {
        let scenes = [
            "1", "2", "2A", "2B", "2Z", "2AA", "12", "12A", "12A-2", "12A-10", "101", "A12", "INT 3", "INT 20",
        ]
        #expect(scenes.reversed().sorted { NaturalOrder($0) < NaturalOrder($1) } == scenes)
    }

    @Test(
        "zeros before a number and case do not count",
        arguments: [("03", "3"), ("12a", "12A"), ("000", "0"), ("int 04", "INT 4")])
    func folded(_ one: String, _ other: String) {
        #expect(NaturalOrder(one) == NaturalOrder(other))
    }

    @Test(
        "what is written otherwise is another scene",
        arguments: [("12", "12A"), ("12A1", "12A10"), ("2", "20"), ("", "0"), ("é1", "1")])
    func different(_ one: String, _ other: String) {
        #expect(NaturalOrder(one) != NaturalOrder(other))
        #expect((NaturalOrder(one) < NaturalOrder(other)) != (NaturalOrder(other) < NaturalOrder(one)))
    }

    @Test("numbers of any length are ordered, none overflows")
    func long() {
        let nines = String(repeating: "9", count: 300)
        #expect(NaturalOrder(nines) < NaturalOrder("1" + nines))
    }
}
