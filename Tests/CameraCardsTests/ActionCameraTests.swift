import CameraCards
import FileTree
import RushesFixtures
import Testing

@Suite("GoPro cards") struct GoProTests {
    private let card: CardBuilder = [
        "MISC/version.txt": "v", "MISC/get_started_with_GoPro.url": "u",
        "DCIM/100GOPRO/GX010048.MP4": .random(40), "DCIM/100GOPRO/GX020048.MP4": .random(40),
        "DCIM/100GOPRO/GX030048.MP4": .random(9), "DCIM/100GOPRO/GX010049.MP4": .random(9),
        "DCIM/100GOPRO/GL010048.LRV": "l", "DCIM/100GOPRO/GL020048.LRV": "l", "DCIM/100GOPRO/GX010048.THM": "t",
        "DCIM/100GOPRO/GX010049.WAV": "w", "DCIM/100GOPRO/GOPR0050.JPG": "j", "DCIM/100GOPRO/GOPR0050.GPR": "g",
        "DCIM/100GOPRO/._GX010048.MP4": "twin", "DCIM/100GOPRO/Get_started.url": "u",
    ]

    private func with(_ path: RelativePath, _ content: CardBuilder.Content?) -> CardBuilder {
        var damaged = card
        damaged[path] = content
        return damaged
    }

