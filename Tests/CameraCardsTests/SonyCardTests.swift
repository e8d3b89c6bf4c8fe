import CameraCards
import FileTree
import RushesFixtures
import Testing

@Suite("Sony cards") struct SonyCardTests {
    /// Schema-built: the index of a card with two clips, the first with a proxy.
    private static let index: CardBuilder.Content = """
        <?xml version="1.0" encoding="UTF-8"?>
        <MediaProfile xmlns="http://xmlns.sony.net/pro/metadata/mediaprofile" version="2.10">
        <Contents>
        <Material uri="./Clip/C0001.MXF" type="MXF" umid="U1" dur="100" fps="25p">
        <Proxy uri="./Sub/C0001S03.MP4" type="MP4" umid="U1P"/>
        <RelevantInfo uri="./Clip/C0001M01.XML" type="XML"/><RelevantInfo uri="./Clip/C0001R01.BIM" type="BiM"/>
        </Material>
        <Material uri="./Clip/C0002.MXF" type="MXF" umid="U2" dur="50" fps="25p">
        <RelevantInfo uri="./Clip/C0002M01.XML" type="XML"/>
        </Material>
        </Contents>
        </MediaProfile>
        """

    private static let xavc: CardBuilder = [
        "XDROOT/MEDIAPRO.XML": index, "XDROOT/CUEUP.XML": "<x/>", "XDROOT/Edit": .folder,
        "XDROOT/Clip/C0001.MXF": .random(900), "XDROOT/Clip/C0001M01.XML": "<x/>", "XDROOT/Clip/C0001R01.BIM": "b",
        "XDROOT/Clip/C0002.MXF": .random(300), "XDROOT/Clip/C0002M01.XML": "<x/>",
        "XDROOT/Sub/C0001S03.MP4": .random(90), "XDROOT/Thmbnl/C0001T01.JPG": "j",
        "XDROOT/General/Sony/Planning/p.XML": "<x/>",
    ]

