import FileTree
import Testing

@Suite("Instant") struct InstantTests {
    /// Checked against `date -u -d @…`.
    @Test(
        "days and times of day in UTC",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"), (951_868_800, "2000-03-01T00:00:00Z"),
            (1_709_251_199, "2024-02-29T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
            (1_795_309_323, "2026-11-22T01:02:03Z"), (-1, "1969-12-31T23:59:59Z"),
            (-2_203_891_200, "1900-03-01T00:00:00Z"), (-3_600_000_000, "1855-12-03T08:00:00Z"),
            (-11_644_473_600 + 3_155_673_600, "1701-01-01T00:00:00Z"), (9_000_000_000, "2255-03-14T16:00:00Z"),
        ] as [(Int64, String)])
    func utc(seconds: Int64, expected: String) {
        let instant = Instant(nanoseconds: seconds * 1_000_000_000)
        #expect(instant.utc == expected)
        #expect(instant.seconds == seconds)
    }

    @Test("a part of a second belongs to the second before it, also before 1970")
    func partsOfSeconds() {
        #expect(Instant(nanoseconds: 999_999_999).utc == "1970-01-01T00:00:00Z")
        #expect(Instant(nanoseconds: -1).utc == "1969-12-31T23:59:59Z")
        #expect(Instant(nanoseconds: -1_000_000_000).seconds == -1)
        #expect(Instant(nanoseconds: -1_000_000_001).seconds == -2)
        #expect(Instant(nanoseconds: .min).seconds == -9_223_372_037)
    }

    @Test("stamps for names")
    func stamps() {
        let instant = Instant(nanoseconds: 1_795_309_323_999_999_999)
        #expect(instant.fileNameStamp == "2026-11-22_010203Z")
        #expect(instant.dayStamp == "20261122")
    }

    @Test(
        "a time is rounded down to what the file system keeps",
        arguments: [
            (1_999_999_999, 1, 1_999_999_999), (1_999_999_999, 100, 1_999_999_900),
            (1_999_999_999, 10_000_000, 1_990_000_000),
            (3_999_999_999, 2_000_000_000, 2_000_000_000), (-1, 2_000_000_000, -2_000_000_000), (0, 100, 0),
        ] as [(Int64, Int64, Int64)])
    func rounded(nanoseconds: Int64, grain: Int64, expected: Int64) {
        #expect(Instant(nanoseconds: nanoseconds).rounded(downTo: grain) == Instant(nanoseconds: expected))
    }
}