    @Test("with MISC it is GoPro's; chapters of a number are one clip, in their order") func whole() throws {
        #expect(
            try CardStory(card).whole == """
                gopro DCIM certain
                  because there is DCIM/100GOPRO
                  folders DCIM/100GOPRO, MISC
                clip GX010048 in DCIM/100GOPRO
                  essence 1 DCIM/100GOPRO/GX010048.MP4
                  essence 2 DCIM/100GOPRO/GX020048.MP4
                  essence 3 DCIM/100GOPRO/GX030048.MP4
                  proxy 1 DCIM/100GOPRO/GL010048.LRV
                  proxy 2 DCIM/100GOPRO/GL020048.LRV
                  thumbnail 1 DCIM/100GOPRO/GX010048.THM
                clip GX010049 in DCIM/100GOPRO
                  essence 1 DCIM/100GOPRO/GX010049.MP4
                  audio 1 DCIM/100GOPRO/GX010049.WAV
                clip GOPR0050 in DCIM/100GOPRO still
                  essence DCIM/100GOPRO/GOPR0050.GPR
                  essence DCIM/100GOPRO/GOPR0050.JPG
                shared DCIM/100GOPRO/Get_started.url
                shared MISC/get_started_with_GoPro.url
                shared MISC/version.txt
                """)
    }

    @Test("a folder of it may be given itself") func folder() throws {
        #expect(
            try CardStory(["gh010002.mp4": "m"], label: "101GOPRO").whole == """
                gopro . certain
                  because the folder is called 101GOPRO
                clip gh010002 in .
                  essence 1 gh010002.mp4
                """)
    }

    @Test("older names, loops, bursts, live bursts, 360° and pictures in series") func kinds() throws {
        #expect(
            try CardStory([
                "DCIM/101GOPRO/GOPR1234.MP4": "m", "DCIM/101GOPRO/GP011234.MP4": "m", "DCIM/101GOPRO/GP021234.MP4": "m",
                "DCIM/101GOPRO/GOPR1234.THM": "t", "DCIM/101GOPRO/GOPR1234.LRV": "l",
                "DCIM/101GOPRO/GHAA0003.MP4": "m", "DCIM/101GOPRO/GHAA0004.MP4": "m", "DCIM/101GOPRO/GHAB0001.MP4": "m",
                "DCIM/101GOPRO/G0231235.JPG": "j", "DCIM/101GOPRO/G0231236.JPG": "j",
                "DCIM/101GOPRO/GG011237.MP4": "m", "DCIM/101GOPRO/GG011237.JPG": "j",
                "DCIM/101GOPRO/GS011238.360": "m", "DCIM/101GOPRO/GL011238.LRV": "l",
                "DCIM/101GOPRO/GPAA7112.JPG": "j",
            ]).whole == """
                gopro DCIM certain
                  because there is DCIM/101GOPRO
                  folders DCIM/101GOPRO
                clip GG011237 in DCIM/101GOPRO
                  essence 1 DCIM/101GOPRO/GG011237.MP4
                clip GS011238 in DCIM/101GOPRO
                  essence 1 DCIM/101GOPRO/GS011238.360
                  proxy 1 DCIM/101GOPRO/GL011238.LRV
                clip GHAA0003 in DCIM/101GOPRO
                  essence 3 DCIM/101GOPRO/GHAA0003.MP4
                  essence 4 DCIM/101GOPRO/GHAA0004.MP4
                clip GHAB0001 in DCIM/101GOPRO
                  essence 1 DCIM/101GOPRO/GHAB0001.MP4
                clip GOPR1234 in DCIM/101GOPRO
                  essence 0 DCIM/101GOPRO/GOPR1234.MP4
                  essence 1 DCIM/101GOPRO/GP011234.MP4
                  essence 2 DCIM/101GOPRO/GP021234.MP4
                  proxy 0 DCIM/101GOPRO/GOPR1234.LRV
                  thumbnail 0 DCIM/101GOPRO/GOPR1234.THM
                clip GG011237 in DCIM/101GOPRO still
                  essence DCIM/101GOPRO/GG011237.JPG
                clip G0231235 in DCIM/101GOPRO still
                  essence DCIM/101GOPRO/G0231235.JPG
                  essence DCIM/101GOPRO/G0231236.JPG
                clip GPAA7112 in DCIM/101GOPRO still
                  essence DCIM/101GOPRO/GPAA7112.JPG
                """)
    }

    @Test("chapters that go on in the next folder are the same clip") func nextFolder() throws {
        #expect(
            try CardStory([
                "DCIM/100GOPRO/GX019999.MP4": "m", "DCIM/101GOPRO/GX029999.MP4": "m", "DCIM/101GOPRO/GX010001.MP4": "m",
            ]).whole == """
                gopro DCIM certain
                  because there is DCIM/100GOPRO
                  folders DCIM/100GOPRO, DCIM/101GOPRO
                clip GX019999 in DCIM/100GOPRO
                  essence 1 DCIM/100GOPRO/GX019999.MP4
                  essence 2 DCIM/101GOPRO/GX029999.MP4
                clip GX010001 in DCIM/101GOPRO
                  essence 1 DCIM/101GOPRO/GX010001.MP4
                """)
    }

    @Test("a chapter that is gone, or empty") func chapters() throws {
        #expect(
            try CardStory(with("DCIM/100GOPRO/GX020048.MP4", nil)).wrong == """
                error missing-part DCIM/100GOPRO: Part 2 of GX010048 is missing (GX020048.MP4): what was recorded in \
                it is not here.
                """)
        #expect(
            try CardStory(with("DCIM/100GOPRO/GX010048.MP4", nil)).wrong == """
                error missing-part DCIM/100GOPRO: Part 1 of GX020048 is missing (GX010048.MP4): what was recorded in \
                it is not here.
                """)
        #expect(
            try CardStory(with("DCIM/100GOPRO/GX020048.MP4", "")).wrong == """
                error empty-file DCIM/100GOPRO/GX020048.MP4: GX020048.MP4 of GX010048 is empty.
                """)
        #expect(
            try CardStory(["DCIM/101GOPRO/GP011234.MP4": "m", "DCIM/101GOPRO/GP021234.MP4": "m"]).wrong == """
                error missing-part DCIM/101GOPRO: Part 0 of GP011234 is missing (GOPR1234.MP4): what was recorded in \
                it is not here.
                """)
    }

    @Test("a last chapter of which only the small copy or the thumbnail is left") func lastChapter() throws {
        for left: RelativePath in ["DCIM/100GOPRO/GX020049.THM", "DCIM/100GOPRO/GL020049.LRV"] {
            #expect(
                try CardStory(with(left, "l")).wrong == """
                    error missing-part DCIM/100GOPRO: Part 2 of GX010049 is missing (GX020049.MP4): what was \
                    recorded in it is not here.
                    """)
        }
    }

    @Test("a small copy without its film, and numbers that are not there") func orphans() throws {
        #expect(
            try CardStory(with("DCIM/100GOPRO/GL010055.LRV", "l")).wrong == """
                warning orphan DCIM/100GOPRO/GL010055.LRV: GL010055.LRV accompanies a clip that is not here: GL010055.
                note clip-gap DCIM/100GOPRO: Numbers 0051 to 0054 are not here.
                """)
        var both = with("DCIM/100GOPRO/GL010051.LRV", "l")
        both["DCIM/100GOPRO/GX010051.THM"] = "t"
        #expect(
            try CardStory(both).wrong == """
                warning orphan DCIM/100GOPRO/GL010051.LRV: GL010051.LRV and 1 more file of its name accompany a clip \
                that is not here: GX010051.
                """)
        #expect(
            try CardStory(with("DCIM/100GOPRO/GX010055.MP4", "m")).wrong == """
                note clip-gap DCIM/100GOPRO: Numbers 0051 to 0054 are not here.
                """)
    }
}

