import NamingRules
import Testing

@Suite("Rolls and takes that a list expects")
struct ExpectedRollTests {
    @Test(
        "A roll is there by its folder, by the names of its clips, or by the name of the whole folder",
        arguments: [
            ["A001/CLIP/C0001.MP4"], ["2026-03-12_A001/x.mov"], ["A001R2EC/x.ari"], ["card A1/x.mxf"],
            ["OCN/A001C001_260312_R2EC.mov"], ["A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D"],
            ["A001.mov"],
        ])
    func there(_ names: [String]) throws {
        #expect(try ExpectedStage(names, "Roll\nA001\n").lines() == [])
    }

    @Test(
        "A roll is not there by an empty folder, a sidecar, a proxy, or a part of a word",
        arguments: [
            ["A001/readme.txt"], ["A001.ale"], ["A001/Proxy/x.mov"], ["XA001/x.mov"], ["A0012/x.mov"], ["A1B/x.mov"],
        ])
    func notThere(_ names: [String]) throws {
        #expect(
            try ExpectedStage(names, "Roll\nA001\n").lines().first
                == "not-arrived error .: Line 2 expects roll A001, which is not here.")
    }

    @Test("The folder itself may be the roll")
    func whole() throws {
        #expect(try ExpectedStage(["CLIP/C0001.MP4"], "Roll\nA001\n", called: "A001").lines() == [])
    }

    @Test("A list of rolls finds rolls that it does not name, and no single file")
    func besides() throws {
        let names = [
            "A001/C0001.MP4", "A003/C0001.MP4", "A003/C0002.MP4", "REPORTS/day.mov", "B001C001_260312_R2EC.mov",
            "SR001/12A-T01.WAV",
        ]
        #expect(
            try ExpectedStage(names, "Camera Roll,Sound Roll\nA001,SR001\nA002,\n").lines() == [
                "not-arrived error .: Line 3 expects roll A002, which is not here.",
                "not-expected warn A003: Roll A003 is in no row of the list.",
                "not-expected warn B001C001_260312_R2EC.mov: Roll B001 (1 clip) is in no row of the list.",
            ])
    }

    @Test("Names alone, one a line and without a heading, are rolls, clips and files")
    func namesAlone() throws {
        let names = ["A001R2EC/x.mxf", "SR001/12A-T01.WAV", "B001C001_260312_R2EC.mov", "grade/look.cube"]
        let list = "A001\r\nSR001\r\n\r\nB001C001\r\nB001C002\r\nA003R2EC\r\nSR002\r\nlook.cube\r\nReel 1 final.mov\r\n"
        #expect(
            try ExpectedStage(names, list).comparison().findings.map(\.sentence) == [
                "Line 5 expects B001C002, which is not here.", "Line 6 expects roll A003R2EC, which is not here.",
                "Line 7 expects roll SR002, which is not here.", "Line 9 expects Reel 1 final.mov, which is not here.",
            ])
    }

    @Test(
        "Lines that do not all look like names are no list",
        arguments: ["Roll\n", "hello\nyou\n", "A001\nsee the other mail\n", "A001, A002\n", "42\n43\n", "12A\n13\n"])
    func noNames(list: String) {
        #expect(throws: (any Error).self) { try ExpectedStage([], list).comparison() }
    }

    @Test("Many rows of one roll are one finding, and two rolls in a cell are two")
    func rows() throws {
        let list = "Roll,Scene,Take\nA001/B001,12,1\nA001/B001,12,2\nA001,12,3\nTotal,,\n"
        let comparison = try ExpectedStage(["A001/x.mov"], list).comparison()
        #expect(comparison.findings.map(\.sentence) == ["Lines 2 and 3 expect roll B001, which is not here."])
        #expect([comparison.expected, comparison.arrived] == [2, 1])
        #expect(
            comparison.remarks == [
                "Line 5 of the list names nothing that could be looked for.",
                "Lines 2, 3 and 4 name a scene and a take, and no name here tells them.",
            ])
    }

    @Test("A sound report's files are found with their tracks, and recordings that it does not name too")
    func sound() throws {
        let names = [
            "SR001/12A-T03_1.WAV", "SR001/12A-T03_2.WAV", "SR001/12A-T04.WAV", "SR001/13-T01.WAV", "A001/C0001.MP4",
        ]
        let list =
            "SOUND REPORT\nRoll:,SR001\n\nFile Name,Scene,Take\n12A-T03_X.WAV,12A,03\n12A-T04.wav,12A,04\n12A-T05.WAV,12A,05\n"
        #expect(
            try ExpectedStage(names, list).lines() == [
                "not-arrived error .: Line 7 expects 12A-T05.WAV, which is not here.",
                "not-expected warn SR001/13-T01.WAV: No row of the list names it.",
            ])
    }

    @Test("Scene and take are looked for where names of recordings tell them, without those that were shot mute")
    func takes() throws {
        let list = "Scene,Take,Sound Roll,Notes\n12A,1,SR001,\n12A,2,SR001,\n12A,3,SR001,MOS\n"
        #expect(
            try ExpectedStage(["SR001/12AT01.WAV", "SR001/12BT01.WAV", "SR001/tone.WAV"], list).lines() == [
                "not-arrived error .: Line 3 expects scene 12A take 2, which is not here.",
                "not-expected warn SR001/12BT01.WAV: No row of the list names it.",
            ])
        #expect(try ExpectedStage(["SR001/0001.WAV"], list).lines() == [])
        #expect(
            try ExpectedStage(["x.WAV"], list).lines() == [
                "not-arrived error .: Lines 2 and 3 expect roll SR001, which is not here."
            ])
    }

    @Test("Takes that no name tells and that name no roll are said not to be told")
    func untold() throws {
        let comparison = try ExpectedStage(["x.WAV"], "Scene,Take\n12A,1\n12A,2\n").comparison()
        #expect(comparison.findings.isEmpty)
        #expect(comparison.remarks == ["Lines 2 and 3 name a scene and a take, and no name here tells them."])
        let rolls = try ExpectedStage(["SR001/1.WAV", "A001/A001C001_260312_R2GJ.mov"], Self.reports).comparison()
        #expect(rolls.findings.isEmpty)
        #expect(rolls.remarks == ["Lines 2, 3 and 4 name a scene and a take, and no name here tells them."])
    }

    private static let reports = "Roll,Scene,Take\nSR001,12A,1\nSR001,12A,9\nA001,12A,1\n"

    @Test("A roll of sound is one under any heading, so its takes are looked for")
    func anyHeading() throws {
        let names = ["SR001/12AT01.WAV", "A001/A001C001_260312_R2GJ.mov"]
        let comparison = try ExpectedStage(names, Self.reports).comparison()
        #expect(
            comparison.findings.map(\.sentence) == ["Line 3 expects scene 12A take 9, which is not here."])
        #expect(comparison.remarks == ["Line 4 names a scene and a take, and no name here tells them."])
    }
}
