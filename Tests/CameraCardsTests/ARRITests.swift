import CameraCards
import ClipMetadata
import FileTree
import RushesFixtures
import Testing

@Suite("ARRI reels before ALEXA 35") struct ARRIClassicTests {
    @Test("a ProRes card: the reel's lists make it certain, and belong to the reel") func proRes() throws {
        #expect(
            try CardStory([
                "A001R2GJ/A001C001_150827_R2GJ.mov": "m", "A001R2GJ/A001C002_150827_R2GJ.mov": "m",
                "A001R2GJ/A001C002_150827_R2GJ.wav": "w", "A001R2GJ/A001C002_150827_R2GJ.xml": "x",
                "A001R2GJ/A001R2GJ_AVID.ale": "a", "A001R2GJ/A001R2GJ_FCP.xml": "f",
                "A001R2GJ/._A001C001_150827_R2GJ.mov": "twin", "A001R2GJ/ascmhl/ascmhl_chain.xml": "h",
            ]).whole == """
                arri-classic A001R2GJ certain
                  reel A001R2GJ
                  because there is A001R2GJ/A001R2GJ_AVID.ale
                  because the folder A001R2GJ is called as ARRI reels are
                  because its clips are named as it is
                  sealed A001R2GJ
                clip A001C001_150827_R2GJ in A001R2GJ
                  essence A001R2GJ/A001C001_150827_R2GJ.mov
                clip A001C002_150827_R2GJ in A001R2GJ
                  essence A001R2GJ/A001C002_150827_R2GJ.mov
                  audio A001R2GJ/A001C002_150827_R2GJ.wav
                  sidecar A001R2GJ/A001C002_150827_R2GJ.xml
                shared A001R2GJ/A001R2GJ_AVID.ale
                shared A001R2GJ/A001R2GJ_FCP.xml
                """)
    }

    @Test("the reel's log names a clip that is not there, and not one that is") func reelLog() throws {
        func card(_ clips: [Int], listed: [Int]) throws -> CardBuilder {
            let rows = listed.map { "A001C00\($0)_150827_R2GJ\tA001C00\($0)_150827_R2GJ.mov\n" }.joined()
            var card: CardBuilder = [:]
            let log = "Heading\nFIELD_DELIM\tTABS\nFPS\t25\n\nColumn\nName\tSource File\n\nData\n" + rows
            card["A001R2GJ/A001R2GJ_AVID.ale"] = .bytes(Array(log.utf8))
            for clip in clips {
                card[try #require(RelativePath("A001R2GJ/A001C00\(clip)_150827_R2GJ.mov"))] = "m"
            }
            return card
        }
        #expect(try CardStory(card([1, 2, 3], listed: [1, 2, 3])).findings == "")
        #expect(
            try CardStory(card([1, 3], listed: [1, 2, 3])).findings == """
                index error at A001R2GJ/A001R2GJ_AVID.ale
                  A001R2GJ/A001R2GJ_AVID.ale names the clip A001C002_150827_R2GJ, which is not there.
                """)
        #expect(
            try CardStory(card([1, 2], listed: [1])).findings == """
                index note at A001R2GJ/A001R2GJ_AVID.ale
                  A001R2GJ/A001R2GJ_AVID.ale does not name the clip A001C002_150827_R2GJ.
                """)
    }

    @Test("frames lie in a folder for each clip, MXF may") func frames() throws {
        #expect(
            try CardStory([
                "A001R1AB/A001C001_230415_R1AB/A001C001_230415_R1AB.1234567.ari": "f",
                "A001R1AB/A001C001_230415_R1AB/A001C001_230415_R1AB.1234568.ari": "f",
                "A001R1AB/A001C001_230415_R1AB/A001C001_230415_R1AB.wav": "w",
                "A001R1AB/A001C002_230415_R1AB/A001C002_230415_R1AB.mxf": "m", "A001R1AB/ARRI/LOOKFILES/x.xml": "l",
            ]).whole == """
                arri-classic A001R1AB certain
                  reel A001R1AB
                  because there is A001R1AB/A001C001_230415_R1AB/A001C001_230415_R1AB.1234567.ari
                  because the folder A001R1AB is called as ARRI reels are
                  because its clips are named as it is
                  sealed A001R1AB
                clip A001C001_230415_R1AB in A001R1AB/A001C001_230415_R1AB
                  frames A001C001_230415_R1AB.#.ari 1234567-1234568
                  audio A001R1AB/A001C001_230415_R1AB/A001C001_230415_R1AB.wav
                clip A001C002_230415_R1AB in A001R1AB/A001C002_230415_R1AB
                  essence A001R1AB/A001C002_230415_R1AB/A001C002_230415_R1AB.mxf
                shared A001R1AB/ARRI/LOOKFILES/x.xml
                """)
    }

    @Test("frames in the reel folder given itself: its clips' folders are no reels") func framesOfTheReelItself() throws
    {
        #expect(
            try CardStory(
                ["A001C001_230415_R1AB/A001C001_230415_R1AB.1234567.ari": "f"], label: "A001R1AB"
            ).whole == """
                arri-classic . certain
                  reel A001R1AB
                  because there is A001C001_230415_R1AB/A001C001_230415_R1AB.1234567.ari
                  because the folder A001R1AB is called as ARRI reels are
                  because its clips are named as it is
                  sealed .
                clip A001C001_230415_R1AB in A001C001_230415_R1AB
                  frames A001C001_230415_R1AB.#.ari 1234567-1234567
                """)
    }

    @Test(
        "frames that are named by number alone are called as their folder, or as themselves where that has no name",
        arguments: [
            ("A001R2GJ/", "", "A001R2GJ"), ("A001R2GJ/.", "", "A001R2GJ"),
            ("A001R2GJ/A001C001_150827_R2GJ/.", "", "A001C001_150827_R2GJ"), ("", "A001R2GJ", "A001R2GJ"),
            ("", "", "[0000100-0000101].ari"),
        ])
    func numbersAlone(before: String, label: String, name: String) throws {
        var card: CardBuilder = [before.isEmpty ? "A001C002_150827_R2GJ.mov" : "A001R2GJ/A001C002_150827_R2GJ.mov": "m"]
        for number in 100...101 { card[try #require(RelativePath("\(before)0000\(number).ari"))] = "f" }
        let story = try CardStory(card, label: label)
        let clips = story.layouts.flatMap { Recognition.clips(of: $0, on: story.card).clips }
        #expect(clips.map(\.name).sorted() == [name, "A001C002_150827_R2GJ"].sorted())
    }

    @Test(
        "the ending of frames says their codec, and the name is its source",
        arguments: ["ari": "ARRIRAW", "arx": "ARRIRAW HDE"])
    func codec(ending: String, codec: String) throws {
        let name = "A001C001_230415_R1AB.1234567"
        let disk = CrashDisk()
        try ([RelativePath("A001R1AB/A001C001_230415_R1AB/\(name).\(ending)") ?? .root: "f"] as CardBuilder).write(
            to: disk)
        let report = try CardReading(
            Card(on: disk, label: "card"), on: disk, at: "/", mediaInfo: nil, permission: .allowed
        ).run(shouldStop: { false })
        let source = ValueSource(.fileName, file: "A001C001_230415_R1AB.[1234567].\(ending)", key: "extension")
        #expect(report.clips.map(\.metadata.codec.all) == [[Claim(codec, source)]])
    }

    @Test("the reel folder given itself, or twice, with or without a name") func itself() throws {
        #expect(
            try CardStory(["A001C001_150827_R2GJ.mov": "m"], label: "A001R2GJ").whole == """
                arri-classic . likely
                  reel A001R2GJ
                  because the folder A001R2GJ is called as ARRI reels are
                  because its clips are named as it is
                  sealed .
                clip A001C001_150827_R2GJ in .
                  essence A001C001_150827_R2GJ.mov
                """)
        #expect(
            try CardStory(["A001C001_150827_R2GJ.mov": "m", "A001R2GJ_AVID.ale": "a"]).whole == """
                arri-classic . certain
                  reel A001R2GJ
                  because there is A001R2GJ_AVID.ale
                  sealed .
                clip A001C001_150827_R2GJ in .
                  essence A001C001_150827_R2GJ.mov
                shared A001R2GJ_AVID.ale
                """)
        #expect(
            try CardStory(["A001R2GJ/A001R2GJ/A001C001_150827_R2GJ.mov": "m"]).whole == """
                arri-classic A001R2GJ/A001R2GJ likely
                  reel A001R2GJ
                  because the folder A001R2GJ is called as ARRI reels are
                  because its clips are named as it is
                  sealed A001R2GJ/A001R2GJ
                clip A001C001_150827_R2GJ in A001R2GJ/A001R2GJ
                  essence A001R2GJ/A001R2GJ/A001C001_150827_R2GJ.mov
                """)
        #expect(
            try CardStory(["A001C001_230415_R1AB.1234567.ari": "f", "A001C001_230415_R1AB.1234568.ari": "f"]).whole
                == """
                arri-classic . certain
                  reel A001R1AB
                  because there is A001C001_230415_R1AB.1234567.ari
                  sealed .
                clip A001C001_230415_R1AB in .
                  frames A001C001_230415_R1AB.#.ari 1234567-1234568
                """)
    }

    @Test("several reels side by side are several layouts; clips of another reel make it a guess") func several() throws
    {
        let reels = try CardStory([
            "A001R2GJ/A001C001_150827_R2GJ.mov": "m", "A002R2GJ/A002C001_150827_R2GJ.mov": "m",
            "A003R2GJ/B003C001_150827_R2GJ.mov": "m", "B001R2GJ": .folder,
        ])
        #expect(
            reels.answers == [
                "arri-classic likely at A001R2GJ, reel A001R2GJ, sealed A001R2GJ: "
                    + "the folder A001R2GJ is called as ARRI reels are, its clips are named as it is",
                "arri-classic likely at A002R2GJ, reel A002R2GJ, sealed A002R2GJ: "
                    + "the folder A002R2GJ is called as ARRI reels are, its clips are named as it is",
                "arri-classic guess at A003R2GJ, reel A003R2GJ, sealed A003R2GJ: "
                    + "the folder A003R2GJ is called as ARRI reels are",
            ])
    }

    @Test("a card before its first clip") func empty() throws {
        #expect(
            try CardStory([:], label: "ARRI_UDF").whole == """
                arri-classic . likely
                  because the card is called ARRI_UDF and holds nothing
                """)
        #expect(try CardStory(["notes.txt": "n"], label: "ARRI_UDF").whole == "plain folder")
    }

    @Test("names alone are no ARRI card: Panasonic's EVA1 and CX350 give the same") func panasonic() throws {
        #expect(try CardStory(["B002C001_180315_R0AB.MOV": "m"]).whole == "plain folder")
        #expect(try CardStory(["CARRIE/B002C001_180315_R0AB.MOV": "m", "ARRI/x.mov": "m"]).whole == "plain folder")
        let card: CardBuilder = [
            "DCIM/001RAQAM/B002C001_180315_R0AB.MOV": "m", "PRIVATE/PANA_GRP/001RAQAM/B002C001_180315_R0AB.THM": "t",
        ]
        #expect(try CardStory(card).layouts.map(\.family) == [.panasonicMOV])
        #expect(
            try CardStory(["B002R0AB/B002C001_180315_R0AB.MOV": "m", "PRIVATE/PANA_GRP/x": "t"]).layouts
                .filter { $0.family == .arriClassic }.isEmpty)
    }

    @Test("a clip's number that is not there, an empty file, frames that are gone") func damage() throws {
        #expect(
            try CardStory([
                "A001R2GJ/A001C001_150827_R2GJ.mov": "", "A001R2GJ/A001C004_150827_R2GJ.mov": "m",
                "A001R2GJ/A001C005_150827_R2GJ.wav": "w",
                "A001R2GJ/A001C006_150827_R2GJ/A001C006_150827_R2GJ.0000100.ari": .random(20),
                "A001R2GJ/A001C006_150827_R2GJ/A001C006_150827_R2GJ.0000103.ari": .random(20),
                "A001R2GJ/A001C006_150827_R2GJ/A001C006_150827_R2GJ.0000104.ari": "",
                "A001R2GJ/A001C006_150827_R2GJ/A001C006_150827_R2GJ.0000105.ari": .random(3),
            ]).wrong == """
                error empty-file A001R2GJ/A001C001_150827_R2GJ.mov: A001C001_150827_R2GJ.mov of A001C001_150827_R2GJ \
                is empty.
                error frame-hole A001R2GJ/A001C006_150827_R2GJ: Frames 0000101 and 0000102 of A001C006_150827_R2GJ \
                are missing between the first and the last.
                error frame-size A001R2GJ/A001C006_150827_R2GJ: Frame 0000104 of A001C006_150827_R2GJ is empty.
                warning frame-size A001R2GJ/A001C006_150827_R2GJ: Frame 0000105 of A001C006_150827_R2GJ is less than \
                half as large as the others.
                warning clip-gap A001R2GJ: Clips C002, C003 and C005 of reel A001R2GJ are not here.
                warning orphan A001R2GJ/A001C005_150827_R2GJ.wav: A001C005_150827_R2GJ.wav accompanies a clip that \
                is not here: A001C005_150827_R2GJ.
                """)
    }
}

