import CameraCards
import ClipMetadata
import FileTree
import RushesFixtures
import Testing

@Suite("P2 cards") struct P2CardTests {
    /// Schema-built: a clip's XML, its neighbours as identifier, name and card.
    private static func xml(
        _ name: String, previous: String? = nil, next: String? = nil, offset: Int = 0, duration: Int = 100,
        channels: Int = 2
    ) -> String {
        func neighbour(_ tag: String, _ text: String?) -> String {
            guard let parts = text?.split(separator: " "), parts.count == 2 else { return "" }
            return "<\(tag)><GlobalClipID>ID\(parts[0])</GlobalClipID><ClipName>\(parts[0])</ClipName>"
                + "<P2SerialNo.>\(parts[1])</P2SerialNo.></\(tag)>"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <P2Main xmlns="urn:schemas-Professional-Plug-in:P2:ClipMetadata:v3.1"><ClipContent>
            <ClipName>\(name)</ClipName><GlobalClipID>ID\(name)</GlobalClipID><Duration>\(duration)</Duration>
            <EditUnit>1/25</EditUnit>
            <Relation><OffsetInShot>\(offset)</OffsetInShot><Connection>
            \(neighbour("Previous", previous))\(neighbour("Next", next))
            </Connection></Relation>
            <EssenceList><Video/>\(String(repeating: "<Audio/>", count: channels))</EssenceList>
            </ClipContent></P2Main>
            """
    }

    /// A clip's files.
    private static func clip(_ name: String, _ xml: String, size: Int = 400) -> [RelativePath: CardBuilder.Content] {
        let paths: [(String, CardBuilder.Content)] = [
            ("CLIP/\(name).XML", .bytes(Array(xml.utf8))), ("VIDEO/\(name).MXF", .random(size)),
            ("AUDIO/\(name)00.MXF", .random(40)), ("AUDIO/\(name)01.MXF", .random(40)),
            ("ICON/\(name).BMP", .random(9)),
        ]
        return Dictionary(
            paths.compactMap { path, content in RelativePath("CONTENTS/" + path).map { ($0, content) } },
            uniquingKeysWith: { one, _ in one })
    }

    private static func card(_ clips: [RelativePath: CardBuilder.Content]...) -> CardBuilder {
        var card: CardBuilder = ["LASTCLIP.TXT": "0002CD\r\n1.0\r\n2\r\n", "CONTENTS/VOICE": .folder]
        for (path, content) in clips.joined() { card[path] = content }
        return card
    }

    /// A recording over two clips, and a clip of its own.
    private static var chained: CardBuilder {
        card(
            clip("0001AB", xml("0001AB", next: "0002CD AAC1")),
            clip("0002CD", xml("0002CD", previous: "0001AB AAC1", offset: 100, duration: 40), size: 90),
            clip("0003EF", xml("0003EF")))
    }

    @Test("the XML says which clips are one recording") func chain() throws {
        var card = P2CardTests.chained
        card["CONTENTS/VOICE/0003EF00.WAV"] = "memo"
        card["CONTENTS/PROXY/0003EF.MP4"] = "p"
        card["CONTENTS/PROXY/0003EF.BIN"] = "b"
        card["CONTENTS/CLIP/0003EF.XMP"] = "<x/>"
        let story = try CardStory(card)
        #expect(
            story.clips == """
                0001AB in CONTENTS/VIDEO = ID0001AB
                  essence 1 CONTENTS/VIDEO/0001AB.MXF
                  essence 2 CONTENTS/VIDEO/0002CD.MXF
                  audio CONTENTS/AUDIO/0001AB00.MXF
                  audio CONTENTS/AUDIO/0001AB01.MXF
                  audio CONTENTS/AUDIO/0002CD00.MXF
                  audio CONTENTS/AUDIO/0002CD01.MXF
                  sidecar 1 CONTENTS/CLIP/0001AB.XML
                  sidecar 2 CONTENTS/CLIP/0002CD.XML
                  thumbnail CONTENTS/ICON/0001AB.BMP
                  thumbnail CONTENTS/ICON/0002CD.BMP
                0003EF in CONTENTS/VIDEO = ID0003EF
                  essence CONTENTS/VIDEO/0003EF.MXF
                  audio CONTENTS/AUDIO/0003EF00.MXF
                  audio CONTENTS/AUDIO/0003EF01.MXF
                  sidecar CONTENTS/CLIP/0003EF.XML
                  sidecar CONTENTS/CLIP/0003EF.XMP
                  thumbnail CONTENTS/ICON/0003EF.BMP
                  sidecar CONTENTS/PROXY/0003EF.BIN
                  proxy CONTENTS/PROXY/0003EF.MP4
                  sidecar CONTENTS/VOICE/0003EF00.WAV
                shared
                  LASTCLIP.TXT
                """)
        #expect(story.findings == "")
        #expect(story.unlisted == [])
    }

    @Test("a file of sound that the XML counts and that is gone is found") func missingSound() throws {
        var card = P2CardTests.chained
        card["CONTENTS/AUDIO/0003EF01.MXF"] = nil
        let story = try CardStory(card)
        #expect(
            story.findings == """
                missing-track error at CONTENTS/CLIP/0003EF.XML
                  0003EF01.MXF of 0003EF is missing: AUDIO should hold 2 files of it.
                """)
    }

    @Test("a picture that its XML describes and that is gone is found once, wherever it stood in a recording")
    func missingPicture() throws {
        for gone in ["0001AB", "0002CD", "0003EF"] {
            var card = P2CardTests.chained
            card[try #require(RelativePath("CONTENTS/VIDEO/\(gone).MXF"))] = nil
            #expect(
                try CardStory(card).findings == """
                    missing-part error at CONTENTS/CLIP/\(gone).XML
                      \(gone).MXF is missing in VIDEO: what was recorded in it is not here.
                    """)
        }
    }

    @Test("a link to a clip that is gone, and a clip without picture, are found") func broken() throws {
        var card = P2CardTests.chained
        card["CONTENTS/CLIP/0002CD.XML"] = nil
        card["CONTENTS/VIDEO/0003EF.MXF"] = nil
        let story = try CardStory(card)
        #expect(
            story.clips == """
                0001AB in CONTENTS/VIDEO = ID0001AB
                  essence CONTENTS/VIDEO/0001AB.MXF
                  audio CONTENTS/AUDIO/0001AB00.MXF
                  audio CONTENTS/AUDIO/0001AB01.MXF
                  sidecar CONTENTS/CLIP/0001AB.XML
                  thumbnail CONTENTS/ICON/0001AB.BMP
                0002CD in CONTENTS/VIDEO
                  essence CONTENTS/VIDEO/0002CD.MXF
                  audio CONTENTS/AUDIO/0002CD00.MXF
                  audio CONTENTS/AUDIO/0002CD01.MXF
                  thumbnail CONTENTS/ICON/0002CD.BMP
                shared
                  CONTENTS/AUDIO/0003EF00.MXF
                  CONTENTS/AUDIO/0003EF01.MXF
                  CONTENTS/CLIP/0003EF.XML
                  CONTENTS/ICON/0003EF.BMP
                  LASTCLIP.TXT
                """)
        #expect(
            story.findings == """
                missing-part note at CONTENTS/CLIP/0001AB.XML
                  0001AB goes on in clip 0002CD of the card AAC1.
                index error at CONTENTS/VIDEO/0002CD.MXF
                  0002CD.XML is missing in CLIP: without it no software sees 0002CD.MXF.
                missing-part error at CONTENTS/CLIP/0003EF.XML
                  0003EF.MXF is missing in VIDEO: what was recorded in it is not here.
                """)
    }

    @Test("a clip that names another as the next is still followed by the one that names it as the previous")
    func wrongNext() throws {
        let card = P2CardTests.card(
            P2CardTests.clip("0001AB", P2CardTests.xml("0001AB", next: "0009ZZ AAC1")),
            P2CardTests.clip("0002CD", P2CardTests.xml("0002CD", previous: "0001AB AAC1", offset: 250)))
        let story = try CardStory(card)
        #expect(
            story.findings == """
                index warning at CONTENTS/CLIP/0001AB.XML
                  0001AB and 0002CD disagree whether one goes on in the other.
                index warning at CONTENTS/CLIP/0002CD.XML
                  0002CD should begin at frame 250 of its recording, but the clips before it end at 100.
                """)
    }

    @Test("a recording that goes on on another card names that card") func otherCard() throws {
        let card = P2CardTests.card(
            P2CardTests.clip(
                "0002CD", P2CardTests.xml("0002CD", previous: "0001AB AAC1", next: "0001GH AAC3", offset: 100)))
        let story = try CardStory(card)
        #expect(
            story.findings == """
                missing-part note at CONTENTS/CLIP/0002CD.XML
                  0002CD goes on from clip 0001AB of the card AAC1.
                missing-part note at CONTENTS/CLIP/0002CD.XML
                  0002CD goes on in clip 0001GH of the card AAC3.
                """)
    }

    @Test("an XML that cannot be read, or claims what cannot be, costs only itself") func hostile() throws {
        var card = P2CardTests.chained
        card["CONTENTS/CLIP/0001AB.XML"] = "<P2Main><ClipContent>"
        card["CONTENTS/CLIP/0003EF.XML"] = .bytes(
            Array(
                P2CardTests.xml(
                    "0003EF", previous: "0003EF AAC1", next: "0003EF AAC1", offset: .max, duration: .max, channels: 500
                )
                .utf8))
        let story = try CardStory(card)
        #expect(
            story.findings == """
                index warning at CONTENTS/CLIP/0001AB.XML
                  CONTENTS/CLIP/0001AB.XML cannot be read: line 1: it ends before its last tag.
                missing-part note at CONTENTS/CLIP/0002CD.XML
                  0002CD goes on from clip 0001AB of the card AAC1.
                missing-track error at CONTENTS/CLIP/0003EF.XML
                  0003EF02.MXF, 0003EF03.MXF, 0003EF04.MXF, 0003EF05.MXF, 0003EF06.MXF, 0003EF07.MXF and 8 more of 0003EF are missing: AUDIO should hold 16 files of it.
                """)
    }

    /// What the XML files of one card say of its recordings.
    private func links(_ texts: String...) throws -> [P2Link] {
        try texts.compactMap { P2Link(try P2ClipXML(Array($0.utf8), at: "x")) }
    }

    /// `1:0001AB 2:0001GH = 140 frames`.
    private func words(_ chain: P2Chain) -> String {
        chain.members.map { "\($0.card):\($0.link.name)" }.joined(separator: " ")
            + " = \(chain.duration.map(String.init) ?? "?") frames"
    }

    @Test("cards that are looked at together join their recordings, in whatever order they come") func cards() throws {
        let one = try links(
            P2CardTests.xml("0001AB"), P2CardTests.xml("0002CD", next: "0001GH AAC3"))
        let other = try links(
            P2CardTests.xml("0001GH", previous: "0002CD AAC1", offset: 100, duration: 40), P2CardTests.xml("0002XY"))
        #expect(
            P2Chain.chains(of: [one, other]).map(words) == [
                "0:0001AB = 100 frames", "0:0002CD 1:0001GH = 140 frames", "1:0002XY = 100 frames",
            ])
        #expect(
            P2Chain.chains(of: [other, one]).map(words) == [
                "0:0002XY = 100 frames", "1:0001AB = 100 frames", "1:0002CD 0:0001GH = 140 frames",
            ])
        #expect(P2Chain.chains(of: [one]).map(\.goesOnIn?.cardSerial) == [nil, "AAC3"])
    }

    @Test("the links of two cards are read from the cards themselves") func cardsThemselves() throws {
        let first = try CardStory(P2CardTests.chained)
        let second = try CardStory(
            P2CardTests.card(
                P2CardTests.clip("0001GH", P2CardTests.xml("0001GH", previous: "0003EF AAC1", offset: 100))))
        let links = [first, second].map { story in story.layouts.flatMap { P2Link.all(of: $0, on: story.card) } }
        #expect(
            P2Chain.chains(of: links).map(words) == [
                "0:0001AB 0:0002CD = 140 frames", "0:0003EF 1:0001GH = 200 frames",
            ])
    }

    @Test("clips that name each other in a circle are each in one recording") func circle() throws {
        let links = try links(
            P2CardTests.xml("0001AB", previous: "0002CD A", next: "0002CD A"),
            P2CardTests.xml("0002CD", previous: "0001AB A", next: "0001AB A"))
        #expect(P2Chain.chains(of: [links]).map(words) == ["0:0001AB 0:0002CD = 200 frames"])
    }
}
