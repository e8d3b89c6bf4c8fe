import CameraCards
import ClipMetadata
import FileTree
import MediaTime
import RushesFixtures
import Testing

@Suite("Words that mean the same") struct ConflictTests {
    private func conflicts(_ fill: (inout ClipMetadata) -> Void) -> [String] {
        var metadata = ClipMetadata()
        fill(&metadata)
        return MetadataField.all.filter { $0.isConflicting(metadata) }.map(\.name)
    }

    private let container = ValueSource(.container, file: "a", key: "k")
    private let name = ValueSource(.fileName, file: "a", key: "n")

    @Test("numbers, case, the number of a reel, and what a name says loosely are no conflict")
    func same() {
        #expect(
            conflicts {
                $0.take.add(Claim("1", ValueSource(.sidecar, file: "b", key: "k")))
                $0.take.add(Claim("001", container))
                $0.scene.add(Claim("Scene_1_2AG", name))
                $0.scene.add(Claim("1_2AG", container))
                $0.make.add(Claim("ZOOM", container))
                $0.make.add(Claim("Zoom", container))
                $0.reel.add(Claim("A003", name))
                $0.reel.add(Claim("3", container))
            } == [])
    }

    @Test("the name of a reel goes before its number")
    func reel() throws {
        var metadata = ClipMetadata()
        metadata.reel.add(Claim("3", container))
        metadata.reel.add(Claim("A003", name))
        let field = try #require(MetadataField.all.first { $0.name == "reel" })
        #expect(field.best(metadata, [.container, .fileName])?.value == "A003")
    }

    @Test("another number, and another reel than the name's, are")
    func different() {
        #expect(
            conflicts {
                $0.take.add(Claim("1", ValueSource(.sidecar, file: "b", key: "k")))
                $0.take.add(Claim("2", container))
                $0.reel.add(Claim("A003", name))
                $0.reel.add(Claim("4", container))
            } == ["reel", "take"])
    }
}
