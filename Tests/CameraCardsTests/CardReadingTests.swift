import CameraCards
import ClipMetadata
import FileTree
import MediaTime
import RushesFixtures
import Testing

/// What the files of a card in memory say, without another program.
func report(_ builder: CardBuilder) throws -> CardReport {
    let disk = CrashDisk()
    try builder.write(to: disk)
    let card = try Card(on: disk, label: "")
    return CardReading(card, on: disk, at: "/card", mediaInfo: nil, permission: .allowed).run { false }
}

@Suite("Files that are not what their names promise") struct ForeignHeadTests {
    private static func findings(_ name: String, _ bytes: [UInt8]) throws -> [String] {
        let path = try #require(RelativePath(Array("DCIM/100GOPRO/\(name)".utf8)))
        return try report(CardBuilder([path: .bytes(bytes), "MISC/version.txt": "v"])).findings
            .filter { $0.code == .cutShort }
            .map { "\($0.severity.rawValue) at \($0.place): \($0.sentence)" }
    }

    @Test(
        "a clip whose content is no media is an error",
        arguments: [
            ([UInt8](repeating: 0, count: 100), "is damaged: it is no QuickTime or MP4 file, it begins with zeros."),
            (
                Array(String(repeating: "no film. ", count: 99).utf8),
                "is damaged: it is no QuickTime or MP4 file, it begins with text."
            ),
            (
                [0xFF, 0xD8, 0xFF, 0xE0] + seededBytes(500, seed: 1),
                "is damaged: it is no QuickTime or MP4 file, it begins with a JPEG picture."
            ),
            (
                [0xFF] + seededBytes(500, seed: 1),
                "is damaged: it is no QuickTime or MP4 file, it begins with what is of no known kind."
            ),
            (Array(MovieBuilder().bytes.prefix(7)), "ends too early: it ends after 7 bytes, in its head."),
        ] as [([UInt8], String)])
    func foreign(_ bytes: [UInt8], _ words: String) throws {
        #expect(
            try ForeignHeadTests.findings("GX010048.MP4", bytes) == [
                "error at DCIM/100GOPRO/GX010048.MP4: GX010048.MP4 \(words)"
            ])
    }

    @Test("a film that is one, and an atom that nobody knows, are not accused")
    func innocent() throws {
        #expect(try ForeignHeadTests.findings("GX010048.MP4", MovieBuilder().bytes) == [])
        #expect(try ForeignHeadTests.findings("GX010048.MP4", atom("strm", seededBytes(99, seed: 1))) == [])
    }

    @Test(
        "of formats that are not read here only zeros are known to be none",
        arguments: [
            ("R3D", [UInt8](repeating: 0, count: 64), Completeness.damaged("it begins with zeros")),
            ("R3D", seededBytes(64, seed: 1), nil), ("BIM", [UInt8](repeating: 0, count: 64), nil),
            ("MXF", [UInt8](repeating: 0, count: 64), .damaged("it is no MXF file, it begins with zeros")),
            (
                "MXF", [UInt8](repeating: 0, count: 64) + MXFBuilder().bytes,
                .unknown("it does not begin as files of MXF do")
            ),
            ("WAV", Array("RIFF0000AVI LIST and so on".utf8), .damaged("it is no WAV file, it begins with text")),
        ] as [(String, [UInt8], Completeness?)])
    func others(_ name: String, _ bytes: [UInt8], _ fault: Completeness?) throws {
        #expect(try ForeignHead(MemoryBytes(bytes), at: "x").fault(extension: name) == fault)
    }

    @Test("another program is asked about media, not about sidecars")
    func otherReaders() throws {
        let disk = CrashDisk()
        try CardBuilder(["C0001M01.XML": "<x/>", "C0001.MP4": .bytes(MovieBuilder().bytes)]).write(to: disk)
        #expect(!FileReport("C0001M01.XML", on: disk, as: "x").isForOtherReaders)
        #expect(FileReport("C0001.MP4", on: disk, as: "x").isForOtherReaders)
        #expect(!FileReport("C0002.MP4", on: disk, as: "x").isForOtherReaders)
    }

    @Test("of a file that nobody knows it is said that nobody does")
    func unknown() throws {
        let disk = CrashDisk()
        try CardBuilder(["note.txt": "no film", "C0001M01.XML": "<x/>"]).write(to: disk)
        #expect(
            FileReport("note.txt", on: disk, as: "x").completeness
                == .unknown("it begins like no media file that is known here"))
        #expect(FileReport("C0001M01.XML", on: disk, as: "x").completeness == nil)
    }

    @Test("a file that somebody named tells it too")
    func named() throws {
        let disk = CrashDisk()
        try CardBuilder(["C0002.MXF": .bytes([UInt8](repeating: 0, count: 64))]).write(to: disk)
        #expect(
            FileReport("C0002.MXF", on: disk, as: "C0002.MXF").completeness
                == .damaged("it is no MXF file, it begins with zeros"))
    }
}

