/// The columns of a metadata sheet, in the order they are written; an unknown or re-spelt one is dropped in silence.
///
/// What Resolve reads from the file itself and does not let people change is not among them: raster, codec, frame
/// rate. Source: headings of Resolve's own Media Pool exports, and of generators whose sheets were imported.
enum ResolveColumn: String, Hashable, CaseIterable {
    case fileName = "File Name"
    case directory = "Clip Directory"
    case start = "Start TC"
    case end = "End TC"
    case reel = "Reel Name"
    case comments = "Comments"
    case keywords = "Keywords"
    case shot = "Shot"
    case setup = "Setup"
    case scene = "Scene"
    case take = "Take"
    case goodTake = "Good Take"
    case date = "Date Recorded"
    case camera = "Camera #"
    case location = "Location"
    case model = "Camera Type"
    case make = "Camera Manufacturer"
    case serial = "Camera Serial #"
    case firmware = "Camera Firmware"
    case sensorRate = "Camera FPS"
    case shutter = "Shutter"
    case shutterSpeed = "Shutter Speed"
    case iso = "ISO"
    case whitePoint = "White Point (Kelvin)"
    case tint = "White Balance Tint"
    case lens = "Lens Type"
    case lensNumber = "Lens Number"
    case aperture = "Camera Aperture"
    case focalLength = "Focal Point (mm)"
    case ndFilter = "ND Filter"
    case gamma = "Gamma Notes"
    case colorSpace = "Color Space Notes"
    case soundRoll = "Sound Roll #"

    /// Without both timecodes an import matches nothing and blames the media pool.
    static let required: Set<ResolveColumn> = [.fileName, .start, .end]
}
