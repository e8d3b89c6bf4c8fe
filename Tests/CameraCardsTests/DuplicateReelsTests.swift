import FileTree
import FrameSequences
import RushesFixtures
import Testing

@testable import CameraCards

@Suite("A clip that is there twice") struct DuplicateReelsTests {
    /// A card whose files are clips of their own, each in its folder.
    private func card(_ name: String, _ family: CardFamily, _ files: KeyValuePairs<RelativePath, Int>) throws
        -> DuplicateReels.Card
    {
        let disk = CrashDisk()
        var builder = CardBuilder([:])
        for (path, size) in files { builder[path] = .random(size) }
        try builder.write(to: disk)
        let tree = CardTree(try TreeWalk.snapshot(of: disk), on: disk)
        let clips = try files.map { path, _ in
            let number = try #require(tree.number(at: path.description))
            let stem = tree.stem(of: number)
            return Clip(
                name: stem, grammar: ClipName(stem), family: family, folder: path.parent,
                files: [.init(number, .essence)])
        }
        return .init(name, tree, clips: clips)
    }

    @Test("and differs says that nobody advanced the reel, once for two cards and a reel")
    func forgotten() throws {
        let one = try card(
            "Card 1", .arriClassic,
            ["R/A001C001_150827_R2GJ.mov": 10, "R/A001C002_150827_R2GJ.mov": 20, "R/A001C003_150827_R2GJ.mov": 5])
        let two = try card(
            "Card 2", .arriClassic, ["Q/a001c001_150827_r2gj.mov": 10, "Q/A001C002_150827_R2GJ.mov": 21])
        #expect(
            DuplicateReels(among: [one, two]).findings == [
                CardFinding(
                    .duplicateReel, .warning, at: "Q",
                    "a001c001_150827_r2gj and 1 more clip of reel A001R2GJ are in both Card 1 and Card 2, "
                        + "and not of the same size.",
                    nextStep: "Somebody may have forgotten to advance the reel: keep both apart, and tell the editor.")
            ])
    }

    @Test("and is of the same size may be a copy of a copy")
    func copied() throws {
        let one = try card("The card", .red, ["1/A001_C001_0527Q9_001.R3D": 10, "2/A001_C001_0527Q9_001.R3D": 10])
        #expect(
            DuplicateReels(among: [one]).findings == [
                CardFinding(
                    .duplicateReel, .note, at: "2",
                    "A001_C001_0527Q9_001 is in both 1 and 2, of the same size.",
                    nextStep:
                        "The card may have been copied before, or two slots recorded the same: compare the copies.")
            ])
    }

    @Test("is none when names only look alike")
    func none() throws {
        let cards = [
            // Twins of one take, as a camera and a copy tool name them.
            try card("A", .arri35, ["R/A_0076C001_230511_184122_a1CTJ.mxf": 10]),
            try card("B", .arri35, ["H/A_0076C001_230511_184122_h1CTJ.mxf": 7]),
            // The picture of an X-OCN recording, and its proxy of the same name on the other card.
            try card("C", .sonyXOCN, ["R/A001C001_250925AB.MXF": 10]),
            try card("D", .sonyXAVC, ["R/A001C001_250925AB.MXF": 7]),
            // Every card has these.
            try card("E", .sonyXAVC, ["R/C0001.MXF": 10]), try card("F", .sonyXAVC, ["R/C0001.MXF": 7]),
            // Another reel, another day.
            try card("G", .red, ["R/A001_C001_0527Q9.R3D": 10]), try card("H", .red, ["R/A001_C001_0528Q9.R3D": 10]),
            try card("I", .red, ["R/A002_C001_0527Q9.R3D": 10]),
        ]
        #expect(DuplicateReels(among: cards).findings == [])
    }
}
