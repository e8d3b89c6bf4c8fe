internal import FoundationEssentials

/// What MediaInfo says of one file: its tracks with their fields, all as text.
package struct MediaInfoReport: Hashable, Sendable {
    /// One track.
    struct Track: Hashable, Sendable {
        /// `General`, `Video`, `Audio`, `Image`, `Other`.
        let kind: String
        /// The fields of MediaInfo's own list.
        let fields: [String: String]
        /// The fields that only this format has, under their names in small letters.
        let extra: [String: Field]

        /// A field under the name that the file gave it.
        struct Field: Hashable, Sendable {
            let name: String
            let text: String
        }
    }

    /// The file, as it was named to MediaInfo.
    let path: String
    /// Its tracks, in order.
    let tracks: [Track]

    /// Reads an answer of `--Output=JSON`: a list, or one object for one file; nil when it is neither.
    ///
    /// A file that could not be opened has no report.
    package static func reports(in answer: [UInt8]) -> [MediaInfoReport]? {
        // Files bring texts in any encoding, and MediaInfo hands some of them on.
        let text = Data(String(decoding: answer, as: UTF8.self).utf8)
        let decoder = JSONDecoder()
        if let entries = try? decoder.decode([Entry].self, from: text) { return entries.compactMap(\.media) }
        return (try? decoder.decode(Entry.self, from: text)).map { [$0.media].compactMap(\.self) }
    }

    private struct Entry: Decodable {
        let media: MediaInfoReport?
    }
}

extension MediaInfoReport: Decodable {
    private enum Key: String, CodingKey {
        case path = "@ref"
        case tracks = "track"
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        path = try members.decode(String.self, forKey: .path)
        tracks = try members.decodeIfPresent([Track].self, forKey: .tracks) ?? []
    }
}

extension MediaInfoReport.Track: Decodable {
    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: AnyKey.self)
        var fields: [String: String] = [:]
        var extra: [String: Field] = [:]
        for key in members.allKeys {
            if key.stringValue == "extra" {
                let more = try? members.nestedContainer(keyedBy: AnyKey.self, forKey: key)
                for key in more?.allKeys ?? [] {
                    guard let text = more?.text(at: key) else { continue }
                    extra[key.stringValue.lowercased()] = Field(name: key.stringValue, text: text)
                }
            } else if let text = members.text(at: key) {
                fields[key.stringValue] = text
            }
        }
        kind = fields["@type"] ?? ""
        self.fields = fields
        self.extra = extra
    }
}

/// Any member of an object.
private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension KeyedDecodingContainer<AnyKey> {
    /// A text, or a number as text; versions of MediaInfo differ in which they write.
    fileprivate func text(at key: AnyKey) -> String? {
        if let text = try? decode(String.self, forKey: key) { return text.isEmpty ? nil : text }
        if let whole = try? decode(Int.self, forKey: key) { return String(whole) }
        return (try? decode(Double.self, forKey: key))?.description
    }
}
