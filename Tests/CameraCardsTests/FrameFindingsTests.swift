import FileTree
import FrameSequences
import RushesFixtures
import Testing

@testable import CameraCards

@Suite("The frames of a clip") struct FrameFindingsTests {
    /// What is wrong with frames of these numbers, each so many bytes long; no size means a hundred.
    private func findings(
        _ family: CardFamily, _ prefix: String, _ numbers: [Int], sizes: [Int: Int] = [:], ending: String = ".ari"
    ) throws -> [CardFinding] {
        let files = numbers.map { number in
            ("\(prefix)\(NumberWords.padded(number, 7))\(ending)", sizes[number] ?? 100)
        }
        let card = try FlatCard(files).tree
        let folder = try #require(card.number(at: "R"))
        let found = FrameSequences.group(folder: folder, of: card.tree, children: card.files(in: folder))
        var grouping = ClipGrouping(family, on: card)
        for frames in found.sequences { grouping.add(frames, to: "key", named: "clip", folder: "R") }
        return grouping.finish().findings
    }

    @Test(
        "that are not there are holes",
        arguments: [
            (Array(86400...86410) + [86412], "Frame 0086411 of clip is missing between the first and the last."),
            (
                [86400, 86401, 86404, 86410],
                "Frames 0086402, 0086403 and 0086405 to 0086409 of clip are missing between the first and the last."
            ),
        ])
    func holes(_ numbers: [Int], _ sentence: String) throws {
        #expect(
            try findings(.arriCodex, "A001C001_230415_R1AB.", numbers).map {
                "\($0.severity) \($0.place) \($0.sentence)"
            }
                == ["error R \(sentence)"])
    }

    @Test(
        "that go over midnight have no hole there, at any rate of timecode",
        arguments: [2_073_600, 2_160_000, 2_589_408, 2_592_000, 4_147_200, 4_320_000, 5_178_816, 5_184_000])
    func midnight(_ day: Int) throws {
        let around = [day - 3, day - 2, day - 1, 0, 1, 2]
        #expect(try findings(.arriCodex, "A001C001_230415_R1AB.", around) == [])
        let lost = try findings(.arriCodex, "A001C001_230415_R1AB.", [day - 3, day - 1, 1, 2])
        let names = [day - 2, 0].map { NumberWords.padded($0, 7) }
        #expect(
            lost.map(\.sentence) == [
                "Frames \(names[0]) and \(names[1]) of clip are missing between the first and the last."
            ])
        // Who does not count timecode has lost a day.
        #expect(try findings(.blackmagic, "A001_08151512_C001_", around, ending: ".dng").map(\.code) == [.frameHole])
    }

    @Test("that are empty are errors, and much smaller ones may be")
    func sizes() throws {
        let findings = try findings(.arriCodex, "A.", Array(1...9), sizes: [2: 0, 3: 0, 4: 49, 5: 51])
        #expect(
            findings.map { "\($0.code) \($0.severity) \($0.sentence)" } == [
                "frameSize error Frames 0000002 and 0000003 of clip are empty.",
                "frameSize warning Frame 0000004 of clip is less than half as large as the others.",
            ])
    }

    @Test("of two sequences with one name are two clips")
    func two() throws {
        let card = try FlatCard([("a.0001.ari", 1), ("a.0002.ari", 1), ("a.0001.arx", 1), ("a.0002.arx", 1)]).tree
        let folder = try #require(card.number(at: "R"))
        let found = FrameSequences.group(folder: folder, of: card.tree, children: card.files(in: folder))
        var grouping = ClipGrouping(.arriCodex, on: card)
        for frames in found.sequences { grouping.add(frames, to: "a", folder: "R") }
        let clips = grouping.finish().clips
        #expect(clips.map(\.name) == ["a", "a"])
        #expect(clips.compactMap(\.frames?.count) == [2, 2])
    }
}
