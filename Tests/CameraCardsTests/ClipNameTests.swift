import CameraCards
import Testing

@Suite("The name of a clip") struct ClipNameTests {
    /// A name, the grammar it follows without help of folders, and its fields.
    typealias Row = (name: String, grammar: ClipName.Grammar, fields: String)

    static let arri: [Row] = [
        ("A001C001_150827_R2GJ", .arriClassic, "camera A reel 001 position C clip 001 prefix R date 150827 serial 2GJ"),
        ("A001C001_230415_R1AB", .arriClassic, "camera A reel 001 position C clip 001 prefix R date 230415 serial 1AB"),
        (
            "A001C001_230415_R1AB.0086400", .arriClassic,
            "camera A reel 001 position C clip 001 prefix R frame 86400 date 230415 serial 1AB"
        ),
        (
            "A001C001_230415_R1AB.0000001", .arriClassic,
            "camera A reel 001 position C clip 001 prefix R frame 1 date 230415 serial 1AB"
        ),
        (
            "A004C010_20100610_R1JL", .arriClassic,
            "camera A reel 004 position C clip 010 prefix R date 20100610 serial 1JL"
        ),
        ("A001D001_150827_L2EC", .arriClassic, "camera A reel 001 position D clip 001 prefix L date 150827 serial 2EC"),
        (
            "A001C001_150827_R2GJ_002", .arriClassic,
            "camera A reel 001 position C clip 001 prefix R part 2 date 150827 serial 2GJ"
        ),
        // Panasonic's EVA1 and CX350 write the same.
        ("B002C001_180315_R0AB", .arriClassic, "camera B reel 002 position C clip 001 prefix R date 180315 serial 0AB"),
        (
            "A_0076C001_230511_184122_a1CTJ", .arri35,
            "camera A_ reel 0076 position C clip 001 kind A date 230511 time 184122 serial 1CTJ"
        ),
        (
            "A_0076C001_230511_184122_h1CTJ", .arri35,
            "camera A_ reel 0076 position C clip 001 kind H date 230511 time 184122 serial 1CTJ"
        ),
        (
            "B_0004C001_230428_001354_p1CU6", .arri35,
            "camera B_ reel 0004 position C clip 001 kind P date 230428 time 001354 serial 1CU6"
        ),
        (
            "AB_0004C1001_230428_001354_a1CU6.00000012", .arri35,
            "camera AB reel 0004 position C clip 1001 kind A frame 12 date 230428 time 001354 serial 1CU6"
        ),
    ]

    static let cinema: [Row] = [
        ("A001_C001_0527Q9", .red, "camera A reel 001 position C clip 001 date 0527 serial Q9"),
        ("A001_C001_0527Q9_001", .red, "camera A reel 001 position C clip 001 part 1 date 0527 serial Q9"),
        ("A001_C001_0527Q9_002", .red, "camera A reel 001 position C clip 001 part 2 date 0527 serial Q9"),
        ("A106_C037_0118G5_002", .red, "camera A reel 106 position C clip 037 part 2 date 0118 serial G5"),
        ("E004_A067_1231AA", .red, "camera E reel 004 position A clip 067 date 1231 serial AA"),
        ("A001_0527N0", .redMagazine, "camera A reel 001 date 0527 serial N0"),
        ("A001_08151512_C001", .braw, "camera A reel 001 clip 001 kind C date 0815 time 1512"),
        ("A001_08151512_S001", .braw, "camera A reel 001 clip 001 kind S date 0815 time 1512"),
        ("A001_08151512_C0012_000003", .braw, "camera A reel 001 clip 0012 kind C frame 3 date 0815 time 1512"),
        (
            "BMC01_1_2012-08-08_1631_C0002", .bmcc,
            "camera BMC01 reel 1 position C clip 0002 date 2012-08-08 time 1631"
        ),
        (
            "BMC01_1_2012-08-08_1631_C0002_000017", .bmcc,
            "camera BMC01 reel 1 position C clip 0002 frame 17 date 2012-08-08 time 1631"
        ),
        (
            "A001C0001_20190101120000_0001", .zcam,
            "camera A reel 001 position C clip 0001 part 1 date 20190101 time 120000"
        ),
        ("NINJAV_S001_S001_T001", .atomos, "camera NINJAV clip 001 scene 001 take 001"),
        ("NINJAV_S001_S001_T001_001", .atomos, "camera NINJAV clip 001 part 1 scene 001 take 001"),
        ("A_CAM_S002_S003_T004", .atomos, "camera A_CAM clip 003 scene 002 take 004"),
        ("S001_S001_S001_T001", .atomos, "camera S001 clip 001 scene 001 take 001"),
    ]

