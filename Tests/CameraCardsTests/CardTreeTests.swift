import CameraCards
import FileTree
import RushesFixtures
import Testing

@Suite("A card's tree") struct CardTreeTests {
    private let card: CardBuilder = [
        "private/M4root/Clip/C0001.mp4": "x", "private/M4root/Clip/.DS_Store": "s",
        "private/M4root/Clip/._C0001.mp4": "a",
        "ascmhl/ascmhl_chain.xml": "m", "Thumbs.db/real.mov": "x", "Thumbs.db2": "x", "EMPTY": .folder,
    ]

    private func tree() throws -> CardTree {
        let disk = CrashDisk()
        try card.write(to: disk)
        return CardTree(try TreeWalk.snapshot(of: disk), on: disk)
    }

    @Test("names are compared without case, component by component")
    func names() throws {
        let tree = try tree()
        let clips = try #require(tree.number(at: "PRIVATE/M4ROOT/CLIP"))
        #expect(tree.path(of: clips) == "private/M4root/Clip")
        #expect(tree.number(at: "PRIVATE/M4") == nil)
        let clip = try #require(tree.files(in: clips).first)
        #expect(tree.stem(of: clip) == "C0001")
        #expect(tree.fileExtension(of: clip) == "MP4")
    }

    @Test("what systems and histories leave is not in it")
    func foreign() throws {
        let tree = try tree()
        #expect(tree.children(of: 0).map { tree.name(of: $0) } == ["EMPTY", "Thumbs.db", "Thumbs.db2", "private"])
        let clips = try #require(tree.number(at: "PRIVATE/M4ROOT/CLIP"))
        #expect(tree.children(of: clips).map { tree.name(of: $0) } == ["C0001.mp4"])
    }
}