@Suite("ARRIRAW frames by Codex") struct ARRICodexTests {
    private let folder = "ari/A001R1AB/A001C001_230415_R1AB"

    private func card(frames: [Int]) -> CardBuilder {
        var card: CardBuilder = [:]
        for frame in frames {
            let digits = String(frame)
            let name = "A001C001_230415_R1AB." + String(repeating: "0", count: 7 - digits.count) + digits + ".ari"
            if let path = RelativePath("\(folder)/\(name)") { card[path] = .random(20) }
        }
        return card
    }

    @Test("frames of another format are likely: other software could have made them") func made() throws {
        let clip = "dpx/B002R1AB/B002C001_260312_R1AB/B002C001_260312_R1AB"
        let card: CardBuilder = [
            try #require(RelativePath("\(clip).0864006.dpx")): "f",
            try #require(RelativePath("\(clip).0864007.dpx")): "f",
        ]
        #expect(
            try CardStory(card).whole == """
                arri-codex dpx/B002R1AB likely
                  reel B002R1AB
                  because there is \(clip).0864006.dpx
                  sealed dpx/B002R1AB
                clip B002C001_260312_R1AB in dpx/B002R1AB/B002C001_260312_R1AB
                  frames B002C001_260312_R1AB.#.dpx 864006-864007
                """)
    }

    @Test("a folder for each format, reel and clip; frames are counted as timecode") func whole() throws {
        var both = card(frames: [86400, 86401, 86402])
        both["arx/A001R1AB/A001C002_230415_R1AB/A001C002_230415_R1AB.0086500.arx"] = "f"
        #expect(
            try CardStory(both).whole == """
                arri-codex ari/A001R1AB certain
                  reel A001R1AB
                  because there is ari/A001R1AB/A001C001_230415_R1AB/A001C001_230415_R1AB.0086400.ari
                  sealed ari/A001R1AB
                clip A001C001_230415_R1AB in ari/A001R1AB/A001C001_230415_R1AB
                  frames A001C001_230415_R1AB.#.ari 86400-86402
                arri-codex arx/A001R1AB certain
                  reel A001R1AB
                  because there is arx/A001R1AB/A001C002_230415_R1AB/A001C002_230415_R1AB.0086500.arx
                  sealed arx/A001R1AB
                clip A001C002_230415_R1AB in arx/A001R1AB/A001C002_230415_R1AB
                  frames A001C002_230415_R1AB.#.arx 86500-86500
                """)
    }

    @Test("the format's folder given itself; a folder called ari with anything else is none") func itself() throws {
        let inside: CardBuilder = [
            "A_0076_1CTJ/A_0076C001_230511_184122_a1CTJ/A_0076C001_230511_184122_a1CTJ.0086500.arx": "f"
        ]
        #expect(
            try CardStory(inside, label: "arx").whole == """
                arri-codex A_0076_1CTJ certain
                  reel A_0076_1CTJ
                  because there is \
                A_0076_1CTJ/A_0076C001_230511_184122_a1CTJ/A_0076C001_230511_184122_a1CTJ.0086500.arx
                  sealed A_0076_1CTJ
                clip A_0076C001_230511_184122_a1CTJ in A_0076_1CTJ/A_0076C001_230511_184122_a1CTJ
                  frames A_0076C001_230511_184122_a1CTJ.#.arx 86500-86500
                """)
        #expect(try CardStory(["ari/A001R1AB/A001C001_230415_R1AB/frame.0086400.ari": "f"]).whole == "plain folder")
    }

    @Test("over midnight there is no hole, but one is found there") func midnight() throws {
        let day = 24 * 60 * 60 * 25
        #expect(try CardStory(card(frames: [day - 2, day - 1, 0, 1])).wrong == "")
        #expect(
            try CardStory(card(frames: [day - 3, day - 1, 0, 1])).wrong == """
                error frame-hole ari/A001R1AB/A001C001_230415_R1AB: Frame 2159998 of A001C001_230415_R1AB is missing \
                between the first and the last.
                """)
        #expect(
            try CardStory(card(frames: [day - 3, day - 2, 1, 2])).wrong == """
                error frame-hole ari/A001R1AB/A001C001_230415_R1AB: Frames 2159999 and 0000000 of \
                A001C001_230415_R1AB are missing between the first and the last.
                """)
    }

    @Test("an empty frame") func empty() throws {
        var damaged = card(frames: [10, 11, 12])
        damaged["ari/A001R1AB/A001C001_230415_R1AB/A001C001_230415_R1AB.0000011.ari"] = ""
        #expect(
            try CardStory(damaged).wrong == """
                error frame-size ari/A001R1AB/A001C001_230415_R1AB: Frame 0000011 of A001C001_230415_R1AB is empty.
                """)
    }
}

