import Testing

@testable import ClipMetadata

@Suite("Who is stuck")
struct OpenFileWatchTests {
    @Test("A file is blamed when it stays open for too long, and only for one time on end")
    func stuck() {
        var watch = OpenFileWatch(["/a", "/b", "/\u{E9}", "/e\u{301}"], patience: .seconds(20))
        let start = ContinuousClock.now
        let looks: [(seconds: Int, open: [String], blamed: Int?)] = [
            (0, ["/dev/null"], nil), (1, ["/a", "/dev/null"], nil), (20, ["/a"], nil), (22, ["/b"], nil),
            (30, ["/dev/null"], nil), (31, ["/b"], nil), (50, ["/b", "/c"], nil), (51, ["/b"], 1), (52, [], nil),
            (60, ["/e\u{301}"], nil), (80, ["/e\u{301}"], 3),
        ]
        for look in looks { #expect(watch.stuck(look.open, at: start + .seconds(look.seconds)) == look.blamed) }
    }
}
