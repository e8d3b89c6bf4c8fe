extension ClipName.Grammar {
    /// The ways in which names of this grammar are written.
    ///
    /// Source: the field notes on cards, section 2; the table's order is that of the cases.
    var patterns: [NamePattern] {
        switch self {
        case .arri35: [GrammarTable.arri35]
        case .canonNew: [GrammarTable.canonNew]
        case .canonCine: [GrammarTable.canonCine]
        case .arriClassic: [GrammarTable.arriClassic]
        case .sonyReel: [GrammarTable.sonyReel]
        case .red: [GrammarTable.red]
        case .redMagazine: [GrammarTable.redMagazine]
        case .braw: [GrammarTable.braw]
        case .bmcc: [GrammarTable.bmcc]
        case .zcam: [GrammarTable.zcam]
        case .sonyStandard: [GrammarTable.sonyStandard]
        case .xdcamEX: [GrammarTable.xdcamEX]
        case .goPro: [GrammarTable.goPro]
        case .goProLoop: [GrammarTable.goProLoop]
        case .goProOld: GrammarTable.goProOld
        case .canonXF: [GrammarTable.canonXF]
        case .djiNew: [GrammarTable.djiNew]
        case .djiOld: [GrammarTable.djiOld]
        case .atomos: [GrammarTable.atomos]
        case .p2: [GrammarTable.p2]
        case .zoom: [GrammarTable.zoom]
        case .soundDevices: [GrammarTable.soundDevices]
        case .insta360: [GrammarTable.insta360]
        case .apple: [GrammarTable.apple]
        case .avchd: [GrammarTable.avchd]
        }
    }

    /// Whether names of this grammar mean something only where the folders say whose they are.
    ///
    /// Canon XF's, P2's and AVCHD's are a few letters or digits; a Sound Devices name needs bext or iXML to agree.
    public var needsContext: Bool {
        switch self {
        case .canonXF, .p2, .avchd, .soundDevices: true
        default: false
        }
    }
}

private typealias Piece = NamePattern.Piece

private func digits(_ field: NamePattern.Field, _ counts: Int...) -> Piece { .field(field, [.run(.digits, counts)]) }

private func letters(_ field: NamePattern.Field, _ counts: Int...) -> Piece { .field(field, [.run(.letters, counts)]) }

private func signs(_ field: NamePattern.Field, _ counts: Int...) -> Piece {
    .field(field, [.run(.alphanumerics, counts)])
}

private func one(_ field: NamePattern.Field, of text: String) -> Piece { .field(field, [.run(.init(text), [1])]) }

extension NamePattern.Piece: ExpressibleByStringLiteral {
    init(stringLiteral text: String) {
        self = .text(text)
    }
}

/// The grammars, each as it is read from left to right.
private enum GrammarTable {
    /// `A_0076C001_230511_184122_a1CTJ`, its frame behind a dot.
    static let arri35 = NamePattern([
        .field(.camera, [.run(.letters, [1]), .run(.init("ABCDEFGHIJKLMNOPQRSTUVWXYZ_"), [1])]), .maybe([["_"]]),
        digits(.reel, 4), one(.position, of: "CD"), digits(.clip, 3, 4), "_", digits(.date, 6), "_", digits(.time, 6),
        "_", letters(.kind, 1), signs(.serial, 4), .maybe([[".", digits(.frame, 6, 7, 8)]]),
    ])

    /// `A_0003C048H260421_082509HN_CANON`.
    static let canonNew = NamePattern(
        [
            .field(.camera, [.run(.letters, [1]), .run(.init("ABCDEFGHIJKLMNOPQRSTUVWXYZ_"), [1])]),
            digits(.reel, 4), one(.position, of: "CD"), digits(.clip, 3), letters(.kind, 1), digits(.date, 6), "_",
            digits(.time, 6), signs(.serial, 2), "_", signs(.user, 1, 2, 3, 4, 5, 6, 7, 8),
        ] + canonEnd)

