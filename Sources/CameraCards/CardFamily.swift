/// The families of cards and rolls that are told apart.
///
/// The order of the cases is the order in which they are tried: marks of one brand first, what several makers write
/// later, a bare `DCIM` last.
public enum CardFamily: String, Hashable, Sendable, CaseIterable, Codable {
    case red
    case arri35 = "arri-35"
    case arriClassic = "arri-classic"
    case arriCodex = "arri-codex"
    case sonyXAVC = "sony-xavc"
    case sonyXAVCS = "sony-xavc-s"
    case sonyXOCN = "sony-x-ocn"
    case sonyXDCAMEX = "sony-xdcam-ex"
    case panasonicP2 = "panasonic-p2"
    case panasonicMOV = "panasonic-mov"
    case canonXF = "canon-xf"
    case canonXFAVCS = "canon-xf-avc-s"
    case blackmagic
    case zcam = "z-cam"
    case atomos
    case insta360
    case goPro = "gopro"
    case dji
    case nikon
    case canonDCIM = "canon-dcim"
    case apple
    case avchd
    case soundDevices = "sound-devices"
    case zoom
    case tascam
    case metacorder
    case soundRoll = "sound-roll"
    case genericDCIM = "dcim"

    /// The name people know it by.
    public var title: String {
        switch self {
        case .red: "RED"
        case .arri35: "ARRI ALEXA 35"
        case .arriClassic: "ARRI"
        case .arriCodex: "ARRI by Codex"
        case .sonyXAVC: "Sony XAVC"
        case .sonyXAVCS: "Sony XAVC S"
        case .sonyXOCN: "Sony X-OCN"
        case .sonyXDCAMEX: "Sony XDCAM EX"
        case .panasonicP2: "Panasonic P2"
        case .panasonicMOV: "Panasonic MOV"
        case .canonXF: "Canon XF"
        case .canonXFAVCS: "Canon XF-AVC S"
        case .blackmagic: "Blackmagic"
        case .zcam: "Z CAM"
        case .atomos: "Atomos"
        case .insta360: "Insta360"
        case .goPro: "GoPro"
        case .dji: "DJI"
        case .nikon: "Nikon"
        case .canonDCIM: "Canon"
        case .apple: "Apple"
        case .avchd: "AVCHD"
        case .soundDevices: "Sound Devices"
        case .zoom: "Zoom"
        case .tascam: "Tascam"
        case .metacorder: "Metacorder"
        case .soundRoll: "Sound roll"
        case .genericDCIM: "Camera with DCIM"
        }
    }

    /// Whether it is a roll of sound.
    public var isSound: Bool {
        switch self {
        case .soundDevices, .zoom, .tascam, .metacorder, .soundRoll: true
        default: false
        }
    }
}
