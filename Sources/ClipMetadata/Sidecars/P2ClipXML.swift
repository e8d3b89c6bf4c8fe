public import MediaTime

/// Another clip of the same shot on P2 cards, perhaps on another card.
public struct P2Connection: Hashable, Sendable {
    /// Its identifier; names are repeated from card to card, this is not.
    public let globalClipID: String
    /// Its name on its card.
    public let clipName: String?
    /// The serial number of its card.
    public let cardSerial: String?
}

/// What a Panasonic P2 camera says of one clip: `CONTENTS/CLIP/0001AB.XML`.
///
/// Source: Panasonic's P2 ClipMetadata, 3.0 and later; some element names end with a dot.
public struct P2ClipXML: Sidecar {
    /// The clip's name on its card: `0001AB`.
    public let clipName: String?
    /// Its identifier.
    public let globalClipID: String?
    /// The name a person gave it.
    public let userClipName: String?
    /// The identifier of the shot it is a part of.
    public let globalShotID: String?
    /// Frames of the shot that come before this clip.
    public let offsetInShot: Int?
    /// Its own frames.
    public let duration: Int?
    /// Its frames a second.
    public let editRate: FrameRate?
    /// The first clip of the shot.
    public let top: P2Connection?
    /// The clip before.
    public let previous: P2Connection?
    /// The clip behind; absent on the last.
    public let next: P2Connection?
    /// Recordings of sound that belong to it, each with one channel.
    public let audioCount: Int
    /// Whether the clip has a picture.
    public let hasVideo: Bool
    /// What it says of the clip.
    public let metadata: ClipMetadata

    /// Reads the file; see ``Sidecar/init(_:at:)``.
    public init(_ bytes: [UInt8], at place: String) throws(MetadataError) {
        let root = try SidecarElement.root("P2Main", of: bytes, at: place)
        guard let content = root.first("ClipContent") else {
            throw MetadataError(.damaged, at: place, "it holds no ClipContent")
        }
        let relation = content.first("Relation")
        clipName = content.first("ClipName")?.text
        globalClipID = content.first("GlobalClipID")?.text
        userClipName = content.first("ClipMetadata", "UserClipName")?.text
        globalShotID = relation?.first("GlobalShotID")?.text
        offsetInShot = Int(said: relation?.first("OffsetInShot")?.text)
        duration = Int(said: content.first("Duration")?.text)
        editRate = P2ClipXML.rate(ofUnit: content.first("EditUnit")?.text)
        top = P2Connection(relation?.first("Connection", "Top"))
        previous = P2Connection(relation?.first("Connection", "Previous"))
        next = P2Connection(relation?.first("Connection", "Next"))
        audioCount = content.first("EssenceList")?.all("Audio").count ?? 0
        hasVideo = content.first("EssenceList")?.first("Video") != nil
        var claims = SidecarClaims(place)
        claims.add(\.clipID, globalClipID, "GlobalClipID")
        claims.add(\.universalID, globalClipID, "GlobalClipID")
        claims.add(\.frames, duration, "Duration")
        claims.add(\.projectRate, editRate, "EditUnit")
        claims.addEssence(of: content.first("EssenceList"))
        claims.addNews(of: content.first("ClipMetadata"))
        metadata = claims.metadata
    }

    /// `1001/30000` seconds a frame.
    private static func rate(ofUnit text: String?) -> FrameRate? {
        let parts = (text ?? "").split(separator: "/", omittingEmptySubsequences: false).map { Int(said: String($0)) }
        guard parts.count == 2, let seconds = parts[0], let frames = parts[1], seconds <= FrameRate.fastest,
            frames <= FrameRate.fastest
        else { return nil }
        return FrameRate(frames, over: seconds)
    }
}

extension P2Connection {
    fileprivate init?(_ element: SidecarElement?) {
        guard let element, let id = element.first("GlobalClipID")?.text else { return nil }
        self.init(
            globalClipID: id, clipName: element.first("ClipName")?.text, cardSerial: element.first("P2SerialNo.")?.text)
    }
}
