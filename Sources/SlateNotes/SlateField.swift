/// What a row of slate, script or sound notes may say.
public enum SlateField: String, Hashable, Sendable, CaseIterable {
    /// The file or clip that the row is about: `A001C003_260312_R2GJ.mov`, `12AT01.WAV`.
    case clip
    /// The camera's letter.
    case camera
    /// The card, magazine or reel: `A001`.
    case cameraRoll
    /// The number of the clip on its reel.
    case clipNumber
    case soundRoll
    case scene
    case slate
    case shot
    /// Text: `2PK`, `3A`, `06`.
    case take
    case circled
    case noGood
    case notes
    case unit
    case date
    case lens
    case start
    case end
    case rate
    /// The version of a shot: `v003`, `3`. Only asked for in lists.
    case version
    /// The number of the first frame. Only asked for in lists.
    case firstFrame
    /// The number of the last frame. Only asked for in lists.
    case lastFrame
    /// How many frames, or from which to which: `100`, `1001-1100`. Only asked for in lists.
    case frames
}
