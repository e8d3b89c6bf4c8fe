import Proof
import Testing

@Suite("Evidence") struct EvidenceTests {
    @Test("levels go from weak to strong, in the words of the README")
    func levels() {
        #expect(Evidence.allCases.sorted() == [.streamed, .readBack, .proved, .provedSourceTwice])
        #expect(Evidence.allCases.map(\.words) == ["streamed", "read-back", "proved", "proved, source twice"])
    }
}
