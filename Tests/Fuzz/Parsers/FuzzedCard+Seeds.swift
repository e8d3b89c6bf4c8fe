extension FuzzedCard {
    /// Cards of all families, small, with the indexes that rules read.
    static let seeds: [[UInt8]] = [
        seed(
            "",
            [
                ("A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D", "r"),
                ("A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_003.R3D", "r"),
                ("A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.wav", "0"),
                ("A001_0527N0.RDM/A001_C002_0527ZX.RDC/A001_C002_0527ZX_001.mov", "2"),
                ("A001_0527N0.RDM/A001_C002_0527ZX.RMD", "x"),
            ]),
        seed(
            "A_0076_1CTJ",
            [
                ("A_0076C001_230511_184122_a1CTJ.mxf", "3"), ("A_0076C001_230511_184122_h1CTJ.mxf", "3"),
                ("A_0076C002_230511_190000_a1CTJ.0086500.arx", "a"),
                ("A_0076C003_230511_193000_p1CTJ/A_0076C003_230511_193000_p1CTJ.00865#.arx", ""),
                ("A_0076_1CTJ.ale", "Heading\nFPS\t25\nColumn\nName\tScene\nData\nA_0076C001_230511_184122_a1CTJ\t12A"),
            ]),
        seed(
            "A001R2GJ",
            [
                ("A001C001_150827_R2GJ.mov", "2"), ("A001C003_150827_R2GJ.mov", ""), ("A001R2GJ_AVID.ale", "x"),
                ("A001C004_150827_R2GJ/A001C004_150827_R2GJ.0000100.ari", "a"), ("ARRI/LOOKFILES/x.xml", "<x/>"),
                ("A001R2GJ/A001C001_150827_R2GJ.mov", "2"), ("A001C002_230415_R1AB.mxf.part", "p"),
            ]),
        seed(
            "",
            [
                ("PRIVATE/XDROOT/MEDIAPRO.XML", FuzzedSidecar.sonyProfile), ("PRIVATE/XDROOT/Clip/C0001.MXF", "3"),
                ("PRIVATE/XDROOT/Clip/C0001M01.XML", FuzzedSidecar.sonyClip),
                ("PRIVATE/XDROOT/Sub/C0001S03.MP4", ""), ("PRIVATE/M4ROOT/CLIP/C0001.MP4", "2"),
                ("PRIVATE/M4ROOT/THMBNL/C0002T01.JPG", "j"), ("DCIM/100MSDCF/DSC00001.ARW", "a"),
                ("BPAV/CLPR/709_001_01/709_001_01.MP4", "2"), ("BPAV/TAKR/709_001/709_001.SMI", "s"),
            ]),
        seed(
            "",
            [
                ("LASTCLIP.TXT", "0001AB\n1.0\n2\n"), ("CONTENTS/CLIP/0001AB.XML", FuzzedSidecar.p2Clip),
                ("CONTENTS/VIDEO/0001AB.MXF", "3"), ("CONTENTS/AUDIO/0001AB00.MXF", "3"),
                ("CONTENTS/CLIP/0002CD.XML", "<P2Main/>"), ("CONTENTS/VOICE/0003EF.WAV", "0"),
                ("CONTENTS/CLIPS001/AA2123/AA2123.CIF", "c"), ("CONTENTS/CLIPS001/AA2123/AA212301.MXF", "3"),
                ("CONTENTS/CLIPS001/A001C001_210925AB_CANON.MXF", "3"), ("CONTENTS/INDEX.MIF", "i"),
            ]),
        seed(
            "",
            [
                ("XFVC/REEL_0003/A_0003C048H260421_082509HN_CANON.MP4", "2"), ("CAMERA.CSD", "c"),
                ("CRM/REEL_0003/A_0003C049H260421_082510HN_CANON.CRM", "c"),
                ("PRIVATE/AUDIO/A_0003C048H260421_082509HN_CANON.WAV", "0"),
                ("PRIVATE/PANA_GRP/001RAQAM/B002C001_180315_R0AB.THM", "t"),
                ("DCIM/001RAQAM/B002C001_180315_R0AB.MOV", "2"), ("DCIM/100CANON/MVI_0002.MP4", "2"),
                ("DCIM/100CANON/IMG_00#.JPG", "j"),
            ]),
        seed(
            "A001",
            [
                ("A001_08151512_C001.braw", "2"), ("A001_08151512_C001.sidecar", "{}"),
                ("A001_08151540_C003.braw2", "b"), ("Proxy/A001_08151512_C001.mp4", "2"),
                ("BMC01_1_2012-08-08_1631_C0002/BMC01_1_2012-08-08_1631_C0002_0000#.dng", "d"),
                ("BMC01_1_2012-08-08_1631_C0002/BMC01_1_2012-08-08_1631_C0002.wav", "0"),
                ("A001_C001/A001_S001_S001_T001.MOV", "2"), ("A001C0001_20190101120000_0002.MOV", "2"),
            ]),
        seed(
            "",
            [
                ("DCIM/100GOPRO/GX010048.MP4", "2"), ("DCIM/100GOPRO/GX030048.MP4", "2"),
                ("DCIM/100GOPRO/GL010049.LRV", "l"), ("MISC/version.txt", "{\"camera type\":\"HERO9 Black\"}"),
                ("DCIM/100MEDIA/DJI_0001.MP4", "2"), ("DCIM/100MEDIA/DJI_0001.SRT", "1\nISO:100 Shutter:60 Fnum:2.2"),
                ("DCIM/DJI_001/DJI_20240301140005_0001_D.MP4", "2"), ("DCIM/100APPLE/IMG_0001.MOV", "2"),
                ("DCIM/100APPLE/IMG_0001.HEIC", "h"), ("DCIM/Camera01/VID_20240301_140005_00_001.insv", "2"),
                ("DCIM/100NCZ_9/DSC_0001.NEV", "n"), ("DCIM/100XYZAB/\u{E9}_00#.JPG", ""),
            ]),
        seed(
            "",
            [
                ("PRIVATE/AVCHD/BDMV/INDEX.BDM", "i"), ("PRIVATE/AVCHD/BDMV/MOVIEOBJ.BDM", "m"),
                ("PRIVATE/AVCHD/BDMV/STREAM/00000.MTS", "s"), ("PRIVATE/AVCHD/BDMV/STREAM/00002.MTS", "s"),
                ("PRIVATE/AVCHD/BDMV/PLAYLIST/00000.MPL", playlist),
            ]),
        seed(
            "18Y12M31",
            [
                ("SOUNDDEV/SETTINGS.SML", "s"), ("BMH/18Y12M31/A101_1_1.WAV", "1"), ("BMH/18Y12M31/A101_2.WAV", "0"),
                ("FALSETAKES/A101_2_1.WAV", "0"), ("TRASH/A101_3.WAV", "1"), ("FOLDER01/ZOOM0001_Tr1.WAV", "0"),
                ("FOLDER01/ZOOM0001/ZOOM0001_LR.WAV", "0"), ("SOUND_REPORTS/18Y12M31.CSV", "r"), ("TAKE#.wav", "0"),
            ]),
    ]

    /// Three streams, of which the second goes on from the first.
    private static let playlist: String = {
        let zeros = { (count: Int) in String(repeating: "\0", count: count) }
        let items = [("00000", "\u{1}"), ("00001", "\u{6}"), ("00002", "\u{5}")].map { name, condition in
            "\0P\(name)M2TS\0\(condition)\(zeros(69))"
        }
        return "MPLS0100\0\0\0\u{3A}\(zeros(46))\(zeros(7))\u{3}\0\0" + items.joined()
    }()

    private static func seed(_ label: String, _ files: [(path: String, content: String)]) -> [UInt8] {
        Array(label.utf8) + files.flatMap { [0xFF] + Array($0.path.utf8) + [0] + Array($0.content.utf8) }
    }
}
