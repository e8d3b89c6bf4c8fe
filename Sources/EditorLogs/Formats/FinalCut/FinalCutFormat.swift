internal import MediaTime
internal import XMLText

/// A format of the resources: how fast and how large, or sound.
enum FinalCutFormat: Hashable, Sendable {
    /// Picture; its size where it is known.
    case picture(FrameRate, FinalCutRaster?)
    /// Sound alone, which has no rate of its own.
    case sound

    /// Writes the resource; Final Cut Pro knows some formats by name, and takes all others by their numbers alone.
    func write(to xml: inout XMLWriter, id: String) {
        switch self {
        case .sound: xml.empty("format", attributes: [("id", id), ("name", "FFVideoFormatRateUndefined")])
        case .picture(let rate, let raster):
            xml.empty(
                "format",
                attributes: [
                    ("id", id), ("name", raster?.name(at: rate)),
                    ("frameDuration", FinalCutClock(frames: rate)?.time(1)), ("width", raster.map { "\($0.width)" }),
                    ("height", raster.map { "\($0.height)" }),
                ])
        }
    }
}

/// Width and height of a picture.
struct FinalCutRaster: Hashable, Sendable {
    let width, height: Int
    /// Whether its pixels are known to be other than square.
    private let isStretched: Bool

    /// Pixels that a side may have: no sensor has more.
    private static let largest = 100_000

    /// Nil where a row does not say it, or says what cannot be.
    init?(_ clip: LoggedClip) {
        guard let width = clip.values[.width].flatMap({ Int($0) }),
            let height = clip.values[.height].flatMap({ Int($0) }),
            (1...FinalCutRaster.largest).contains(width), (1...FinalCutRaster.largest).contains(height)
        else { return nil }
        (self.width, self.height) = (width, height)
        isStretched = clip.values[.pixelAspect].flatMap { Double($0) }.map { $0 != 1 } ?? false
    }

    /// The name that Final Cut Pro gives it at a rate; nil unless it was seen in files that it wrote.
    func name(at rate: FrameRate) -> String? {
        guard !isStretched, let speed = FinalCutRaster.speeds[rate] else { return nil }
        return FinalCutRaster.names[[width, height]].map { "FFVideoFormat\($0)\(speed)" }
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
