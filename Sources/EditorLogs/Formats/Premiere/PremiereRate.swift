internal import MediaTime
internal import XMLText

/// A rate as xmeml has it: 24 and NTSC for 24000/1001.
struct PremiereRate: Hashable, Sendable {
    private let timebase: Int
    private let isPulledDown: Bool

    /// Nil for rates that are neither whole nor slowed by 1000/1001.
    init?(_ rate: FrameRate) {
        guard rate.denominator == 1 || rate.isPulledDown else { return nil }
        (timebase, isPulledDown) = (rate.nominal, rate.isPulledDown)
    }

    /// Writes the element.
    func write(to xml: inout XMLWriter) {
        xml.beginLine("rate")
        xml.element("timebase", text: "\(timebase)")
        xml.element("ntsc", text: isPulledDown ? "TRUE" : "FALSE")
        xml.end()
    }
}

extension Timecode {
    /// Writes a `timecode` element; `reel` is the tape it stands for.
    func write(to xml: inout XMLWriter, at rate: PremiereRate, reel: String? = nil) {
        xml.beginLine("timecode")
        rate.write(to: &xml)
        xml.element("string", text: description)
        xml.element("frame", text: "\(frame)")
        xml.element("displayformat", text: base.isDropFrame ? "DF" : "NDF")
        if let reel {
            xml.begin("reel")
            xml.element("name", text: reel)
            xml.end()
        }
        xml.end()
    }
}
