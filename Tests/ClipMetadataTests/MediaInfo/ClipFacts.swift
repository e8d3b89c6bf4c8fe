import ClipMetadata
import MediaTime

/// What several programs can say of a clip, each fact as one text; what nobody says is not there.
struct ClipFacts: Equatable {
    var facts: [String: String] = [:]

    /// The facts that both speak of, and do not agree on.
    func disagreements(with other: ClipFacts) -> Set<String> {
        Set(facts.filter { name, text in other.facts[name].map { $0 != text } ?? false }.keys)
    }

    /// Our own reading.
    init(_ metadata: ClipMetadata) {
        facts["start"] = metadata.start.all.first?.value.description
        facts["rate"] = metadata.projectRate.all.first?.value.description
        facts["frames"] = metadata.frames.all.first?.value.metadataText
        facts["codec"] = metadata.codec.all.first?.value
        facts["channels"] = metadata.channels.all.first?.value.metadataText
        facts["sample rate"] = metadata.sampleRate.all.first?.value.metadataText
        facts["make"] = metadata.make.all.first?.value
        facts["model"] = metadata.model.all.first?.value
        facts["reel"] = metadata.reel.all.first?.value
        if let width = metadata.width.all.first?.value, let height = metadata.height.all.first?.value {
            facts["raster"] = "\(width)x\(height)"
        }
    }

    /// Of `ffprobe -of json -show_streams -show_format`.
    init?(ffprobe answer: Any?) {
        guard let answer = answer as? [String: Any], let streams = answer["streams"] as? [[String: Any]] else {
            return nil
        }
        let format = answer["format"] as? [String: Any] ?? [:]
        func tag(_ name: String) -> String? {
            ([format] + streams).lazy.compactMap { ($0["tags"] as? [String: String])?[name] }.first
        }
        facts["start"] = tag("timecode")
        facts["make"] = tag("make")
        facts["model"] = tag("model")
        facts["reel"] = tag("reel_name")
        if let picture = streams.first(where: { $0["codec_type"] as? String == "video" }) {
            facts["raster"] = "\(picture["width"] ?? 0)x\(picture["height"] ?? 0)"
            facts["rate"] = (picture["r_frame_rate"] as? String).flatMap { FrameRate($0)?.description }
            // Of MXF it tells the length in edit units, which are frames.
            let units = format["format_name"] as? String == "mxf" ? picture["duration_ts"].map { "\($0)" } : nil
            facts["frames"] = picture["nb_frames"] as? String ?? units
            facts["codec"] = "\(picture["codec_name"] ?? "") \(picture["profile"] ?? "")"
        }
        let sounds = streams.filter { $0["codec_type"] as? String == "audio" }
        if let first = sounds.first {
            facts["channels"] = String(sounds.compactMap { $0["channels"] as? Int }.reduce(0, +))
            facts["sample rate"] = first["sample_rate"] as? String
        }
    }

    /// Of `exiftool -json -n`, with numbers where it would write words.
    init?(exiftool answer: Any?) {
        guard let answer = (answer as? [[String: Any]])?.first else { return nil }
        func text(_ names: String...) -> String? { names.lazy.compactMap { answer[$0].map { "\($0)" } }.first }
        facts["start"] = text("Timecode", "StartTimecode")
        facts["rate"] = text("VideoFrameRate", "EditRate").flatMap { Double($0) }
            .flatMap { FrameRate(nearest: $0)?.description }
        facts["raster"] = text("ImageSize")?.split(separator: " ").joined(separator: "x")
        facts["channels"] = text("AudioChannels", "NumChannels")
        facts["sample rate"] = text("AudioSampleRate", "SampleRate")
        facts["make"] = text("Make")
        facts["model"] = text("Model")
    }
}
