internal import ClipMetadata
internal import FrameSequences

/// What the ending of frames says of their codec.
///
/// Nobody else writes `.ari` and `.arx`. MediaInfo tells no more of them than that, and only after it tried a hundred and
/// fifty other formats, 0.15 s for each clip: it is not asked about them.
enum FrameCodec {
    /// The codec; nil where the frames themselves have to say.
    static func name(of frames: FrameSequence) -> String? {
        switch String(decoding: frames.suffix, as: UTF8.self).uppercased() {
        case ".ARI": "ARRIRAW"
        case ".ARX": "ARRIRAW HDE"
        default: nil
        }
    }

    /// Claims it for a clip.
    static func claim(of clip: Clip) -> Claim<String>? {
        clip.frames.flatMap { frames in
            name(of: frames).map {
                Claim($0, ValueSource(.fileName, file: frames.description, key: "extension"))
            }
        }
    }
}
