import FileTree
import Foundation
import RushesFixtures
import Testing

@testable import ClipMetadata

@Suite("Containers that ffmpeg makes, read as ffprobe reads them", .enabled(if: FFmpeg.isThere))
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

    @Test("timecode, rate, length, raster, sound, make and reel are what ffprobe reads", arguments: cases)
    func agreement(_ each: Case) throws {
        try withTemporaryFolder { folder in
            try FFmpeg.make("\(folder)/\(each.name)", each.all)
            let file = try read(each.name, in: folder)
            let said = { (name: String) in
                MetadataField.all.first { $0.name == name }?.best(file.metadata, []).map(\.value)
            }
            let probe = try FFprobe("\(folder)/\(each.name)")
            #expect(file.completeness == each.completeness)
            #expect(said("codec") == each.codec)
            #expect(said("width") == probe.picture?.width.map(String.init))
            #expect(said("height") == probe.picture?.height.map(String.init))
            #expect(said("start_tc").map { String($0.prefix { $0 != "@" }) } == probe.tag("timecode"))
            #expect(said("reel") == probe.tag("reel_name"))
            #expect(said("make") == probe.tag("make") ?? probe.tag("com.apple.quicktime.make"))
            #expect(said("model") == probe.tag("model") ?? probe.tag("com.apple.quicktime.model"))
            let isFragmented = each.arguments.contains { $0.contains("frag_keyframe") }
            if !isFragmented {
                #expect(said("project_fps") == each.rate)
                let length = probe.picture?.nb_frames ?? probe.picture?.duration_ts.map(String.init)
                #expect(said("frames") == length)
            }
            #expect(
                said("channels")
                    == (probe.sound.isEmpty ? nil : String(probe.sound.reduce(0) { $0 + ($1.channels ?? 0) })))
            #expect(said("sample_rate") == probe.sound.first?.sample_rate)
            if let bits = probe.sound.first?.bits_per_sample, bits > 0 { #expect(said("sample_bits") == String(bits)) }
        }
    }

    @Test("cut at every 4 KiB, none of them is complete", arguments: cases)
    func truncated(_ each: Case) throws {
        try withTemporaryFolder { folder in
            try FFmpeg.make("\(folder)/\(each.name)", each.all)
            let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(each.name)")))
            let cuts = Array(stride(from: 0, to: bytes.count, by: 4096)) + [bytes.count - 1]
            for count in cuts where count < bytes.count {
                let file = try? MediaFile(MemoryBytes(Array(bytes.prefix(count))), at: each.name)
                #expect(file?.completeness != .complete, "of \(bytes.count) bytes \(count)")
                _ = file?.metadata
            }
        }
    }
}
