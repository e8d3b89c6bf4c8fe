import CameraCards
import FileTree
import RushesFixtures
import Testing

@Suite("Cards with DCIM") struct PictureCardTests {
    @Test("EVA1: clips are named like ARRI's and are Panasonic's; thumbnails lie in PRIVATE") func panasonic() throws {
        let story = try CardStory([
            "DCIM/001RAQAM/B002C001_180315_R0AB.MOV": "x", "DCIM/001RAQAM/B002C003_180315_R0CD.MOV": "x",
            "PRIVATE/PANA_GRP/001RAQAM/B002C001_180315_R0AB.THM": "t", "PRIVATE/PANA_GRP/001RAQAM/INFO.DAT": "i",
        ])
        #expect(
            story.clips == """
                B002C001_180315_R0AB in DCIM/001RAQAM
                  essence DCIM/001RAQAM/B002C001_180315_R0AB.MOV
                  thumbnail PRIVATE/PANA_GRP/001RAQAM/B002C001_180315_R0AB.THM
                B002C003_180315_R0CD in DCIM/001RAQAM
                  essence DCIM/001RAQAM/B002C003_180315_R0CD.MOV
                shared
                  PRIVATE/PANA_GRP/001RAQAM/INFO.DAT
                """)
        #expect(
            story.findings == """
                clip-gap note at DCIM/001RAQAM
                  Clip C002 of reel B002 is not here.
                """)
        #expect(story.unlisted == [])
    }

    @Test("Nikon: raw with its proxy, and a movie of its own") func nikon() throws {
        let story = try CardStory([
            "DCIM/100NIKON/DSC_0001.NEV": "raw", "DCIM/100NIKON/DSC_0001.MP4": "p",
            "DCIM/100NIKON/DSC_0002.MOV": "x", "DCIM/100NIKON/DSC_0003.NEF": "raw",
        ])
        #expect(
            story.clips == """
                DSC_0001 in DCIM/100NIKON
                  essence DCIM/100NIKON/DSC_0001.NEV
                  proxy DCIM/100NIKON/DSC_0001.MP4
                DSC_0002 in DCIM/100NIKON
                  essence DCIM/100NIKON/DSC_0002.MOV
                DSC_0003 in DCIM/100NIKON, still
                  essence DCIM/100NIKON/DSC_0003.NEF
                """)
        #expect(story.findings == "")
    }

    @Test("Apple: a Live Photo is one still; what was edited is a clip of its own") func apple() throws {
        let story = try CardStory([
            "DCIM/100APPLE/IMG_0001.HEIC": "still", "DCIM/100APPLE/IMG_0001.MOV": "live",
            "DCIM/100APPLE/IMG_0002.MOV": "x", "DCIM/100APPLE/IMG_0002.AAE": "<x/>",
            "DCIM/100APPLE/IMG_E0002.MOV": "edited", "DCIM/100APPLE/IMG_O0002.AAE": "<x/>",
            "DCIM/100APPLE/IMG_0009.AAE": "<x/>", "DCIM/100APPLE/A001_08151512_C001.mov": "x",
        ])
        #expect(
            story.clips == """
                A001_08151512_C001 in DCIM/100APPLE
                  essence DCIM/100APPLE/A001_08151512_C001.mov
                IMG_0002 in DCIM/100APPLE
                  essence DCIM/100APPLE/IMG_0002.MOV
                  sidecar DCIM/100APPLE/IMG_0002.AAE
                  sidecar DCIM/100APPLE/IMG_O0002.AAE
                IMG_E0002 in DCIM/100APPLE
                  essence DCIM/100APPLE/IMG_E0002.MOV
                IMG_0001 in DCIM/100APPLE, still
                  essence DCIM/100APPLE/IMG_0001.HEIC
                  essence DCIM/100APPLE/IMG_0001.MOV
                shared
                  DCIM/100APPLE/IMG_0009.AAE
                """)
        #expect(
            story.findings == """
                orphan warning at DCIM/100APPLE/IMG_0009.AAE
                  IMG_0009.AAE accompanies a clip that is not here: IMG_0009.
                """)
        #expect(story.unlisted == [])
    }

    @Test("any camera: a poster of a movie, a proxy, captions, a memo to a still; a folder in a folder")
    func any() throws {
        let story = try CardStory([
            "DCIM/100ABCDE/P0001.MP4": "x", "DCIM/100ABCDE/P0001.JPG": "poster", "DCIM/100ABCDE/P0001.LRV": "p",
            "DCIM/100ABCDE/P0001.SRT": "s", "DCIM/100ABCDE/P0002.JPG": "still", "DCIM/100ABCDE/P0002.WAV": "memo",
            "DCIM/100ABCDE/sub/P0001.MP4": "another", "DCIM/100ABCDE/INDEX.DAT": "i", "DCIM/101ABCDE/P0001.MP4": "x",
        ])
        #expect(
            story.clips == """
                P0001 in DCIM/100ABCDE
                  essence DCIM/100ABCDE/P0001.MP4
                  thumbnail DCIM/100ABCDE/P0001.JPG
                  proxy DCIM/100ABCDE/P0001.LRV
                  sidecar DCIM/100ABCDE/P0001.SRT
                P0001 in DCIM/100ABCDE/sub
                  essence DCIM/100ABCDE/sub/P0001.MP4
                P0001 in DCIM/101ABCDE
                  essence DCIM/101ABCDE/P0001.MP4
                P0002 in DCIM/100ABCDE, still
                  essence DCIM/100ABCDE/P0002.JPG
                  audio DCIM/100ABCDE/P0002.WAV
                shared
                  DCIM/100ABCDE/INDEX.DAT
                """)
        #expect(story.findings == "")
        #expect(story.unlisted == [])
    }

    @Test("a folder's name may be decomposed, or no UTF-8 at all") func names() throws {
        var card: CardBuilder = ["DCIM/Cafe\u{301}/P0001.MP4": "x"]
        let raw = try #require(RelativePath(Array("DCIM/".utf8) + [0xFF, 0xFE] + Array("/P0001.MP4".utf8)))
        card[raw] = "x"
        let story = try CardStory(card)
        #expect(
            story.layouts.flatMap { Recognition.clips(of: $0, on: story.card).clips }.map(\.folder) == [
                "DCIM/Cafe\u{301}", raw.parent,
            ])
        #expect(story.unlisted == [])
    }
}
