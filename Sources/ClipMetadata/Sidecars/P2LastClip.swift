/// The last clip of a P2 card: `LASTCLIP.TXT`.
public struct P2LastClip: Sidecar {
    /// Its name: `0001AB`.
    public let clipName: String
    /// What it says of every clip on the card: nothing.
    public var metadata: ClipMetadata { ClipMetadata() }

    /// Bytes of a file of three short lines.
    private static let mostBytes = 4096

    /// Reads the file: the name, a version and a number, a line each; see ``Sidecar/init(_:at:)``.
    public init(_ bytes: [UInt8], at place: String) throws(MetadataError) {
        guard bytes.count <= P2LastClip.mostBytes else {
            throw MetadataError(.beyondLimits, at: place, "it is larger than \(P2LastClip.mostBytes) bytes")
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap(\.said)
        guard lines.count >= 2, let name = lines.first, name.utf8.count == 6,
            name.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) })
        else { throw MetadataError(.wrongFormat, at: place, "its first line is not the name of a P2 clip") }
        clipName = name
    }
}
