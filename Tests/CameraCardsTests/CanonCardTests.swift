import CameraCards
import FileTree
import RushesFixtures
import Testing

@Suite("Canon cards") struct CanonCardTests {
    /// Schema-built.
    private static let xf: CardBuilder = [
        "CONTENTS/INDEX.MIF": "i", "CONTENTS/CLIPS001/AA2123/AA2123.CIF": "c",
        "CONTENTS/CLIPS001/AA2123/AA2123.XML": "<x/>", "CONTENTS/CLIPS001/AA2123/AA2123.CPF": "p",
        "CONTENTS/CLIPS001/AA2123/AA2123.THM": "t", "CONTENTS/CLIPS001/AA2123/AA212301.MXF": .random(900),
        "CONTENTS/CLIPS001/AA2123/AA212301.SIF": "s", "CONTENTS/CLIPS001/AA2123/AA212302.MXF": .random(900),
        "CONTENTS/CLIPS001/AA2123/AA212303.MXF": .random(100), "CONTENTS/CLIPS001/AA2124/AA2124.CIF": "c",
        "CONTENTS/CLIPS001/AA2124/AA212401.MXF": .random(100), "CONTENTS/CLIPS001/INDEX.MIF": "i",
    ]

    @Test("XF: a folder is a clip, its numbered files are parts") func parts() throws {
        let story = try CardStory(CanonCardTests.xf)
        #expect(
            story.clips == """
                AA2123 in CONTENTS/CLIPS001/AA2123
                  essence 1 CONTENTS/CLIPS001/AA2123/AA212301.MXF
                  essence 2 CONTENTS/CLIPS001/AA2123/AA212302.MXF
                  essence 3 CONTENTS/CLIPS001/AA2123/AA212303.MXF
                  sidecar CONTENTS/CLIPS001/AA2123/AA2123.CIF
                  sidecar CONTENTS/CLIPS001/AA2123/AA2123.CPF
                  thumbnail CONTENTS/CLIPS001/AA2123/AA2123.THM
                  sidecar CONTENTS/CLIPS001/AA2123/AA2123.XML
                  sidecar 1 CONTENTS/CLIPS001/AA2123/AA212301.SIF
                AA2124 in CONTENTS/CLIPS001/AA2124
                  essence 1 CONTENTS/CLIPS001/AA2124/AA212401.MXF
                  sidecar CONTENTS/CLIPS001/AA2124/AA2124.CIF
                shared
                  CONTENTS/CLIPS001/INDEX.MIF
                  CONTENTS/INDEX.MIF
                """)
        #expect(story.findings == "")
        #expect(story.unlisted == [])
    }

    @Test("XF: a part that is gone, and a clip of which only sidecars are left, are found") func damage() throws {
        var card = CanonCardTests.xf
        card["CONTENTS/CLIPS001/AA2123/AA212302.MXF"] = nil
        card["CONTENTS/CLIPS001/AA2124/AA212401.MXF"] = nil
        let story = try CardStory(card)
        #expect(
            story.findings == """
                missing-part error at CONTENTS/CLIPS001/AA2123
                  Part 2 of AA2123 is missing (AA212302.MXF): what was recorded in it is not here.
                orphan warning at CONTENTS/CLIPS001/AA2124/AA2124.CIF
                  AA2124.CIF accompanies a clip that is not here: AA2124.
                """)
    }

    @Test("XF: a last part of which only the SIF is left") func lastPart() throws {
        var card = CanonCardTests.xf
        card["CONTENTS/CLIPS001/AA2124/AA212402.SIF"] = "s"
        #expect(
            try CardStory(card).findings == """
                missing-part error at CONTENTS/CLIPS001/AA2124
                  Part 2 of AA2124 is missing (AA212402.MXF): what was recorded in it is not here.
                """)
    }

    @Test("XF-AVC without folders: clips by name") func flat() throws {
        let story = try CardStory([
            "CONTENTS/INDEX.MIF": "i", "CONTENTS/CLIPS001/A001C001_210925AB_CANON.MXF": "x",
            "CONTENTS/CLIPS001/A001C001_210925AB_CANON.XML": "<x/>",
            "CONTENTS/CLIPS001/A001C003_210925CD_CANON.MXF": "x",
        ])
        #expect(
            story.clips == """
                A001C001_210925AB_CANON in CONTENTS/CLIPS001
                  essence CONTENTS/CLIPS001/A001C001_210925AB_CANON.MXF
                  sidecar CONTENTS/CLIPS001/A001C001_210925AB_CANON.XML
                A001C003_210925CD_CANON in CONTENTS/CLIPS001
                  essence CONTENTS/CLIPS001/A001C003_210925CD_CANON.MXF
                shared
                  CONTENTS/INDEX.MIF
                """)
        #expect(
            story.findings == """
                clip-gap note at CONTENTS/CLIPS001
                  Clip C002 of reel A001 is not here.
                """)
    }

    @Test("XF-AVC S: parts, a proxy, sound of slow motion, and what stands for the card") func xfvc() throws {
        let story = try CardStory([
            "XFVC/REEL_0003/A_0003C048H260421_082509HN_CANON_001.MP4": .random(900),
            "XFVC/REEL_0003/A_0003C048H260421_082509HN_CANON_002.MP4": .random(90),
            "XFVC/REEL_0003/A_0003C048H260421_082509HN_CANON.XML": "<x/>",
            "XFVC/REEL_0003/A_0003C049H260421_083000AB_CANON.MP4": "x",
            "XFVC/REEL_0003/A_0003C049H260421_083000AB_CANON_Proxy.MP4": "p",
            "PRIVATE/AUDIO/A_0003C049H260421_083000AB_CANON.WAV": "s",
            "XFVC/CANONMSC/M0001.CTG": "c", "CAMERA.CSD": "c", "MISC": .folder,
        ])
        #expect(
            story.clips == """
                A_0003C048H260421_082509HN_CANON in XFVC/REEL_0003
                  essence 1 XFVC/REEL_0003/A_0003C048H260421_082509HN_CANON_001.MP4
                  essence 2 XFVC/REEL_0003/A_0003C048H260421_082509HN_CANON_002.MP4
                  sidecar XFVC/REEL_0003/A_0003C048H260421_082509HN_CANON.XML
                A_0003C049H260421_083000AB_CANON in XFVC/REEL_0003
                  essence XFVC/REEL_0003/A_0003C049H260421_083000AB_CANON.MP4
                  audio PRIVATE/AUDIO/A_0003C049H260421_083000AB_CANON.WAV
                  proxy XFVC/REEL_0003/A_0003C049H260421_083000AB_CANON_Proxy.MP4
                shared
                  CAMERA.CSD
                  XFVC/CANONMSC/M0001.CTG
                """)
        #expect(story.findings == "")
        #expect(story.unlisted == [])
    }

    @Test("RAW with the smaller movie of its name; a proxy whose clip is not here") func raw() throws {
        let story = try CardStory([
            "CRM/REEL_0003/A_0003C048H260421_082509HN_CANON.CRM": "raw",
            "XFVC/REEL_0003/A_0003C048H260421_082509HN_CANON.MP4": "small",
            "XFVC/REEL_0003/A_0003C050H260421_090000AB_CANON_Proxy.MP4": "p",
        ])
        #expect(
            story.clips == """
                A_0003C048H260421_082509HN_CANON in CRM/REEL_0003
                  essence CRM/REEL_0003/A_0003C048H260421_082509HN_CANON.CRM
                  proxy XFVC/REEL_0003/A_0003C048H260421_082509HN_CANON.MP4
                shared
                  XFVC/REEL_0003/A_0003C050H260421_090000AB_CANON_Proxy.MP4
                """)
        #expect(
            story.findings == """
                orphan warning at XFVC/REEL_0003/A_0003C050H260421_090000AB_CANON_Proxy.MP4
                  A_0003C050H260421_090000AB_CANON_Proxy.MP4 accompanies a clip that is not here: A_0003C050H260421_090000AB_CANON.
                """)
    }

    @Test("DCIM: movies with their thumbnails, RAW with its proxy, stills last") func pictures() throws {
        let story = try CardStory([
            "DCIM/100CANON/MVI_0002.MP4": "x", "DCIM/100CANON/MVI_0002.THM": "t", "DCIM/100CANON/IMG_0001.CR3": "raw",
            "DCIM/100CANON/IMG_0001.JPG": "jpg", "DCIM/100CANON/A001C002_210925AB_CANON.CRM": "raw",
            "DCIM/100CANON/A001C002_210925AB_CANON.MP4": "p", "DCIM/101CANON/MVI_0002.MP4": "another",
            "DCIM/CANONMSC/M0100.CTG": "c", "MISC/AUTPRINT.MRK": "m",
        ])
        #expect(
            story.clips == """
                A001C002_210925AB_CANON in DCIM/100CANON
                  essence DCIM/100CANON/A001C002_210925AB_CANON.CRM
                  proxy DCIM/100CANON/A001C002_210925AB_CANON.MP4
                MVI_0002 in DCIM/100CANON
                  essence DCIM/100CANON/MVI_0002.MP4
                  thumbnail DCIM/100CANON/MVI_0002.THM
                MVI_0002 in DCIM/101CANON
                  essence DCIM/101CANON/MVI_0002.MP4
                IMG_0001 in DCIM/100CANON, still
                  essence DCIM/100CANON/IMG_0001.CR3
                  essence DCIM/100CANON/IMG_0001.JPG
                shared
                  DCIM/CANONMSC/M0100.CTG
                  MISC/AUTPRINT.MRK
                """)
        #expect(story.findings == "")
        #expect(story.unlisted == [])
    }
}
