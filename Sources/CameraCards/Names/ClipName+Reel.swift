extension ClipName {
    /// The reel as its makers call it: `A001R2GJ`, `A_0076_1CTJ`, `A001`; nil where the name does not tell.
    ///
    /// ARRI's older names and Panasonic's look alike, and only ARRI's reel has the camera's serial in it: without a
    /// family such a name tells none.
    public func reelName(of family: CardFamily?) -> String? {
        guard let reel, let camera else { return nil }
        switch grammar {
        case .bmcc: return reel
        case .arri35: return serial.map { "\(camera.hasSuffix("_") ? camera : camera + "_")\(reel)_\($0)" }
        case .arriClassic:
            guard let family else { return nil }
            return camera + reel + (family.isARRI ? (prefix ?? "") + (serial ?? "") : "")
        default: return camera + reel
        }
    }
}

extension CardFamily {
    /// Whether ARRI cameras wrote it.
    var isARRI: Bool { self == .arri35 || self == .arriClassic || self == .arriCodex }
}
