/// Joins sound to picture by timecode.
public struct SoundJoin {
    private let offsets: [RollOffset]

    /// Takes what the person said of cameras that were not jammed.
    public init(offsets: [RollOffset] = []) {
        self.offsets = offsets
    }

    /// Notes on every row of picture the sound that was recorded meanwhile, and what did not match, both ways.
    public func join(_ log: inout EditorLog) {}
}
