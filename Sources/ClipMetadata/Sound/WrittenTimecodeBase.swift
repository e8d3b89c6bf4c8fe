internal import MediaTime

/// How recorders write what their timecode counts.
enum WrittenTimecodeBase {
    /// Whether a flag says that numbers are dropped: `DF`, `NDF`, `ND`.
    static func dropFrame(_ flag: String) -> Bool? {
        switch flag.uppercased() {
        case "DF": true
        case "NDF", "ND": false
        default: nil
        }
    }

    /// A rate with its flag behind it: `023.976-ND`, `029.97DF`; nil where one of both is not understood.
    static func base(_ text: String) -> TimecodeBase? {
        let number = text.prefix { $0.isNumber || $0 == "." || $0 == "/" }
        let flag = text.dropFirst(number.count).filter(\.isLetter)
        guard let rate = FrameRate(String(number)) else { return nil }
        return flag.isEmpty ? undropped(rate) : dropFrame(flag).flatMap { TimecodeBase(rate, dropFrame: $0) }
    }

    /// A base of which nobody said whether it drops; nil where it could.
    static func undropped(_ rate: FrameRate) -> TimecodeBase? {
        TimecodeBase(rate, dropFrame: true) == nil ? TimecodeBase(rate) : nil
    }
}
