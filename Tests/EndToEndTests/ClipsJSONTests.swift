import Foundation
import RushesFixtures
import Testing

@Suite("One JSON object per line of what is on a card")
struct ClipsJSONTests {
    @Test("cards, then clips, then findings, then what was not looked at; every member is documented")
    func order() throws {
        for (card, types) in [
            (ShotCards.red, ["card", "clip", "clip", "finding", "remark"]),
            (ShotCards.alexa35, ["card", "clip", "clip", "finding", "remark"]),
            (ShotCards.sony, ["card", "clip", "finding", "remark"]),
            (ShotCards.alpha, ["card", "card", "clip", "clip", "remark"]),
            (ShotCards.sound, ["card", "clip", "clip", "clip", "remark"]), (Stage.card, ["card"]), ([:], ["card"]),
        ] as [(CardBuilder, [String])] {
            try Stage.with(card) { (stage) throws in
                let (status, lines) = try stage.clips("A001")
                #expect(status == 0)
                #expect(lines.texts("type") == types)
                #expect(lines.texts("card") == types.map { _ in "." })
            }
        }
    }

    @Test("the layout says what it is, why, and how sure that is")
    func layout() throws {
        try Stage.with(ShotCards.red) { (stage) throws in
            let line = try #require(try stage.clips("A001").lines.first)
            #expect(line["layout"] as? String == "red")
            #expect(line["title"] as? String == "RED")
            #expect(line["confidence"] as? String == "certain")
            #expect(line["reel"] as? String == "A001_0527N0")
            #expect(line["root"] as? String == "A001_0527N0.RDM")
            #expect(line["sealed"] as? [String] == ["A001_0527N0.RDM"])
            #expect(line["clips"] as? Int == 2)
            // Nobody said how long they are: that is not zero.
            #expect(line["seconds"] == nil)
        }
        try Stage.with { (stage) throws in
            let line = try #require(try stage.clips("A001").lines.first)
            #expect(line["layout"] as? String == "plain-folder")
            #expect(line["confidence"] == nil)
        }
    }

    @Test("a value that two tell differently is there twice, and the field is named")
    func conflict() throws {
        try Stage.with(ShotCards.sony) { (stage) throws in
            let lines = try stage.clips("A001").lines
            let clip = try #require(lines.of("clip").first)
            #expect(
                clip.said("start_tc") == [
                    "11:00:00:00@24000/1001 <- sidecar LtcChange/@value in XDROOT/Clip/C0001M01.XML",
                    "10:00:00:00@24000/1001 <- container MaterialPackage/TimecodeComponent in XDROOT/Clip/C0001.MXF",
                ])
            #expect(clip.said("clip_number") == ["1 <- file name sony-standard.clip in C0001"])
            #expect(clip["conflicts"] as? [String] == ["start_tc"])
            #expect(clip.said("circled") == [])
            let finding = try #require(lines.of("finding").first)
            #expect(finding["code"] as? String == "conflict")
            #expect(finding["severity"] as? String == "note")
            #expect(finding["place"] as? String == "XDROOT/Clip/C0001.MXF")
        }
    }

    @Test("a sound roll's takes are in the order of the clock, and marked")
    func sound() throws {
        try Stage.with(ShotCards.sound) { (stage) throws in
            let clips = try stage.clips("A001").lines.of("clip")
            #expect(clips.map { $0["marks"] as? [String] } == [[], [], ["false-take"]])
            #expect(
                clips.first?.said("circled") == ["yes <- sound roll iXML/CIRCLED in BMH/18Y12M31/A101_1.WAV"])
            #expect(clips.last?.said("circled") == [])
        }
    }
}
