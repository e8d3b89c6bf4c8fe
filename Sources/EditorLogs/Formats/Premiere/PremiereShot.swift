internal import MediaTime

/// A picture and what is heard with it, on the tracks of a sequence; its first frame is frame 0.
///
/// What the camera recorded lies on the first audio tracks, matched sound on those behind them, as long as the picture
/// runs; where there is matched sound the camera's is disabled.
struct PremiereShot {
    /// A stretch of one channel, or of the picture.
    struct Use {
        let media: PremiereMedia
        /// The audio track, counted from 0; nil for the picture.
        let track: Int?
        /// How long the whole file is, in frames of the picture.
        let length: Int
        /// The channel of the file, the first being 1; nil for the picture.
        let channel: Int?
        /// Where it lies, in frames from the picture's first.
        let place: Range<Int>
        /// The frame of the file that is heard first.
        let first: Int
        let isEnabled: Bool
    }

    /// The picture first.
    let uses: [Use]

    /// Tracks that matched sound may take: no mixer records more at once.
    private static let mostTracks = 64

    /// Lays a row of picture out; sound takes the tracks behind so many of the camera's.
    init(_ media: PremiereMedia, behind cameraTracks: Int, in log: EditorLog, _ all: [PremiereMedia?]) {
        let clip = log.clips[media.row]
        let sound = clip.sound.flatMap { match in
            match.rows.flatMap { row in
                PremiereShot.stretch(of: log.clips[row], all[row], from: match.offset, under: media)
            }
        }
        let camera = (0..<media.sound.tracks).map { channel in
            Use(
                media: media, track: channel, length: media.extent.count, channel: channel + 1,
                place: 0..<media.extent.count, first: 0, isEnabled: sound.isEmpty)
        }
        let picture = Use(
            media: media, track: nil, length: media.extent.count, channel: nil, place: 0..<media.extent.count, first: 0,
            isEnabled: true)
        let heard = sound.prefix(PremiereShot.mostTracks).enumerated().map { $1.on(track: cameraTracks + $0) }
        uses = [picture] + camera + heard
    }

    /// The channels of one file of matched sound, as far as they lie under the picture.
    private static func stretch(
        of clip: LoggedClip, _ media: PremiereMedia?, from offset: Int, under picture: PremiereMedia
    ) -> [Use] {
        let extent = picture.extent
        guard let media, let length = SoundExtent(clip)?.frames(at: extent.base.rate),
            offset.magnitude < extent.base.framesPerDay
        else { return [] }
        let (start, end) = (max(0, offset), min(extent.count, offset + length))
        guard start < end else { return [] }
        return (0..<media.sound.tracks).map { channel in
            Use(
                media: media, track: nil, length: length, channel: channel + 1, place: start..<end,
                first: start - offset, isEnabled: true)
        }
    }
}

extension PremiereShot.Use {
    fileprivate func on(track: Int) -> PremiereShot.Use {
        PremiereShot.Use(
            media: media, track: track, length: length, channel: channel, place: place, first: first,
            isEnabled: isEnabled)
    }
}
