internal import ClipMetadata
internal import FileTree
internal import MediaTime

/// The program `ffmpeg`, which draws small pictures from clips: one process for each clip.
///
/// It opens files plainly and decodes what strangers wrote: it may read plain files alone, of formats that refer to no
/// others, in bounded memory and time. What a broken file does to it, it does to the pictures of that clip.
struct FFmpeg: Sendable {
    private let program: InstalledProgram
    private let limits: PictureLimits

    /// What to say, and what to do, where it is not installed.
    static let missing =
        "ffmpeg is not installed: the page has no pictures. Install it with `apt-get install ffmpeg`, and make it again."

    /// The installed program; nil when there is none in PATH.
    ///
    /// Blocks: for threads of our own, never for those of Swift's pool.
    static func installed(in path: String? = nil, limits: PictureLimits = PictureLimits()) -> FFmpeg? {
        InstalledProgram.named("ffmpeg", in: path).map { FFmpeg(program: $0, limits: limits) }
    }

    private init(program: InstalledProgram, limits: PictureLimits) {
        (self.program, self.limits) = (program, limits)
    }

    /// What came of one clip.
    enum Answer: Hashable, Sendable {
        case pictures([[UInt8]])
        case failed(String)
        case tookTooLong(String)
        case stopped
    }

    /// Draws, in the order of the places; blocks.
    ///
    /// - Parameter places: whose paths are absolute.
    func draw(_ places: [PicturePlace], shouldStop: () -> Bool) -> Answer {
        let run = ProgramRun(
            program: program, arguments: FFmpeg.arguments(places), limits: limits.probe, time: limits.time)
        switch run.end(shouldStop: shouldStop) {
        case .exited(let said, _):
            // A status alone means nothing: what counts is whether there are pictures.
            let pictures = JPEGStream(said).files.filter { $0.count <= limits.picture.bytes }
            return pictures.isEmpty ? .failed("could not decode it") : .pictures(pictures)
        case .stopped: return .stopped
        case .tookTooLong(let time), .stuck(_, let time): return .tookTooLong("was not done after \(time)")
        case .crashed(let signal): return .failed("crashed on it (signal \(signal))")
        case .saidTooMuch(let most): return .failed("answered more than \(most)")
        case .lost(let reason): return .failed("answered what could not be read: \(reason)")
        case .notStarted(let reason): return .failed("could not be started: \(reason)")
        }
    }

    /// Readers that open the file they are given and no other: a playlist that calls itself `.mov` is refused.
    private static let formats = "mov,mxf,mpegts,mpeg,avi,matroska,dpx_pipe,exr_pipe,tiff_pipe"

    /// 160 pixels wide, as high as the picture's shape asks, full range, as JPEG has it.
    private static let size =
        "scale=160:clip(trunc(160/dar/2)*2\\,2\\,320):out_range=pc,setsar=1,format=yuvj420p"

    /// One input for each picture, each sought before it is opened, their first frames behind each other.
    static func arguments(_ places: [PicturePlace]) -> [String] {
        var arguments = ["-nostdin", "-hide_banner", "-loglevel", "quiet", "-filter_complex_threads", "1"]
        for place in places {
            arguments += ["-protocol_whitelist", "file", "-format_whitelist", formats, "-threads", "1"]
            arguments += ["-an", "-sn", "-dn"]
            if let format = place.format { arguments += ["-f", format] }
            if let time = place.time { arguments += ["-ss", time.decimal] }
            arguments += ["-i", place.path]
        }
        let first = places.indices.map { "[\($0):v:0]trim=end_frame=1,\(size)[p\($0)]" }
        let all = places.indices.map { "[p\($0)]" }.joined()
        let filter = first.joined(separator: ";") + ";\(all)concat=n=\(places.count),settb=1,setpts=N[out]"
        return arguments + [
            "-filter_complex", filter, "-map", "[out]", "-r", "1", "-frames:v", "\(places.count)", "-threads", "1",
            "-c:v", "mjpeg", "-q:v", "5", "-flags:v", "+bitexact", "-fflags", "+bitexact", "-f", "image2pipe", "pipe:1",
        ]
    }
}

extension ExactSeconds {
    /// With three digits behind the point, cut off, so that a frame is never passed; zero before the start.
    fileprivate var decimal: String {
        let time = max(.zero, self)
        let (seconds, rest) = time.numerator.quotientAndRemainder(dividingBy: time.denominator)
        // The denominator of a time in frames is a rate's numerator: far from the end of 128 bits.
        let thousandths = String(rest * 1000 / time.denominator)
        return "\(seconds).\(String(repeating: "0", count: 3 - thousandths.utf8.count))\(thousandths)"
    }
}
