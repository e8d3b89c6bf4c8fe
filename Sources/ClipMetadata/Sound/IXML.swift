public import MediaTime

/// What a recorder says of a take in the chunk `iXML`; nil, or empty, where it says nothing.
///
/// Source: iXML specification (Gallery Software). Everything in it is optional, and an empty element says nothing.
public struct IXML: Hashable, Sendable {
    /// The production.
    public internal(set) var project: String?
    /// The scene, or slate.
    public internal(set) var scene: String?
    /// The take.
    public internal(set) var take: String?
    /// The sound roll.
    public internal(set) var tape: String?
    /// Whether the take was circled.
    public internal(set) var isCircled: Bool?
    /// Whether it was marked as not good, in the element of older versions.
    public internal(set) var isNoGood: Bool?
    /// Whether it was a false start, in the element of older versions.
    public internal(set) var isFalseStart: Bool?
    /// Whether it is wild sound, in the element of older versions.
    public internal(set) var isWildTrack: Bool?
    /// The words of `TAKE_TYPE`: `NO_GOOD`, `REHEARSAL`.
    public internal(set) var takeTypes: [String] = []
    /// The note on the take.
    public internal(set) var note: String?
    /// The user bits as written.
    public internal(set) var userBits: String?
    /// The identifier of the file, unique in the world.
    public internal(set) var fileUID: String?
    /// What the file was called when it was recorded.
    public internal(set) var originalFilename: String?
    /// Rates, and when it starts.
    public internal(set) var speed = Speed()
    /// The files that were recorded together with it.
    public internal(set) var fileSet = FileSet()
    /// Its tracks in the order of the list.
    public internal(set) var tracks: [Track] = []
    /// Marks in it.
    public internal(set) var syncPoints: [SyncPoint] = []
    /// Samples at its start that were recorded before the button was pressed.
    public internal(set) var preRecordSamples: Int?
    /// Samples since midnight at which it starts, as its copy of the `bext` chunk has it.
    public internal(set) var timeReference: Int?

    /// Rates, and when the recording starts.
    public struct Speed: Hashable, Sendable {
        /// The note on the rates; it is not the note on the take.
        public internal(set) var note: String?
        /// Frames a second that the material is meant to be played at.
        public internal(set) var masterRate: FrameRate?
        /// Frames a second that this file plays at.
        public internal(set) var currentRate: FrameRate?
        /// Frames a second of the timecode.
        public internal(set) var timecodeRate: FrameRate?
        /// Whether the timecode drops numbers.
        public internal(set) var isDropFrame: Bool?
        /// Samples a second that the file is played at.
        public internal(set) var fileSampleRate: Int?
        /// Samples a second that were taken.
        public internal(set) var digitizerSampleRate: Int?
        /// Samples a second that ``samplesSinceMidnight`` counts.
        public internal(set) var timestampSampleRate: Int?
        /// Bits of a sample.
        public internal(set) var bits: Int?
        /// Samples since midnight at which the file starts.
        public internal(set) var samplesSinceMidnight: Int?
    }

    /// Files that were recorded together: one for each microphone, or the pieces of a long take.
    public struct FileSet: Hashable, Sendable {
        /// How many there are, this one included.
        public internal(set) var totalFiles: Int?
        /// What is the same in all of them, and in no others.
        public internal(set) var familyUID: String?
        /// What the take is called.
        public internal(set) var familyName: String?
        /// Which of them this is; free text: `A`, `01`, `3`.
        public internal(set) var index: String?
    }

    /// One track.
    public struct Track: Hashable, Sendable {
        /// The recorder's number of it, as written.
        public internal(set) var channel: Int?
        /// Its place among the channels of the file, 1 being the first.
        public internal(set) var interleave: Int?
        /// What the mixer called it: `Boom`.
        public internal(set) var name: String?
        /// What it is: `M-MID_SIDE`.
        public internal(set) var function: String?
    }

    /// A mark in the recording.
    public struct SyncPoint: Hashable, Sendable {
        /// Whether samples count from the file's start or from midnight: `RELATIVE`, `ABSOLUTE`.
        public internal(set) var type: String?
        /// What it marks: `SLATE_GENERIC`.
        public internal(set) var function: String?
        /// What the mixer wrote beside it.
        public internal(set) var comment: String?
        /// Where it is, in samples.
        public internal(set) var samples: Int?
    }

    /// Nothing is said.
    init() {}

    /// Whether somebody marked it as not good, in either way; nil where nobody did.
    public var noGood: Bool? { takeTypes.contains("NO_GOOD") ? true : isNoGood }

    /// Whether somebody marked it as a false start, in either way; nil where nobody did.
    public var falseStart: Bool? { takeTypes.contains("FALSE_START") ? true : isFalseStart }
}
