import CameraCards
import ClipMetadata
import FileTree
import MediaTime
import RushesFixtures
import Testing

@Suite("What the files of a card say") struct CardReadingTests {
    private func report(_ builder: CardBuilder, label: String = "") throws -> CardReport {
        let disk = CrashDisk()
        try builder.write(to: disk)
        let card = try Card(on: disk, label: label)
        return CardReading(card, on: disk, at: "/card", mediaInfo: nil, permission: .allowed).run { false }
    }

    /// A movie of so many frames at 25 a second, as a card's content.
    private func movie(_ frames: Int, cut: Bool = false) -> CardBuilder.Content {
        var movie = MovieBuilder()
        (movie.timescale, movie.ticks, movie.timecode) = (25, 1, nil)
        movie.frames = [Int](repeating: 100, count: frames)
        return .bytes(cut ? Array(movie.bytes.prefix(200)) : movie.bytes)
    }

    @Test("a recording in several files is as long as all of them")
    func chapters() throws {
        let report = try report([
            "DCIM/100GOPRO/GX010048.MP4": movie(250), "DCIM/100GOPRO/GX020048.MP4": movie(250),
            "DCIM/100GOPRO/GX030048.MP4": movie(40), "DCIM/100GOPRO/GX010049.MP4": movie(10),
        ])
        #expect(report.clips.map { $0.metadata.frames.all.map(\.value) } == [[540], [10]])
        #expect(report.clips.first?.metadata.frames.all.first?.source.key == "stsz of 3 parts")
        #expect(report.clips.length.words == "22.0 s")
    }

    @Test("nobody says how long a recording is when one of its files does not")
    func unknownLength() throws {
        let report = try report([
            "DCIM/100GOPRO/GX010048.MP4": movie(250), "DCIM/100GOPRO/GX020048.MP4": movie(250, cut: true),
        ])
        #expect(report.clips.map(\.metadata.frames.all.count) == [0])
        #expect(report.findings.map(\.code) == [.cutShort])
    }

    /// Schema-built: one of two clips of P2 that are one recording.
    private func xml(_ name: String, _ neighbour: String, _ start: String, offset: Int, duration: Int)
        -> CardBuilder.Content
    {
        .bytes(
            Array(
                """
                <P2Main xmlns="urn:schemas-Professional-Plug-in:P2:ClipMetadata:v3.1"><ClipContent>
                <ClipName>\(name)</ClipName><GlobalClipID>ID\(name)</GlobalClipID><Duration>\(duration)</Duration>
                <EditUnit>1/25</EditUnit><Relation><OffsetInShot>\(offset)</OffsetInShot><Connection>\(neighbour)
                </Connection></Relation><EssenceList><Video><FrameRate>25p</FrameRate>
                <StartTimecode>\(start)</StartTimecode></Video></EssenceList></ClipContent></P2Main>
                """.utf8))
    }

    @Test("what is written of a later part is not true of the clip, and no conflict")
    func laterParts() throws {
        let next = "<Next><GlobalClipID>ID0002CD</GlobalClipID><P2SerialNo.>A</P2SerialNo.></Next>"
        let previous = "<Previous><GlobalClipID>ID0001AB</GlobalClipID><P2SerialNo.>A</P2SerialNo.></Previous>"
        let report = try report([
            "CONTENTS/CLIP/0001AB.XML": xml("0001AB", next, "10:00:00:00", offset: 0, duration: 100),
            "CONTENTS/CLIP/0002CD.XML": xml("0002CD", previous, "10:00:04:00", offset: 100, duration: 40),
            "CONTENTS/VIDEO/0001AB.MXF": .random(400), "CONTENTS/VIDEO/0002CD.MXF": .random(90),
        ])
        let clip = try #require(report.clips.first)
        #expect(report.clips.count == 1)
        #expect(clip.metadata.start.all.map(\.value.description) == ["10:00:00:00"])
        #expect(clip.metadata.frames.all.map(\.value) == [140])
        #expect(clip.span?.end.description == "10:00:05:15")
        #expect(report.findings.filter { $0.code == .conflict }.isEmpty)
    }

    @Test("the family of a card lets its clips' names say more")
    func family() throws {
        let report = try report(["A001R2GJ/A001C001_150827_R2GJ.mov": movie(3)])
        let metadata = try #require(report.clips.first?.metadata)
        #expect(metadata.reel.all.map(\.value) == ["A001R2GJ"])
        #expect(metadata.serial.all.map(\.value) == ["3187"])
    }

    @Test("a sequence of frames starts when the header of its first frame says")
    func frameHeader() throws {
        var header = [UInt8](repeating: 0xFF, count: 2048)
        header.replaceSubrange(0..<4, with: Array("SDPX".utf8))
        header.replaceSubrange(1920..<1924, with: [0x10, 0, 0, 6])
        header.replaceSubrange(1940..<1944, with: [0x41, 0xBF, 0xCE, 0xD9])
        let clip = "B002R1AB/B002C001_260312_R1AB/B002C001_260312_R1AB"
        let report = try report([
            try #require(RelativePath("\(clip).0864006.dpx")): .bytes(header),
            try #require(RelativePath("\(clip).0864007.dpx")): .bytes(header),
        ])
        let record = try #require(report.clips.first)
        #expect(record.span.map { "\($0.start)@\($0.start.base.rate) \($0.frames)" } == "10:00:00:06@24000/1001 2")
        #expect(record.metadata.sensorRate.all == [])
        #expect(report.unread == [])
    }
}
