import CameraCards
import FileTree
import RushesFixtures
import Testing

@Suite("The cards in a folder") struct CardSearchTests {
    /// A day as assistants keep it: two reels, a sealed roll of nobody's layout, logs, and papers.
    private static let day: CardBuilder = [
        "Camera/A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D": "r",
        "Camera/unit 2/A_0076_1CTJ/A_0076C001_230511_184122_a1CTJ.mxf": "m", "Sealed/x.mov": "x",
        "Sealed/ascmhl/ascmhl_chain.xml": "c",
        "Logs/B001_0527N0.RDM/B001_C001_0527Q9.RDC/B001_C001_0527Q9_001.R3D": "l",
        "Papers/call sheet.pdf": "p",
    ]

    private func found(_ builder: CardBuilder, label: String = "") throws -> [CardSearch.Found] {
        let disk = CrashDisk()
        try builder.write(to: disk)
        return CardSearch(try TreeWalk.snapshot(of: disk), on: disk, label: label).cards
    }

    @Test("are found where they lie; what is sealed is a roll, logs and papers are none")
    func day() throws {
        let found = try found(Self.day)
        #expect(
            found.map { "\($0.path): \($0.card.parts.map(\.layout.family.rawValue))" } == [
                "Camera: [\"red\"]", "Camera/unit 2: [\"arri-35\"]", "Sealed: []",
            ])
        for card in found {
            for clip in card.card.clips {
                for file in clip.files {
                    let path = card.card.tree.path(of: file.number)
                    #expect(throws: Never.self) { try card.disk.contents(of: path, limit: ByteCount(10)) }
                }
            }
        }
    }

    @Test("are the folder itself when it is recognised, or when nothing in it is")
    func alone() throws {
        let reel = try found(["A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D": "r"], label: "A001_0527N0.RDM")
        #expect(reel.map(\.path) == [.root])
        let plain = try found(["Papers/call sheet.pdf": "p"])
        #expect(plain.map(\.path) == [.root])
        #expect(plain.first?.card.parts.isEmpty == true)
        #expect(try found([:]).count == 1)
    }

    @Test("with one reel on two of them are told of together, one card alone is not")
    func doubled() throws {
        let reel: CardBuilder = ["A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D": "r"]
        let other: CardBuilder = ["A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D": "other"]
        let cards = try [reel, other].flatMap { try found($0, label: "A001_0527N0.RDM") }.map(\.card)
        let together = CardsTogether([("A001", cards[0]), ("A001 (2)", cards[1])]).findings
        #expect(together.map(\.code) == [.duplicateReel])
        #expect(
            together.first?.sentence == "A001_C001_0527Q9 is in both A001 and A001 (2), and not of the same size.")
        #expect(CardsTogether([("A001", cards[0])]).findings == [])
    }

    /// What several makers left on one drive, side by side.
    private static let shelf: CardBuilder = [
        "Zoom/260312/Scene_1-T001.TAKE/Scene_1-T001_Tr1.WAV": "1", "Zoom/260312/FALSE TAKE": .folder,
        "Sound Devices/SD7/SOUNDDEV/SETTINGS.SML": "s", "Sound Devices/SD7/SHOW/A101_1.WAV": "w",
        "Reds/A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D": "r",
    ]

    private func clips(_ found: [CardSearch.Found]) -> [String] {
        found.map { "\($0.path): \($0.card.parts.map(\.layout.family.rawValue)) \($0.card.clips.map(\.name))" }
    }

    @Test("a recorder takes of a drive only where its takes lie, with sealed rolls and without")
    func shelf() throws {
        let others = [
            "Reds: [\"red\"] [\"A001_C001_0527Q9\"]", "Sound Devices/SD7: [\"sound-devices\"] [\"A101_1\"]",
        ]
        let open = try found(Self.shelf)
        #expect(clips(open) == [".: [\"zoom\"] [\"Scene_1-T001\"]"] + others)
        #expect(open.flatMap(\.card.findings) == [])
        var sealed = Self.shelf
        sealed["Zoom/260312/ascmhl/ascmhl_chain.xml"] = "c"
        #expect(try clips(found(sealed)) == others + ["Zoom/260312: [\"zoom\"] [\"Scene_1-T001\"]"])
        sealed["Sound Devices/SD7/ascmhl/ascmhl_chain.xml"] = "c"
        sealed["Reds/A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D"] = nil
        #expect(try clips(found(sealed)).map { $0.prefix { $0 != ":" } } == ["Sound Devices/SD7", "Zoom/260312"])
    }

    @Test("tell of media that are in no clip, but not of those of a card in the card")
    func loose() throws {
        var day = Self.day
        day["Camera/stray.mov"] = "m"
        for number in 1...6 { day[try #require(RelativePath("Camera/x/M\(number).MXF"))] = "m" }
        day["Camera/notes.txt"] = "t"
        let cards = try found(day)
        #expect(
            cards.map { $0.card.findings.filter { $0.code == .orphan }.map(\.sentence) } == [
                [
                    "7 media files belong to no clip: stray.mov, x/M1.MXF, x/M2.MXF, x/M3.MXF, x/M4.MXF and 2 more."
                ], [], [],
            ])
    }

    @Test(
        "a roll of sound beside a card is none of the card's clips, whatever lies with it; a movie there is told",
        arguments: ["notes.docx", "photo.jpg", "session.ptx", "12A_T09.wav.part", "notes.pdf"])
    func soundBeside(paper: String) throws {
        var day: CardBuilder = [
            "A001R2GJ/A001C001_260312_R2GJ.mov": "m", "A001R2GJ/A001R2GJ_AVID.ale": "a",
            "SR001/12A_T01.wav": .bytes(WaveBuilder().bytes), "SR001/12A_T02.wav": "w", "SR001/12A_T04.WAV": "w",
        ]
        day[try #require(RelativePath("SR001/\(paper)"))] = "p"
        #expect(try found(day).flatMap(\.card.findings) == [])
        day["SR001/stray.mov"] = "m"
        #expect(
            try found(day).flatMap(\.card.findings).map(\.sentence) == [
                "1 media file belongs to no clip: SR001/stray.mov."
            ])
    }

    @Test("leave media that lie on none of them; a folder without any leaves nothing")
    func rest() throws {
        var day = Self.day
        day["Papers/rushes.mov"] = "m"
        day["Camera/stray.mov"] = "m"
        let disk = CrashDisk()
        try day.write(to: disk)
        let search = CardSearch(try TreeWalk.snapshot(of: disk), on: disk, label: "day")
        let cards = search.cards(besides: [])
        let rest = try #require(search.rest(besides: cards.map(\.path)))
        #expect(rest.path == .root)
        #expect(rest.card.loose.map { "\($0.folder)/\($0.name)" } == ["Papers/rushes"])
        #expect(search.rest(besides: cards.map(\.path) + ["Papers"])?.path == nil)
    }

    @Test("tell nothing of media in a plain folder, which has no clips")
    func loosePlain() throws {
        #expect(try found(["a.mov": "m", "b.txt": "t"]).flatMap(\.card.findings) == [])
    }

    @Test("a plain folder tells of frames that are missing, empty or small, but not of numbers of photographs")
    func plainFrames() throws {
        let names = (1...9).map { "v2/shot.100\($0).exr" } + ["IMG_0001.JPG", "IMG_0007.JPG", "IMG_0009.JPG"]
        var folder: CardBuilder = [:]
        for name in names { folder[try #require(RelativePath(name))] = "a whole frame" }
        #expect(try found(folder).flatMap(\.card.findings) == [])
        folder["v2/shot.1004.exr"] = nil
        folder["v2/shot.1006.exr"] = ""
        folder["v2/shot.1008.exr"] = "a"
        #expect(
            try found(folder).flatMap(\.card.findings).map { "\($0.code.rawValue) at \($0.place): \($0.sentence)" } == [
                "frame-hole at v2: Frame 1004 of shot.[1001-1009].exr is missing between the first and the last.",
                "frame-size at v2: Frame 1006 of shot.[1001-1009].exr is empty.",
                "frame-size at v2: Frame 1008 of shot.[1001-1009].exr is less than half as large as the others.",
            ])
    }
}
