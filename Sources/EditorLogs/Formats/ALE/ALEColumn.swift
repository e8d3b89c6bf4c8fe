/// The columns of our logs, in the order they are written; the spelling is exact, because Avid merges by it.
///
/// Source: Avid's log specification up to Image Size; those behind it are our own.
enum ALEColumn: String, Hashable, CaseIterable {
    case name = "Name"
    case tracks = "Tracks"
    case start = "Start"
    case end = "End"
    case duration = "Duration"
    case rate = "FPS"
    case tape = "Tape"
    case sourceFile = "Source File"
    case sourcePath = "Source Path"
    case networkPath = "UNC Path"
    case shootDate = "Shoot Date"
    case scene = "Scene"
    case take = "Take"
    case camera = "Camera"
    case cameraRoll = "Camroll"
    case soundRoll = "Soundroll"
    case soundTimecode = "Sound TC"
    case auxiliaryTimecode = "Auxiliary TC1"
    case description = "DESCRIPT"
    case comments = "Comments"
    case cdlSOP = "ASC_SOP"
    case cdlSaturation = "ASC_SAT"
    case imageSize = "Image Size"
    case circled = "Circled"
    case lens = "Lens"
    case iso = "ISO"
    case shutter = "Shutter"
    case whiteBalance = "White Balance"
    case sensorRate = "Sensor FPS"
    case codec = "Codec"
    case colorSpace = "Color Space"
    case shot = "Shot"
    case unit = "Unit"
    case checksum = "Checksum"

    /// Avid's table asks for these in every log, whether a row fills them or not.
    static let required: Set<ALEColumn> = [.name, .tracks, .start, .end]
    /// All headings of a log together.
    static let most = 64
    /// Avid cuts names of columns that are not its own here; all of ours keep to it.
    static let longestName = 14
}
