import FileTree
import RushesFixtures
import Testing

@Suite("RED magazines") struct REDTests {
    private let card: CardBuilder = [
        "digital_magazine.bdm": "b", "A001_0527N0.log": "l",
        "A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D": .random(40),
        "A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_002.R3D": .random(40),
        "A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_003.R3D": .random(7),
        "A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.mov": "p",
        "A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.rtn": "t",
        "A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.RMD": "s",
        "A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.wav": "w",
        "A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001_A.mxf": "a",
        "A001_0527N0.RDM/A001_C001_0527Q9.RDC/._A001_C001_0527Q9_001.R3D": "twin",
        "A001_0527N0.RDM/A001_C002_0527ZX.RDC/A001_C002_0527ZX_001.R3D": .random(5),
    ]

    private func without(_ path: RelativePath) -> CardBuilder {
        var damaged = card
        damaged[path] = nil
        return damaged
    }

    private func with(_ path: RelativePath, _ content: CardBuilder.Content) -> CardBuilder {
        var damaged = card
        damaged[path] = content
        return damaged
    }

    @Test("a magazine is told by its folders, and a clip has its parts, proxy, sound and sidecars")
    func magazine() throws {
        #expect(
            try CardStory(card).whole == """
                red A001_0527N0.RDM certain
                  reel A001_0527N0
                  because there is A001_0527N0.RDM
                  because there is A001_0527N0.RDM/A001_C001_0527Q9.RDC
                  sealed A001_0527N0.RDM
                clip A001_C001_0527Q9 in A001_0527N0.RDM/A001_C001_0527Q9.RDC
                  essence 1 A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D
                  essence 2 A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_002.R3D
                  essence 3 A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_003.R3D
                  sidecar A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.RMD
                  proxy A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.mov
                  thumbnail A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.rtn
                  audio A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.wav
                  audio A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001_A.mxf
                clip A001_C002_0527ZX in A001_0527N0.RDM/A001_C002_0527ZX.RDC
                  essence 1 A001_0527N0.RDM/A001_C002_0527ZX.RDC/A001_C002_0527ZX_001.R3D
                shared A001_0527N0.log
                shared digital_magazine.bdm
                """)
    }

    @Test("two magazines side by side are two reels") func two() throws {
        let both = with("B001_0527XX.RDM/B001_C001_0527AA.RDC/B001_C001_0527AA_001.R3D", "r")
        let lines = try CardStory(both).whole.split(separator: "\n")
        #expect(
            lines.filter { $0.hasPrefix("red ") || $0.hasPrefix("  reel") } == [
                "red A001_0527N0.RDM certain", "  reel A001_0527N0", "red B001_0527XX.RDM certain",
                "  reel B001_0527XX",
            ])
    }

    @Test("a magazine given itself") func insideMagazine() throws {
        let inside: CardBuilder = ["A001_C002_0527ZX.RDC/A001_C002_0527ZX_001.R3D": "r"]
        #expect(
            try CardStory(inside, label: "A001_0527N0.RDM").whole == """
                red . certain
                  reel A001_0527N0
                  because the folder is called A001_0527N0.RDM
                  because there is A001_C002_0527ZX.RDC
                  sealed .
                clip A001_C002_0527ZX in A001_C002_0527ZX.RDC
                  essence 1 A001_C002_0527ZX.RDC/A001_C002_0527ZX_001.R3D
                """)
        #expect(
            try CardStory(inside).whole == """
                red . certain
                  reel A001
                  because there is A001_C002_0527ZX.RDC
                  sealed A001_C002_0527ZX.RDC
                clip A001_C002_0527ZX in A001_C002_0527ZX.RDC
                  essence 1 A001_C002_0527ZX.RDC/A001_C002_0527ZX_001.R3D
                """)
    }

    @Test("a clip given itself") func insideClip() throws {
        let inside: CardBuilder = ["A001_C002_0527ZX_001.R3D": "r", "A001_C002_0527ZX_002.R3D": "r"]
        #expect(
            try CardStory(inside, label: "A001_C002_0527ZX.RDC").whole == """
                red . certain
                  reel A001
                  because the folder is called A001_C002_0527ZX.RDC
                  because there is A001_C002_0527ZX_001.R3D
                  sealed .
                clip A001_C002_0527ZX in .
                  essence 1 A001_C002_0527ZX_001.R3D
                  essence 2 A001_C002_0527ZX_002.R3D
                """)
    }

    @Test("loose files in small letters are likely RED's, and go together by name") func loose() throws {
        #expect(
            try CardStory([
                "a001_c002_0527zx_001.r3d": "r", "A001_C002_0527ZX.RMD": "m", "notes.txt": "n", "renamed_001.R3D": "r",
                "renamed_002.R3D": "r",
            ]).whole == """
                red . likely
                  reel A001
                  because there is a001_c002_0527zx_001.r3d
                clip a001_c002_0527zx in .
                  essence 1 a001_c002_0527zx_001.r3d
                  sidecar A001_C002_0527ZX.RMD
                clip renamed in .
                  essence 1 renamed_001.R3D
                  essence 2 renamed_002.R3D
                shared notes.txt
                """)
    }

    @Test("a doubled magazine is the inner one") func doubled() throws {
        #expect(
            try CardStory(["A001_0527N0.RDM/A001_0527N0.RDM/A001_C002_0527ZX.RDC/A001_C002_0527ZX_001.R3D": "r"]).whole
                == """
                red A001_0527N0.RDM/A001_0527N0.RDM certain
                  reel A001_0527N0
                  because there is A001_0527N0.RDM/A001_0527N0.RDM
                  because there is A001_0527N0.RDM/A001_0527N0.RDM/A001_C002_0527ZX.RDC
                  sealed A001_0527N0.RDM/A001_0527N0.RDM
                clip A001_C002_0527ZX in A001_0527N0.RDM/A001_0527N0.RDM/A001_C002_0527ZX.RDC
                  essence 1 A001_0527N0.RDM/A001_0527N0.RDM/A001_C002_0527ZX.RDC/A001_C002_0527ZX_001.R3D
                """)
    }

    @Test("a magazine without clips is one") func empty() throws {
        #expect(
            try CardStory(["A001_0527N0.RDM": .folder]).whole == """
                red A001_0527N0.RDM certain
                  reel A001_0527N0
                  because there is A001_0527N0.RDM
                  sealed A001_0527N0.RDM
                """)
    }

    @Test("a part in the middle that is gone") func middleGone() throws {
        #expect(
            try CardStory(
                without("A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_002.R3D")
            ).wrong == """
                error missing-part A001_0527N0.RDM/A001_C001_0527Q9.RDC: Part 2 of A001_C001_0527Q9 is missing \
                (A001_C001_0527Q9_002.R3D): RED cannot open the clip without it.
                """)
    }

    @Test("the first part gone, a part empty, a part short, a recording not closed") func damagedParts() throws {
        #expect(
            try CardStory(
                without("A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D")
            ).wrong == """
                error missing-part A001_0527N0.RDM/A001_C001_0527Q9.RDC: Part 1 of A001_C001_0527Q9 is missing \
                (A001_C001_0527Q9_001.R3D): RED cannot open the clip without it.
                """)
        #expect(
            try CardStory(
                with("A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_003.R3D", "")
            ).wrong == """
                error empty-file A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_003.R3D: \
                A001_C001_0527Q9_003.R3D of A001_C001_0527Q9 is empty.
                """)
        #expect(
            try CardStory(
                with("A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_002.R3D", .random(20))
            ).wrong == """
                warning short-part A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_002.R3D: Part 2 of \
                A001_C001_0527Q9 is short: 20 bytes where the others have 40 bytes. It is not the last, so its end \
                may be lost.
                """)
        #expect(
            try CardStory(
                with("A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_004.R3D.part", "r")
            ).wrong == """
                warning unclosed A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_004.R3D.part: \
                A001_C001_0527Q9_004.R3D.part is named like a recording that was not closed, or a copy that was not \
                finished.
                """)
    }

    @Test("a clip folder that holds nothing") func emptyClip() throws {
        #expect(
            try CardStory(["A001_0527N0.RDM/A001_C002_0527ZX.RDC": .folder]).wrong == """
                error empty-file A001_0527N0.RDM/A001_C002_0527ZX.RDC: The clip folder of A001_C002_0527ZX holds \
                nothing.
                """)
    }

    @Test("a clip without R3D is its MOV, as cameras that record MOV alone write it, and it is said") func movAlone()
        throws
    {
        #expect(
            try CardStory(["A001_0527N0.RDM/A001_C002_0527ZX.RDC/A001_C002_0527ZX_001.mov": "m"]).whole == """
                red A001_0527N0.RDM certain
                  reel A001_0527N0
                  because there is A001_0527N0.RDM
                  because there is A001_0527N0.RDM/A001_C002_0527ZX.RDC
                  sealed A001_0527N0.RDM
                clip A001_C002_0527ZX in A001_0527N0.RDM/A001_C002_0527ZX.RDC
                  essence 1 A001_0527N0.RDM/A001_C002_0527ZX.RDC/A001_C002_0527ZX_001.mov
                warning missing-part A001_0527N0.RDM/A001_C002_0527ZX.RDC: A001_C002_0527ZX has no R3D file, only MOV.
                """)
    }

    @Test("a clip's number that is not there") func gap() throws {
        #expect(
            try CardStory(
                with("A001_0527N0.RDM/A001_C005_0527AA.RDC/A001_C005_0527AA_001.R3D", "r")
            ).wrong == """
                warning clip-gap A001_0527N0.RDM/A001_C002_0527ZX.RDC: Clips C003 and C004 of reel A001 are not here.
                """)
    }
}
