import MediaTime
import Testing

@testable import ClipMetadata

@Suite("What is said of a clip") struct ClaimsTests {
    private let sidecar = ValueSource(.sidecar, file: "A001.ale", key: "Reel_name")
    private let container = ValueSource(.container, file: "A001.mov", key: "reel_name")

    @Test("the order of origins decides, and all claims are kept")
    func order() {
        var reel = Claims<String>()
        reel.add(Claim("A001", container))
        reel.add(Claim("A001R2EC", sidecar))
        #expect(reel.best(in: [.sidecar, .container])?.value == "A001R2EC")
        #expect(reel.best(in: [.container, .sidecar])?.value == "A001")
        #expect(reel.best(in: [.soundRoll])?.value == "A001")
        #expect(reel.isConflicting)
        #expect(reel.all.count == 2)
    }

    @Test("absent is not false")
    func absent() {
        #expect(ClipMetadata().isCircled.best(in: [.sidecar]) == nil)
        #expect(!ClipMetadata().isCircled.isConflicting)
    }

    /// Whether two values of a field, said by two, are told as a conflict.
    private func isConflict<Value>(
        _ name: String, _ field: WritableKeyPath<ClipMetadata, Claims<Value>>, _ one: Value, _ other: Value
    ) throws -> Bool {
        var metadata = ClipMetadata()
        metadata[keyPath: field].add(Claim(one, container))
        metadata[keyPath: field].add(Claim(other, sidecar))
        let found = try #require(MetadataField.all.first { $0.name == name })
        return found.isComparable && found.isConflicting(metadata)
    }

    @Test("other words for the same are no conflict")
    func agreement() throws {
        #expect(try !isConflict("make", \.make, "SONY", "Sony"))
        #expect(try isConflict("make", \.make, "Sony", "Canon"))
        #expect(try !isConflict("reel", \.reel, "A001", "a001R2EC"))
        #expect(try isConflict("reel", \.reel, "A001R2EC", "A002R2EC"))
        #expect(try !isConflict("location", \.location, "+48.1371 +11.5754", "+48.13715 +11.57544"))
        #expect(try !isConflict("project_fps", \.projectRate, #require(FrameRate("25")), #require(FrameRate("25/1"))))
    }

    @Test("a day and a few seconds are the difference of two clocks, not of two recordings")
    func clocks() throws {
        func date(_ text: String) throws -> ShootDate { try #require(ShootDate(text)) }
        #expect(try !isConflict("date", \.date, date("2024-02-28"), date("2024-02-29")))
        #expect(try !isConflict("date", \.date, date("2024-12-31"), date("2025-01-01")))
        #expect(try !isConflict("date", \.date, date("2023-02-28"), date("2023-03-01")))
        #expect(try isConflict("date", \.date, date("2024-02-28"), date("2024-03-01")))
        func time(_ hour: Int, _ second: Int) throws -> ShootTime {
            try #require(ShootTime(hour: hour, minute: hour > 0 ? 59 : 0, second: second))
        }
        #expect(try !isConflict("time", \.time, time(10, 1), time(10, 6)))
        #expect(try isConflict("time", \.time, time(10, 1), time(10, 7)))
        #expect(try !isConflict("time", \.time, time(23, 58), time(0, 1)))
    }

    @Test("timecodes that count every frame and every second one agree on the moment")
    func pairs() throws {
        func start(_ rate: FrameRate, _ frame: Int) -> Timecode { Timecode(frame: frame, base: TimecodeBase(rate)) }
        #expect(try !isConflict("start_tc", \.start, start(.fps25, 900_000), start(.fps50, 1_800_001)))
        #expect(try isConflict("start_tc", \.start, start(.fps25, 900_000), start(.fps50, 1_800_002)))
        #expect(try isConflict("start_tc", \.start, start(.fps25, 900_000), start(.fps24, 864_000)))
        let dropping = try #require(TimecodeBase(.ntsc30, dropFrame: true))
        #expect(
            try isConflict("start_tc", \.start, start(.ntsc30, 1800), Timecode(frame: 1800, base: dropping)))
    }

    @Test("every field has a name of its own, and joining forgets none")
    func fields() {
        #expect(MetadataField.all.count == Mirror(reflecting: ClipMetadata()).children.count)
        #expect(Set(MetadataField.all.map(\.name)).count == MetadataField.all.count)
        var (one, other) = (ClipMetadata(), ClipMetadata())
        one.reel.add(Claim("A001", container))
        other.reel.add(Claim("A001R2EC", sidecar))
        other.frames.add(Claim(250, sidecar))
        one.join(other)
        #expect(one.reel.all.map(\.value) == ["A001", "A001R2EC"])
        #expect(one.frames.best(in: [])?.value == 250)
    }
}
