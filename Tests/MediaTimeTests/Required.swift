import MediaTime
import Testing

/// A timecode that a test knows to exist.
func timecode(_ text: String, _ rate: FrameRate) throws -> Timecode {
    try #require(Timecode(text, rate: rate), "\(text) at \(rate)")
}

/// So many units of which there are so many in a second.
func seconds(_ count: Int, over unitsPerSecond: Int = 1) throws -> ExactSeconds {
    try #require(ExactSeconds(count, over: unitsPerSecond))
}
