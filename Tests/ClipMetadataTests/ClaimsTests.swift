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
