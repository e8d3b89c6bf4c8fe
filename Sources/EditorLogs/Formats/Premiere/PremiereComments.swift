internal import XMLText

/// What a row says beyond the columns of Premiere Pro, in its four comments.
struct PremiereComments {
    private let clip: LoggedClip
    private let log: EditorLog

    init(_ clip: LoggedClip, in log: EditorLog) {
        (self.clip, self.log) = (clip, log)
    }

    /// Circle, sound roll, matched sound, camera and lens; nil where there is nothing to say.
    var texts: [String?] { [verdict, clip.values.xmlText(.soundRoll).map { "Sound roll \($0)" }, sound, camera] }

    private var verdict: String? {
        clip.isCircled == true ? "Circled" : clip.isNoGood == true ? "No good" : nil
    }

    /// `Sound 12AT01.WAV, 36 frames before the picture`.
    private var sound: String? {
        let takes = clip.sound.map { match in
            match.rows.map { log.clips[$0].sourceFile }.joined(separator: ", ")
                + ", \(PremiereComments.place(match.offset))"
        }
        return takes.isEmpty ? nil : XMLWriter.carriable("Sound \(takes.joined(separator: "; "))")
    }

    private static func place(_ offset: Int) -> String {
        if offset == 0 { return "with the picture" }
        return
            "\(offset.magnitude) frame\(offset.magnitude == 1 ? "" : "s") \(offset < 0 ? "before" : "into") the picture"
    }

    private var camera: String? {
        let values = clip.values
        let parts = [
            values.xmlText(.camera).map { "Camera \($0)" }, values.xmlText(.make), values.xmlText(.model),
            values.xmlText(.lensModel), values.xmlText(.focalLength).map { "\($0) mm" }, values.xmlText(.aperture),
            values.xmlText(.iso).map { "ISO \($0)" },
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
