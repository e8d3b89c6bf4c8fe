internal import MediaTime

/// The index of a Sony card: `MEDIAPRO.XML`.
///
/// Source: Sony's MediaProfile; the same in XDROOT, M4ROOT and BPAV.
public struct SonyMediaProfile: Sidecar {
    /// A file that the index names.
    public struct Link: Hashable, Sendable {
        /// As written: `./Clip/C0001M01.XML`.
        public let uri: String
        /// `MXF`, `MP4`, `XML`, `JPG`, `BiM`.
        public let type: String?
        /// Its UMID, if it is a recording.
        public let umid: String?

        /// The way there from the folder of the index; nil when it is none, or leads out of that folder.
        public var components: [String]? {
            guard !uri.hasPrefix("/"), !uri.contains(where: { $0 == "\\" || $0 == "\0" || $0 == ":" }) else {
                return nil
            }
            let parts = uri.split(separator: "/").map(String.init).filter { $0 != "." }
            return parts.isEmpty || parts.contains("..") ? nil : parts
        }
    }

    /// One clip.
    public struct Material: Sendable {
        /// Its recording.
        public let link: Link
        /// Its proxies.
        public let proxies: [Link]
        /// Files that belong to it: metadata, thumbnail.
        public let relevant: [Link]
        /// What the index says of it.
        public let metadata: ClipMetadata
    }

    /// The clips in the order they are listed.
    public let materials: [Material]
    /// The camera that wrote the index: `ILME-FX6V ver.5.020`.
    public let systemKind: String?
    /// That camera's own number.
    public let systemID: String?
    /// The card's own number.
    public let mediaID: String?
    /// The name that was given to the card.
    public let mediaName: String?
    /// What holds for every clip on the card: nothing, because clips of another camera may lie on it.
    public var metadata: ClipMetadata { ClipMetadata() }

    /// Reads the file; see ``Sidecar/init(_:at:)``.
    public init(_ bytes: [UInt8], at place: String) throws(MetadataError) {
        let root = try SidecarElement.root("MediaProfile", of: bytes, at: place)
        systemKind = root.first("Properties", "System")?["systemKind"]
        systemID = root.first("Properties", "System")?["systemId"]
        mediaID = root.first("Properties", "Attached")?["mediaId"]
        mediaName = root.first("Properties", "Attached")?["mediaName"]
        materials = (root.first("Contents")?.all("Material") ?? []).compactMap { Material($0, at: place) }
    }
}

extension SonyMediaProfile.Link {
    fileprivate init?(_ element: SidecarElement) {
        guard let uri = element["uri"] else { return nil }
        self.init(uri: uri, type: element["type"], umid: element["umid"])
    }
}

extension SonyMediaProfile.Material {
    fileprivate init?(_ element: SidecarElement, at place: String) {
        guard let link = SonyMediaProfile.Link(element) else { return nil }
        self.link = link
        proxies = element.all("Proxy").compactMap { SonyMediaProfile.Link($0) }
        relevant = element.all("RelevantInfo").compactMap { SonyMediaProfile.Link($0) }
        var claims = SidecarClaims(place)
        claims.add(\.universalID, link.umid, "Material/@umid")
        claims.add(\.frames, Int(said: element["dur"]), "Material/@dur")
        claims.add(\.projectRate, FrameRate(said: element["fps"]), "Material/@fps")
        claims.add(\.codec, element["videoType"], "Material/@videoType")
        claims.add(\.channels, Int(said: element["ch"]), "Material/@ch")
        metadata = claims.metadata
    }
}
