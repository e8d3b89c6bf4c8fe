import Checksums
import Custody
import FileTree
import Manifests
import RushesFixtures
import Testing

@Suite("What healing says")
struct HealTruthTests {
    /// Heals a roll `A/R` of these files from `B/R`.
    private func heal(_ damaged: [String: String], from good: [String: String]) throws -> HealOutcome {
        try withTemporaryFolder { home in
            var card = CardBuilder([:])
            for (root, files) in [("A/R/", damaged), ("B/R/", good)] {
                for (path, text) in files {
                    card[try #require(RelativePath(root + path))] = .bytes(Array(text.utf8))
                }
            }
            try card.write(intoFolder: home)
            let request = HealRequest(
                copy: home + "/A/R", from: home + "/B/R", creator: Creator(hostname: "cart-1", version: "0"),
                startedAt: Instant(nanoseconds: 1_780_000_000_000_000_000))
            return try Healing(request, tell: { _ in }, shouldStop: { false }).run()
        }
    }

    @Test("a file of which only the size is known, and that has another, is not called whole")
    func sizeAlone() throws {
        let manifest = HandMade.manifest([
            HandMade.file("a", "abc"), "<hash><path size=\"3\">s</path></hash>",
        ])
        let outcome = try heal(
            ["a": "abc", "s": "much longer"] + HandMade.history([manifest]), from: ["a": "abc", "s": "abc"])
        #expect((outcome.status, outcome.whole, outcome.remaining) == (.contentDiffers, 1, 1))
    }
}
