/// Cards as cameras and recorders leave them, in small.
public enum ShotCards {
    /// A RED magazine; the second file of its first clip is gone.
    public static let red: CardBuilder = [
        "A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D": .random(4000),
        "A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_003.R3D": .random(700),
        "A001_0527N0.RDM/A001_C002_0527ZX.RDC/A001_C002_0527ZX_001.R3D": .random(500),
        "digital_magazine.bdm": "b",
    ]

    /// An ALEXA 35 reel of two clips; the second ends before its footer.
    public static let alexa35: CardBuilder = {
        var second = MXFBuilder()
        second.name = "A_0076C002_230511_190000_a1CTJ"
        second.timecode.frame = 900_000
        return [
            "A_0076_1CTJ/A_0076C001_230511_184122_a1CTJ.mxf": .bytes(MXFBuilder().bytes),
            "A_0076_1CTJ/A_0076C002_230511_190000_a1CTJ.mxf": .bytes(Array(second.bytes.dropLast(100))),
        ]
    }()

    /// A Sony card: the sidecar says that the clip begins at eleven, the container at ten.
    public static let sony: CardBuilder = {
        var clip = MXFBuilder()
        (clip.name, clip.reel) = ("C0001", "")
        return [
            "XDROOT/MEDIAPRO.XML": "<MediaProfile/>", "XDROOT/Clip/C0001.MXF": .bytes(clip.bytes),
            "XDROOT/Clip/C0001M01.XML": .bytes(Array(sonySidecar("00000011").utf8)),
        ]
    }()

    /// A Sony card whose camera was jammed to the recorder of ``jammedSound``: the first clip runs with its first take.
    public static let jammed: CardBuilder = {
        var (first, second) = (MXFBuilder(), MXFBuilder())
        (first.name, first.reel, first.timecode.frame) = ("C0001", "", ((12 * 60 + 39) * 60 + 58) * 24)
        (second.name, second.reel, second.timecode.frame) = ("C0002", "", 15 * 60 * 60 * 24)
        return [
            "XDROOT/MEDIAPRO.XML": "<MediaProfile/>", "XDROOT/Clip/C0001.MXF": .bytes(first.bytes),
            "XDROOT/Clip/C0002.MXF": .bytes(second.bytes),
        ]
    }()

    /// The roll of sound of that day: two takes, one of them circled, and a false start.
    public static let jammedSound: CardBuilder = [
        "SOUNDDEV/SETTINGS.SML": "s",
        "BMH/18Y12M31/A101_1.WAV": take("1", isCircled: true, start: 2_190_940_753, date: "2023-05-11"),
        "BMH/18Y12M31/A101_2.WAV": take("2", start: 2_200_000_000, date: "2023-05-11"),
        "FALSETAKES/A101_3.WAV": take("3", start: 2_210_000_000, date: "2023-05-11"),
    ]

    /// An Alpha card: a clip below PRIVATE, a still in DCIM.
    public static let alpha: CardBuilder = {
        var clip = MovieBuilder()
        (clip.reel, clip.timecode) = (nil, nil)
        return [
            "PRIVATE/M4ROOT/MEDIAPRO.XML": "<MediaProfile/>", "PRIVATE/M4ROOT/CLIP/C0001.MP4": .bytes(clip.bytes),
            "PRIVATE/M4ROOT/CLIP/C0001M01.XML": .bytes(Array(sonySidecar("00000010").utf8)),
            "DCIM/100MSDCF/DSC00001.ARW": "raw", "DCIM/100MSDCF/DSC00001.JPG": "jpg",
        ]
    }()

    private static func sonySidecar(_ start: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <NonRealTimeMeta xmlns="urn:schemas-professionalDisc:nonRealTimeMeta:ver.2.20">
        <LtcChangeTable tcFps="24" halfStep="false"><LtcChange frameCount="0" value="\(start)"/></LtcChangeTable>
        <VideoFormat><VideoFrame captureFps="23.98p" formatFps="23.98p"/></VideoFormat>
        <Device manufacturer="Sony" modelName="ILME-FX6V" serialNo="1000042"/>
        </NonRealTimeMeta>
        """
    }

    /// A roll of a Sound Devices recorder: two takes, one of them circled, and a false start.
    public static let sound: CardBuilder = [
        "SOUNDDEV/SETTINGS.SML": "s", "TRASH": .folder,
        "BMH/18Y12M31/A101_1.WAV": take("1", isCircled: true, start: 2_190_940_753),
        "BMH/18Y12M31/A101_2.WAV": take("2", start: 2_200_000_000),
        "FALSETAKES/A101_3.WAV": take("3", start: 2_210_000_000),
    ]

    /// A take of one second at 48 kHz, 24000/1001 frames a second.
    public static func take(
        _ take: String, isCircled: Bool? = nil, start: UInt64, date: String? = nil
    ) -> CardBuilder.Content {
        var bext = WaveBuilder.Broadcast(
            description: "sSCENE=A101\r\nsTAKE=\(take)\r\nsTAPE=18Y12M31", originator: "SoundDev: 633",
            timeReference: start)
        if let date { bext.date = date }
        let circled = isCircled.map { "<CIRCLED>\($0 ? "TRUE" : "FALSE")</CIRCLED>" } ?? ""
        let ixml =
            "<SCENE>A101</SCENE><TAKE>\(take)</TAKE><TAPE>18Y12M31</TAPE>\(circled)"
            + "<SPEED><TIMECODE_RATE>24000/1001</TIMECODE_RATE><TIMECODE_FLAG>NDF</TIMECODE_FLAG></SPEED>"
        return .bytes(WaveBuilder(bext: bext, ixml: ixml, samples: 48_000).bytes)
    }
}