    static let canonAndSony: [Row] = [
        (
            "A_0003C048H260421_082509HN_CANON", .canonNew,
            "camera A_ reel 0003 position C clip 048 kind H date 260421 time 082509 serial HN user CANON"
        ),
        (
            "A_0003C048H260421_082509HN_CANON_002_Proxy", .canonNew,
            "camera A_ reel 0003 position C clip 048 kind H part 2 date 260421 time 082509 serial HN role PROXY user CANON"
        ),
        (
            "A001C001_230101AB_CANON", .canonCine,
            "camera A reel 001 position C clip 001 date 230101 serial AB user CANON"
        ),
        (
            "A001C002_210925AB_CANON", .canonCine,
            "camera A reel 001 position C clip 002 date 210925 serial AB user CANON"
        ),
        (
            "A001C002H210925AB_Unit2_001", .canonCine,
            "camera A reel 001 position C clip 002 kind H part 1 date 210925 serial AB user Unit2"
        ),
        (
            "A001C002_210925AB_CANON_Proxy", .canonCine,
            "camera A reel 001 position C clip 002 date 210925 serial AB role PROXY user CANON"
        ),
        ("A001C001_230101AB", .sonyReel, "camera A reel 001 position C clip 001 date 230101 serial AB"),
        ("A001C001_250925AB", .sonyReel, "camera A reel 001 position C clip 001 date 250925 serial AB"),
        ("A001L001_250925AB", .sonyReel, "camera A reel 001 position L clip 001 date 250925 serial AB"),
        ("A001D001_250925AB", .sonyReel, "camera A reel 001 position D clip 001 date 250925 serial AB"),
        ("A001C001_230101ABM01", .sonyReel, "camera A reel 001 position C clip 001 date 230101 serial AB role M01"),
        ("A001C001_230101AB_01", .sonyReel, "camera A reel 001 position C clip 001 part 1 date 230101 serial AB"),
        (
            "A001C001_230101AB_002S03", .sonyReel,
            "camera A reel 001 position C clip 001 part 2 date 230101 serial AB role S03"
        ),
        ("C0001", .sonyStandard, "position C clip 0001"), ("C9999", .sonyStandard, "position C clip 9999"),
        ("C0001M01", .sonyStandard, "position C clip 0001 role M01"),
        ("C0001M02", .sonyStandard, "position C clip 0001 role M02"),
        ("C0001R01", .sonyStandard, "position C clip 0001 role R01"),
        ("C0001S03", .sonyStandard, "position C clip 0001 role S03"),
        ("C0001T01", .sonyStandard, "position C clip 0001 role T01"),
        ("C0001I01", .sonyStandard, "position C clip 0001 role I01"),
        ("C0001A02", .sonyStandard, "position C clip 0001 role A02"),
        ("709_001_01", .xdcamEX, "clip 001 prefix 709 part 1"),
        ("709_001_02M01", .xdcamEX, "clip 001 prefix 709 part 2 role M01"),
        ("709_001_01R01", .xdcamEX, "clip 001 prefix 709 part 1 role R01"),
        ("709_001_01I01", .xdcamEX, "clip 001 prefix 709 part 1 role I01"),
    ]

