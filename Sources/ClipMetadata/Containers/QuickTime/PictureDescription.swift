/// What a sample description says of a picture.
///
/// Source: ISO/IEC 14496-12, 12.1; QuickTime File Format, "Video Sample Description".
struct PictureDescription: Hashable {
    let width: Int
    let height: Int
    /// Width of a pixel, its height being 1.
    private(set) var pixelAspect: Double?
    /// The code of the primaries, ITU-T H.273 table 2.
    private(set) var primaries: Int?
    /// The code of the transfer curve, ITU-T H.273 table 3.
    private(set) var transfer: Int?

    init?<Bytes>(_ entry: Atom, _ reader: AtomReader<Bytes>) throws(MetadataError) {
        let body = try reader.body(of: entry, upTo: PictureDescription.ownSize)
        guard let width = body.short(24), let height = body.short(26), width > 0, height > 0 else { return nil }
        self.width = width
        self.height = height
        let extensions = try reader.children(of: entry, after: PictureDescription.ownSize)
        if let atom = extensions.first("pasp") {
            let body = try reader.body(of: atom, upTo: 8)
            if let across = body.long(0), let down = body.long(4), across > 0, down > 0 {
                pixelAspect = Double(across) / Double(down)
            }
        }
        for atom in extensions.all("colr") {
            let body = try reader.body(of: atom, upTo: 10)
            guard [FourCC("nclc"), "nclx"].contains(body.code(0)) else { continue }
            (primaries, transfer) = (body.short(4), body.short(6))
        }
    }

    /// Bytes of the description before the atoms in it.
    private static let ownSize = 78

    /// The name of the primaries; nil for those that are unspecified or not used in cameras.
    var gamut: String? { primaries.flatMap { [1: "BT.709", 9: "BT.2020", 11: "DCI P3", 12: "Display P3"][$0] } }

    /// The name of the transfer curve; nil for those that are unspecified or not used in cameras.
    var gamma: String? { transfer.flatMap { [1: "BT.709", 8: "Linear", 13: "sRGB/sYCC", 16: "PQ", 18: "HLG"][$0] } }
}
