/// The formats of files beside the media, told apart by their names and by how they begin.
public enum SidecarFormat: String, Hashable, Sendable, CaseIterable {
    /// Sony's NonRealTimeMeta, `C0001M01.XML`.
    case sonyClip
    /// Panasonic's description of a P2 clip.
    case p2Clip
    /// Canon's description of an XF clip.
    case canonClip
    /// Captions that a DJI drone writes, `.SRT`.
    case djiCaptions
    /// A log of a reel.
    case reelLog

    /// Files with these extensions are read by their first bytes: media are large, and none of them.
    private static let extensions: Set<String> = ["XML", "SRT", "ALE"]

    /// Whether a file of this extension, in capitals, may be a sidecar that says something.
    public static func mayBe(extension name: String) -> Bool { extensions.contains(name) }

    /// The format of a file's content; nil for one that we do not know.
    public init?(_ bytes: [UInt8], extension name: String) {
        switch name {
        case "SRT": self = .djiCaptions
        case "ALE": self = .reelLog
        case "XML":
            switch SidecarFormat.rootName(bytes) {
            case "NonRealTimeMeta": self = .sonyClip
            case "P2Main": self = .p2Clip
            case "VideoClip": self = .canonClip
            default: return nil
            }
        default: return nil
        }
    }

    /// What a file of this format says.
    public func metadata(_ bytes: [UInt8], at place: String) throws(MetadataError) -> ClipMetadata {
        switch self {
        case .sonyClip: try SonyClipXML(bytes, at: place).metadata
        case .p2Clip: try P2ClipXML(bytes, at: place).metadata
        case .canonClip: try CanonClipXML(bytes, at: place).metadata
        case .djiCaptions: try DJICaptions(bytes, at: place).metadata
        case .reelLog: try ReelALE(bytes, at: place).metadata
        }
    }

    /// Bytes in which the first element of a document begins: declarations and comments before it are short.
    private static let headSize = 4096

    /// The name of a document's first element without its prefix; nil where none begins in its head.
    static func rootName(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(headSize).filter { $0 != 0 }
        var rest = head[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            let name = rest[(open + 1)...].prefix { $0 > 0x20 && !">/?!".utf8.contains($0) }
            rest = rest[(open + 1)...]
            guard !name.isEmpty else { continue }
            return String(decoding: name.split(separator: UInt8(ascii: ":")).last ?? name, as: UTF8.self)
        }
        return nil
    }
}
