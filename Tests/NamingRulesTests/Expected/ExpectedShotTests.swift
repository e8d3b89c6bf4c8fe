import NamingRules
import RushesFixtures
import SlateNotes
import Testing

@Suite("Shots that a pull list expects")
struct ExpectedShotTests {
    private static let delivery = [
        "AGM_104_TCC_0010_comp_NFX_v003/AGM_104_TCC_0010_comp_NFX_v003.[1001-1010].exr",
        "AGM_104_TCC_0020_comp_NFX_v002.mov", "AGM_104_TCC_0030_comp_NFX_v001.[1001-1004].exr",
    ]

    @Test("are found by whole words, with their version and exactly their frames")
    func frames() throws {
        let list = """
            shot,version,first,last
            TCC_0010,v003,1001,1010
            tcc_20,2,1001,1050
            TCC_0030,v001,1001,1008
            TCC_0030,v002,,
            TCC_001,v003,,
            """
        #expect(
            try ExpectedStage(Self.delivery, list).lines() == [
                "V15 error AGM_104_TCC_0030_comp_NFX_v001.1001.exr: Line 4 expects frames 1001-1008 of shot "
                    + "TCC_0030 v001; 1005-1008 are not here.",
                "not-arrived error .: Line 5 expects shot TCC_0030 v002, which is not here; v001 is.",
                "not-arrived error .: Line 6 expects shot TCC_001 v003, which is not here.",
            ])
    }

    @Test(
        "Frames are a first and a last, a range, or a count, under any of their headings",
        arguments: [
            ("Shot Name,Ver,Start Frame,End Frame", "0010,3,1001,1010", nil),
            ("VFX ID,Version,Frame Range", "0010,v3,1001-1010", nil), ("Shot,Version,Duration", "0010,v003,10", nil),
            ("Shot,Version,In,Out", "0010,v003,1001,1010", nil), ("Shot,First,Frames", "0010,1001,10", nil),
            ("Shot,Version,Duration", "0010,v003,00:00:10:00", nil),
            (
                "Shot,First,Last", "0010,1003,1008",
                "frames 1003-1008 of shot 0010; 1001-1002, 1009-1010 are here and not expected"
            ),
            (
                "Shot,First,Last", "0010,1000,1009",
                "frames 1000-1009 of shot 0010; 1000 is not here, 1010 is here and not expected"
            ),
            ("Shot,Version,Frames", "0010,3,12", "12 frames of shot 0010 3; 10 are here"),
            ("Shot,First", "0010,1009", "frames from 1009 of shot 0010; 1001-1008 are here and not expected"),
            ("Shot,Last", "0010,1000", "frames up to 1000 of shot 0010; 1001-1010 are here"),
        ] as [(String, String, String?)])
    func headings(_ headings: String, _ row: String, _ expected: String?) throws {
        let lines = try ExpectedStage(Array(Self.delivery.prefix(1)), "\(headings)\n\(row)\n").comparison().findings
        #expect(lines.map(\.sentence) == (expected.map { ["Line 2 expects \($0)."] } ?? []))
    }

    @Test(
        "Frames that cannot be are told with the line, and what else the row says is compared",
        arguments: [
            (
                "Shot,Version,First,Last", "0010,v3,abc,1024",
                "Line 2 of the list has abc where a number of frames should be, and was compared without it.",
                ["Line 2 expects frames up to 1024 of shot 0010 v3; 1011-1024 are not here."]
            ),
            (
                "Shot,Version,First,Last", "0010,v3,1024,1001",
                "Line 2 of the list has its last frame before its first, 1024-1001: its frames were not compared.", []
            ),
            (
                "Shot,Version,Frames", "0010,v3,1024-1001",
                "Line 2 of the list has its last frame before its first, 1024-1001: its frames were not compared.", []
            ),
            (
                "Shot,Version,Frames", "0010,v3,ten",
                "Line 2 of the list has ten where a number of frames should be, and was compared without it.", []
            ),
            (
                "Shot,Version,First,Last", "0010,v3,x,\n0010,v3,,\n0010,v3,y,",
                "Lines 2 and 4 of the list have texts where numbers of frames should be, first x, and were compared "
                    + "without them.", []
            ),
            ("Shot,Version,First,Last", "0010,v3,-,—", nil, []),
            ("Shot,Version,In,Out", "0010,v3,01:00:00:00,01:00:00:10", nil, []),
            ("Clip,Duration", "AGM_104_TCC_0010_comp_NFX_v003,3.5 s", nil, []),
        ] as [(String, String, String?, [String])])
    func doubts(_ headings: String, _ row: String, _ remark: String?, _ sentences: [String]) throws {
        let comparison = try ExpectedStage(Array(Self.delivery.prefix(1)), "\(headings)\n\(row)\n").comparison()
        #expect(comparison.remarks == [remark].compactMap(\.self))
        #expect(comparison.findings.map(\.sentence) == sentences)
    }

    @Test("A movie beside a short sequence does not make it whole")
    func movie() throws {
        let names = ["TCC_0010_v001.[1001-1003].exr", "TCC_0010_v001.mov"]
        #expect(
            try ExpectedStage(names, "shot,version,first,last\nTCC_0010,v001,1001,1004\n").comparison().findings.map(
                \.sentence)
                == ["Line 2 expects frames 1001-1004 of shot TCC_0010 v001; 1004 is not here."])
    }

    @Test("A number that is an episode's or a scene's is no shot where the shot stands behind it")
    func episodes() throws {
        let names = ["AGM_010_0020_v001.mov"]
        #expect(
            try ExpectedStage(names, "shot,version\n0010,v001\n0020,v001\n").lines() == [
                "not-arrived error .: Line 2 expects shot 0010 v001, which is not here."
            ])
        let twoScenes = ["AGM_104_0010_v001.mov", "AGM_105_0020_v001.mov"]
        #expect(
            try ExpectedStage(twoScenes, "scene,shot,version\n104,0010,v001\n105,0010,v001\n").lines() == [
                "not-arrived error .: Line 3 expects shot 0010 v001, which is not here.",
                "not-expected warn AGM_105_0020_v001.mov: No row of the list names this shot.",
            ])
    }

    @Test("Shots and versions that no row names are found; originals, stills, sound and what has no version are not")
    func besides() throws {
        let names = [
            "TCC_0010_v001.mov", "TCC_0010_v002.mov", "TCC_0090_comp_v001.[1001-1003].exr", "ref.mov",
            "TCC_0010_v003.jpg",
            "A001C001_260312_R2EC.mov", "mix_v002.wav", "Proxy/TCC_0010_v004.mov",
        ]
        #expect(
            try ExpectedStage(names, "shot,version\nTCC_0010,v001\n").lines() == [
                "not-expected warn TCC_0010_v002.mov: No row of the list names v002 of this shot.",
                "not-expected warn TCC_0090_comp_v001.1001.exr: No row of the list names this shot.",
            ])
    }

    @Test("A row with the clip that a shot is made from expects the shot; one with the name to deliver expects that")
    func sources() throws {
        let names = ["TCC_0010_comp_v001.mov"]
        #expect(try ExpectedStage(names, "Clip,Shot,Version\nA001C003_260312_R2EC,TCC_0010,v001\n").lines() == [])
        #expect(
            try ExpectedStage(names, "File Name,Shot,Version\nTCC_0010_roto_v001,TCC_0010,v001\n").lines() == [
                "not-arrived error .: Line 2 expects TCC_0010_roto_v001, which is not here."
            ])
    }

    @Test("A list that names nothing is refused")
    func refused() throws {
        let file = try SlateFile(Array("Scene,Take\n12,\n13,\n".utf8), at: "list.csv", as: .list)
        #expect(throws: CheckArgumentError.self) { try ExpectedDay(file) }
        do throws(CheckArgumentError) {
            _ = try ExpectedDay(file: "/nowhere/list.csv")
            Issue.record("It was read.")
        } catch {
            #expect(error.code == .notThere && error.sentence == "There is nothing there.")
        }
    }

    @Test(
        "A list is read from the disk, and one without headings is refused with what to write")
    func disk() throws {
        try withTemporaryFolder { folder in
            let file: CardBuilder = ["rolls.txt": "Roll\nA001\n", "names.txt": "A001\nas we said\n"]
            try file.write(intoFolder: folder)
            #expect(try ExpectedDay(file: "\(folder)/rolls.txt").place == "\(folder)/rolls.txt")
            do throws(CheckArgumentError) {
                _ = try ExpectedDay(file: "\(folder)/names.txt")
                Issue.record("It was read.")
            } catch {
                #expect(
                    error.nextStep
                        == "Give it a row of headings: Roll, or File Name, or Scene and Take, or Shot, Version, "
                        + "First and Last, or one name of a roll or file a line and nothing else.")
            }
        }
    }

    @Test("Any name and any list is compared, and nothing ends the run", arguments: UInt64(1)...20)
    func hostile(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "A001", "C003", "_", ".", "v001", "0010", " ", "é", "99999999999999999999", "-", "mov", "wav", "1001", "#",
            "T", "/",
        ]
        func text() -> String {
            (0...Int.random(in: 0...7, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
                .joined()
        }
        let headings = ["Roll", "Clip", "Clip #", "Shot", "Version", "First", "Last", "Frames", "Scene", "Take"]
        let rows = (0..<60).map { _ in headings.map { _ in "\"\(text())\"" }.joined(separator: ",") }
        let names = (0..<60).map {
            "\($0)/" + text().filter { $0 != "/" } + "x" + [".mov", ".wav", ".0001.exr", ""][$0 % 4]
        }
        let list = ([headings.joined(separator: ",")] + rows).joined(separator: "\n")
        let comparison = try ExpectedStage(names, list).comparison()
        #expect(comparison.arrived <= comparison.expected)
        #expect(comparison.findings.count >= comparison.expected - comparison.arrived - 60)
    }
}
