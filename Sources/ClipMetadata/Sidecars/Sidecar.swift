/// A file beside the media that says something of it.
public protocol Sidecar: Sendable {
    /// Reads the whole file.
    ///
    /// - Parameters:
    ///   - place: the file, as its path on the card or as it was named by the person; every claim carries it.
    /// - Throws: when it is of another format, damaged, or larger than any real one.
    init(_ bytes: [UInt8], at place: String) throws(MetadataError)

    /// What it says of the clip; of every clip on the card where it describes several.
    var metadata: ClipMetadata { get }
}

/// Collects what one sidecar says, each value with the name it had there.
struct SidecarClaims: Sendable {
    private let place: String
    private(set) var metadata = ClipMetadata()

    /// Bytes of a text: nobody reads a longer one on a screen, and a list of thousands of clips must stay small.
    private static let longestText = 4096

    init(_ place: String) {
        self.place = place
    }

    /// Notes a value, if there is one.
    mutating func add<Value>(
        _ field: WritableKeyPath<ClipMetadata, Claims<Value>>, _ value: Value?, _ key: String
    ) {
        guard let value else { return }
        metadata[keyPath: field].add(Claim(value, ValueSource(.sidecar, file: place, key: key)))
    }

    /// Notes a text, if it says something.
    mutating func add(_ field: WritableKeyPath<ClipMetadata, Claims<String>>, _ text: String?, _ key: String) {
        guard let text = text?.said, text.utf8.count <= SidecarClaims.longestText else { return }
        metadata[keyPath: field].add(Claim(text, ValueSource(.sidecar, file: place, key: key)))
    }

    /// Notes day, time and zone of a moment.
    mutating func add(_ moment: WrittenMoment?, _ key: String) {
        add(\.date, moment?.date, key)
        add(\.time, moment?.time, key)
        add(\.timeZone, moment?.zone, key)
    }
}
