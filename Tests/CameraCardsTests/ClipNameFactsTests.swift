import CameraCards
import ClipMetadata
import Testing

@Suite("What follows from a clip's name") struct ClipNameFactsTests {
    private func name(_ stem: String, _ grammar: ClipName.Grammar? = nil) throws -> ClipName {
        try #require(grammar.map { ClipName(stem, by: $0) } ?? ClipName(stem))
    }

    @Test(
        "its take, whatever the file is to it",
        arguments: [
            ["A_0076C001_230511_184122_a1CTJ", "A_0076C001_230511_184122_h1CTJ", "A_0076C001_230511_184122_P1CTJ"],
            ["GX010048", "GX020048", "GL010048"], ["GOPR1234", "GP011234"], ["C0001", "C0001M01", "c0001s03"],
            ["A001_C001_0527Q9", "A001_C001_0527Q9_001", "a001_c001_0527q9_002"],
            ["VID_20250925_213000_00_001", "VID_20250925_213000_10_001", "LRV_20250925_213000_01_001"],
            ["A001C001_230101AB_CANON", "A001C001_230101AB_CANON_001", "A001C001_230101AB_CANON_Proxy"],
            ["S-1-T001", "S-1-T001_Tr1", "S-1-T001_TrL_R"], ["709_001_01", "709_001_02"], ["IMG_0001", "IMG_E0001"],
        ])
    func siblings(_ names: [String]) throws {
        #expect(Set(try names.map { try name($0).siblingKey }).count == 1)
    }

    @Test(
        "that another take is another",
        arguments: [
            ["A_0076C001_230511_184122_a1CTJ", "A_0076C001_230511_184122_a1CU6"], ["C0001", "C0002"],
            ["A001_08151512_C001", "A001_08151512_S001"], ["GHAA0001", "GHAB0001"],
            ["DJI_20230828172510_0001_W", "DJI_20230828172510_0001_T"], ["A001C001_230101AB", "A001D001_230101AB"],
        ])
    func strangers(_ names: [String]) throws {
        #expect(Set(try names.map { try name($0).siblingKey }).count == names.count)
    }

    @Test("the camera's serial number, which ARRI writes to the base of 36, and only ARRI")
    func serials() throws {
        #expect(try name("A004C010_20100610_R1JL").serialNumber(of: .arriClassic) == 2001)
        #expect(try name("A_0076C001_230511_184122_a1CTJ").serialNumber(of: .arri35) == 63271)
        #expect(try name("B002C001_180315_R0AB").serialNumber(of: .panasonicMOV) == nil)
        #expect(try name("B002C001_180315_R0AB").serialNumber(of: nil) == nil)
        #expect(try name("A001_C001_0527Q9").serialNumber(of: .red) == nil)
    }

    @Test(
        "the reel, as its makers call it",
        arguments: [
            ("A001C001_150827_R2GJ", .arriClassic, "A001R2GJ"), ("B002C001_180315_R0AB", .panasonicMOV, "B002"),
            ("B002C001_180315_R0AB", nil, nil), ("A_0076C001_230511_184122_h1CTJ", .arri35, "A_0076_1CTJ"),
            ("AB_0076C001_230511_184122_a1CTJ", .arri35, "AB_0076_1CTJ"),
            ("A_0003C048H260421_082509HN_CANON", .canonXFAVCS, "A_0003"), ("A106_C037_0118G5_002", .red, "A106"),
            ("A001_08151512_C001", .blackmagic, "A001"), ("BMC01_1_2012-08-08_1631_C0002", .blackmagic, "1"),
            ("a001c001_230101ab", .sonyXOCN, "A001"), ("C0001", .sonyXAVC, nil), ("GX010048", .goPro, nil),
        ] as [(String, CardFamily?, String?)])
    func reels(_ stem: String, _ family: CardFamily?, _ reel: String?) throws {
        #expect(try name(stem).reelName(of: family) == reel)
    }

