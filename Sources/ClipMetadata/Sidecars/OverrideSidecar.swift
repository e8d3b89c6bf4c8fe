/// Settings that software laid over a recording: RED's `.RMD`, Blackmagic's `.sidecar`.
///
/// Written later, when somebody saved a change: it says nothing of what the camera did, so nothing is taken from it.
public struct OverrideSidecar: Sidecar {
    /// Whose it is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Of an R3D.
        case red = "rmd"
        /// Of a BRAW.
        case blackmagic = "sidecar"
    }

    /// Whose it is, by the ending of its name.
    public let kind: Kind
    /// Nothing of the clip.
    public var metadata: ClipMetadata { ClipMetadata() }

    /// Takes the file, unless it is empty; see ``Sidecar/init(_:at:)``.
    public init(_ bytes: [UInt8], at place: String) throws(MetadataError) {
        let ending = place.split(separator: ".").last?.lowercased() ?? ""
        guard place.contains("."), let kind = Kind(rawValue: ending) else {
            throw MetadataError(.wrongFormat, at: place, "its name ends with neither .RMD nor .sidecar")
        }
        guard !bytes.isEmpty else { throw MetadataError(.damaged, at: place, "it is empty") }
        self.kind = kind
    }
}
