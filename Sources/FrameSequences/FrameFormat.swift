/// What the extension of a file tells of it as a frame.
struct FrameFormat {
    /// Whether even one file of it is a sequence: formats in which cameras and renderers write frames.
    let isPicture: Bool
    /// Whether it holds moving pictures or sound: many clips beside each other, never frames of one.
    let isClip: Bool
    /// Whether all frames are normally of one size, so that a much smaller one is damaged.
    let isUncompressed: Bool

    private static let pictures: Set<String> = [
        ".ari", ".ari.gz", ".arx", ".dng", ".dpx", ".exr", ".tif", ".tiff", ".cin", ".jpg", ".jpeg", ".png", ".tga",
        ".jp2", ".sgi",
    ]
    private static let uncompressed: Set<String> = [".ari", ".dng", ".dpx", ".exr", ".tif", ".tiff", ".cin"]
    private static let clips: Set<String> = [
        ".mov", ".mp4", ".m4v", ".mxf", ".avi", ".mkv", ".mts", ".m2ts", ".m2t", ".mpg", ".mpeg", ".r3d", ".nev",
        ".braw", ".crm", ".rmf", ".lrf", ".lrv", ".360", ".insv", ".insp", ".wav", ".bwf", ".aif", ".aiff", ".mp3",
        ".m4a", ".flac",
    ]
    /// No extension of the lists is longer, and a longer one need not become text.
    private static let longest = 7

    /// Looks an extension up, in any case, with its dot.
    init(_ suffix: ArraySlice<UInt8>) {
        let text = suffix.count > FrameFormat.longest ? "" : String(decoding: suffix.map(\.lowercased), as: UTF8.self)
        isPicture = FrameFormat.pictures.contains(text)
        isClip = FrameFormat.clips.contains(text)
        isUncompressed = FrameFormat.uncompressed.contains(text)
    }
}
