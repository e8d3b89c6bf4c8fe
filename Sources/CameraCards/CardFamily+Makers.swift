public import ClipMetadata

extension CardFamily {
    /// Who makes what writes such cards; nil where several makers do.
    public var maker: String? {
        switch self {
        case .red: "RED"
        case .arri35, .arriClassic, .arriCodex: "ARRI"
        case .sonyXAVC, .sonyXAVCS, .sonyXOCN, .sonyXDCAMEX: "Sony"
        case .panasonicP2, .panasonicMOV: "Panasonic"
        case .canonXF, .canonXFAVCS, .canonDCIM: "Canon"
        case .blackmagic: "Blackmagic"
        case .zcam: "Z CAM"
        case .atomos: "Atomos"
        case .insta360: "Insta360"
        case .goPro: "GoPro"
        case .dji: "DJI"
        case .nikon: "Nikon"
        case .apple: "Apple"
        case .soundDevices: "Sound Devices"
        case .zoom: "Zoom"
        case .tascam: "Tascam"
        case .metacorder, .avchd, .soundRoll, .genericDCIM: nil
        }
    }

    /// Who is believed first when sidecar, container and name disagree: what the maker keeps the truth in.
    public var trust: [ValueOrigin] {
        switch self {
        case .arri35, .arriClassic, .arriCodex, .sonyXAVC, .sonyXAVCS, .sonyXDCAMEX, .panasonicP2:
            [.sidecar, .container, .soundRoll, .fileName]
        case .soundDevices, .zoom, .tascam, .metacorder, .soundRoll: [.soundRoll, .container, .sidecar, .fileName]
        default: [.container, .sidecar, .soundRoll, .fileName]
        }
    }
}