@Suite("Recordings in several parts") struct ClipPartsTests {
    private func sidecar(_ timecode: String) -> CardBuilder.Content {
        .bytes(
            Array(
                """
                <?xml version="1.0"?>
                <P2Main xmlns="urn:schemas-Professional-Plug-in:P2:ClipMetadata:v3.1"><ClipContent><EssenceList>
                <Video><FrameRate>25p</FrameRate><StartTimecode>\(timecode)</StartTimecode></Video>
                </EssenceList></ClipContent></P2Main>
                """.utf8))
    }

    @Test("a conflict names its file, the field and each witness once; a film that is cut has none")
    func conflict() throws {
        var movie = MovieBuilder()
        movie.isIndexFirst = true
        for (cut, sentences) in [
            (
                0,
                [
                    "DCIM/100GOPRO/GX010048.MP4: GX010048: start timecode is told differently: "
                        + "10:00:00:00@24000/1001 (GX010048.MP4), 10:00:00:00@25 (GX010048.XML)."
                ]
            ), (100, []),
        ] {
            let card: CardBuilder = [
                "MISC/version.txt": "v", "DCIM/100GOPRO/GX010048.MP4": .bytes(movie.bytes.dropLast(cut)),
                "DCIM/100GOPRO/GX010048.XML": sidecar("10:00:00:00"),
            ]
            let found = try report(card).findings.filter { $0.sentence.contains("start timecode") }
            #expect(found.map { "\($0.place): \($0.sentence)" } == sentences)
        }
    }

    private static func card(second: [UInt8]) -> CardBuilder {
        [
            "MISC/version.txt": "v", "DCIM/100GOPRO/GX010048.MP4": .bytes(MovieBuilder().bytes),
            "DCIM/100GOPRO/GX020048.MP4": .bytes(second),
        ]
    }

    @Test("are as long as all parts together")
    func sum() throws {
        let clip = try #require(try report(ClipPartsTests.card(second: MovieBuilder().bytes)).clips.first)
        #expect(clip.metadata.frames.all.map(\.value) == [6])
        #expect(clip.span?.frames == 6)
    }

    @Test("start where the first part starts, whatever the sidecar of a later one says")
    func starts() throws {
        var card = ClipPartsTests.card(second: MovieBuilder().bytes)
        card["DCIM/100GOPRO/GX010048.XML"] = sidecar("10:00:00:00")
        card["DCIM/100GOPRO/GX020048.XML"] = sidecar("10:00:05:00")
        let clip = try #require(try report(card).clips.first)
        let starts = clip.metadata.start.all.filter { $0.source.origin == .sidecar }.map { "\($0.value)" }
        #expect(starts == ["10:00:00:00"])
    }

    @Test("have no length while a part does not tell its own")
    func unknown() throws {
        let clip = try #require(try report(ClipPartsTests.card(second: seededBytes(99, seed: 1))).clips.first)
        #expect(clip.metadata.frames.all.isEmpty)
        #expect(clip.length == nil)
    }
}

@Suite("Words that mean the same") struct ConflictTests {
    private func conflicts(_ fill: (inout ClipMetadata) -> Void) -> [String] {
        var metadata = ClipMetadata()
        fill(&metadata)
        return MetadataField.all.filter { $0.isConflicting(metadata) }.map(\.name)
    }

    private let container = ValueSource(.container, file: "a", key: "k")
    private let name = ValueSource(.fileName, file: "a", key: "n")

    @Test("numbers, case, the number of a reel, and what a name says loosely are no conflict")
    func same() {
        #expect(
            conflicts {
                $0.take.add(Claim("1", ValueSource(.sidecar, file: "b", key: "k")))
                $0.take.add(Claim("001", container))
                $0.scene.add(Claim("Scene_1_2AG", name))
                $0.scene.add(Claim("1_2AG", container))
                $0.make.add(Claim("ZOOM", container))
                $0.make.add(Claim("Zoom", container))
                $0.reel.add(Claim("A003", name))
                $0.reel.add(Claim("3", container))
            } == [])
    }

    @Test("the name of a reel goes before its number")
    func reel() throws {
        var metadata = ClipMetadata()
        metadata.reel.add(Claim("3", container))
        metadata.reel.add(Claim("A003", name))
        let field = try #require(MetadataField.all.first { $0.name == "reel" })
        #expect(field.best(metadata, [.container, .fileName])?.value == "A003")
    }

    @Test("another number, and another reel than the name's, are")
    func different() {
        #expect(
            conflicts {
                $0.take.add(Claim("1", ValueSource(.sidecar, file: "b", key: "k")))
                $0.take.add(Claim("2", container))
                $0.reel.add(Claim("A003", name))
                $0.reel.add(Claim("4", container))
            } == ["reel", "take"])
    }
}