    /// `A001C001_230101AB_CANON`; what looks like ARRI's last group, or like Sony's part, is no user's word.
    static let canonCine = NamePattern(
        [
            letters(.camera, 1), digits(.reel, 3), one(.position, of: "CD"), digits(.clip, 3),
            .maybe([[letters(.kind, 1)]]), .maybe([["_"]]), digits(.date, 6), signs(.serial, 2), "_",
            .unless([.run(.letters, [1]), .run(.alphanumerics, [3])]),
            .unless([.run(.digits, [2, 3]), role("MSTR")]), signs(.user, 1, 2, 3, 4, 5, 6, 7, 8),
        ] + canonEnd)

    private static let canonEnd: [Piece] = [
        .maybe([["_", digits(.part, 3)]]), .maybe([["_", .field(.role, ["PROXY"])]]),
    ]

    /// `A001C001_150827_R2GJ`; Panasonic's too.
    static let arriClassic = NamePattern([
        letters(.camera, 1), digits(.reel, 3), one(.position, of: "CD"), digits(.clip, 3), "_", digits(.date, 6, 8),
        "_", letters(.prefix, 1), signs(.serial, 3),
        .maybe([[".", digits(.frame, 6, 7, 8)], ["_", digits(.part, 3)]]),
    ])

    /// `A001C001_230101AB`, `…_01`, `…M01`.
    static let sonyReel = NamePattern([
        letters(.camera, 1), digits(.reel, 3), one(.position, of: "CLRD"), digits(.clip, 3), "_", digits(.date, 6),
        signs(.serial, 2), .maybe([["_", digits(.part, 2, 3)]]), role("MSTR"),
    ])

    /// `A001_C001_0527Q9_001`.
    static let red = NamePattern([
        letters(.camera, 1), digits(.reel, 3), "_", letters(.position, 1), digits(.clip, 3), "_",
        .field(.date, [month, day]), signs(.serial, 2), .maybe([["_", digits(.part, 3)]]),
    ])

    private static let month = Piece.either([["0", .run(.init("123456789"), [1])], ["1", .run(.init("012"), [1])]])
    private static let day = Piece.either([
        ["0", .run(.init("123456789"), [1])], [.run(.init("12"), [1]), .run(.digits, [1])],
        ["3", .run(.init("01"), [1])],
    ])

    /// `A001_0527N0`.
    static let redMagazine = NamePattern([
        letters(.camera, 1), digits(.reel, 3), "_", digits(.date, 4), signs(.serial, 2),
    ])

    /// `A001_08151512_C001`: month, day, hour and minute; a still is `S001`.
    static let braw = NamePattern([
        letters(.camera, 1), digits(.reel, 3), "_", digits(.date, 4), digits(.time, 4), "_",
        one(.kind, of: "CS"), digits(.clip, 3, 4), .maybe([["_", digits(.frame, 6)]]),
    ])

    /// `BMC01_1_2012-08-08_1631_C0002`.
    static let bmcc = NamePattern([
        .field(.camera, [.run(.init(allBut: .init("_")), Array(1...12))]), "_", digits(.reel, 1, 2, 3, 4), "_",
        .field(.date, [.run(.digits, [4]), "-", .run(.digits, [2]), "-", .run(.digits, [2])]), "_", digits(.time, 4),
        "_", .field(.position, ["C"]), digits(.clip, 4), .maybe([["_", digits(.frame, 6)]]),
    ])

    /// `A001C0001_20190101120000_0001`.
    static let zcam = NamePattern([
        letters(.camera, 1), digits(.reel, 3), .field(.position, ["C"]), digits(.clip, 4), "_", digits(.date, 8),
        digits(.time, 6), "_", digits(.part, 4),
    ])

    /// `C0001`, `C0001M01`.
    static let sonyStandard = NamePattern([.field(.position, ["C"]), digits(.clip, 4), role("MSTRIAV")])

