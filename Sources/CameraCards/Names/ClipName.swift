/// What the name of a clip says, by the grammar of the cameras that write it.
///
/// Letters are capitals, whatever their case on the disk; a scene, a unit and what a user set stay as written.
public struct ClipName: Hashable, Sendable {
    /// The grammars, in the order in which they are tried.
    public enum Grammar: String, Hashable, Sendable, CaseIterable, Codable {
        case arri35, canonNew = "canon-new", canonCine = "canon-cine", arriClassic = "arri-classic"
        case sonyReel = "sony-reel", red, redMagazine = "red-magazine", braw, bmcc, zcam, sonyStandard = "sony-standard"
        case xdcamEX = "xdcam-ex", goPro = "gopro", goProLoop = "gopro-loop", goProOld = "gopro-old"
        case canonXF = "canon-xf", djiNew = "dji-new", djiOld = "dji-old", atomos, p2, zoom
        case soundDevices = "sound-devices", insta360, apple, avchd
    }

    /// Which grammar the name follows.
    public let grammar: Grammar
    /// The name as it was read: the stem of a file, or a folder's name without its extension.
    public let stem: String
    /// The camera's letter or letters.
    public var camera: String?
    /// The reel's number as written.
    public var reel: String?
    /// The letter before the clip's number: `C`, `D` after clip 999, `L` and `R` for eyes, a camera's position.
    public var position: String?
    /// The clip's number as written.
    public var clip: String?
    /// What kind of recording a letter or a word names: `A`, `H`, `P` of ALEXA 35, `S` of a still, `GX`, `LRV`.
    public var kind: String?
    /// Letters or digits that a person or a menu set before number or serial: `R` in `R2EC`, `709`, `AA`.
    public var prefix: String?
    /// Which part of a recording in several files.
    public var part: Int?
    /// Frame number, where the file is one frame.
    public var frame: Int?
    /// What stands for the day, as written: six or eight digits, or month and day.
    public var date: String?
    /// What stands for the time of day, as written.
    public var time: String?
    /// The random or serial characters that make the name unique, as written.
    public var serial: String?
    /// The role that a suffix names: `M01`, `S03`, `PROXY`, a lens.
    public var role: String?
    /// The track, where the name has one: `1`, `L_R`.
    public var track: String?
    /// What the user set behind everything else: `CANON`.
    public var user: String?
    /// The scene, where the name has one.
    public var scene: String?
    /// The take, where the name has one.
    public var take: String?

    /// Names a grammar and what was read by it; the fields follow.
    init(_ grammar: Grammar, of stem: String) {
        self.grammar = grammar
        self.stem = stem
    }
}
