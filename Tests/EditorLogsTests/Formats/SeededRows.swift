import EditorLogs
import MediaTime
import RushesFixtures

/// Rows as no day has them all: every rate, drop-frame, midnight, odd characters, no length, no timecode.
struct SeededRows {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    private static let rates: [FrameRate] = [
        .ntsc24, .fps24, .fps25, .ntsc30, .fps30, .ntsc48, .fps48, .fps50, .ntsc60, .fps60, .fps100, .ntsc120, .fps120,
    ]
    private static let texts = [
        "12A", "2PK", "03", "a,b", "<&>\"'", "=cmd()", "tab\there", "line\nfeed", "\r\n", "\u{85}\u{2028}", "nul\u{0}",
        "\u{301}", "\u{202E}bidi", "🎬", "日本", " spaced ", "]]>", String(repeating: "long", count: 75),
    ]
    private static let rasters = [(1920, 1080), (3840, 2160), (4448, 3096), (720, 576)]

    private mutating func text() -> String {
        SeededRows.texts.randomElement(using: &generator) ?? ""
    }

    /// A row of picture with this number, which makes its name its own.
    mutating func picture(_ number: Int) -> LoggedClip {
        let rate = SeededRows.rates.randomElement(using: &generator) ?? .fps25
        let base = TimecodeBase(rate, dropFrame: Bool.random(using: &generator)) ?? TimecodeBase(rate)
        let isLate = Int.random(in: 0..<4, using: &generator) == 0
        let frame = isLate ? base.framesPerDay - 1 : Int.random(in: 0..<base.framesPerDay, using: &generator)
        let timecode = "\(Timecode(frame: frame, base: base))@\(rate)"
        var said: [LogField: String] = [.rate: "\(rate)", .reel: "R\(number)", .scene: text(), .take: text()]
        let extras: [(LogField, String)] = [
            (.notes, text()), (.camera, text()), (.circled, "yes"), (.noGood, "yes"), (.channels, "2"),
            (.sampleRate, "48000"), (.lensModel, text()),
        ]
        for (field, value) in extras where Bool.random(using: &generator) { said[field] = value }
        if let (width, height) = SeededRows.rasters.randomElement(using: &generator), Bool.random(using: &generator) {
            (said[.width], said[.height]) = ("\(width)", "\(height)")
        }
        let lengths = [nil, 0, 1, 2, 240, base.framesPerDay, base.framesPerDay + 1]
        let hasTimecode = Int.random(in: 0..<6, using: &generator) > 0
        return ShotDay.picture(
            "C\(number) é&<\(number)>", start: hasTimecode ? timecode : nil,
            frames: lengths.randomElement(using: &generator) ?? nil, saying: said, source: "C%\(number) #é.mov")
    }

    /// A log of so many pictures, half of them with sound that begins before, with or after them.
    mutating func log(_ count: Int) -> EditorLog {
        var clips = (0..<count).map { picture($0) }
        for number in 0..<count where Bool.random(using: &generator) {
            guard let start = clips[number].start else { continue }
            let offset = Int.random(in: -50...50, using: &generator)
            clips[number].sound = [
                MatchedSound(rows: [clips.count], offset: offset, overlap: 1, start: start, isDoubtful: false)
            ]
            let sound = start.advanced(by: offset)
            clips.append(
                ShotDay.sound(
                    "S\(number)", start: "\(sound)@\(start.base.rate)",
                    samples: Int.random(in: 100_000...500_000, using: &generator),
                    saying: [.channels: "2", .tracks: "Boom, \(text())", .reel: "SR1", .scene: text(), .take: text()]))
        }
        return ShotDay.log(clips)
    }
}