    /// `709_001_01`.
    static let xdcamEX = NamePattern([
        signs(.prefix, 3), "_", digits(.clip, 3, 4), "_", digits(.part, 2), role("MRIS"),
    ])

    /// `GX010048`: chapter, then number.
    static let goPro = NamePattern([
        .field(.kind, ["G", .run(.init("HXSGL"), [1])]), digits(.part, 2), digits(.clip, 4),
    ])

    /// `GHAA0001`.
    static let goProLoop = NamePattern([
        .field(.kind, ["G", .run(.init("HXSL"), [1])]), letters(.prefix, 2), digits(.clip, 4),
    ])

    /// `GOPR1234`, then `GP011234`.
    static let goProOld = [
        NamePattern(["GOPR", digits(.clip, 4)]), NamePattern(["GP", digits(.part, 2), digits(.clip, 4)]),
    ]

    /// `AA2123`, `AA212301`; not a GoPro's.
    static let canonXF = NamePattern([
        .unless(["G", .run(.init("HXSGLP"), [1]), .run(.digits, [6])]), letters(.prefix, 2), digits(.clip, 4),
        .maybe([[digits(.part, 2)]]),
    ])

    /// `DJI_20230828172510_0001_D`.
    static let djiNew = NamePattern([
        "DJI_", digits(.date, 8), digits(.time, 6), "_", digits(.clip, 4), "_", letters(.role, 1, 2, 3),
        .maybe([["_", digits(.part, 3)]]),
    ])

    /// `DJI_0001`, `DJI_0001_002`.
    static let djiOld = NamePattern(["DJI_", digits(.clip, 4), .maybe([["_", digits(.part, 3)]])])

    /// `NINJAV_S001_S001_T001`.
    static let atomos = NamePattern(
        .stretches(.camera),
        [
            "_S", digits(.scene, 3), "_S", digits(.clip, 3), "_T", digits(.take, 3), .maybe([["_", digits(.part, 3)]]),
        ])

    /// `0001AB`, a channel behind it.
    static let p2 = NamePattern([digits(.clip, 4), signs(.serial, 2), .maybe([[digits(.track, 2)]])])

    /// `Scene_1_2AG-T001`, `…_Tr1`, `…_Tr1_2`, `…_TrL_R`, `…_Tr1_D`.
    static let zoom = NamePattern(
        .longest(.scene),
        [
            "-T", digits(.take, 3),
            .maybe([["_TR", .field(.track, [zoomTracks]), .maybe([["_", .field(.role, ["D"]), .boundary]])]]),
            .maybe([["_", digits(.part, 4)]]),
        ])

    private static let zoomTracks = Piece.either([
        ["L_R"], [.run(.digits, [1, 2]), .maybe([["_", .run(.digits, [1, 2]), .boundary]])],
    ])

    /// `S01T01`, `S01T01_1`; a doubled name has a letter behind it.
    static let soundDevices = NamePattern(
        .shortest(.scene),
        [
            .maybe([["-"], ["_"]]), "T", digits(.take, 1, 2, 3), .maybe([[letters(.serial, 1)]]),
            .maybe([["_", .field(.track, [.either([[.run(.digits, [1, 2])], [.run(.letters, [1])]])])]]),
        ])

    /// `VID_20250925_213000_00_001`: the lens before the number.
    static let insta360 = NamePattern([
        .field(.kind, [.either([["VID"], ["LRV"], ["IMG"], ["PRO_VID"]])]), "_", digits(.date, 8), "_",
        digits(.time, 6), "_", digits(.role, 2), "_", digits(.clip, 3),
    ])

    /// `IMG_0001`, edited `IMG_E0001`.
    static let apple = NamePattern(["IMG_", .maybe([[.field(.role, ["E"])]]), digits(.clip, 4)])

    /// `00000`.
    static let avchd = NamePattern([digits(.clip, 5)])

    private static func role(_ kinds: String) -> Piece {
        .maybe([[.field(.role, [.run(.init(kinds), [1]), .run(.digits, [2])])]])
    }
}
