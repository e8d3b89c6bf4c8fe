internal import MediaTime

/// A column of a spreadsheet.
struct BookColumn: Sendable {
    /// What stands above it.
    let heading: String
    /// Its width in characters.
    let width: Double
    /// Its cell.
    let text: @Sendable (BookRow) -> String

    init(_ heading: String, _ width: Double, _ text: @escaping @Sendable (BookRow) -> String) {
        (self.heading, self.width, self.text) = (heading, width, text)
    }

    init(_ heading: String, _ width: Double, _ field: LogField) {
        self.init(heading, width) { $0.text(field) }
    }

    /// Of pictures: what an editor looks for first, then how it was shot, then the file and its copies.
    static let picture = slate + [name, reel, camera] + time + matched + people + shooting + file

    /// Of sound.
    static let sound =
        slate + [name, soundRoll] + time
        + [
            BookColumn("Channels", 9, .channels), BookColumn("Tracks", 32, .tracks),
            BookColumn("Sample rate", 11, .sampleRate), BookColumn("Bits", 6, .sampleBits),
            BookColumn("Samples", 12, .samples),
            BookColumn("Pictures", 28) { $0.pictures.joined(separator: ", ") },
        ] + people + file

    /// Of both, in one table.
    static let table =
        [BookColumn("Kind", 8) { $0.clip.kind.rawValue }] + picture
        + [BookColumn("Channels", 9, .channels), BookColumn("Tracks", 32, .tracks)]

    private static let slate = [
        BookColumn("Scene", 10, .scene), BookColumn("Slate", 8, .slate), BookColumn("Shot", 8, .shot),
        BookColumn("Take", 6, .take), BookColumn("Circled", 8, .circled), BookColumn("NG", 6, .noGood),
    ]

    private static let name = BookColumn("Clip", 28) { $0.clip.name }
    private static let reel = BookColumn("Reel", 14, .reel)
    private static let camera = BookColumn("Camera", 8, .camera)
    private static let soundRoll = BookColumn("Sound roll", 12, .soundRoll)

    private static let time = [
        BookColumn("Start TC", 13) { $0.clip.start?.description ?? "" }, BookColumn("End TC", 13) { $0.end },
        BookColumn("Duration", 13) { $0.duration }, BookColumn("Seconds", 10) { $0.seconds },
        BookColumn("FPS", 8) { $0.clip.rate?.decimalText ?? "" }, BookColumn("Frames", 9, .frames),
        BookColumn("Sensor FPS", 11, .sensorRate),
    ]

    private static let matched = [
        soundRoll, BookColumn("Sound files", 24) { $0.sound.map(\.sourceFile).joined(separator: ", ") },
        BookColumn("Sound TC", 13) { $0.clip.sound.map(\.start.description).joined(separator: ", ") },
        BookColumn("Sound offset in frames", 21) { $0.clip.sound.map { "\($0.offset)" }.joined(separator: ", ") },
    ]

    private static let people = [
        BookColumn("Notes", 40, .notes), BookColumn("Unit", 8, .unit), BookColumn("Date", 11, .date),
        BookColumn("Time", 10, .time),
    ]

    private static let shooting = [
        BookColumn("Make", 12, .make), BookColumn("Model", 16, .model), BookColumn("Serial", 12, .serial),
        BookColumn("Lens", 24, .lensModel), BookColumn("Focal length", 12, .focalLength),
        BookColumn("Aperture", 9, .aperture), BookColumn("ISO", 7, .iso),
        BookColumn("Shutter angle", 13, .shutterAngle), BookColumn("Shutter time", 12, .shutterTime),
        BookColumn("White balance", 14, .whiteBalance), BookColumn("Tint", 6, .tint),
        BookColumn("ND", 6, .ndFilter), BookColumn("Codec", 16, .codec), BookColumn("Width", 7, .width),
        BookColumn("Height", 7, .height), BookColumn("Gamma", 12, .gamma), BookColumn("Gamut", 12, .gamut),
        BookColumn("Look", 16, .look), BookColumn("ASC SOP", 24, .cdlSOP), BookColumn("ASC SAT", 8, .cdlSaturation),
    ]

    private static let file = [
        BookColumn("Roll", 22) { $0.roll.path }, BookColumn("File", 32) { $0.clip.sourceFile },
        BookColumn("Part", 6) { $0.clip.part.map(String.init) ?? "" },
        BookColumn("Marks", 10) { $0.clip.marks.joined(separator: ", ") },
        BookColumn("Path", 48) { $0.path ?? "" }, BookColumn("Bytes", 15) { String($0.size) },
        BookColumn("Checksum", 24) { $0.checksum }, BookColumn("Copies", 40) { $0.copies },
    ]
}
