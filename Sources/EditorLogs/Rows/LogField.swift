/// What a row of an editor's log may say; the names are those of `rushes clips --json`, and a few that only people give.
public enum LogField: String, Hashable, Sendable, CaseIterable {
    case clipID = "clip_id"
    case reel
    case camera = "camera_index"
    case clipNumber = "clip_number"
    case scene
    case slate
    case shot
    case take
    case circled
    case noGood = "no_good"
    case notes
    case unit
    /// The timecode of the first frame: `10:00:00:00@24000/1001`.
    case start = "start_tc"
    case sensorRate = "sensor_fps"
    /// Frames a second that the clip plays at: `24000/1001`.
    case rate = "project_fps"
    /// Length in frames.
    case frames
    /// Length of sound in samples.
    case samples
    case sampleRate = "sample_rate"
    case sampleBits = "sample_bits"
    case samplesSinceMidnight = "samples_since_midnight"
    /// The shooting day: `2026-03-12`.
    case date
    case time
    case timeZone = "time_zone"
    case make
    case model
    case serial
    case firmware
    case mediaSerial = "media_serial"
    case lensMake = "lens_make"
    case lensModel = "lens_model"
    case lensSerial = "lens_serial"
    case focalLength = "focal_length"
    case aperture
    case iso
    case whiteBalance = "white_balance"
    case tint
    case shutterAngle = "shutter_angle"
    case shutterTime = "shutter_time"
    case ndFilter = "nd_filter"
    case codec
    case width
    case height
    case pixelAspect = "pixel_aspect"
    case bitDepth = "bit_depth"
    case gamma
    case gamut
    case look
    case isLookBurnedIn = "look_burned_in"
    /// ASC CDL as it was written: `(1 1 1)(0 0 0)(1 1 1)`.
    case cdlSOP = "cdl_sop"
    case cdlSaturation = "cdl_saturation"
    case location
    case soundRoll = "sound_roll"
    case channels
    case tracks
    case universalID = "universal_id"

    /// What people write down, and recorders with them: the sound roll is believed before the camera.
    ///
    /// All else is measured: there the camera's own family says whom to believe, and sound says nothing of picture.
    public static let written: Set<LogField> = [
        .scene, .slate, .shot, .take, .circled, .noGood, .notes, .unit, .soundRoll,
    ]
}
