/// The log of any number of rolls: their rows, joined, with all that should be looked at.
public struct EditorLog: Hashable, Sendable {
    /// The rolls.
    public var rolls: [LoggedRoll]
    /// The rows, those of a roll behind each other.
    public var clips: [LoggedClip]
    /// What should be looked at.
    public var exceptions: [LogException]

    /// Puts a log together.
    public init(rolls: [LoggedRoll] = [], clips: [LoggedClip] = [], exceptions: [LogException] = []) {
        (self.rolls, self.clips, self.exceptions) = (rolls, clips, exceptions)
    }

    /// The roll of a row.
    public func roll(of clip: LoggedClip) -> LoggedRoll { rolls[clip.roll] }

    /// The rows of pictures.
    public var pictures: [LoggedClip] { clips.filter { $0.kind == .picture } }

    /// The takes of sound that belong to a row of picture, a row for each file.
    public func sound(of clip: LoggedClip) -> [LoggedClip] { clip.sound.flatMap { $0.rows.map { clips[$0] } } }
}
