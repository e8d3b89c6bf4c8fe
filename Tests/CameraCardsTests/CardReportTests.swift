import CameraCards
import ClipMetadata
import FileTree
import Foundation
import RushesFixtures
import Testing

@Suite("What is told of a card's clips") struct CardReportTests {
    /// All that our own readers say of a card in memory.
    private func report(_ card: CardBuilder, shouldStop: Bool = false) throws -> CardReport {
        let disk = CrashDisk()
        try card.write(to: disk)
        let reading = CardReading(
            try Card(on: disk, label: "A001"), on: disk, at: "/cards/A001", mediaInfo: nil, permission: .allowed)
        return reading.run(shouldStop: { shouldStop })
    }

    /// A line as programs get it.
    private func json(_ line: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(line), as: UTF8.self)
    }

    private func findings(_ card: CardBuilder) throws -> String {
        try report(card).findings
            .map { "\($0.severity) \($0.code.rawValue) \($0.place)\n  \($0.sentence)\n  \($0.nextStep)" }
            .joined(separator: "\n")
    }

    @Test("a layout is a line; how long its clips are is only there when one of them says so")
    func cardLines() throws {
        let red = try report(ShotCards.red)
        let line =
            #"{"clips":2,"confidence":"certain","layout":"red","reasons":["there is A001_0527N0.RDM","#
            + #""there is A001_0527N0.RDM/A001_C001_0527Q9.RDC"],"reel":"A001_0527N0","root":"A001_0527N0.RDM","#
            + #""sealed":["A001_0527N0.RDM"],"title":"RED","type":"card"}"#
        #expect(try red.cardLines.map(json) == [line])
        #expect(try red.card.lines.map(json) == [line])
        #expect(try report(ShotCards.sound).cardLines.map(\.seconds) == [3])
        #expect(try report(ShotCards.alpha).cardLines.map(\.seconds) == [0.125125, nil])
        #expect(
            try report(["a.txt": "x"]).cardLines.map(json) == [
                #"{"clips":0,"layout":"plain-folder","reasons":["no camera's or recorder's layout was recognised among "#
                    + #"1 files"],"root":".","sealed":[],"title":"Plain folder","type":"card"}"#
            ])
    }

    @Test("a clip is a line with its files, and with every value and who says it")
    func clipLine() throws {
        let red = try report(ShotCards.red)
        #expect(
            try json(ClipLine(try #require(red.clips.last), on: red.card.tree))
                == #"{"conflicts":[],"files":[{"part":1,"#
                + #""path":"A001_0527N0.RDM/A001_C002_0527ZX.RDC/A001_C002_0527ZX_001.R3D","role":"essence","size":500}],"#
                + #""folder":"A001_0527N0.RDM/A001_C002_0527ZX.RDC","layout":"red","marks":[],"metadata":{"#
                + #""camera_index":[{"file":"A001_C002_0527ZX","key":"red.camera","source":"file name","value":"A"}],"#
                + #""clip_number":[{"file":"A001_C002_0527ZX","key":"red.clip","source":"file name","value":"2"}],"#
                + #""reel":[{"file":"A001_C002_0527ZX","key":"red.reel","source":"file name","value":"A001"}]},"#
                + #""name":"A001_C002_0527ZX","type":"clip"}"#)
    }

    @Test("frames are runs of numbers; a name that is not UTF-8 comes with its bytes")
    func framesAndBytes() throws {
        let frames = try report([
            "A001R1AB/A001C001_230415_R1AB/A001C001_230415_R1AB.1234567.ari": "fff",
            "A001R1AB/A001C001_230415_R1AB/A001C001_230415_R1AB.1234568.ari": "fff",
            "A001R1AB/A001C001_230415_R1AB/A001C001_230415_R1AB.1234570.ari": "fff",
        ])
        let line = ClipLine(try #require(frames.clips.first), on: frames.card.tree)
        #expect(
            try json(line.frames)
                == #"{"count":3,"folder":"A001R1AB/A001C001_230415_R1AB","prefix":"A001C001_230415_R1AB.","#
                + #""runs":[[1234567,1234568],[1234570,1234570]],"size":9,"suffix":".ari"}"#)
        var card: CardBuilder = ["SOUNDDEV": .folder]
        let name = Array("caf".utf8) + [0xE9] + Array(".WAV".utf8)
        card[try #require(RelativePath(name))] = ShotCards.take("1", start: 0)
        let sound = try report(card)
        let clip = try #require(sound.clips.first)
        let file = try #require(ClipLine(clip, on: sound.card.tree).files.first)
        #expect(file.path == "caf\u{FFFD}.WAV")
        #expect(file.path_base64 == Data(name).base64EncodedString())
    }

    @Test("a camera's index is its letter, whatever fills the place of a second one")
    func cameraLetter() throws {
        let card = try report(ShotCards.alexa35).card
        #expect(card.camera == "A")
        #expect(card.reel == "A_0076_1CTJ")
        #expect(card.make == "ARRI")
        #expect(try report(ShotCards.sound).card.camera == nil)
    }

    @Test("files that are not whole are errors with a next step")
    func completeness() throws {
        #expect(
            try findings(ShotCards.alexa35) == """
                error cut-short A_0076_1CTJ/A_0076C002_230511_190000_a1CTJ.mxf
                  A_0076C002_230511_190000_a1CTJ.mxf ends too early: it ends inside its footer.
                  Copy it again from the card while there is one; if the card's file is the same, tell the camera crew.
                """)
        var open = MXFBuilder()
        (open.status, open.knowsFooter, open.hasFooter) = (1, false, false)
        #expect(
            try findings(["A_0076_1CTJ/A_0076C001_230511_184122_a1CTJ.mxf": .bytes(open.bytes)]) == """
                error unclosed A_0076_1CTJ/A_0076C001_230511_184122_a1CTJ.mxf
                  A_0076C001_230511_184122_a1CTJ.mxf was never closed by its recorder: its header was never closed, \
                and it has no footer.
                  Keep the card: the camera that recorded it may be able to repair it.
                """)
    }

    @Test("where sidecar and container disagree, both are told, and which is used")
    func conflict() throws {
        #expect(
            try findings(ShotCards.sony) == """
                note conflict XDROOT/Clip/C0001.MXF
                  C0001: start timecode is told differently: 10:00:00:00@24000/1001 (C0001.MXF), \
                11:00:00:00@24000/1001 (C0001M01.XML).
                  11:00:00:00@24000/1001 is used; ask the camera crew which is right before it is edited.
                """)
        #expect(try findings(ShotCards.sound) == "")
    }

    @Test("a sidecar that cannot be understood is told, and costs only what it would have said")
    func unread() throws {
        var card = ShotCards.sony
        card["XDROOT/Clip/C0001M01.XML"] = "<NonRealTimeMeta>"
        let report = try report(card)
        #expect(report.clips.map { $0.metadata.start.all.count } == [1])
        #expect(
            try report.unreadLines.map(json) == [
                #"{"code":"damaged","message":"line 1: it ends before its last tag.","#
                    + #""place":"XDROOT/Clip/C0001M01.XML","type":"unread"}"#
            ])
        #expect(report.remarks == [MediaInfo.missing])
    }

    @Test("once it was stopped, what is known stays, and that it was stopped is said")
    func stopped() throws {
        let report = try report(ShotCards.sony, shouldStop: true)
        #expect(report.isInterrupted)
        #expect(report.clips.map(\.clip.name) == ["C0001"])
        #expect(report.clips.map { $0.metadata.start.all.isEmpty } == [true])
        #expect(report.findings == [])
    }

    @Test("the table has a row for each clip and a column for each field, and no cell is a formula")
    func sheet() throws {
        let card: CardBuilder = [
            "SOUNDDEV": .folder, "+A1.WAV": ShotCards.take("-2", start: 0),
            "FALSETAKES/@B, \"c\".WAV": ShotCards.take("=1+1", isCircled: true, start: 1_000_000),
        ]
        let bytes = ClipSheet(try report(card)).bytes
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let rows = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
        #expect(
            rows.first.map(String.init)
                == (["name", "layout", "folder", "files", "bytes", "end_tc", "seconds"] + MetadataField.all.map(\.name)
                + ["conflicts", "marks"]).joined(separator: ","))
        #expect(
            rows.dropFirst().map(String.init) == [
                "'+A1,sound-devices,.,1,144864,,1,,,,,A101,,-2,,,00:00:00:00@24000/1001,,,,48000,48000,24,0,2018-12-31,"
                    + "12:40:00,,,,,,,,,,,,,,,,,,PCM,,,,,,,,,,,,18Y12M31,1,,,,,",
                "\"'@B, \"\"c\"\"\",sound-devices,FALSETAKES,1,144890,,1,,,,,A101,,'=1+1,yes,,00:00:20:20@24000/1001,,,,"
                    + "48000,48000,24,1000000,2018-12-31,12:40:00,,,,,,,,,,,,,,,,,,PCM,,,,,,,,,,,,18Y12M31,1,,,,,false-take",
            ])
    }

    @Test("the document can be read back as it was written")
    func document() throws {
        for card in [ShotCards.red, ShotCards.alexa35, ShotCards.sony, ShotCards.sound, ShotCards.alpha] {
            let document = ClipDocument(try report(card), of: "DAY/A001")
            let bytes = try JSONEncoder().encode(document)
            #expect(try JSONDecoder().decode(ClipDocument.self, from: bytes) == document)
            #expect(document.roll == "DAY/A001")
        }
    }
}
