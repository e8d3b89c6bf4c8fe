import FileTree
import FrameSequences
import RushesFixtures
import Testing

@testable import CameraCards

@Suite("Files put together to clips") struct ClipGroupingTests {
    /// What is found among essence files of these names and sizes, put together by what their names share.
    private func group(_ family: CardFamily, _ files: [(String, Int)]) throws -> LayoutClips {
        let card = try FlatCard(files).tree
        var grouping = ClipGrouping(family, on: card)
        for file in card.files(in: try #require(card.number(at: "R"))) {
            let stem = card.stem(of: file)
            let name = ClipName(stem)
            grouping.add(
                file, as: card.fileExtension(of: file) == "XML" ? .sidecar : .essence, to: name?.siblingKey ?? stem,
                named: name?.siblingKey ?? stem, folder: "R", part: name?.part, grammar: name)
        }
        return grouping.finish()
    }

    @Test("a whole recording in parts is one clip, its parts in order, and nothing is wrong")
    func whole() throws {
        let answer = try group(
            .red,
            [("A001_C001_0527Q9_002.R3D", 99), ("A001_C001_0527Q9_001.R3D", 100), ("A001_C001_0527Q9_003.R3D", 7)])
        #expect(answer.findings == [])
        #expect(answer.clips.map(\.name) == ["A_001_C_001_0527_Q9"])
        #expect(answer.clips.flatMap(\.essence).map(\.part) == [1, 2, 3])
        #expect(answer.clips.first?.grammar?.reel == "001")
    }

    @Test(
        "a part that is not there is named, with what is lost by it",
        arguments: [
            (
                .red, ["A001_C003_0527Q9_001.R3D", "A001_C003_0527Q9_003.R3D"],
                "Part 2 of A_001_C_003_0527_Q9 is missing (A001_C003_0527Q9_002.R3D): "
                    + "RED cannot open the clip without it."
            ),
            (
                .red, ["A001_C003_0527Q9_002.R3D"],
                "Part 1 of A_001_C_003_0527_Q9 is missing (A001_C003_0527Q9_001.R3D): "
                    + "RED cannot open the clip without it."
            ),
            (
                .red, ["A001_C003_0527Q9_001.R3D", "A001_C003_0527Q9_004.R3D", "A001_C003_0527Q9_008.R3D"],
                "Parts 2, 3 and 5 to 7 of A_001_C_003_0527_Q9 are missing: RED cannot open the clip without them."
            ),
            (
                .goPro, ["GX010048.MP4", "GX030048.MP4"],
                "Part 2 of 0048 is missing (GX020048.MP4): what was recorded in it is not here."
            ),
            (
                .goPro, ["GP011234.MP4"],
                "Part 0 of 1234 is missing (GOPR1234.MP4): what was recorded in it is not here."
            ),
            (
                .dji, ["DJI_0001.MP4", "DJI_0001_003.MP4"],
                "Part 2 of 0001 is missing (DJI_0001_002.MP4): what was recorded in it is not here."
            ),
            (
                .atomos,
                ["NINJAV_S001_S001_T001.MOV", "NINJAV_S001_S001_T001_001.MOV", "NINJAV_S001_S001_T001_003.MOV"],
                "Part 2 of NINJAV_001_001_001 is missing (NINJAV_S001_S001_T001_002.MOV): "
                    + "what was recorded in it is not here."
            ),
        ] as [(CardFamily, [String], String)])
    func missing(_ family: CardFamily, _ names: [String], _ sentence: String) throws {
        let findings = try group(family, names.map { ($0, 10) }).findings
        #expect(findings.map(\.sentence) == [sentence])
        #expect(findings.map(\.severity) == [.error])
        #expect(findings.map(\.place) == ["R"])
    }

    @Test("files without numbers are no parts", arguments: [["GOPR1234.MP4", "GP011234.MP4"], ["DJI_0001.MP4"]])
    func unnumbered(_ names: [String]) throws {
        #expect(try group(.goPro, names.map { ($0, 10) }).findings == [])
    }