@Suite("Insta360, a lens of two") struct Insta360LensTests {
    @Test("the second is missed where the small copy shows both") func second() throws {
        let card: CardBuilder = [
            "DCIM/Camera01/VID_20250925_213000_00_001.insv": "m", "DCIM/Camera01/VID_20250925_213000_10_001.insv": "m",
            "DCIM/Camera01/LRV_20250925_213000_11_001.insv": "m", "DCIM/Camera01/VID_20250925_214500_00_002.insv": "m",
        ]
        #expect(try CardStory(card).wrong == "")
        var damaged = card
        damaged["DCIM/Camera01/VID_20250925_213000_10_001.insv"] = nil
        #expect(
            try CardStory(damaged).wrong == """
                warning missing-part DCIM/Camera01: VID_20250925_213000_00_001 is the first lens, and its small copy \
                shows both; the second (_10_) is not here.
                """)
    }
}

@Suite("DJI cards") struct DJITests {
    private let card: CardBuilder = [
        "MISC/LOG/0001.log": "v",
        "DCIM/DJI_001/DJI_20230828172510_0001_D.MP4": "m", "DCIM/DJI_001/DJI_20230828172510_0001_D.SRT": "s",
        "DCIM/DJI_001/DJI_20230828172510_0001_D.LRF": "l", "DCIM/DJI_001/DJI_20230828172710_0002_D.JPG": "j",
        "DCIM/DJI_001/DJI_20230828172710_0002_D.DNG": "d", "DCIM/DJI_001/DJI_20230828172910_0003_W.MP4": "m",
        "DCIM/DJI_001/DJI_20230828172910_0003_T.MP4": "m", "DCIM/DJI_001/DJI_20230828172910_0003_Z.MP4": "m",
    ]

    @Test("with MISC it is DJI's; every lens is a clip of its own") func whole() throws {
        #expect(
            try CardStory(card).whole == """
                dji DCIM certain
                  because there is DCIM/DJI_001
                  because DCIM/DJI_001/DJI_20230828172510_0001_D.LRF is named as DJI clips are
                  folders DCIM/DJI_001, MISC
                clip DJI_20230828172510_0001_D in DCIM/DJI_001
                  essence DCIM/DJI_001/DJI_20230828172510_0001_D.MP4
                  proxy DCIM/DJI_001/DJI_20230828172510_0001_D.LRF
                  sidecar DCIM/DJI_001/DJI_20230828172510_0001_D.SRT
                clip DJI_20230828172910_0003_T in DCIM/DJI_001
                  essence DCIM/DJI_001/DJI_20230828172910_0003_T.MP4
                clip DJI_20230828172910_0003_W in DCIM/DJI_001
                  essence DCIM/DJI_001/DJI_20230828172910_0003_W.MP4
                clip DJI_20230828172910_0003_Z in DCIM/DJI_001
                  essence DCIM/DJI_001/DJI_20230828172910_0003_Z.MP4
                clip DJI_20230828172710_0002_D in DCIM/DJI_001 still
                  essence DCIM/DJI_001/DJI_20230828172710_0002_D.DNG
                  essence DCIM/DJI_001/DJI_20230828172710_0002_D.JPG
                shared MISC/LOG/0001.log
                """)
    }

    @Test("older names in 100MEDIA, in parts; the first has no number") func older() throws {
        #expect(
            try CardStory([
                "DCIM/100MEDIA/DJI_0001.MP4": .random(40), "DCIM/100MEDIA/DJI_0001_002.MP4": .random(40),
                "DCIM/100MEDIA/DJI_0001_003.MP4": .random(4), "DCIM/100MEDIA/DJI_0001.SRT": "s",
                "DCIM/101MEDIA/DJI_0001.MP4": "m", "DCIM/100MEDIA/notes.txt": "n",
            ]).whole == """
                dji DCIM likely
                  because DCIM/100MEDIA/DJI_0001.MP4 is named as DJI clips are
                  folders DCIM/100MEDIA, DCIM/101MEDIA
                clip DJI_0001 in DCIM/100MEDIA
                  essence DCIM/100MEDIA/DJI_0001.MP4
                  essence 2 DCIM/100MEDIA/DJI_0001_002.MP4
                  essence 3 DCIM/100MEDIA/DJI_0001_003.MP4
                  sidecar DCIM/100MEDIA/DJI_0001.SRT
                clip DJI_0001 in DCIM/101MEDIA
                  essence DCIM/101MEDIA/DJI_0001.MP4
                shared DCIM/100MEDIA/notes.txt
                """)
    }

    @Test("a part that is gone, captions without a film") func damage() throws {
        #expect(
            try CardStory([
                "DCIM/100MEDIA/DJI_0001.MP4": "m", "DCIM/100MEDIA/DJI_0001_003.MP4": "m",
                "DCIM/100MEDIA/DJI_0002.SRT": "s",
            ]).wrong == """
                error missing-part DCIM/100MEDIA: Part 2 of DJI_0001 is missing (DJI_0001_002.MP4): what was \
                recorded in it is not here.
                warning orphan DCIM/100MEDIA/DJI_0002.SRT: DJI_0002.SRT accompanies a clip that is not here: DJI_0002.
                """)
    }

    @Test("a 100MEDIA that holds nobody's names is nobody's; beside GoPro, MISC is GoPro's") func others() throws {
        #expect(try CardStory(["DCIM/100MEDIA/IMAG0001.JPG": "j"]).layouts.map(\.family) == [.genericDCIM])
        #expect(
            try CardStory([
                "DCIM/DJI_001/DJI_0001.MP4": "m", "DCIM/100GOPRO/GX010001.MP4": "m", "MISC/version.txt": "v",
            ]).whole == """
                gopro DCIM certain
                  because there is DCIM/100GOPRO
                  folders DCIM/100GOPRO, MISC
                clip GX010001 in DCIM/100GOPRO
                  essence 1 DCIM/100GOPRO/GX010001.MP4
                shared MISC/version.txt
                dji DCIM certain
                  because there is DCIM/DJI_001
                  because DCIM/DJI_001/DJI_0001.MP4 is named as DJI clips are
                  folders DCIM/DJI_001
                clip DJI_0001 in DCIM/DJI_001
                  essence DCIM/DJI_001/DJI_0001.MP4
                """)
    }
}

