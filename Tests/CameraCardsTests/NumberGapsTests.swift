import FileTree
import FrameSequences
import RushesFixtures
import Testing

@testable import CameraCards

@Suite("The numbers of clips") struct NumberGapsTests {
    private func clips(_ names: [String], _ family: CardFamily) throws -> [Clip] {
        try names.map { name in
            let grammar = try #require(ClipName(name) ?? ClipName(name, trying: [.p2, .canonXF, .avchd]))
            return Clip(name: name, grammar: grammar, family: family, folder: "R", files: [])
        }
    }

    @Test(
        "that are not there are told per camera and reel, louder where cameras cannot delete",
        arguments: [
            (.red, ["A001_C001_0527Q9", "A001_C003_0527Q9"], ["warning: Clip C002 of reel A001 is not here."]),
            (
                .arriClassic, ["A001C001_150827_R2GJ", "A001C005_150827_R2GJ", "B001C001_150827_R2EC"],
                ["warning: Clips C002 to C004 of reel A001R2GJ are not here."]
            ),
            (.sonyXAVC, ["C0001", "C0003", "C0006"], ["note: Clips C0002, C0004 and C0005 are not here."]),
            (.goPro, ["GX010048", "GX020048", "GX010050"], ["note: Clip 0049 is not here."]),
            (.panasonicP2, ["0001AB", "0003CD"], ["note: Clip 0002 is not here."]),
            (
                .sonyXOCN, ["A001C998_250925AB", "A001D002_250925AB"],
                [
                    "note: Clips C999 and D001 of reel A001 are not here."
                ]
            ),
            (
                .blackmagic, ["A001_08151512_C001", "A001_08151512_C003", "B002_08151512_C001", "B002_08151512_C004"],
                [
                    "warning: Clip 002 of reel A001 is not here.",
                    "warning: Clips 002 and 003 of reel B002 are not here.",
                ]
            ),
            // A still is counted by itself, and is no clip.
            (
                .blackmagic, ["A001_08151512_C001", "A001_08151545_S002", "A001_08151600_C003"],
                ["warning: Clip 002 of reel A001 is not here."]
            ),
            (.dji, ["DJI_9998", "DJI_0002"], ["note: Clips 9999 and 0001 are not here."]),
        ] as [(CardFamily, [String], [String])])
    func gaps(_ family: CardFamily, _ names: [String], _ expected: [String]) throws {
        let findings = NumberGaps(in: try clips(names, family).inRecordingOrder(), of: family).findings
        #expect(findings.map { "\($0.severity): \($0.sentence)" } == expected)
    }

    @Test(
        "have no gap",
        arguments: [
            (.arriClassic, ["A001C999_150827_R2GJ", "A001D001_150827_R2GJ"]),
            (.arri35, ["A_0076C999_230511_184122_a1CTJ", "A_0076D001_230511_184122_a1CTJ"]),
            // A reel may be continued on a second card.
            (.arriClassic, ["A001C007_150827_R2GJ", "A001C008_150827_R2GJ"]),
            (.goPro, ["GX019999", "GX010001"]), (.dji, ["DJI_9999", "DJI_0001"]), (.red, ["A001_C001_0527Q9"]),
            (.atomos, ["NINJAV_S001_S001_T001", "NINJAV_S001_S001_T003"]), (.apple, ["IMG_0001", "IMG_0900"]),
            (.blackmagic, ["A001_08151512_C005", "A001_08151545_S001"]),
            // The letter of a RED is where the camera stands.
            (.red, ["A001_A001_0527Q9", "A001_B005_0527Q9"]),
        ] as [(CardFamily, [String])])
    func none(_ family: CardFamily, _ names: [String]) throws {
        #expect(NumberGaps(in: try clips(names, family), of: family).findings == [])
    }

    @Test(
        "give the order in which clips were recorded",
        arguments: [
            ["A001C001_150827_R2GJ", "A001C999_150826_R2GJ", "A001D001_150827_R2GJ", "B001C001_150827_R2EC"],
            ["GX010048", "GX010049", "GX010100"], ["GX019998", "GX019999", "GX010001", "GX010003"],
            ["DJI_20230828172510_0001_T", "DJI_20230828172510_0001_W", "DJI_20230828172510_0002_W"],
            ["VID_20250925_213000_00_998", "VID_20250925_213000_00_001"],
            ["A001_08151512_C001", "A001_08151612_C002", "A002_08151512_C001"],
        ])
    func order(_ names: [String]) throws {
        for shuffled in [names.reversed(), names.sorted(), names.sorted(by: >)] {
            #expect(try clips(shuffled, .goPro).inRecordingOrder().map(\.name) == names)
        }
    }

    @Test("are listed in a few words, whatever a card claims")
    func words() {
        #expect(NumberWords.list([3...3]) == "3")
        #expect(NumberWords.list([3...4]) == "3 and 4")
        #expect(NumberWords.list([3...3, 7...9, 12...12]) == "3, 7 to 9 and 12")
        #expect(
            NumberWords.list((1...20).map { $0 * 10...$0 * 10 + 3 })
                == "10 to 13, 20 to 23, 30 to 33, 40 to 43, 50 to 53, 60 to 63 and 56 more")
        #expect(NumberWords.count([Int.min...Int.max, 0...0]) == .max)
        #expect(NumberWords.gaps(between: [.min, .max]) == [(Int.min + 1)...(Int.max - 1)])
        #expect(NumberWords.list([Int.min...Int.max]) == "\(Int.min) to \(Int.max)")
    }
}
