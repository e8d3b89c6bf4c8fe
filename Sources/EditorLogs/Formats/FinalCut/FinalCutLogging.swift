internal import XMLText

/// Note, keywords and rating over the whole of a clip.
struct FinalCutLogging {
    private let clip: LoggedClip
    private let start, length: String

    init(_ clip: LoggedClip, start: String, length: String) {
        (self.clip, self.start, self.length) = (clip, start, length)
    }

    /// Writes the note, which comes first in a clip.
    func writeNote(to xml: inout XMLWriter) {
        guard let note = clip.values.xmlText(.notes) else { return }
        xml.element("note", text: note)
    }

    /// Writes keywords and rating.
    ///
    /// Rejected is only what somebody marked as not good and nobody circled.
    func writeMarks(to xml: inout XMLWriter) {
        let keywords = keywords
        if !keywords.isEmpty {
            xml.empty(
                "keyword",
                attributes: [("start", start), ("duration", length), ("value", keywords.joined(separator: ","))])
        }
        if clip.isCircled == true {
            writeRating("Circled", "favorite", to: &xml)
        } else if clip.isNoGood == true {
            writeRating("No good", "reject", to: &xml)
        }
    }

    private func writeRating(_ name: String, _ value: String, to xml: inout XMLWriter) {
        xml.empty(
            "rating", attributes: [("name", name), ("start", start), ("duration", length), ("value", value)])
    }

    /// A comma parts keywords, so one inside becomes a semicolon.
    private var keywords: [String] {
        let scene = clip.values.xmlText(.scene).map { "Scene \($0)" }
        let camera = clip.values.xmlText(.camera).map { "Camera \($0)" }
        return [scene, clip.isCircled == true ? "Circled" : nil, camera].compactMap { $0 }
            .map { String($0.map { $0 == "," ? ";" : $0 }) }
    }
}