    static let small: [Row] = [
        ("GX010048", .goPro, "clip 0048 kind GX part 1"), ("GX020048", .goPro, "clip 0048 kind GX part 2"),
        ("GH010048", .goPro, "clip 0048 kind GH part 1"), ("GS010048", .goPro, "clip 0048 kind GS part 1"),
        ("GL010048", .goPro, "clip 0048 kind GL part 1"), ("GG010048", .goPro, "clip 0048 kind GG part 1"),
        ("GHAA0001", .goProLoop, "clip 0001 kind GH prefix AA"), ("GOPR1234", .goProOld, "clip 1234 part 0"),
        ("GP011234", .goProOld, "clip 1234 part 1"),
        ("DJI_20230828172510_0001_D", .djiNew, "clip 0001 date 20230828 time 172510 role D"),
        ("DJI_20230828172510_0001_W", .djiNew, "clip 0001 date 20230828 time 172510 role W"),
        ("DJI_20230828172510_0001_T", .djiNew, "clip 0001 date 20230828 time 172510 role T"),
        ("DJI_20230828172510_0001_Z_002", .djiNew, "clip 0001 part 2 date 20230828 time 172510 role Z"),
        ("DJI_20230828172510_0001_S", .djiNew, "clip 0001 date 20230828 time 172510 role S"),
        ("DJI_20230828172510_0001_V", .djiNew, "clip 0001 date 20230828 time 172510 role V"),
        ("DJI_0001", .djiOld, "clip 0001"), ("DJI_0001_002", .djiOld, "clip 0001 part 2"),
        ("VID_20250925_213000_00_001", .insta360, "clip 001 kind VID date 20250925 time 213000 role 00"),
        ("VID_20250925_213000_10_001", .insta360, "clip 001 kind VID date 20250925 time 213000 role 10"),
        ("LRV_20250925_213000_01_001", .insta360, "clip 001 kind LRV date 20250925 time 213000 role 01"),
        ("PRO_VID_20250925_213000_00_012", .insta360, "clip 012 kind PRO_VID date 20250925 time 213000 role 00"),
        ("IMG_0001", .apple, "clip 0001"), ("IMG_E0001", .apple, "clip 0001 role E"),
        ("Scene_1_2AG-T001", .zoom, "scene Scene_1_2AG take 001"),
        ("Scene_1_2AG-T001_Tr1", .zoom, "track 1 scene Scene_1_2AG take 001"),
        ("Scene_1_2AG-T001_Tr1_2", .zoom, "track 1_2 scene Scene_1_2AG take 001"),
        ("Scene_1_2AG-T001_TrL_R", .zoom, "track L_R scene Scene_1_2AG take 001"),
        ("Scene_1_2AG-T001_Tr1_D", .zoom, "role D track 1 scene Scene_1_2AG take 001"),
        ("Scene_1_2AG-T001_Tr1_0002", .zoom, "part 2 track 1 scene Scene_1_2AG take 001"),
        ("Scene_1_2AG-T001_0001", .zoom, "part 1 scene Scene_1_2AG take 001"),
        ("12é-T003-T001", .zoom, "scene 12é-T003 take 001"),
    ]

    @Test(
        "is read by the first grammar that it follows, in the order of the field notes",
        arguments: arri + cinema + canonAndSony + small)
    func contextFree(_ row: Row) throws {
        let name = try #require(ClipName(row.name))
        #expect(name.grammar == row.grammar)
        #expect(name.fieldsText == row.fields)
        #expect(name.stem == row.name)
    }

    @Test("says the same in any case", arguments: arri + cinema + canonAndSony + small)
    func anyCase(_ row: Row) throws {
        for name in [row.name.lowercased(), row.name.uppercased()] {
            let other = try #require(ClipName(name))
            #expect(other.grammar == row.grammar)
            #expect(other.fieldsText.uppercased() == row.fields.uppercased())
        }
    }

