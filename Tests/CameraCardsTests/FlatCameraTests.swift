import FileTree
import RushesFixtures
import Testing

@Suite("Sony X-OCN cards") struct SonyXOCNTests {
    @Test("reel folders side by side, each with clips of its name") func reels() throws {
        #expect(
            try CardStory([
                "A001/A001C001_250925AB.MXF": "m", "A001/A001C001_250925AB.XML": "x",
                "A001/A001C002_250925CD_01.MXF": "m",
                "A001/A001C002_250925CD_02.MXF": "m", "A001/notes.txt": "n", "B012/B012C001_250925AB.mxf": "m",
            ]).whole == """
                sony-x-ocn A001 likely
                  reel A001
                  because A001/A001C001_250925AB.MXF is named as its reel folder is
                clip A001C001_250925AB in A001
                  essence A001/A001C001_250925AB.MXF
                  sidecar A001/A001C001_250925AB.XML
                clip A001C002_250925CD in A001
                  essence 1 A001/A001C002_250925CD_01.MXF
                  essence 2 A001/A001C002_250925CD_02.MXF
                shared A001/notes.txt
                sony-x-ocn B012 likely
                  reel B012
                  because B012/B012C001_250925AB.mxf is named as its reel folder is
                clip B012C001_250925AB in B012
                  essence B012/B012C001_250925AB.mxf
                """)
    }

    @Test("the reel folder given itself, or twice") func itself() throws {
        #expect(
            try CardStory(["A001C001_250925AB.MXF": "m"], label: "a001").whole == """
                sony-x-ocn . likely
                  reel a001
                  because A001C001_250925AB.MXF is named as its reel folder is
                clip A001C001_250925AB in .
                  essence A001C001_250925AB.MXF
                """)
        #expect(
            try CardStory(["A001/A001/A001C001_250925AB.MXF": "m"]).whole == """
                sony-x-ocn A001/A001 likely
                  reel A001
                  because A001/A001/A001C001_250925AB.MXF is named as its reel folder is
                clip A001C001_250925AB in A001/A001
                  essence A001/A001/A001C001_250925AB.MXF
                """)
    }

    @Test("a folder of another reel's clips, or of nobody's, is none") func none() throws {
        #expect(try CardStory(["A001/B001C001_250925AB.MXF": "m"]).whole == "plain folder")
        #expect(try CardStory(["A001/interview.MXF": "m"]).whole == "plain folder")
        #expect(try CardStory(["A001C001_250925AB.MXF": "m"]).whole == "plain folder")
    }

    @Test("a clip's number that is not there, a part that is gone") func damage() throws {
        #expect(
            try CardStory([
                "A001/A001C001_250925AB_01.MXF": "m", "A001/A001C001_250925AB_03.MXF": "m",
                "A001/A001C004_250925CD.MXF": "",
            ]).wrong == """
                error missing-part A001: Part 2 of A001C001_250925AB is missing (A001C001_250925AB_02.MXF): what was \
                recorded in it is not here.
                error empty-file A001/A001C004_250925CD.MXF: A001C004_250925CD.MXF of A001C004_250925CD is empty.
                note clip-gap A001: Clips C002 and C003 of reel A001 are not here.
                """)
    }
}

@Suite("Z CAM cards") struct ZCamTests {
    @Test("files of one recording are one clip; the names make it Z CAM's and not DJI's") func whole() throws {
        #expect(
            try CardStory([
                "DCIM/100MEDIA/A001C0001_20190101120000_0001.MOV": .random(20),
                "DCIM/100MEDIA/A001C0001_20190101120000_0002.MOV": .random(2),
                "DCIM/100MEDIA/A001C0002_20190101130000_0001.MOV": "m", "DCIM/100MEDIA/setup.cfg": "c",
            ]).whole == """
                z-cam DCIM likely
                  reel A001
                  because DCIM/100MEDIA/A001C0001_20190101120000_0001.MOV is named as Z CAM clips are
                  folders DCIM/100MEDIA
                clip A001C0001_20190101120000 in DCIM/100MEDIA
                  essence 1 DCIM/100MEDIA/A001C0001_20190101120000_0001.MOV
                  essence 2 DCIM/100MEDIA/A001C0001_20190101120000_0002.MOV
                clip A001C0002_20190101130000 in DCIM/100MEDIA
                  essence 1 DCIM/100MEDIA/A001C0002_20190101130000_0001.MOV
                shared DCIM/100MEDIA/setup.cfg
                """)
    }

    @Test("a file of a recording that is gone") func damage() throws {
        #expect(
            try CardStory(["DCIM/100MEDIA/A001C0001_20190101120000_0002.MOV": "m"]).wrong == """
                error missing-part DCIM/100MEDIA: Part 1 of A001C0001_20190101120000 is missing \
                (A001C0001_20190101120000_0001.MOV): what was recorded in it is not here.
                """)
    }
}

@Suite("Atomos drives") struct AtomosTests {
    @Test("names alone are a guess; with FCPXML beside them it is likely") func whole() throws {
        #expect(
            try CardStory(["NINJAV_S001_S001_T001.MOV": "m"]).whole == """
                atomos . guess
                  because NINJAV_S001_S001_T001.MOV is named as Atomos clips are
                clip NINJAV_S001_S001_T001 in .
                  essence NINJAV_S001_S001_T001.MOV
                """)
        #expect(
            try CardStory([
                "NINJAV_S001_S001_T001.MOV": .random(20), "NINJAV_S001_S001_T001_002.MOV": .random(20),
                "NINJAV_S001_S001_T001_003.MOV": .random(2), "NINJAV_S001_S001_T002.MOV": "m", "NINJAV.fcpxml": "x",
                "NINJAV_S001_S001_T002.xml": "x",
            ]).whole == """
                atomos . likely
                  because NINJAV_S001_S001_T001.MOV is named as Atomos clips are
                  because there is NINJAV.fcpxml
                clip NINJAV_S001_S001_T001 in .
                  essence NINJAV_S001_S001_T001.MOV
                  essence 2 NINJAV_S001_S001_T001_002.MOV
                  essence 3 NINJAV_S001_S001_T001_003.MOV
                clip NINJAV_S001_S001_T002 in .
                  essence NINJAV_S001_S001_T002.MOV
                  sidecar NINJAV_S001_S001_T002.xml
                shared NINJAV.fcpxml
                """)
    }

    @Test("a file of a recording that is gone") func damage() throws {
        #expect(
            try CardStory(["NINJAV_S001_S001_T001.MOV": "m", "NINJAV_S001_S001_T001_003.MOV": "m"]).wrong == """
                error missing-part .: Part 2 of NINJAV_S001_S001_T001 is missing (NINJAV_S001_S001_T001_002.MOV): \
                what was recorded in it is not here.
                """)
    }
}
