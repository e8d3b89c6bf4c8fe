/// What a file in a folder of `DCIM` is by its extension, before it is known what else has its name.
enum PictureRole {
    /// A movie that cameras write beside a smaller one of the same name.
    case rawMovie
    /// A movie.
    case movie
    /// A still picture as the sensor saw it.
    case rawStill
    /// A still picture.
    case still
    /// A small picture of another file.
    case thumbnail
    /// A small movie of another file.
    case proxy
    /// Sound recorded to a picture.
    case sound
    /// What was written about another file.
    case sidecar

    private static let extensions: [(PictureRole, [String])] = [
        (.rawMovie, ["CRM", "NEV", "R3D"]),
        (.movie, ["MP4", "MOV", "MXF", "MTS", "M2TS", "M4V", "AVI", "3GP", "360", "MPG"]),
        (
            .rawStill,
            [
                "CR2", "CR3", "CRW", "NEF", "NRW", "ARW", "SR2", "RW2", "RAF", "ORF", "PEF", "DNG", "GPR", "RWL",
                "3FR", "IIQ", "X3F", "SRW",
            ]
        ),
        (.still, ["JPG", "JPEG", "HEIC", "HEIF", "HIF", "PNG", "TIF", "TIFF", "MPO", "GIF"]),
        (.thumbnail, ["THM"]),
        (.proxy, ["LRV", "LRF"]),
        (.sound, ["WAV"]),
        (.sidecar, ["AAE", "XMP", "XML", "SRT", "VRD", "DOP", "LUT", "CPF"]),
    ]

    private static let byExtension = Dictionary(
        extensions.flatMap { role, names in names.map { ($0, role) } }, uniquingKeysWith: { first, _ in first })

    /// Nil for extensions that speak of no one picture.
    init?(extension name: String) {
        guard let role = PictureRole.byExtension[name] else { return nil }
        self = role
    }

    /// Whether a clip can be made of it alone.
    var isEssence: Bool {
        switch self {
        case .rawMovie, .movie, .rawStill, .still: true
        case .thumbnail, .proxy, .sound, .sidecar: false
        }
    }
}
