import Foundation

/// What ffprobe says of a file.
struct FFprobe: Decodable {
    struct Stream: Decodable {
        let codec_type: String?
        let codec_name: String?
        let width: Int?
        let height: Int?
        let channels: Int?
        let sample_rate: String?
        let bits_per_sample: Int?
        let r_frame_rate: String?
        let nb_frames: String?
        let duration_ts: Int?
        let tags: [String: String]?
    }
    struct Format: Decodable {
        let tags: [String: String]?
    }

    let streams: [Stream]
    let format: Format

    /// What it says; nil when it cannot read the file.
    init?(_ path: String) {
        let arguments = ["-v", "error", "-show_streams", "-show_format", "-of", "json", path]
        guard let output = OutsideProgram.ffprobe.output(arguments),
            let answer = try? JSONDecoder().decode(FFprobe.self, from: output)
        else { return nil }
        self = answer
    }

    var picture: Stream? { streams.first { $0.codec_type == "video" } }
    var sound: [Stream] { streams.filter { $0.codec_type == "audio" } }

    /// A tag of the file, or of the first stream that has it.
    func tag(_ name: String) -> String? {
        format.tags?[name] ?? streams.lazy.compactMap { $0.tags?[name] }.first
    }
}
