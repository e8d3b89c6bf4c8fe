internal import EditorLogs
internal import MediaTime

/// Where the pictures of one clip are to be found, or why there are none.
enum PicturePlan: Hashable, Sendable {
    /// At these places.
    case ask([PicturePlace])
    /// Nowhere; why, as a sentence.
    case absent(String)

    /// Decides from the log alone; nothing is read.
    init(_ clip: LoggedClip) {
        if let codec = UndecodableCodec(clip) {
            self = .absent(codec.sentence)
        } else if let frames = clip.frames {
            self = PicturePlan.ofFrames(frames)
        } else {
            let essence = clip.files.filter { $0.role == "essence" }
            self = essence.count > 1 ? .ofParts(essence.map(\.path)) : .ofFile(clip)
        }
    }

    /// Tenths of the clip at which pictures are taken: the slate and the cut are not what it shows.
    private static let tenths = [1, 5, 9]

    /// At 10, 50 and 90 % of so many frames, counted from 0; one twice where there are few.
    static func numbers(of count: Int) -> [Int] {
        guard count > 0 else { return [] }
        let (tens, rest) = count.quotientAndRemainder(dividingBy: 10)
        let numbers = tenths.map { tens * $0 + rest * $0 / 10 }
        return numbers.enumerated().filter { $0.offset == 0 || numbers[$0.offset - 1] != $0.element }.map(\.element)
    }

    private static func ofFile(_ clip: LoggedClip) -> PicturePlan {
        guard let length = clip.length, length > 0, let rate = clip.playRate else {
            return .ask([PicturePlace(path: clip.source)])
        }
        return .ask(
            numbers(of: length).map { PicturePlace(path: clip.source, time: ExactSeconds(frames: $0, at: rate)) })
    }

    /// A recording in several files: where each ends is not known, so it is the first frames of three of them.
    private static func ofParts(_ paths: [String]) -> PicturePlan {
        .ask(numbers(of: paths.count).map { PicturePlace(path: paths[$0]) })
    }

    private static func ofFrames(_ frames: LoggedClip.Frames) -> PicturePlan {
        let ending = frames.suffix.lowercased()
        guard let format = FrameFormat.allCases.first(where: { $0.endings.contains { ending.hasSuffix($0) } }) else {
            return .absent("No picture: ffmpeg is not asked about frames that end in \(frames.suffix).")
        }
        let places = numbers(of: frames.count).compactMap { frames.path(at: $0) }
        guard !places.isEmpty else { return .absent("No picture: there are no frames.") }
        return .ask(places.map { PicturePlace(path: $0, format: format.rawValue) })
    }
}

/// One picture: a file of the roll, and when in it.
struct PicturePlace: Hashable, Sendable {
    /// In the roll.
    let path: String
    /// Since the first frame; nil for the first frame.
    var time: ExactSeconds?
    /// The reader of ffmpeg for a single frame; nil where it finds out by itself.
    var format: String?
}

/// Frames that ffmpeg reads, by the name of its reader.
private enum FrameFormat: String, CaseIterable {
    case dpx = "dpx_pipe"
    case exr = "exr_pipe"
    case tiff = "tiff_pipe"

    var endings: [String] {
        switch self {
        case .dpx: [".dpx"]
        case .exr: [".exr"]
        case .tiff: [".tif", ".tiff", ".dng"]
        }
    }
}

/// Camera originals that only their makers' own software decodes.
enum UndecodableCodec: String, CaseIterable {
    case red = "RED"
    case arriraw = "ARRIRAW"
    case blackmagic = "Blackmagic RAW"
    case sony = "Sony X-OCN"
    case canon = "Canon Cinema RAW Light"
    case nikon = "Nikon N-RAW"
    case apple = "ProRes RAW"

    /// What a clip was recorded in, by the ending of its files or the codec that they name.
    init?(_ clip: LoggedClip) {
        let name = (clip.frames?.suffix ?? clip.sourceFile).lowercased()
        let codec = clip.values[.codec]?.lowercased() ?? ""
        let found = Self.allCases.first { known in
            known.endings.contains { name.hasSuffix($0) } || known.codecs.contains { codec.contains($0) }
        }
        guard let found else { return nil }
        self = found
    }

    var sentence: String { "No picture: ffmpeg cannot decode \(rawValue)." }

    private var endings: [String] {
        switch self {
        case .red: [".r3d"]
        case .arriraw: [".ari", ".arx"]
        case .blackmagic: [".braw", ".braw2"]
        case .sony, .apple: []
        case .canon: [".crm"]
        case .nikon: [".nev"]
        }
    }

    private var codecs: [String] {
        switch self {
        case .arriraw: ["arriraw"]
        case .sony: ["x-ocn", "xocn"]
        case .apple: ["prores raw"]
        case .red, .blackmagic, .canon, .nikon: []
        }
    }
}

extension LoggedClip.Frames {
    /// The path of the frame that comes after so many others; nil where there are no more.
    func path(at place: Int) -> String? {
        var place = place
        for run in runs {
            if place < run.count {
                let number = String(run.lowerBound + place)
                let zeros = String(repeating: "0", count: max(0, digits - number.utf8.count))
                let name = "\(prefix)\(zeros)\(number)\(suffix)"
                return folder.isEmpty || folder == "." ? name : "\(folder)/\(name)"
            }
            place -= run.count
        }
        return nil
    }
}