    @Test(
        "the day and the time, where the name has year and second",
        arguments: [
            ("A001C001_150827_R2GJ", "2015-08-27", nil), ("A004C010_20100610_R1JL", "2010-06-10", nil),
            ("A_0076C001_230511_184122_a1CTJ", "2023-05-11", "18:41:22"),
            ("A_0003C048H260421_082509HN_CANON", "2026-04-21", "08:25:09"), ("A001C001_230101AB", "2023-01-01", nil),
            ("BMC01_1_2012-08-08_1631_C0002", "2012-08-08", nil),
            ("A001C0001_20190101120000_0001", "2019-01-01", "12:00:00"),
            ("DJI_20230828172510_0001_D", "2023-08-28", "17:25:10"),
            ("VID_20250925_213000_00_001", "2025-09-25", "21:30:00"),
            // RED and Blackmagic write no year; nobody's calendar has a thirteenth month.
            ("A001_C001_0527Q9", nil, nil), ("A001_08151512_C001", nil, nil), ("A001C001_151327_R2GJ", nil, nil),
            ("A001_0527N0", nil, nil), ("DJI_20230828992510_0001_D", "2023-08-28", nil),
        ] as [(String, String?, String?)])
    func days(_ stem: String, _ day: String?, _ time: String?) throws {
        #expect(try name(stem).shootDate?.metadataText == day)
        #expect(try name(stem).shootTime?.metadataText == time)
    }

    @Test("an identity, where camera, reel, clip and more are in it")
    func identities() throws {
        #expect(try name("a001_c001_0527q9_002").identity == "A_001_C_001_0527_Q9")
        #expect(try name("A001_C001_0527Q9").identity == "A_001_C_001_0527_Q9")
        // Twins are two representations of one take, and each is once on a card.
        let raw = try name("A_0076C001_230511_184122_a1CTJ").identity
        #expect(try name("A_0076C001_230511_184122_h1CTJ").identity != raw)
        #expect(try name("A001C001_230101AB_CANON_Proxy").identity == nil)
        for repeated in ["C0001", "GX010048", "IMG_0001", "DJI_0001", "709_001_01", "S1-T001"] {
            #expect(try name(repeated).identity == nil)
        }
    }

    @Test(
        "claims of the file's name, and nothing that it does not say",
        arguments: [
            (
                "A001C001_150827_R1JL", .arriClassic,
                "reel A001R1JL, camera_index A, clip_number 1, date 2015-08-27, serial 2001"
            ),
            ("A001C001_150827_R1JL", nil, "camera_index A, clip_number 1, date 2015-08-27"),
            ("A001D001_150827_R1JL", nil, "camera_index A, date 2015-08-27"),
            (
                "A_0076C012_230511_184122_a1CTJ", .arri35,
                "reel A_0076_1CTJ, camera_index A, clip_number 12, date 2023-05-11, time 18:41:22, serial 63271"
            ),
            ("A106_C037_0118G5_002", .red, "reel A106, camera_index A, clip_number 37"),
            ("GX020048", .goPro, "clip_number 48"),
            ("BMC01_1_2012-08-08_1631_C0002", .blackmagic, "reel 1, clip_number 2, date 2012-08-08"),
            ("NINJAV_S001_S002_T003", .atomos, "scene 001, take 3"), ("12a-T001_Tr1", .zoom, "scene 12a, take 1"),
        ] as [(String, CardFamily?, String)])
    func claims(_ stem: String, _ family: CardFamily?, _ expected: String) throws {
        let metadata = try name(stem).metadata(place: "roll/\(stem).mov", of: family)
        let said = MetadataField.all.flatMap { field in field.texts(metadata).map { (field.name, $0) } }
        #expect(said.map { "\($0) \($1.value)" }.joined(separator: ", ") == expected)
        #expect(said.allSatisfy { $0.1.source.origin == .fileName && $0.1.source.file == "roll/\(stem).mov" })
    }
}
