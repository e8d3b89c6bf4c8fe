internal import MediaTime

extension FrameRate {
    /// The rates that Avid logs and edit decision lists are seen with.
    ///
    /// Above 60 readers refuse the file, or take its frames for others. Source: Avid's log specification (23.98, 24, 25,
    /// 29.97), and logs of Media Composer and Resolve.
    static let logged: Set<FrameRate> = [
        .ntsc24, .fps24, .fps25, .ntsc30, .fps30, .ntsc48, .fps48, .fps50, .ntsc60, .fps60,
    ]

    /// With two digits behind the point, or none: `23.98`, as the FPS column has it where the head says `23.976`.
    var hundredths: String {
        let rounded = (numerator * 200 + denominator) / (2 * denominator)
        guard rounded % 100 != 0 else { return String(rounded / 100) }
        return "\(rounded / 100).\(rounded % 100 < 10 ? "0" : "")\(rounded % 100)"
    }
}

extension TimecodeBase {
    /// How it counts, in names of files: `2398`, `25`, `2997DF`; no two of the logged rates have the same.
    var fileSuffix: String { rate.hundredths.filter { $0 != "." } + (isDropFrame ? "DF" : "") }
}
