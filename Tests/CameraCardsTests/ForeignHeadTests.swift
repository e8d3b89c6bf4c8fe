import CameraCards
import ClipMetadata
import FileTree
import MediaTime
import RushesFixtures
import Testing

/// What the files of a card in memory say, without another program.
private func report(_ builder: CardBuilder) throws -> CardReport {
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
