internal import MediaTime
internal import XMLText

/// A format of the resources: how fast and how large, or sound.
enum FinalCutFormat: Hashable, Sendable {
    /// Picture; its size where it is known.
    case picture(FrameRate, PictureSize?)
    /// Sound alone, which has no rate of its own.
    case sound

    /// Writes the resource; Final Cut Pro knows some formats by name, and takes all others by their numbers alone.
    func write(to xml: inout XMLWriter, id: String) {
        switch self {
        case .sound: xml.empty("format", attributes: [("id", id), ("name", "FFVideoFormatRateUndefined")])
        case .picture(let rate, let size):
            xml.empty(
                "format",
                attributes: [
                    ("id", id), ("name", size?.name(at: rate)),
                    ("frameDuration", FinalCutClock(frames: rate)?.time(1)), ("width", size.map { "\($0.width)" }),
                    ("height", size.map { "\($0.height)" }),
                ])
        }
    }
}

extension PictureSize {
    /// The name that Final Cut Pro gives it at a rate; nil unless it was seen in files that it wrote.
    fileprivate func name(at rate: FrameRate) -> String? {
        guard !isStretched, let speed = PictureSize.speeds[rate] else { return nil }
        return PictureSize.names[[width, height]].map { "FFVideoFormat\($0)\(speed)" }
    }

    private static let names: [[Int]: String] = [
        [1280, 720]: "720p", [1920, 1080]: "1080p", [3840, 2160]: "3840x2160p", [4096, 2160]: "4096x2160p",
        [5120, 2160]: "5120x2160p",
    ]
    private static let speeds: [FrameRate: String] = [
        .ntsc24: "2398", .fps24: "24", .fps25: "25", .ntsc30: "2997", .fps30: "30", .fps50: "50", .ntsc60: "5994",
        .fps60: "60",
    ]
}