@Suite("Insta360 cards") struct Insta360Tests {
    @Test("lenses of a number are one clip, with the small copy") func whole() throws {
        #expect(
            try CardStory([
                "DCIM/fileinfo_list.list": "l", "DCIM/Camera01/VID_20250925_213000_00_001.insv": "m",
                "DCIM/Camera01/VID_20250925_213000_10_001.insv": "m",
                "DCIM/Camera01/LRV_20250925_213000_11_001.insv": "m",
                "DCIM/Camera01/VID_20250925_214500_00_002.insv": "m",
                "DCIM/Camera01/LRV_20250925_214500_01_002.lrv": "m",
                "DCIM/Camera01/IMG_20250925_215000_00_003.insp": "m",
                "DCIM/Camera01/IMG_20250925_215000_00_003.dng": "m",
                "DCIM/Camera01/VID_20250925_220000_10_004.mp4": "m",
            ]).whole == """
                insta360 DCIM certain
                  because there is DCIM/Camera01/IMG_20250925_215000_00_003.insp
                  folders DCIM/Camera01
                clip VID_20250925_213000_00_001 in DCIM/Camera01
                  essence DCIM/Camera01/VID_20250925_213000_00_001.insv
                  essence DCIM/Camera01/VID_20250925_213000_10_001.insv
                  proxy DCIM/Camera01/LRV_20250925_213000_11_001.insv
                clip VID_20250925_214500_00_002 in DCIM/Camera01
                  essence DCIM/Camera01/VID_20250925_214500_00_002.insv
                  proxy DCIM/Camera01/LRV_20250925_214500_01_002.lrv
                clip VID_20250925_220000_10_004 in DCIM/Camera01
                  essence DCIM/Camera01/VID_20250925_220000_10_004.mp4
                clip IMG_20250925_215000_00_003 in DCIM/Camera01 still
                  essence DCIM/Camera01/IMG_20250925_215000_00_003.dng
                  essence DCIM/Camera01/IMG_20250925_215000_00_003.insp
                shared DCIM/fileinfo_list.list
                """)
    }

    @Test("the second lens alone, a small copy alone") func damage() throws {
        #expect(
            try CardStory([
                "DCIM/Camera01/VID_20250925_213000_10_001.insv": "m",
                "DCIM/Camera01/LRV_20250925_213100_11_002.insv": "m",
            ]).wrong == """
                warning orphan DCIM/Camera01/LRV_20250925_213100_11_002.insv: LRV_20250925_213100_11_002.insv \
                accompanies a clip that is not here: LRV_20250925_213100_11_002.
                warning missing-part DCIM/Camera01: VID_20250925_213000_10_001 is the second lens; the first (_00_) \
                is not here.
                """)
    }

    @Test("names alone are likely; a phone's Camera folder is not one") func others() throws {
        #expect(
            try CardStory(["DCIM/Camera01/VID_20250925_220000_10_004.mp4": "m"]).whole == """
                insta360 DCIM likely
                  because DCIM/Camera01/VID_20250925_220000_10_004.mp4 is named as Insta360 clips are
                  folders DCIM/Camera01
                clip VID_20250925_220000_10_004 in DCIM/Camera01
                  essence DCIM/Camera01/VID_20250925_220000_10_004.mp4
                """)
        let phone = try CardStory(["DCIM/Camera/VID_20250925_220000_10_004.mp4": "m"])
        #expect(phone.layouts.map(\.family) == [.genericDCIM])
    }
}