    static let inContext: [Row] = [
        ("AA2123", .canonXF, "clip 2123 prefix AA"), ("AA212301", .canonXF, "clip 2123 prefix AA part 1"),
        ("0001AB", .p2, "clip 0001 serial AB"), ("0001AB00", .p2, "clip 0001 serial AB track 00"),
        ("00000", .avchd, "clip 00000"), ("S01T01", .soundDevices, "scene S01 take 01"),
        ("S01T01_1", .soundDevices, "track 1 scene S01 take 01"),
        ("S01T01_9", .soundDevices, "track 9 scene S01 take 01"),
        ("S01T01_A", .soundDevices, "track A scene S01 take 01"),
        ("S01T01_B", .soundDevices, "track B scene S01 take 01"),
        ("S01T01_C", .soundDevices, "track C scene S01 take 01"),
        ("S01T01A", .soundDevices, "serial A scene S01 take 01"),
        ("12A-T7_2", .soundDevices, "track 2 scene 12A take 7"),
    ]

    @Test("means something only in its place, where the caller names the grammar", arguments: inContext)
    func onlyInContext(_ row: Row) throws {
        let name = try #require(ClipName(row.name, by: row.grammar))
        #expect(name.fieldsText == row.fields)
        #expect(ClipName(row.name) == nil)
    }

    @Test(
        "is nobody's grammar",
        arguments: [
            "", "A101_1", "TASCAM_0001_1", "TASCAM_0001_1-2", "Sr001-2C-01_01", "MVI_0002", "DSC_0001", "E0001E01",
            "00_0001_2007-08-06_165555", "709_001", "A001R2GJ_AVID", "010_comp_v02", "CARRIE", "C00012", "DJI_00012",
            "20230511_DAY019", "A001_C001_1327Q9", "A001_C001_0532Q9", "A001_C001_0500Q9", "A001_C001_0527Q9_1",
            "A001C001_230415_R1AB.00864", "A001C001_230415_R1AB.0086400_001", "A001C001_2304150_R1AB",
            // ARRI's last group is no word that a Canon's user chose.
            "A001C001_230101AB_R2GJ", "GX010048 ", " GX010048", "GX01００48", "_S001_S001_T001", "A__B_S001_S001_T001",
            "-T001", "A\n-T001",
        ])
    func nobody(_ name: String) {
        #expect(ClipName(name) == nil)
    }

    @Test("of a GoPro is no Canon's, even where Canon's grammar is asked for")
    func goProInContents() {
        #expect(ClipName("GX010048", by: .canonXF) == nil)
        #expect(ClipName("GP011234", by: .canonXF) == nil)
        #expect(ClipName("GX0100", by: .canonXF)?.clip == "0100")
    }

    @Test("is refused when no file system could hold it, and read in one go when it could")
    func long() {
        for name in ["T", "_", "-T1", "A_", "é", "9"].map({ String(repeating: $0, count: 100_000) }) {
            #expect(ClipName(name) == nil)
            #expect(ClipName(name, by: .soundDevices) == nil)
        }
        let scene = String(repeating: "-T", count: 400)
        #expect(ClipName(scene + "-T001")?.scene == scene)
    }
}

extension ClipName {
    /// The fields that it has, each with its label.
    var fieldsText: String {
        let texts: [(String, String?)] = [
            ("camera", camera), ("reel", reel), ("position", position), ("clip", clip), ("kind", kind),
            ("prefix", prefix), ("part", part.map(String.init)), ("frame", frame.map(String.init)), ("date", date),
            ("time", time), ("serial", serial), ("role", role), ("track", track), ("user", user), ("scene", scene),
            ("take", take),
        ]
        return texts.compactMap { label, text in text.map { "\(label) \($0)" } }.joined(separator: " ")
    }
}