    @Test("a part that is there twice is a finding")
    func doubled() throws {
        let files = [("GX010048.MP4", 10), ("GX020048.MOV", 10), ("GX020048.MP4", 10)]
        #expect(
            try group(.goPro, files).findings == [
                CardFinding(
                    .missingPart, .warning, at: "R/GX020048.MP4",
                    "Part 2 of 0048 is there 2 times: GX020048.MOV, GX020048.MP4.",
                    nextStep: "Find out which of them is the camera's; a part of another clip may be among them.")
            ])
    }

    @Test(
        "a part before the last that is shorter than the others has lost its end",
        arguments: [
            ([1000, 1000, 500, 1000, 20], [3]), ([899, 1000, 1000, 20], [1]), ([901, 1000, 1000, 20], []),
            ([1000, 20], []), ([20, 1000], [1]), ([500, 1000, 20], [1]), ([1000, 0, 1000], []),
        ])
    func short(_ sizes: [Int], _ parts: [Int]) throws {
        let files = sizes.enumerated().map { ("GX0\($0.offset + 1)0048.MP4", $0.element) }
        let short = try group(.goPro, files).findings.filter { $0.code == .shortPart }
        #expect(short.map(\.place) == parts.map { RelativePath(stringLiteral: "R/GX0\($0)0048.MP4") })
        #expect(try group(.blackmagic, files).findings.allSatisfy { $0.code != .shortPart })
    }

    @Test("says how short a part is, and why it matters")
    func shortWords() throws {
        let files = [("GX010048.MP4", 4000), ("GX020048.MP4", 1500), ("GX030048.MP4", 20)]
        #expect(
            try group(.goPro, files).findings.map(\.sentence) == [
                "Part 2 of 0048 is short: 1.5 kB where the others have 4.0 kB. It is not the last, so its end may be lost."
            ])
    }

    @Test("an empty file is an error where something was recorded in it, and a warning elsewhere")
    func empty() throws {
        let findings = try group(.sonyXAVC, [("C0001.MXF", 0), ("C0001M01.XML", 0)]).findings
        #expect(findings.map(\.code) == [.emptyFile, .emptyFile])
        #expect(findings.map(\.severity) == [.error, .warning])
        #expect(findings.map(\.place) == ["R/C0001.MXF", "R/C0001M01.XML"])
        #expect(findings.map(\.sentence) == ["C0001.MXF of C_0001 is empty.", "C0001M01.XML of C_0001 is empty."])
    }

    @Test("what accompanies a clip that is not there is an orphan, and belongs to the layout")
    func orphans() throws {
        let answer = try group(.sonyXAVC, [("C0001.MXF", 9), ("C0002M01.XML", 9), ("C0002M02.XML", 9)])
        #expect(answer.clips.map(\.name) == ["C_0001"])
        #expect(answer.findings.map(\.code) == [.orphan])
        #expect(
            answer.findings.map(\.sentence) == [
                "C0002M01.XML and 1 more file of its name accompany a clip that is not here: C_0002."
            ])
        #expect(answer.shared.count == 2)
    }

    @Test("what was never closed is a finding, whether the layout knew the file or not")
    func unclosed() throws {
        let files = [("C0001.MXF", 9), ("C0002.MXF.tmp", 9), ("C0003.Part", 9), ("C0004.crdownload", 9), ("tmp", 9)]
        let card = try FlatCard(files).tree
        var grouping = ClipGrouping(.sonyXAVC, on: card)
        grouping.add(try #require(card.number(at: "R/C0001.MXF")), as: .essence, to: "C0001", folder: "R")
        let answer = grouping.finish()
        #expect(answer.findings.map(\.code) == [.unclosed, .unclosed, .unclosed])
        #expect(answer.findings.map(\.place) == ["R/C0002.MXF.tmp", "R/C0003.Part", "R/C0004.crdownload"])
        #expect(answer.shared.count == 3)
    }

    @Test("a clip is called and lies as its recording says, not as what was added first")
    func naming() throws {
        let card = try FlatCard([("a.xml", 1), ("b.mxf", 1), ("i.dat", 1)]).tree
        var grouping = ClipGrouping(.panasonicP2, on: card)
        let (sidecar, essence) = (
            try #require(card.number(at: "R/a.xml")), try #require(card.number(at: "R/b.mxf"))
        )
        grouping.add(sidecar, as: .sidecar, to: "k", named: "sidecar", folder: "CLIP", indexID: "G1")
        grouping.add(essence, as: .essence, to: "K", named: "essence", folder: "VIDEO", marks: [.falseTake])
        grouping.add(essence, as: .essence, to: "k", folder: "elsewhere")
        let index = try #require(card.number(at: "R/i.dat"))
        grouping.share(index)
        let clip = try #require(grouping.finish().clips.first)
        #expect(
            clip
                == Clip(
                    name: "essence", family: .panasonicP2, folder: "VIDEO",
                    files: [.init(essence, .essence), .init(sidecar, .sidecar)], indexID: "G1", marks: [.falseTake]))
        #expect(grouping.finish().shared == [index])
    }
}

/// Files of so many bytes in one folder, `R`.
struct FlatCard {
    let tree: CardTree

    init(_ files: [(String, Int)]) throws {
        var builder = CardBuilder([:])
        for (name, size) in files {
            builder[RelativePath(stringLiteral: "R/" + name)] = size == 0 ? .bytes([]) : .random(size)
        }
        let disk = CrashDisk()
        try builder.write(to: disk)
        tree = CardTree(try TreeWalk.snapshot(of: disk), on: disk)
    }
}
