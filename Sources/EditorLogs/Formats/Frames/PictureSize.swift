/// Width and height of a picture in pixels.
struct PictureSize: Hashable, Sendable {
    let width, height: Int
    /// Whether its pixels are said to be square, or another shape; neither where nobody speaks of it.
    let isSquare, isStretched: Bool

    /// Pixels that a side may have: no sensor has more.
    private static let largest = 100_000

    /// Nil where a row does not say it, or says what cannot be.
    init?(_ clip: LoggedClip) {
        guard let width = PictureSize.side(.width, of: clip), let height = PictureSize.side(.height, of: clip) else {
            return nil
        }
        let aspect = clip.values[.pixelAspect].flatMap { Double($0) }
        (self.width, self.height) = (width, height)
        (isSquare, isStretched) = (aspect == 1, aspect.map { $0 != 1 } ?? false)
    }

    /// The same where it does not matter whether square pixels were said or are taken for granted.
    var takenForGranted: PictureSize { PictureSize(width: width, height: height, isStretched: isStretched) }

    private init(width: Int, height: Int, isStretched: Bool) {
        (self.width, self.height) = (width, height)
        (isSquare, self.isStretched) = (!isStretched, isStretched)
    }

    private static func side(_ field: LogField, of clip: LoggedClip) -> Int? {
        clip.values[field].flatMap { Int($0) }.flatMap { (1...largest).contains($0) ? $0 : nil }
    }
}
