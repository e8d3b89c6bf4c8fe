import NamingRules
import Testing

@Suite("Clips that a camera report expects")
struct ExpectedClipTests {
    private static let roll = [
        "A001R2EC/A001C001_260312_R2EC.mov", "A001R2EC/A001C002_260312_R2EC.mov", "A001R2EC/A001R2EC_AVID.ale",
    ]
    private static let missing = "not-arrived error .: Line 4 expects"

    @Test(
        "are found by name, by the first half of it, and by their number on a roll",
        arguments: [
            ("Clip\nA001C001_260312_R2EC.mov\nA001C002_260312_R2EC\nA001C003_260312_R2EC", "A001C003_260312_R2EC"),
            ("Clip\na001c001\nA001_C002\nA001C003", "A001C003"),
            ("Roll,Clip\nA001,C001\nA001R2EC,C002\nA001,C003", "clip C003 of roll A001"),
            ("Roll,Clip #\nA001,1\nA1,002\nA001,3", "clip 3 of roll A001"),
            ("Camera,Roll,Clip No.\nA,1,1\nA,001,C002\nA,1,3", "clip 3 of roll 1"),
            (
                "Name,Source File\n12-1,A001C001_260312_R2EC\n12-2,A001C002_260312_R2EC\n12-3,A001C003_260312_R2EC",
                "A001C003_260312_R2EC"
            ),
        ])
    func clips(_ list: String, _ expected: String) throws {
        #expect(try ExpectedStage(Self.roll, list).lines() == ["\(Self.missing) \(expected), which is not here."])
    }

    @Test("A clip of another day's roll of that name is another clip, by its whole name")
    func wholeNames() throws {
        let list = "Clip\nA001C001_260312_R2EC\nA001C002_260313_R3XX\n"
        #expect(
            try ExpectedStage(Self.roll, list).lines() == [
                "not-arrived error .: Line 3 expects A001C002_260313_R3XX, which is not here.",
                "not-expected warn A001R2EC/A001C002_260312_R2EC.mov: No row of the list names this clip.",
            ])
    }

    @Test("Whole words are compared: A0012 is not A001, and what begins with a name is another name")
    func words() throws {
        let names = ["A0012/A0012_x.mov", "C0001_test.mp4", "take_12.mov"]
        #expect(
            try ExpectedStage(names, "Clip\ntake_1\ntake_12\ntake\n").lines() == [
                "not-arrived error .: Line 2 expects take_1, which is not here.",
                "not-arrived error .: Line 4 expects take, which is not here.",
            ])
        #expect(
            try ExpectedStage(names, "Roll\nA001\n").lines().first
                == "not-arrived error .: Line 2 expects roll A001, which is not here.")
    }

    @Test("Frames, parts in several files and folders of clips are one clip each")
    func kinds() throws {
        let names = [
            "A001/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D", "A001/A001_C001_0527Q9.RDC/A001_C001_0527Q9_002.R3D",
            "B001/B001C001_230511_R2EC/B001C001_230511_R2EC.[1000001-1000004].ari",
        ]
        #expect(try ExpectedStage(names, "Clip\nA001_C001_0527Q9\nB001C001_230511_R2EC.mov\n").lines() == [])
    }

    @Test("Proxies, thumbnails and sidecars are no clips, and are never too many")
    func asides() throws {
        let names = [
            "A001/A001C001_260312_R2EC.mov", "A001/A001C002_260312_R2EC_Proxy.mov",
            "A001/Proxy/A001C003_260312_R2EC.mov", "A001/A001C004_260312_R2EC.xml", "A001/A001C005_260312_R2EC.jpg",
        ]
        #expect(
            try ExpectedStage(names, "Clip\nA001C001\nA001C003\n").lines() == [
                "not-arrived error .: Line 3 expects A001C003, which is not here."
            ])
    }

    @Test("Names that come again on every card are looked for on their own roll")
    func cards() throws {
        let list = "Roll,File Name\nA001,C0001.MP4\nA001,C0002.MP4\nA002,C0001.MP4\n"
        let missing = "not-arrived error .: Line 4 expects clip C0001.MP4 of roll A002, which is not here."
        #expect(
            try ExpectedStage(["A001/C0001.MP4", "A001/C0002.MP4", "A002/C0009.MP4"], list).lines() == [
                missing, "not-expected warn A002/C0009.MP4: No row of the list names this clip.",
            ])
        #expect(
            try ExpectedStage(["Card_A001/CLIP/C0001.MP4", "A001/C0002.MP4", "A002/C0001.MP4"], list).lines() == [])
    }

    @Test("Clips besides those of a roll are told one by one, another roll as one")
    func besides() throws {
        let names = Self.roll + ["B001/B001C001_260312_R2EC.mov", "B001/B001C002_260312_R2EC.mov", "grade/look.cube"]
        #expect(
            try ExpectedStage(names, "Clip\nA001C001\n").lines() == [
                "not-expected warn A001R2EC/A001C002_260312_R2EC.mov: No row of the list names this clip.",
                "not-expected warn B001/B001C001_260312_R2EC.mov: Roll B001 (2 clips) is in no row of the list.",
            ])
    }

    @Test("A roll of which nothing is there is told once, whatever of it is listed")
    func wholeRoll() throws {
        let list = "Roll,Clip #\nA001,1\nA001,2\nB002,1\nB002,2\nB002,3\nB002,4\n"
        #expect(
            try ExpectedStage(Self.roll, list).lines() == [
                "not-arrived error .: Lines 4, 5, 6 and 1 more expect 4 clips of roll B002, of which nothing is here."
            ])
    }

    @Test("A clip that holds nothing has not arrived")
    func empty() throws {
        let stage = ExpectedStage(
            ["A001C001.mov", "A001C002.mov"], "Clip\nA001C001\nA001C002\n", empty: ["A001C002.mov"])
        #expect(
            try stage.lines() == ["V16 error A001C002.mov: Line 3 expects A001C002, and it holds nothing."])
    }

    @Test("Of two files that differ in extension each is expected, and any list of files finds what it does not name")
    func files() throws {
        let names = ["show_v01.mov", "show_v01.mp4", "extra_v01.mov", "notes.pdf", "look.cube"]
        #expect(
            try ExpectedStage(names, "File Name\nshow_v01.mov\nshow_v01.wav\nlook.cube\nreport.pdf\n").lines() == [
                "not-arrived error .: Line 3 expects show_v01.wav, which is not here.",
                "not-arrived error .: Line 5 expects report.pdf, which is not here.",
                "not-expected warn extra_v01.mov: No row of the list names it.",
            ])
    }

    @Test("A laboratory's log names clips as people and as cameras do, with a tape of its own")
    func laboratory() throws {
        let list =
            "Heading\nFIELD_DELIM\tTABS\nFPS\t23.98\n\nColumn\nName\tSource File\tTape\tDuration\n\nData\n"
            + "12-1.mov\tA001C001_260312_R2EC.mov\tXA001\t00:00:10:00\n"
        #expect(
            try ExpectedStage(Self.roll + ["cut.mov"], list).lines() == [
                "not-expected warn A001R2EC/A001C002_260312_R2EC.mov: No row of the list names this clip."
            ])
    }
}
