internal import XMLText

/// Values by the keys of Final Cut Pro, and by keys of our own where it has none.
///
/// Its inspector shows `studio.shot` as Take; there is no `studio.take`. Source: Apple, FCPXML Reference, metadata keys.
struct FinalCutMetadata {
    private var known: [(key: String, value: String)] = []
    private var own: [LogField] = []
    private let clip: LoggedClip

    private init(_ clip: LoggedClip) {
        self.clip = clip
    }

    /// What is true of the file: reel, camera, and all that is known of it besides.
    static func ofFile(_ clip: LoggedClip) -> FinalCutMetadata {
        var metadata = FinalCutMetadata(clip)
        metadata.take(["studio.reel": .reel, "mio.cameraName": .camera])
        metadata.own = LogField.allCases.filter { !elsewhere.contains($0) && clip.values.xmlText($0) != nil }
        return metadata
    }

    /// What an editor looks for: scene, take, reel, camera.
    static func ofTake(_ clip: LoggedClip) -> FinalCutMetadata {
        var metadata = FinalCutMetadata(clip)
        metadata.take([
            "studio.reel": .reel, "studio.scene": .scene, "studio.shot": .take, "studio.angle": .camera,
            "mio.cameraName": .camera,
        ])
        return metadata
    }

    private mutating func take(_ fields: KeyValuePairs<String, LogField>) {
        for (key, field) in fields {
            guard let value = clip.values.xmlText(field) else { continue }
            known.append(("com.apple.proapps.\(key)", value))
        }
    }

    /// Writes the element; nothing where nothing is known.
    func write(to xml: inout XMLWriter) {
        guard !known.isEmpty || !own.isEmpty else { return }
        xml.begin("metadata")
        for (key, value) in known {
            xml.empty("md", attributes: [("key", key), ("value", value)])
        }
        for field in own {
            xml.empty(
                "md",
                attributes: [
                    ("key", "org.rushes.log.\(field.rawValue)"),
                    ("value", clip.values.xmlText(field)), ("editable", "1"), ("type", "string"),
                    ("displayName", FinalCutMetadata.title(of: field)), ("source", "Rushes"),
                ])
        }
        xml.end()
    }

    /// What has a place of its own: keys of Final Cut Pro, times, formats, ratings and notes.
    private static let elsewhere: Set<LogField> = [
        .scene, .take, .reel, .camera, .notes, .circled, .noGood, .start, .rate, .frames, .samples, .sampleRate,
        .samplesSinceMidnight, .channels, .width, .height,
    ]

    /// The field's name with spaces and capitals: `Lens Model`, `ISO`.
    private static func title(of field: LogField) -> String {
        field.rawValue.split(separator: "_").map { word in
            short.contains(word) ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
        }.joined(separator: " ")
    }

    private static let short: Set<Substring> = ["id", "iso", "nd", "cdl", "sop", "fps"]
}
