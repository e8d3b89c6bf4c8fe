import FileTree
import RushesFixtures
import Testing

@Suite("Blackmagic cards") struct BlackmagicTests {
    private let card: CardBuilder = [
        "A001_08151512_C001.braw": .random(30), "A001_08151512_C001.sidecar": "{}", "A001_08151530_C002.braw": "b",
        "A001_08151540_C003.braw": .random(20), "A001_08151540_C003.braw2": .random(20),
        "A001_08151545_S001.braw": "s", "Proxy/A001_08151512_C001.mp4": "p", "Proxy/A001_08151530_C002.mp4": "p",
        "notes.txt": "n",
    ]

    private func with(_ path: RelativePath, _ content: CardBuilder.Content?) -> CardBuilder {
        var changed = card
        changed[path] = content
        return changed
    }

    @Test("raw files flat in the root: sidecars, second volumes, proxies, stills") func flat() throws {
        #expect(
            try CardStory(card).whole == """
                blackmagic . certain
                  reel A001
                  because there is A001_08151512_C001.braw
                clip A001_08151512_C001 in .
                  essence A001_08151512_C001.braw
                  sidecar A001_08151512_C001.sidecar
                  proxy Proxy/A001_08151512_C001.mp4
                clip A001_08151530_C002 in .
                  essence A001_08151530_C002.braw
                  proxy Proxy/A001_08151530_C002.mp4
                clip A001_08151540_C003 in .
                  essence 1 A001_08151540_C003.braw
                  essence 2 A001_08151540_C003.braw2
                clip A001_08151545_S001 in . still
                  essence A001_08151545_S001.braw
                shared notes.txt
                """)
    }

    @Test("raw files in folders: a layout for each") func folders() throws {
        #expect(
            try CardStory(["A001/A001_08151512_C001.braw": "b", "B001/b001_08151512_c001.braw": "b"]).whole == """
                blackmagic A001 certain
                  reel A001
                  because there is A001/A001_08151512_C001.braw
                clip A001_08151512_C001 in A001
                  essence A001/A001_08151512_C001.braw
                blackmagic B001 certain
                  reel B001
                  because there is B001/b001_08151512_c001.braw
                clip b001_08151512_c001 in B001
                  essence B001/b001_08151512_c001.braw
                """)
    }

    @Test("folders of DNG frames are sealed clips") func frames() throws {
        #expect(
            try CardStory([
                "BMC01_1_2012-08-08_1631_C0002/BMC01_1_2012-08-08_1631_C0002_000000.dng": .random(20),
                "BMC01_1_2012-08-08_1631_C0002/BMC01_1_2012-08-08_1631_C0002_000001.dng": .random(20),
                "BMC01_1_2012-08-08_1631_C0002/BMC01_1_2012-08-08_1631_C0002.wav": "w",
                "BMC01_1_2012-08-08_1640_C0003.mov": "m",
            ]).whole == """
                blackmagic . likely
                  reel 1
                  because BMC01_1_2012-08-08_1631_C0002 is named as its clips are
                  sealed BMC01_1_2012-08-08_1631_C0002
                clip BMC01_1_2012-08-08_1631_C0002 in BMC01_1_2012-08-08_1631_C0002
                  frames BMC01_1_2012-08-08_1631_C0002_#.dng 0-1
                  audio BMC01_1_2012-08-08_1631_C0002/BMC01_1_2012-08-08_1631_C0002.wav
                clip BMC01_1_2012-08-08_1640_C0003 in .
                  essence BMC01_1_2012-08-08_1640_C0003.mov
                """)
        #expect(
            try CardStory(
                ["A001_08151512_C001_000000.dng": "d", "A001_08151512_C001_000001.dng": "d"],
                label: "A001_08151512_C001"
            ).whole == """
                blackmagic . likely
                  because A001_08151512_C001 is named as its clips are
                  sealed .
                clip A001_08151512_C001 in .
                  frames A001_08151512_C001_#.dng 0-1
                """)
    }

    @Test("movies alone are a guess by their names; beside the raw file they are its proxies") func movies() throws {
        #expect(
            try CardStory(["A001_08151512_C001.mov": "m"]).whole == """
                blackmagic . guess
                  reel A001
                  because A001_08151512_C001.mov is named as its clips are
                clip A001_08151512_C001 in .
                  essence A001_08151512_C001.mov
                """)
        #expect(
            try CardStory(["A001_08151512_C001.mov": "m", "A001_08151512_C001.braw": "b", "renamed.braw": "b"]).whole
                == """
                blackmagic . certain
                  reel A001
                  because there is A001_08151512_C001.braw
                clip A001_08151512_C001 in .
                  essence A001_08151512_C001.braw
                  proxy A001_08151512_C001.mov
                clip renamed in .
                  essence renamed.braw
                """)
    }

    @Test("a second volume alone, a proxy alone, an empty file, a clip's number that is not there") func damage() throws
    {
        #expect(
            try CardStory(with("A001_08151540_C003.braw", nil)).wrong == """
                error missing-part A001_08151540_C003.braw2: Part 1 of A001_08151540_C003 is missing \
                (A001_08151540_C003.braw): the clip cannot be played whole \
                without it.
                """)
        #expect(
            try CardStory(with("Proxy/A001_08151550_C009.mp4", "p")).wrong == """
                warning orphan Proxy/A001_08151550_C009.mp4: A001_08151550_C009.mp4 accompanies a clip that is not \
                here: A001_08151550_C009.
                """)
        #expect(
            try CardStory(with("A001_08151530_C002.braw", "")).wrong == """
                error empty-file A001_08151530_C002.braw: A001_08151530_C002.braw of A001_08151530_C002 is empty.
                """)
        #expect(
            try CardStory(with("A001_08151530_C002.braw", nil)).wrong == """
                warning clip-gap .: Clip 002 of reel A001 is not here.
                warning orphan Proxy/A001_08151530_C002.mp4: A001_08151530_C002.mp4 accompanies a clip that is not \
                here: A001_08151530_C002.
                """)
    }

    @Test("frames that are gone, empty or cut short") func frameDamage() throws {
        #expect(
            try CardStory([
                "BMC01_1_2012-08-08_1631_C0002/BMC01_1_2012-08-08_1631_C0002_000000.dng": .random(20),
                "BMC01_1_2012-08-08_1631_C0002/BMC01_1_2012-08-08_1631_C0002_000002.dng": "",
                "BMC01_1_2012-08-08_1631_C0002/BMC01_1_2012-08-08_1631_C0002_000003.dng": .random(4),
                "BMC01_1_2012-08-08_1631_C0002/BMC01_1_2012-08-08_1631_C0002_000004.dng": .random(20),
            ]).wrong == """
                error frame-hole BMC01_1_2012-08-08_1631_C0002: Frame 000001 of BMC01_1_2012-08-08_1631_C0002 is \
                missing between the first and the last.
                error frame-size BMC01_1_2012-08-08_1631_C0002: Frame 000002 of BMC01_1_2012-08-08_1631_C0002 is empty.
                warning frame-size BMC01_1_2012-08-08_1631_C0002: Frame 000003 of BMC01_1_2012-08-08_1631_C0002 is \
                less than half as large as the others.
                """)
    }
}
