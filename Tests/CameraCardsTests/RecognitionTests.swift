import FileTree
import RushesFixtures
import Testing

@testable import CameraCards

@Suite("Whose card it is") struct RecognitionTests {
    /// What lies on a card, and what is said of it.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let card: CardBuilder
        let answers: [String]

        init(_ name: String, _ files: [RelativePath], _ answers: [String]) {
            testDescription = name
            card = CardBuilder(Dictionary(files.map { ($0, .random(10)) }, uniquingKeysWith: { one, _ in one }))
            self.answers = answers
        }
    }

    private static let rows = [
        Row(
            "Sony with XDROOT", ["XDROOT/MEDIAPRO.XML", "XDROOT/Clip/C0001.MXF"],
            [
                "sony-xavc certain at XDROOT, sealed XDROOT: XDROOT/MEDIAPRO.XML, XDROOT/Clip"
            ]),
        Row(
            "XDROOT on an SD card, in small letters", ["Private/xdroot/mediapro.xml", "Private/xdroot/clip/C0001.MXF"],
            [
                "sony-xavc certain at Private/xdroot, sealed Private: Private/xdroot/mediapro.xml, Private/xdroot/clip"
            ]),
        Row(
            "VENICE that renamed XDROOT",
            ["A001/MEDIAPRO.XML", "A001/Clip/A001C001_230101AB.MXF", "A001/Sub/A001C001_230101ABS03.MP4"],
            [
                "sony-xavc likely at A001, reel A001, sealed A001: A001/MEDIAPRO.XML, A001/Clip"
            ]),
        Row(
            "XDROOT itself", ["MEDIAPRO.XML", "Clip/A002C001_230101AB.MXF", "Clip/A002C002_230101XY.MXF"],
            [
                "sony-xavc likely at ., reel A002, sealed .: MEDIAPRO.XML, Clip"
            ]),
        Row(
            "an XDROOT without its index", ["XDROOT/Clip/C0001.MXF"],
            [
                "sony-xavc likely at XDROOT, sealed XDROOT: XDROOT/Clip"
            ]),
        Row(
            "Alpha with M4ROOT and stills",
            [
                "PRIVATE/M4ROOT/MEDIAPRO.XML", "PRIVATE/M4ROOT/STATUS.BIN", "PRIVATE/M4ROOT/CLIP/C0001.MP4",
                "PRIVATE/SONY/SONYCARD.IND", "PRIVATE/DATABASE/DATABASE.BIN", "AVF_INFO/AVIN0001.BNP",
                "DCIM/100MSDCF/DSC00001.ARW",
            ],
            [
                "sony-xavc-s certain at PRIVATE/M4ROOT, sealed PRIVATE: PRIVATE/M4ROOT/MEDIAPRO.XML, PRIVATE/M4ROOT/CLIP",
                "dcim likely at DCIM: DCIM/100MSDCF",
            ]),
        Row(
            "M4ROOT itself", ["MEDIAPRO.XML", "STATUS.BIN", "CLIP/C0001.MP4"],
            [
                "sony-xavc-s likely at ., sealed .: MEDIAPRO.XML, CLIP"
            ]),
        Row(
            "XDCAM EX",
            [
                "BPAV/MEDIAPRO.XML", "BPAV/CUEUP.XML", "BPAV/CLPR/709_001_01/709_001_01.MP4",
                "BPAV/TAKR/709_001/709_001.SMI",
            ],
            [
                "sony-xdcam-ex certain at BPAV, sealed BPAV: BPAV/CLPR, BPAV/TAKR, BPAV/MEDIAPRO.XML"
            ]),
        Row(
            "BPAV itself", ["MEDIAPRO.XML", "CLPR/709_001_01/709_001_01.MP4", "TAKR/709_001/709_001.SMI"],
            [
                "sony-xdcam-ex certain at ., sealed .: CLPR, TAKR, MEDIAPRO.XML"
            ]),
        Row(
            "P2", ["LASTCLIP.TXT", "CONTENTS/CLIP/0001AB.XML", "CONTENTS/VIDEO/0001AB.MXF"],
            [
                "panasonic-p2 certain at CONTENTS, sealed CONTENTS, LASTCLIP.TXT: CONTENTS/CLIP/0001AB.XML, CONTENTS/VIDEO, LASTCLIP.TXT"
            ]),
        Row(
            "CONTENTS of P2 itself", ["CLIP/0001AB.XML", "VIDEO/0001AB.MXF"],
            [
                "panasonic-p2 likely at ., sealed .: CLIP/0001AB.XML, VIDEO"
            ]),
        Row(
            "EVA1, whose clips are named like ARRI's",
            ["DCIM/001RAQAM/B002C001_180315_R0AB.MOV", "PRIVATE/PANA_GRP/001RAQAM/B002C001_180315_R0AB.THM"],
            [
                "panasonic-mov certain at DCIM, reel B002, sealed PRIVATE: DCIM/001RAQAM, PRIVATE/PANA_GRP"
            ]),
        Row(
            "Lumix with AVCHD and DCIM",
            [
                "DCIM/100_PANA/P1000001.JPG", "PRIVATE/AVCHD/BDMV/INDEX.BDM", "PRIVATE/AVCHD/BDMV/MOVIEOBJ.BDM",
                "PRIVATE/AVCHD/BDMV/STREAM/00000.MTS", "MISC/AUTPRINT.MRK",
            ],
            [
                "avchd certain at PRIVATE/AVCHD, sealed PRIVATE: PRIVATE/AVCHD/BDMV/INDEX.BDM, PRIVATE/AVCHD/BDMV/MOVIEOBJ.BDM, PRIVATE/AVCHD/BDMV/STREAM",
                "dcim likely at DCIM: DCIM/100_PANA",
            ]),
        Row(
            "Canon XF",
            ["CONTENTS/INDEX.MIF", "CONTENTS/CLIPS001/AA2123/AA2123.CIF", "CONTENTS/CLIPS001/AA2123/AA212301.MXF"],
            [
                "canon-xf certain at CONTENTS, sealed CONTENTS: CONTENTS/CLIPS001, CONTENTS/INDEX.MIF"
            ]),
        Row(
            "Canon XF with stills in DCIM",
            ["CONTENTS/INDEX.MIF", "CONTENTS/CLIPS001/A001C001_210925AB_CANON.MXF", "DCIM/100CANON/IMG_0001.JPG"],
            [
                "canon-xf certain at CONTENTS, reel A001, sealed CONTENTS: CONTENTS/CLIPS001, CONTENTS/INDEX.MIF",
                "canon-dcim likely at DCIM: DCIM/100CANON",
            ]),
        Row(
            "CONTENTS of Canon itself", ["INDEX.MIF", "CLIPS001/AA2123/AA212301.MXF"],
            [
                "canon-xf certain at ., sealed .: CLIPS001, INDEX.MIF"
            ]),
        Row(
            "Canon XF-AVC S",
            [
                "XFVC/REEL_0003/A_0003C048H260421_082509HN_CANON.MP4", "XFVC/CANONMSC/M0001.CTG", "CAMERA.CSD",
                "PRIVATE/AUDIO/A_0003C048H260421_082509HN_CANON.WAV",
            ],
            [
                "canon-xf-avc-s certain at ., reel A_0003, sealed XFVC, PRIVATE: XFVC/REEL_0003"
            ]),
        Row(
            "Canon RAW", ["CRM/REEL_0003/A_0003C048H260421_082509HN_CANON.CRM", "DCIM/100CANON/IMG_0001.CR3"],
            [
                "canon-xf-avc-s certain at ., reel A_0003, sealed CRM: CRM/REEL_0003",
                "canon-dcim likely at DCIM: DCIM/100CANON",
            ]),
        Row(
            "Canon in DCIM",
            [
                "DCIM/100CANON/MVI_0002.MP4", "DCIM/101EOSR5/MVI_0003.MP4", "DCIM/CANONMSC/M0100.CTG",
                "MISC/AUTPRINT.MRK",
            ],
            [
                "canon-dcim likely at DCIM: DCIM/100CANON, DCIM/101EOSR5, DCIM/CANONMSC"
            ]),
        Row(
            "Canon with the day as a folder", ["DCIM/100_0312/MVI_0002.MP4"],
            [
                "canon-dcim guess at DCIM: DCIM/100_0312"
            ]),
        Row(
            "a folder with a day, and nobody's names", ["DCIM/100_0312/P0002.MP4"],
            [
                "dcim likely at DCIM: DCIM/100_0312"
            ]),
        Row(
            "DCIM and MISC alone", ["DCIM/100ABCDE/P0002.MP4", "MISC/X.TXT"],
            [
                "dcim likely at DCIM: DCIM/100ABCDE"
            ]),
        Row(
            "Nikon", ["DCIM/100NIKON/DSC_0001.NEV", "DCIM/101NZ_9/DSC_0002.MOV"],
            [
                "nikon certain at DCIM: DCIM/100NIKON, DCIM/101NZ_9"
            ]),
        Row(
            "Apple", ["DCIM/100APPLE/IMG_0001.HEIC"],
            [
                "apple likely at DCIM: DCIM/100APPLE"
            ]),
        Row(
            "Apple and somebody else", ["DCIM/100APPLE/IMG_0001.HEIC", "DCIM/Camera/VID_1.mp4"],
            [
                "apple likely at DCIM: DCIM/100APPLE",
                "dcim guess at DCIM: DCIM/Camera",
            ]),
        Row(
            "AVCHD as a Mac shows it",
            ["AVCHD/BDMV/index.bdmv", "AVCHD/BDMV/MovieObject.bdmv", "AVCHD/BDMV/STREAM/00000.m2ts"],
            [
                "avchd certain at AVCHD, sealed AVCHD: AVCHD/BDMV/index.bdmv, AVCHD/BDMV/MovieObject.bdmv, AVCHD/BDMV/STREAM"
            ]),
        Row(
            "BDMV itself", ["INDEX.BDM", "STREAM/00000.MTS"],
            [
                "avchd likely at ., sealed .: INDEX.BDM, STREAM"
            ]),
        Row(
            "a phone", ["DCIM/Camera/VID_1.mp4"],
            [
                "dcim guess at DCIM: DCIM"
            ]),
        Row("a folder called CARRIE", ["CARRIE/A001.mov", "MARRIAGE/x.mxf"], []),
        Row(
            "folders that only begin like marks",
            ["XDROOTS/Clip/C1.MXF", "CONTENTS2/CLIPS001/x.MXF", "DCIM2/100CANON/x.JPG"], []),
        Row(
            "a folder of rolls",
            ["A001/XDROOT/MEDIAPRO.XML", "A001/XDROOT/Clip/C0001.MXF", "B001/CONTENTS/CLIPS001/x.MXF"], []),
        Row("files with the names of folders", ["XDROOT", "BPAV", "CONTENTS", "DCIM", "M4ROOT"], []),
        Row("nothing", [], []),
        Row(
            "Lumix with Panasonic's management", ["DCIM/100_PANA/P1000001.MP4", "PRIVATE/PANA_GRP/001RAQAM/X.DAT"],
            [
                "panasonic-mov likely at DCIM, sealed PRIVATE: DCIM/100_PANA, PRIVATE/PANA_GRP"
            ]),
    ]

    @Test("is told by its marks", arguments: rows) func marks(_ row: Row) throws {
        let story = try CardStory(row.card)
        #expect(story.answers == row.answers)
    }

    /// The layout's own folder, as the person gave it.
    private static let given: [(label: String, files: [RelativePath], answer: String)] = [
        (
            "XDROOT", ["MEDIAPRO.XML", "Clip/C0001.MXF"],
            "sony-xavc certain at ., sealed .: MEDIAPRO.XML, Clip"
        ),
        (
            "A001", ["MEDIAPRO.XML", "Clip/C0001.MXF"],
            "sony-xavc likely at ., reel A001, sealed .: MEDIAPRO.XML, Clip"
        ),
        (
            "m4root", ["MEDIAPRO.XML", "CLIP/C0001.MP4"],
            "sony-xavc-s certain at ., sealed .: MEDIAPRO.XML, CLIP"
        ),
        (
            "BPAV", ["MEDIAPRO.XML", "CLPR/709_001_01/709_001_01.MP4"],
            "sony-xdcam-ex likely at ., sealed .: CLPR, MEDIAPRO.XML"
        ),
        (
            "CONTENTS", ["CLIP/0001AB.XML", "VIDEO/0001AB.MXF"],
            "panasonic-p2 certain at ., sealed .: CLIP/0001AB.XML, VIDEO"
        ),
        (
            "CONTENTS", ["CLIPS001/AA2123/AA212301.MXF"],
            "canon-xf likely at ., sealed .: CLIPS001"
        ),
        (
            "XFVC", ["REEL_0003/A_0003C048H260421_082509HN_CANON.MP4"],
            "canon-xf-avc-s likely at ., reel A_0003, sealed .: REEL_0003"
        ),
        (
            "AVCHD", ["BDMV/INDEX.BDM", "BDMV/MOVIEOBJ.BDM", "BDMV/STREAM/00000.MTS"],
            "avchd certain at ., sealed .: BDMV/INDEX.BDM, BDMV/MOVIEOBJ.BDM, BDMV/STREAM"
        ),
        (
            "DCIM", ["100CANON/MVI_0001.MP4", "CANONMSC/M0100.CTG"],
            "canon-dcim likely at .: 100CANON, CANONMSC"
        ),
        (
            "DCIM", ["100ABCDE/P0001.MP4"],
            "dcim likely at .: 100ABCDE"
        ),
        (
            "100APPLE", ["IMG_0001.MOV"],
            "apple likely at .: the folder is called 100APPLE"
        ),
        (
            "XDROOT", [],
            "sony-xavc guess at ., sealed .: the folder is called XDROOT"
        ),
        (
            "CARRIE", ["A001.mov"],
            ""
        ),
    ]

    @Test("is told by the name of what was given, too", arguments: given)
    func itself(_ label: String, _ files: [RelativePath], _ answer: String) throws {
        let card = CardBuilder(Dictionary(files.map { ($0, .random(10)) }, uniquingKeysWith: { one, _ in one }))
        let told = try CardStory(card, label: label).answers.joined(separator: "; ")
        #expect(told == answer)
    }

    @Test("families are asked in the order in which they are listed, each once") func order() {
        let asked = Recognition.rules.map { $0.family }
        #expect(asked == CardFamily.allCases.filter(asked.contains))
    }

    @Test("is not told by an empty DCIM when something else speaks") func emptyDCIM() throws {
        let card: CardBuilder = ["XDROOT/MEDIAPRO.XML": "", "DCIM/100MSDCF": .folder]
        #expect(try CardStory(card).layouts.map(\.family) == [.sonyXAVC])
        #expect(try CardStory(["DCIM": .folder]).layouts.map(\.family) == [.genericDCIM])
    }

    @Test("is told with reasons that a person can check") func reasons() throws {
        let story = try CardStory(["XDROOT/Mediapro.xml": "", "XDROOT/Clip": .folder])
        #expect(story.layouts.map(\.reasons) == [["there is XDROOT/Mediapro.xml", "there is XDROOT/Clip"]])
    }
}
