import FileTree
import Glibc
import Ingest
import Manifests
import Offload
import RushesFixtures
import Testing

@Suite("A link that somebody planted on a drive")
struct PlantedLinkTests {
    @Test("is never followed", arguments: ["A001", "A001.partial", "A001/CLIP"])
    func planted(_ place: String) throws {
        try withTemporaryFolder { home in
            for folder in ["A001", "drive", "elsewhere"] {
                try #require(mkdir("\(home)/\(folder)", 0o755) == 0)
            }
            try Cart.small.write(intoFolder: home + "/A001")
            if place.contains("/") { try #require(mkdir("\(home)/drive/A001", 0o755) == 0) }
            try #require(symlink(home + "/elsewhere", "\(home)/drive/\(place)") == 0)
            let request = IngestRequest(cards: [home + "/A001"], destinations: [home + "/drive"], version: "0")
            var codes: [Obstacle.Code] = []
            let ending = try Ingest(request).run { event in
                if case .obstacles(let found) = event { codes = found.map(\.code) }
            } shouldStop: {
                false
            }
            #expect(ending.status == .obstacles)
            #expect(codes == [.otherContent])
            #expect(try TreeContents(ofFolder: home + "/elsewhere").nodes.isEmpty)
        }
    }
}
