import CameraCards
import FileTree
import RushesFixtures
import Testing

@Suite("Indexes that every card of a kind has") struct MissingIndexTests {
    private static let cards: [(index: RelativePath, card: CardBuilder, finding: String)] = [
        (
            "XDROOT/MEDIAPRO.XML", ["XDROOT/MEDIAPRO.XML": "<MediaProfile/>", "XDROOT/Clip/C0001.MXF": "m"],
            "XDROOT\n  MEDIAPRO.XML"
        ),
        (
            "BPAV/MEDIAPRO.XML", ["BPAV/MEDIAPRO.XML": "<MediaProfile/>", "BPAV/CLPR/709_001_01/709_001_01.MP4": "m"],
            "BPAV\n  MEDIAPRO.XML"
        ),
        (
            "CONTENTS/INDEX.MIF",
            [
                "CONTENTS/INDEX.MIF": "i", "CONTENTS/CLIPS001/AA2123/AA212301.MXF": "m",
                "CONTENTS/CLIPS001/AA2123/AA2123.CIF": "c",
            ], "CONTENTS\n  INDEX.MIF"
        ),
        (
            "CONTENTS/CLIPS001/AA2123/AA2123.CIF",
            [
                "CONTENTS/INDEX.MIF": "i", "CONTENTS/CLIPS001/AA2123/AA212301.MXF": "m",
                "CONTENTS/CLIPS001/AA2123/AA2123.CIF": "c",
            ], "CONTENTS/CLIPS001/AA2123\n  AA2123.CIF"
        ),
        (
            "AVCHD/BDMV/INDEX.BDM",
            ["AVCHD/BDMV/INDEX.BDM": "i", "AVCHD/BDMV/STREAM/00000.MTS": "m", "AVCHD/BDMV/CLIPINF/00000.CPI": "c"],
            "AVCHD/BDMV\n  INDEX.BDM"
        ),
        (
            "AVCHD/BDMV/CLIPINF/00000.CPI",
            ["AVCHD/BDMV/INDEX.BDM": "i", "AVCHD/BDMV/STREAM/00000.MTS": "m", "AVCHD/BDMV/CLIPINF/00000.CPI": "c"],
            "AVCHD/BDMV\n  CLIPINF/00000.CPI"
        ),
        (
            "LASTCLIP.TXT",
            ["LASTCLIP.TXT": "0001AB", "CONTENTS/VIDEO/0001AB.MXF": "m", "CONTENTS/CLIP/0001AB.XML": "<P2Main/>"],
            ".\n  LASTCLIP.TXT"
        ),
    ]

    @Test("are missed where they are gone, and only there", arguments: cards.indices) func gone(_ place: Int) throws {
        let (index, whole, finding) = MissingIndexTests.cards[place]
        var damaged = whole
        damaged[index] = nil
        let sentence =
            "index warning at \(finding) is not here: software that imports the card may not see its clips."
        #expect(try !CardStory(whole).findings.contains("is not here: software"))
        #expect(try CardStory(damaged).findings.contains(sentence))
    }
}