    @Test("XDROOT: the index links first, then the names") func xavc() throws {
        let story = try CardStory(SonyCardTests.xavc)
        #expect(
            story.clips == """
                C0001 in XDROOT/Clip = U1
                  essence XDROOT/Clip/C0001.MXF
                  sidecar XDROOT/Clip/C0001M01.XML
                  sidecar XDROOT/Clip/C0001R01.BIM
                  proxy XDROOT/Sub/C0001S03.MP4
                  thumbnail XDROOT/Thmbnl/C0001T01.JPG
                C0002 in XDROOT/Clip = U2
                  essence XDROOT/Clip/C0002.MXF
                  sidecar XDROOT/Clip/C0002M01.XML
                shared
                  XDROOT/CUEUP.XML
                  XDROOT/General/Sony/Planning/p.XML
                  XDROOT/MEDIAPRO.XML
                """)
        #expect(story.findings == "")
        #expect(story.unlisted == [])
    }

    @Test("XDROOT without its index is linked by names") func noIndex() throws {
        var card = SonyCardTests.xavc
        card["XDROOT/MEDIAPRO.XML"] = "<MediaProf"
        let story = try CardStory(card)
        #expect(
            story.clips == """
                C0001 in XDROOT/Clip
                  essence XDROOT/Clip/C0001.MXF
                  sidecar XDROOT/Clip/C0001M01.XML
                  sidecar XDROOT/Clip/C0001R01.BIM
                  proxy XDROOT/Sub/C0001S03.MP4
                  thumbnail XDROOT/Thmbnl/C0001T01.JPG
                C0002 in XDROOT/Clip
                  essence XDROOT/Clip/C0002.MXF
                  sidecar XDROOT/Clip/C0002M01.XML
                shared
                  XDROOT/CUEUP.XML
                  XDROOT/General/Sony/Planning/p.XML
                  XDROOT/MEDIAPRO.XML
                """)
        #expect(
            story.findings == """
                index warning at XDROOT/MEDIAPRO.XML
                  XDROOT/MEDIAPRO.XML cannot be read: line 1: it ends before its last tag.
                """)
    }

    @Test("what the index names and is not there, a proxy without its clip, and an empty file are found")
    func damage() throws {
        var card = SonyCardTests.xavc
        card["XDROOT/Clip/C0001M01.XML"] = nil
        card["XDROOT/Clip/C0002.MXF"] = nil
        card["XDROOT/Sub/C0009S03.MP4"] = "p"
        card["XDROOT/Clip/._C0001.MXF"] = "a"
        card["XDROOT/Clip/C0001R01.BIM"] = ""
        let story = try CardStory(card)
        #expect(
            story.clips == """
                C0001 in XDROOT/Clip = U1
                  essence XDROOT/Clip/C0001.MXF
                  sidecar XDROOT/Clip/C0001R01.BIM
                  proxy XDROOT/Sub/C0001S03.MP4
                  thumbnail XDROOT/Thmbnl/C0001T01.JPG
                shared
                  XDROOT/CUEUP.XML
                  XDROOT/Clip/C0002M01.XML
                  XDROOT/General/Sony/Planning/p.XML
                  XDROOT/MEDIAPRO.XML
                  XDROOT/Sub/C0009S03.MP4
                """)
        #expect(
            story.findings == """
                index warning at XDROOT/MEDIAPRO.XML
                  XDROOT/MEDIAPRO.XML names Clip/C0001M01.XML, which is not there.
                index error at XDROOT/MEDIAPRO.XML
                  XDROOT/MEDIAPRO.XML names Clip/C0002.MXF, which is not there.
                empty-file warning at XDROOT/Clip/C0001R01.BIM
                  C0001R01.BIM of C0001 is empty.
                orphan warning at XDROOT/Sub/C0009S03.MP4
                  C0009S03.MP4 accompanies a clip that is not here: C0009.
                """)
        #expect(story.unlisted == [])
    }

    @Test("VENICE's names tell camera, reel and clip; C999 is followed by D001") func venice() throws {
        let story = try CardStory([
            "A001/MEDIAPRO.XML": "<MediaProfile/>", "A001/Clip/A001D001_230101ZZ.MXF": "x",
            "A001/Clip/A001C999_230101AB.MXF": "x", "A001/Clip/A001C999_230101ABM01.XML": "<x/>",
            "A001/Sub/A001C999_230101ABS03.MP4": "p",
        ])
        #expect(
            story.clips == """
                A001C999_230101AB in A001/Clip
                  essence A001/Clip/A001C999_230101AB.MXF
                  sidecar A001/Clip/A001C999_230101ABM01.XML
                  proxy A001/Sub/A001C999_230101ABS03.MP4
                A001D001_230101ZZ in A001/Clip
                  essence A001/Clip/A001D001_230101ZZ.MXF
                shared
                  A001/MEDIAPRO.XML
                """)
        #expect(story.findings == "")
    }

    @Test("Alpha: clips in M4ROOT, stills in DCIM, each with what is its own") func alpha() throws {
        let story = try CardStory([
            "PRIVATE/M4ROOT/MEDIAPRO.XML": "<MediaProfile/>", "PRIVATE/M4ROOT/STATUS.BIN": "s",
            "PRIVATE/M4ROOT/CLIP/C0001.MP4": "x", "PRIVATE/M4ROOT/CLIP/C0001M01.XML": "<x/>",
            "PRIVATE/M4ROOT/CLIP/holidays_M01.MP4": "a title",
            "PRIVATE/M4ROOT/SUB/C0001S03.MP4": "p", "PRIVATE/M4ROOT/THMBNL/C0001T01.JPG": "j",
            "PRIVATE/SONY/SONYCARD.IND": "i", "AVF_INFO/AVIN0001.INP": "i",
            "DCIM/100MSDCF/DSC00001.ARW": "raw", "DCIM/100MSDCF/DSC00001.JPG": "jpg",
        ])
        #expect(
            story.clips == """
                C0001 in PRIVATE/M4ROOT/CLIP
                  essence PRIVATE/M4ROOT/CLIP/C0001.MP4
                  sidecar PRIVATE/M4ROOT/CLIP/C0001M01.XML
                  proxy PRIVATE/M4ROOT/SUB/C0001S03.MP4
                  thumbnail PRIVATE/M4ROOT/THMBNL/C0001T01.JPG
                holidays_M01 in PRIVATE/M4ROOT/CLIP
                  essence PRIVATE/M4ROOT/CLIP/holidays_M01.MP4
                shared
                  AVF_INFO/AVIN0001.INP
                  PRIVATE/M4ROOT/MEDIAPRO.XML
                  PRIVATE/M4ROOT/STATUS.BIN
                  PRIVATE/SONY/SONYCARD.IND
                DSC00001 in DCIM/100MSDCF, still
                  essence DCIM/100MSDCF/DSC00001.ARW
                  essence DCIM/100MSDCF/DSC00001.JPG
                """)
        #expect(story.findings == "")
        #expect(story.unlisted == [])
    }

    /// Schema-built.
    private static let xdcamEX: CardBuilder = [
        "BPAV/MEDIAPRO.XML": "<MediaProfile/>", "BPAV/CUEUP.XML": "<x/>",
        "BPAV/CLPR/709_001_01/709_001_01.MP4": .random(900), "BPAV/CLPR/709_001_01/709_001_01.SMI": "<smil/>",
        "BPAV/CLPR/709_001_01/709_001_01M01.XML": "<x/>", "BPAV/CLPR/709_001_01/709_001_01R01.BIM": "b",
        "BPAV/CLPR/709_001_02/709_001_02.MP4": .random(900), "BPAV/CLPR/709_001_03/709_001_03.MP4": .random(100),
        "BPAV/CLPR/709_002_01/709_002_01.MP4": .random(80),
        "BPAV/TAKR/709_001/709_001.SMI": "<smil/>", "BPAV/TAKR/709_001/709_001M01.XML": "<x/>",
    ]

    @Test("XDCAM EX: a take in TAKR joins parts; what no take joins is a clip of its own") func takes() throws {
        let story = try CardStory(SonyCardTests.xdcamEX)
        #expect(
            story.clips == """
                709_001 in BPAV/CLPR/709_001_01
                  essence 1 BPAV/CLPR/709_001_01/709_001_01.MP4
                  essence 2 BPAV/CLPR/709_001_02/709_001_02.MP4
                  essence 3 BPAV/CLPR/709_001_03/709_001_03.MP4
                  sidecar BPAV/CLPR/709_001_01/709_001_01.SMI
                  sidecar BPAV/CLPR/709_001_01/709_001_01M01.XML
                  sidecar BPAV/CLPR/709_001_01/709_001_01R01.BIM
                  sidecar BPAV/TAKR/709_001/709_001.SMI
                  sidecar BPAV/TAKR/709_001/709_001M01.XML
                709_002_01 in BPAV/CLPR/709_002_01
                  essence BPAV/CLPR/709_002_01/709_002_01.MP4
                shared
                  BPAV/CUEUP.XML
                  BPAV/MEDIAPRO.XML
                """)
        #expect(story.findings == "")
        #expect(story.unlisted == [])
    }

    @Test("XDCAM EX: a part that is missing in the middle is missing") func missingPart() throws {
        var card = SonyCardTests.xdcamEX
        card["BPAV/CLPR/709_001_02/709_001_02.MP4"] = nil
        let story = try CardStory(card)
        #expect(
            story.findings == """
                missing-part error at BPAV/CLPR/709_001_01
                  Part 2 of 709_001 is missing (709_001_02.MP4): what was recorded in it is not here.
                """)
    }

    @Test("XDCAM EX: parts that the take's list names, or whose folder is left, and that are gone") func namedPart()
        throws
    {
        var card = SonyCardTests.xdcamEX
        card["BPAV/TAKR/709_001/709_001.SMI"] = """
            <smil><body><seq><ref src="../../CLPR/709_001_01/709_001_01.SMI"/>
            <ref src="../../CLPR/709_001_04/709_001_04.SMI"/></seq></body></smil>
            """
        card["BPAV/CLPR/709_002_01/709_002_01.MP4"] = nil
        card["BPAV/CLPR/709_002_01/709_002_01.SMI"] = "<smil/>"
        card["BPAV/CLPR/709_002_01/709_002_01M01.XML"] = "<x/>"
        #expect(
            try CardStory(card).findings == """
                missing-part error at BPAV/TAKR/709_001/709_001.SMI
                  709_001_04.MP4 of the take 709_001 is not here.
                missing-part error at BPAV/CLPR/709_002_01
                  709_002_01.MP4 of the take 709_002_01 is not here.
                """)
        card["BPAV/TAKR/709_002/709_002.SMI"] = "<smil/>"
        #expect(
            try CardStory(card).findings == """
                missing-part error at BPAV/TAKR/709_001/709_001.SMI
                  709_001_04.MP4 of the take 709_001 is not here.
                missing-part error at BPAV/CLPR/709_002_01
                  709_002_01.MP4 of the take 709_002 is not here.
                """)
    }

    @Test("XDCAM EX: a part that index and take both name is told once") func namedTwice() throws {
        var card = SonyCardTests.xdcamEX
        card["BPAV/CLPR/709_002_01/709_002_01.MP4"] = nil
        card["BPAV/CLPR/709_002_01/709_002_01.SMI"] = "<smil/>"
        card["BPAV/MEDIAPRO.XML"] = """
            <MediaProfile><Contents><Material uri="./CLPR/709_002_01/709_002_01.MP4"/></Contents></MediaProfile>
            """
        #expect(
            try CardStory(card).findings == """
                missing-part error at BPAV/CLPR/709_002_01
                  709_002_01.MP4 of the take 709_002_01 is not here.
                """)
    }

    @Test("XDCAM EX: a take that has parts on another card names it, and misses none") func otherCard() throws {
        let story = try CardStory([
            "BPAV/CLPR/709_001_02/709_001_02.MP4": "x", "BPAV/TAKR/709_001/709_001.SMI": "<smil/>",
            "BPAV/TAKR/709_001/709_001U01.SMI": "<smil/>", "BPAV/MEDIAPRO.XML": "<MediaProfile/>",
        ])
        #expect(
            story.clips == """
                709_001 in BPAV/CLPR/709_001_02
                  essence BPAV/CLPR/709_001_02/709_001_02.MP4
                  sidecar BPAV/TAKR/709_001/709_001.SMI
                  sidecar BPAV/TAKR/709_001/709_001U01.SMI
                shared
                  BPAV/MEDIAPRO.XML
                """)
        #expect(
            story.findings == """
                missing-part note at BPAV/TAKR/709_001
                  The take 709_001 has parts on another card.
                """)
    }
}
