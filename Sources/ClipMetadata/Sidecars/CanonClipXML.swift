/// What a person told a Canon camera of a clip: `CONTENTS/CLIPS001/AA2123/AA2123.XML`.
///
/// Source: Canon's VideoClip. The camera's own knowledge is in the `.CIF` beside it, which is not read here.
public struct CanonClipXML: Sidecar {
    /// The title.
    public let title: String?
    /// What it says of the clip.
    public let metadata: ClipMetadata

    /// Reads the file; see ``Sidecar/init(_:at:)``.
    public init(_ bytes: [UInt8], at place: String) throws(MetadataError) {
        let root = try SidecarElement.root("VideoClip", of: bytes, at: place)
        title = root.first("Title")?.text
        var claims = SidecarClaims(place)
        claims.add(\.make, root.first("Device", "Manufacturer")?.text, "Device/Manufacturer")
        claims.add(\.model, root.first("Device", "ModelName")?.text, "Device/ModelName")
        claims.add(\.serial, root.first("Device", "SerialNo")?.text, "Device/SerialNo")
        claims.add(\.location, WrittenPlace(root.first("Shoot", "Location"))?.text, "Shoot/Location")
        claims.add(\.notes, root.first("Description")?.text, "Description")
        metadata = claims.metadata
    }
}
