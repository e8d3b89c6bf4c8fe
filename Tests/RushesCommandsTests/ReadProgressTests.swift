import Testing

@testable import RushesCommands

@Suite("Who waits for a reading is told how fast it is and how long it takes")
struct ReadProgressTests {
    private static let second: Int64 = 1_000_000_000

    @Test("the first news after the start has a rate and the time that is left")
    func firstNews() {
        var meter = RateMeter()
        meter.add(read: 0, at: 7 * Self.second)
        #expect(meter.words(bytesLeft: 1_000_000_000) == "")
        meter.add(read: 200_000_000, at: 9 * Self.second)
        #expect(meter.words(bytesLeft: 13_000_000_000) == ", 100.0 MB/s, 2 m 10 s left")
    }

    @Test(
        "a narrow terminal cuts nothing off",
        arguments: [
            (0, ["1.1 GB of 3.0 GB read, 1.8 GB/s, 1 s left"]), (100, ["1.1 GB of 3.0 GB read, 1.8 GB/s, 1 s left"]),
            (43, ["1.1 GB of 3.0 GB read, 1.8 GB/s, 1 s left"]), (40, ["1.1 GB of 3.0 GB read", "1.8 GB/s, 1 s left"]),
        ])
    func narrow(_ columns: Int, _ lines: [String]) {
        #expect(ReadProgress.lines("1.1 GB of 3.0 GB read", ", 1.8 GB/s, 1 s left", columns: columns) == lines)
        #expect(columns == 0 || lines.allSatisfy { $0.count < columns })
    }
}
