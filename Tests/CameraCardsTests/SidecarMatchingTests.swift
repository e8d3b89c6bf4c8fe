import CameraCards
import Testing

@Suite("A file that accompanies a clip") struct SidecarMatchingTests {
    private let matching: SidecarMatching = {
        var matching = SidecarMatching(reel: "A001R2GJ", folder: "Day 3")
        for name in [
            "A001C001_150827_R2GJ.mov", "C0001.MP4", "A001_C001_0527Q9_001.R3D", "A001_C001_0527Q9_002.R3D",
            "GX010048.MP4", "A_0076C001_230511_184122_a1CTJ.mxf", "Interview Größe.mov", "clip.mov", "clip.mxf",
            "DJI_20230828172510_0001_W.MP4",
        ] { matching.add(name, of: "key of \(name)") }
        return matching
    }()

    @Test(
        "has its name",
        arguments: [
            ("A001C001_150827_R2GJ.XML", "A001C001_150827_R2GJ.mov", .stem),
            ("a001c001_150827_r2gj.rmd", "A001C001_150827_R2GJ.mov", .stem), ("C0001.XML", "C0001.MP4", .stem),
            ("interview grösse.wav", "Interview Größe.mov", .stem), ("clip.md5", "clip.mov", .stem),
            ("C0001M01.XML", "C0001.MP4", .role), ("c0001s03.mp4", "C0001.MP4", .role),
            ("clip_proxy.mov", "clip.mov", .role), ("clip-Proxy.mov", "clip.mov", .role),
            ("clip.proxy.mp4", "clip.mov", .role), ("clip_PRX.mov", "clip.mov", .role),
            ("clip_lr.mov", "clip.mov", .role), ("A001_C001_0527Q9.RMD", "A001_C001_0527Q9_001.R3D", .take),
            ("A001_C001_0527Q9_002.mov", "A001_C001_0527Q9_002.R3D", .stem),
            ("A001_C001_0527Q9_003.wav", "A001_C001_0527Q9_001.R3D", .take), ("GL010048.LRV", "GX010048.MP4", .take),
            ("A_0076C001_230511_184122_h1CTJ.ale", "A_0076C001_230511_184122_a1CTJ.mxf", .take),
            ("clip.mov.xmp", "clip.mov", .fullName), ("CLIP.MXF.xmp", "clip.mxf", .fullName),
        ] as [(String, String, SidecarMatching.Way)])
    func clips(_ name: String, _ essence: String, _ way: SidecarMatching.Way) {
        #expect(matching.match(for: name) == .clip("key of \(essence)", way))
    }

    @Test(
        "is of the reel or of the folder, or is an orphan",
        arguments: [
            ("A001R2GJ_AVID.ale", .reel), ("a001r2gj_FCP.xml", .reel), ("A001R2GJ.ale", .reel), ("Day 3.pdf", .folder),
            ("A001R2GJX.ale", nil), ("C0002M01.XML", nil), ("C00010.XML", nil), ("clip_new.mov.xmp", nil), ("", nil),
            ("M01.XML", nil), (".proxy.mov", nil), ("DJI_20230828172510_0001_T.SRT", nil),
            ("A001C001_150827_R2EC.XML", nil),
        ] as [(String, SidecarMatching.Match?)])
    func others(_ name: String, _ match: SidecarMatching.Match?) {
        #expect(matching.match(for: name) == match)
    }
}