@Suite("ALEXA 35 reels") struct ARRI35Tests {
    private let card: CardBuilder = [
        "A_0076_1CTJ/A_0076C001_230511_184122_a1CTJ.mxf": "m", "A_0076_1CTJ/A_0076C002_230511_190000_a1CTJ.mxf": "m",
        "A_0076_1CTJ/A_0076C003_230511_193000_p1CTJ.mov": "m", "A_0076_1CTJ/A_0076_1CTJ.ale": "a",
    ]
    private let copies: CardBuilder = [
        "A_0076_1CTJ/A_0076C001_230511_184122_a1CTJ.mxf": "m", "A_0076_1CTJ/A_0076C002_230511_190000_a1CTJ.mxf": "m",
        "A_0076_1CTJ_hde/A_0076C001_230511_184122_h1CTJ.mxf": "m",
        "A_0076_1CTJ_hde/A_0076C002_230511_190000_h1CTJ.mxf": "m",
    ]

    @Test("a file is a clip; the reel is called as its folder") func whole() throws {
        #expect(
            try CardStory(card).whole == """
                arri-35 A_0076_1CTJ certain
                  reel A_0076_1CTJ
                  because A_0076_1CTJ/A_0076C001_230511_184122_a1CTJ.mxf is named as its reel folder is
                  sealed A_0076_1CTJ
                clip A_0076C001_230511_184122_a1CTJ in A_0076_1CTJ
                  essence A_0076_1CTJ/A_0076C001_230511_184122_a1CTJ.mxf
                clip A_0076C002_230511_190000_a1CTJ in A_0076_1CTJ
                  essence A_0076_1CTJ/A_0076C002_230511_190000_a1CTJ.mxf
                clip A_0076C003_230511_193000_p1CTJ in A_0076_1CTJ
                  essence A_0076_1CTJ/A_0076C003_230511_193000_p1CTJ.mov
                shared A_0076_1CTJ/A_0076_1CTJ.ale
                """)
    }

    @Test("raw clips and their HDE copies are the same takes") func twins() throws {
        #expect(
            try CardStory(copies).whole == """
                arri-35 A_0076_1CTJ certain
                  reel A_0076_1CTJ
                  because A_0076_1CTJ/A_0076C001_230511_184122_a1CTJ.mxf is named as its reel folder is
                  sealed A_0076_1CTJ, A_0076_1CTJ_hde
                  folders A_0076_1CTJ, A_0076_1CTJ_hde
                clip A_0076C001_230511_184122_a1CTJ in A_0076_1CTJ
                  essence A_0076_1CTJ/A_0076C001_230511_184122_a1CTJ.mxf
                  essence A_0076_1CTJ_hde/A_0076C001_230511_184122_h1CTJ.mxf
                clip A_0076C002_230511_190000_a1CTJ in A_0076_1CTJ
                  essence A_0076_1CTJ/A_0076C002_230511_190000_a1CTJ.mxf
                  essence A_0076_1CTJ_hde/A_0076C002_230511_190000_h1CTJ.mxf
                """)
    }

    @Test("HDE copies alone, the reel given itself, clips without a reel folder, two letters") func others() throws {
        #expect(
            try CardStory(["A_0076_1CTJ_hde/A_0076C001_230511_184122_h1CTJ.mxf": "m"]).whole == """
                arri-35 A_0076_1CTJ_hde certain
                  reel A_0076_1CTJ
                  because A_0076_1CTJ_hde/A_0076C001_230511_184122_h1CTJ.mxf is named as its reel folder is
                  sealed A_0076_1CTJ_hde
                clip A_0076C001_230511_184122_h1CTJ in A_0076_1CTJ_hde
                  essence A_0076_1CTJ_hde/A_0076C001_230511_184122_h1CTJ.mxf
                """)
        #expect(
            try CardStory(["A_0076C001_230511_184122_a1CTJ.mxf": "m"], label: "A_0076_1CTJ").whole == """
                arri-35 . certain
                  reel A_0076_1CTJ
                  because A_0076C001_230511_184122_a1CTJ.mxf is named as its reel folder is
                  sealed .
                clip A_0076C001_230511_184122_a1CTJ in .
                  essence A_0076C001_230511_184122_a1CTJ.mxf
                """)
        #expect(
            try CardStory(["B_0004C001_230428_001354_p1CU6.mov": "m"]).whole == """
                arri-35 . guess
                  because B_0004C001_230428_001354_p1CU6.mov is named as ALEXA 35 clips are
                  sealed .
                clip B_0004C001_230428_001354_p1CU6 in .
                  essence B_0004C001_230428_001354_p1CU6.mov
                """)
        #expect(
            try CardStory(["AB_0076_1CTJ/AB_0076C001_230511_184122_a1CTJ.mxf": "m"]).answers == [
                "arri-35 certain at AB_0076_1CTJ, reel AB_0076_1CTJ, sealed AB_0076_1CTJ: "
                    + "AB_0076_1CTJ/AB_0076C001_230511_184122_a1CTJ.mxf is named as its reel folder is"
            ])
    }

    @Test("clips of another reel are not certain; a folder of that name without clips is none") func foreign() throws {
        #expect(
            try CardStory(["A_0076_1CTJ/B_0004C001_230428_001354_p1CU6.mov": "m"]).answers == [
                "arri-35 likely at A_0076_1CTJ, reel A_0076_1CTJ, sealed A_0076_1CTJ: "
                    + "A_0076_1CTJ/B_0004C001_230428_001354_p1CU6.mov is named as ALEXA 35 clips are"
            ])
        #expect(try CardStory(["A_0076_1CTJ/interview.mov": "m"]).whole == "plain folder")
    }

    @Test("twins that were exchanged") func swapped() throws {
        #expect(
            try CardStory([
                "A_0076_1CTJ/A_0076C001_230511_184122_h1CTJ.mxf": "m",
                "A_0076_1CTJ_hde/A_0076C001_230511_184122_a1CTJ.mxf": "m",
            ]).wrong == """
                warning conflict A_0076_1CTJ/A_0076C001_230511_184122_h1CTJ.mxf: A_0076C001_230511_184122_h1CTJ.mxf \
                is named as an HDE copy (h…), but lies in the folder of raw clips.
                warning conflict A_0076_1CTJ_hde/A_0076C001_230511_184122_a1CTJ.mxf: \
                A_0076C001_230511_184122_a1CTJ.mxf is named as raw (a…), but lies in the folder of HDE copies.
                """)
    }

    @Test("a clip's number that is not there, an empty twin") func damage() throws {
        var damaged = copies
        damaged["A_0076_1CTJ_hde/A_0076C002_230511_190000_h1CTJ.mxf"] = ""
        damaged["A_0076_1CTJ/A_0076C004_230511_190000_a1CTJ.mxf"] = "m"
        #expect(
            try CardStory(damaged).wrong == """
                error empty-file A_0076_1CTJ_hde/A_0076C002_230511_190000_h1CTJ.mxf: \
                A_0076C002_230511_190000_h1CTJ.mxf of A_0076C002_230511_190000_a1CTJ is empty.
                warning clip-gap A_0076_1CTJ: Clip C003 of reel A_0076_1CTJ is not here.
                """)
    }
}
