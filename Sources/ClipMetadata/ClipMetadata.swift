public import MediaTime

/// What is known of one clip, or of one file, each value with everybody who said it.
///
/// Nothing is invented: a field nobody spoke of has no claims. Source of the list: the fields that Avid, Resolve and
/// the ASC's camera reports share.
public struct ClipMetadata: Hashable, Sendable {
    /// The clip's own identifier within its format: GlobalClipID, clip name in the container.
    public var clipID = Claims<String>()
    /// The reel, or tape: `A001R2EC`.
    public var reel = Claims<String>()
    /// The camera's letter or letters: `A`, `B_`.
    public var cameraIndex = Claims<String>()
    /// The clip's number on its reel.
    public var clipNumber = Claims<Int>()
    /// The scene; text, because `12A` is one.
    public var scene = Claims<String>()
    /// The slate.
    public var slate = Claims<String>()
    /// The take; text, because `2PK` is one.
    public var take = Claims<String>()
    /// Whether the take was circled; no claim means that nobody said.
    public var isCircled = Claims<Bool>()
    /// Whether the take was marked as not good.
    public var isNoGood = Claims<Bool>()
    /// The timecode of the first frame.
    public var start = Claims<Timecode>()
    /// Frames a second that the sensor took.
    public var sensorRate = Claims<FrameRate>()
    /// Frames a second that the clip plays at.
    public var projectRate = Claims<FrameRate>()
    /// Length in frames.
    public var frames = Claims<Int>()
    /// Length of sound in samples.
    public var samples = Claims<Int>()
    /// Samples a second of sound.
    public var sampleRate = Claims<Int>()
    /// Bits of a sample of sound.
    public var sampleBits = Claims<Int>()
    /// Samples since midnight at which a recording of sound starts.
    public var samplesSinceMidnight = Claims<Int>()
    /// The day of the recording, in the clock of the device.
    public var date = Claims<ShootDate>()
    /// The time of day of the recording, in the clock of the device.
    public var time = Claims<ShootTime>()
    /// Minutes that the device's clock was ahead of UTC.
    public var timeZone = Claims<Int>()
    /// Who made the camera or recorder.
    public var make = Claims<String>()
    /// Its model.
    public var model = Claims<String>()
    /// Its serial number.
    public var serial = Claims<String>()
    /// The version of its firmware.
    public var firmware = Claims<String>()
    /// The serial number of the card it was recorded on.
    public var mediaSerial = Claims<String>()
    /// Who made the lens.
    public var lensMake = Claims<String>()
    /// The lens.
    public var lensModel = Claims<String>()
    /// Its serial number.
    public var lensSerial = Claims<String>()
    /// Its focal length in millimetres.
    public var focalLength = Claims<Double>()
    /// The aperture as written: `T2.8`, `F4`.
    public var aperture = Claims<String>()
    /// Sensitivity: ISO or exposure index.
    public var iso = Claims<Int>()
    /// White balance in kelvin.
    public var whiteBalance = Claims<Int>()
    /// Tint, positive towards magenta, in the camera's own steps.
    public var tint = Claims<Double>()
    /// Shutter angle in degrees.
    public var shutterAngle = Claims<Double>()
    /// Exposure time as written, in seconds: `1/50`.
    public var shutterTime = Claims<String>()
    /// Neutral density as written: `0.6`, `1/4`.
    public var ndFilter = Claims<String>()
    /// The codec: `Apple ProRes 422 HQ`, `PCM`.
    public var codec = Claims<String>()
    /// Width in pixels.
    public var width = Claims<Int>()
    /// Height in pixels.
    public var height = Claims<Int>()
    /// Width of a pixel, its height being 1.
    public var pixelAspect = Claims<Double>()
    /// Bits of one colour of a pixel.
    public var bitDepth = Claims<Int>()
    /// The transfer curve: `S-Log3`, `LOG-C`.
    public var gamma = Claims<String>()
    /// The colour primaries: `S-Gamut3.Cine`.
    public var gamut = Claims<String>()
    /// The name of the look.
    public var look = Claims<String>()
    /// Whether the look is in the picture already.
    public var isLookBurnedIn = Claims<Bool>()
    /// ASC CDL slope, offset and power: `(1 1 1)(0 0 0)(1 1 1)`.
    public var cdlSOP = Claims<String>()
    /// ASC CDL saturation.
    public var cdlSaturation = Claims<Double>()
    /// Where it was: `+48.1371 +11.5754 +519` (latitude, longitude, and altitude in metres if known).
    public var location = Claims<String>()
    /// The sound roll.
    public var soundRoll = Claims<String>()
    /// Channels of sound in the file.
    public var channels = Claims<Int>()
    /// Names of the sound's tracks, in order.
    public var tracks = Claims<[String]>()
    /// Notes of whoever wrote some.
    public var notes = Claims<String>()
    /// UMID, UUID or another identifier that is unique in the world.
    public var universalID = Claims<String>()

    /// Nothing is known.
    public init() {}

    /// Adds everything that `other` knows.
    public mutating func join(_ other: ClipMetadata) {
        for field in MetadataField.all { field.join(&self, other) { _ in true } }
    }

    /// Adds what `other` knows, as far as field and source are wanted.
    public mutating func join(_ other: ClipMetadata, where isWanted: (MetadataField, ValueSource) -> Bool) {
        for field in MetadataField.all { field.join(&self, other) { isWanted(field, $0) } }
    }
}
