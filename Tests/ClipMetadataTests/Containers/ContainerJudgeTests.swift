import FileTree
import Foundation
import RushesFixtures
import Testing

@testable import ClipMetadata

@Suite(
    "Containers that ffmpeg makes, read as ffprobe reads them", .enabled(if: OutsideProgram.areThere(.ffmpeg, .ffprobe))
)
struct ContainerJudgeTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let rate: String
        let arguments: [String]
        let codec: String
        var completeness = Completeness.complete

        var testDescription: String { "\(name), \(codec), \(rate)" }

        static let picture = ["-f", "lavfi", "-i"]
        static let sound = ["-f", "lavfi", "-i", "sine=r=48000:d=1"]

        /// All arguments for ffmpeg.
        var all: [String] {
            let size = name.hasSuffix(".mxf") ? "1920x1080" : "320x180"
            let sound = name.contains("atom") ? [] : Case.sound
            return Case.picture + ["testsrc2=s=\(size):r=\(rate):d=1"] + sound + arguments
        }
    }

    static let cases = [
        Case(
            name: "a.mov", rate: "24000/1001",
            arguments: [
                "-c:v", "prores_ks", "-profile:v", "3", "-c:a", "pcm_s24le", "-timecode", "10:00:00:00",
                "-metadata:s:v:0", "reel_name=A001", "-metadata", "make=ARRI", "-metadata", "model=Alexa",
            ], codec: "Apple ProRes 422 HQ"),
        Case(
            name: "b.mov", rate: "25",
            arguments: ["-c:v", "prores_ks", "-profile:v", "0", "-c:a", "pcm_s16le", "-timecode", "23:59:59:10"],
            codec: "Apple ProRes 422 Proxy"),
        Case(
            name: "c.mov", rate: "30000/1001",
            arguments: ["-c:v", "mpeg4", "-c:a", "pcm_s32be", "-ac", "6", "-timecode", "01:02:03;04"],
            codec: "MPEG-4 Visual"),
        Case(
            name: "d.mov", rate: "60000/1001",
            arguments: ["-c:v", "mpeg4", "-c:a", "pcm_f32le", "-ar", "96000", "-timecode", "10:01:00;04"],
            codec: "MPEG-4 Visual"),
        Case(
            name: "keys.mov", rate: "24",
            arguments: [
                "-c:v", "mjpeg", "-c:a", "aac", "-movflags", "use_metadata_tags", "-metadata",
                "com.apple.quicktime.make=Apple", "-metadata", "com.apple.quicktime.model=iPhone 15 Pro", "-timecode",
                "00:00:00:00",
            ], codec: "Motion JPEG"),
        Case(
            name: "faststart.mp4", rate: "25",
            arguments: [
                "-c:v", "mpeg4", "-c:a", "aac", "-movflags", "faststart", "-timecode", "09:59:00:00", "-metadata",
                "creation_time=2024-05-01T10:11:12Z",
            ], codec: "MPEG-4 Visual"),
        Case(name: "h264.mp4", rate: "50", arguments: ["-c:v", "libx264", "-c:a", "aac", "-ac", "6"], codec: "H.264"),
        Case(
            name: "fragments.mp4", rate: "25",
            arguments: ["-c:v", "mpeg4", "-g", "10", "-c:a", "aac", "-movflags", "frag_keyframe+empty_moov"],
            codec: "MPEG-4 Visual"),
        Case(
            name: "dash.mp4", rate: "25",
            arguments: [
                "-c:v", "mpeg4", "-g", "10", "-c:a", "aac", "-movflags",
                "frag_keyframe+empty_moov+skip_trailer+default_base_moof",
            ], codec: "MPEG-4 Visual",
            completeness: .unknown("it is in fragments, and nothing says how many there should be")),
        Case(
            name: "op1a.mxf", rate: "25",
            arguments: ["-c:v", "mpeg2video", "-c:a", "pcm_s16le", "-timecode", "10:00:00:00"], codec: "MPEG-2"),
        Case(
            name: "df.mxf", rate: "30000/1001",
            arguments: ["-c:v", "mpeg2video", "-c:a", "pcm_s24le", "-timecode", "01:02:03;04"], codec: "MPEG-2"),
        Case(
            name: "h264.mxf", rate: "24000/1001",
            arguments: [
                "-c:v", "libx264", "-c:a", "pcm_s24le", "-ar", "48000", "-timecode", "10:00:00:00", "-metadata",
                "material_package_name=A001C001",
            ], codec: "H.264"),
        Case(
            name: "atom.mxf", rate: "25",
            arguments: [
                "-c:v", "dnxhd", "-b:v", "120M", "-pix_fmt", "yuv422p", "-f", "mxf_opatom", "-timecode", "10:00:00:00",
                "-metadata", "reel_name=A001R1AB",
            ], codec: "Avid DNxHD"),
    ]

    private func read(_ name: String, in folder: String) throws -> MediaFile {
        let file = try FileBytes(#require(RelativePath(name)), on: CardDisk(path: folder))
        let read = try MediaFile(file, at: name)
        return try #require(read)
    }

    @Test(
        "what ffprobe, MediaInfo and exiftool read is what we read; cut anywhere it is not complete", arguments: cases)
    func agreement(_ each: Case) throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/\(each.name)"
            guard OutsideProgram.ffmpeg.output(["-v", "error", "-nostdin", "-y"] + each.all + [path]) != nil else {
                return print("Skipped: this ffmpeg cannot make \(each.name).")
            }
            let file = try read(each.name, in: folder)
            #expect(file.completeness == each.completeness)
            #expect(said("codec", by: file) == each.codec)
            try compare(file, with: #require(FFprobe(path)), each)
            compareTimecode(file, with: OutsideProgram.mediainfo.json(["--Output=JSON", path]))
            compareCamera(file, with: OutsideProgram.exiftool.json(["-json", path]))
            try cut([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), each)
        }
    }

    private func said(_ name: String, by file: MediaFile) -> String? {
        MetadataField.all.first { $0.name == name }?.best(file.metadata, [])?.value
    }

    private func compare(_ file: MediaFile, with probe: FFprobe, _ each: Case) throws {
        #expect(said("width", by: file) == probe.picture?.width.map(String.init))
        #expect(said("height", by: file) == probe.picture?.height.map(String.init))
        #expect(said("start_tc", by: file).map { String($0.prefix { $0 != "@" }) } == probe.tag("timecode"))
        #expect(said("reel", by: file) == probe.tag("reel_name"))
        #expect(said("make", by: file) == probe.tag("make") ?? probe.tag("com.apple.quicktime.make"))
        #expect(said("model", by: file) == probe.tag("model") ?? probe.tag("com.apple.quicktime.model"))
        #expect(said("universal_id", by: file).map { "0x" + $0 } == probe.tag("material_package_umid"))
        #expect(said("clip_id", by: file) == probe.tag("material_package_name"))
        if case .mxf(let mxf) = file.kind {
            #expect(mxf.writer?.company == probe.tag("company_name"))
            #expect(mxf.writer?.product == probe.tag("product_name"))
            #expect(mxf.pattern == (each.name.contains("atom") ? "OPAtom" : "OP1a"))
        }
        let isFragmented = each.arguments.contains { $0.contains("frag_keyframe") }
        #expect(said("project_fps", by: file) == (isFragmented ? nil : each.rate))
        let length = probe.picture?.nb_frames ?? probe.picture?.duration_ts.map(String.init)
        #expect(said("frames", by: file) == (isFragmented ? nil : length))
        let channels = probe.sound.reduce(0) { $0 + ($1.channels ?? 0) }
        #expect(said("channels", by: file) == (channels == 0 ? nil : String(channels)))
        #expect(said("sample_rate", by: file) == probe.sound.first?.sample_rate)
        if let bits = probe.sound.first?.bits_per_sample, bits > 0 {
            #expect(said("sample_bits", by: file) == String(bits))
        }
    }

    private func compareTimecode(_ file: MediaFile, with mediaInfo: Any?) {
        let media = (mediaInfo as? [String: Any])?["media"] as? [String: Any]
        let others = (media?["track"] as? [[String: Any]] ?? []).filter { $0["@type"] as? String == "Other" }
        // It tells the source package's, too, and those of the picture's own headers.
        let told = others.first { ["Material Package", nil].contains($0["TimeCode_Settings"] as? String) }
        guard let start = told?["TimeCode_FirstFrame"] as? String else { return }
        #expect(said("start_tc", by: file).map { String($0.prefix { $0 != "@" }) } == start)
    }

    private func compareCamera(_ file: MediaFile, with exiftool: Any?) {
        guard let tags = (exiftool as? [[String: Any]])?.first, let make = tags["Make"] as? String else { return }
        #expect(said("make", by: file) == make)
        #expect(said("model", by: file) == tags["Model"] as? String)
    }

    private func cut(_ bytes: [UInt8], _ each: Case) throws {
        let cuts = Array(stride(from: 0, to: bytes.count, by: 4096)) + [bytes.count - 1]
        for count in cuts where count < bytes.count {
            let file = try? MediaFile(CutBytes(whole: bytes, size: Int64(count)), at: each.name)
            #expect(file?.completeness != .complete, "of \(bytes.count) bytes \(count)")
            _ = file?.metadata
        }
    }
}

/// The first of some bytes, without a copy of them.
private struct CutBytes: RandomBytes {
    let whole: [UInt8]
    let size: Int64

    func bytes(at offset: Int64, count: Int) -> [UInt8] {
        guard offset >= 0, offset < size else { return [] }
        return Array(whole[Int(offset)..<min(Int(size), Int(offset) + count)])
    }
}
