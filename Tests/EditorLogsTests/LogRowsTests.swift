import CameraCards
import ClipMetadata
import EditorLogs
import FileTree
import MediaTime
import RushesFixtures
import Testing

@Suite("The rows of a roll")
struct LogRowsTests {
    private func rows(_ builder: CardBuilder, label: String = "A001", records: RollRecords = .none, copies: Int = 0)
        throws -> LogRows
    {
        let disk = CrashDisk()
        try builder.write(to: disk)
        let card = try Card(on: disk, label: label)
        let report = CardReading(card, on: disk, at: "/card", mediaInfo: nil, permission: .allowed)
            .run(withLoose: true) { false }
        let copy = RollCopy(path: "/media/RAID/\(label)", record: "r", at: "t")
        let roll = LoggedRoll(
            of: card, at: "DAY01/\(label)", folder: "/media/RAID/\(label)",
            copies: Array(repeating: copy, count: copies))
        return LogRows(report, of: roll, at: 0, records: records)
    }

    /// Name and part, start, length, and the files.
    private func told(_ rows: LogRows) -> [String] {
        rows.clips.map { clip in
            let part = clip.part.map { " part \($0)" } ?? ""
            let length = clip.length.map { "\($0) frames" } ?? clip.values[.samples].map { "\($0) samples" } ?? "-"
            let files = clip.files.map(\.path).joined(separator: " ")
            return "\(clip.name)\(part) \(clip.values[.start] ?? "-") \(length) in \(files)"
        }
    }

    private func movie(_ frames: Int, at start: UInt32? = nil) -> CardBuilder.Content {
        var movie = MovieBuilder()
        (movie.timescale, movie.ticks, movie.reel) = (25, 1, nil)
        movie.timecode = start.map { ($0, 0, 25) }
        movie.frames = [Int](repeating: 100, count: frames)
        return .bytes(movie.bytes)
    }

    @Test(
        "each chapter of a GoPro is one, with its own length; one that does not say when it starts follows the one before"
    )
    func chapters() throws {
        let rows = try rows([
            "DCIM/100GOPRO/GX010048.MP4": movie(250, at: 900_000), "DCIM/100GOPRO/GX020048.MP4": movie(250),
            "DCIM/100GOPRO/GX030048.MP4": movie(40), "DCIM/100GOPRO/GX010049.MP4": movie(10, at: 900_700),
            "DCIM/100GOPRO/GX010048.THM": "t", "DCIM/100GOPRO/GX020048.THM": "t",
        ])
        #expect(
            told(rows) == [
                "GX010048 part 1 10:00:00:00@25 250 frames in DCIM/100GOPRO/GX010048.MP4 DCIM/100GOPRO/GX010048.THM",
                "GX020048 part 2 10:00:10:00@25 250 frames in DCIM/100GOPRO/GX020048.MP4 DCIM/100GOPRO/GX020048.THM",
                "GX030048 part 3 10:00:20:00@25 40 frames in DCIM/100GOPRO/GX030048.MP4",
                "GX010049 part 1 10:00:28:00@25 10 frames in DCIM/100GOPRO/GX010049.MP4",
            ])
        #expect(
            rows.clips[2].values.all[.start]?.source
                == LogSource(.container, "DCIM/100GOPRO/GX010048.MP4, tmcd and the length of the parts before"))
    }

    @Test("a chapter behind one that is not there, or that does not say its length, has no timecode that was made up")
    func lostChapter() throws {
        let rows = try rows([
            "DCIM/100GOPRO/GX010048.MP4": movie(250, at: 900_000), "DCIM/100GOPRO/GX030048.MP4": movie(40),
            "DCIM/100GOPRO/GX010049.MP4": "none", "DCIM/100GOPRO/GX020049.MP4": movie(40),
        ])
        #expect(rows.clips.map { $0.values[.start] } == ["10:00:00:00@25", nil, nil, nil])
    }

    @Test("each file of a sound roll is one, with what it says itself; a false take is marked")
    func sound() throws {
        var card = ShotCards.sound
        card["BMH/18Y12M31/A101_4_1.WAV"] = ShotCards.take("4", start: 2_220_000_000)
        card["BMH/18Y12M31/A101_4_2.WAV"] = ShotCards.take("4", start: 2_220_000_000)
        let rows = try rows(card, label: "SR001")
        #expect(
            told(rows) == [
                "A101_1 12:39:59:00@24000/1001 48000 samples in BMH/18Y12M31/A101_1.WAV",
                "A101_2 12:43:07:13@24000/1001 48000 samples in BMH/18Y12M31/A101_2.WAV",
                "A101_3 12:46:35:16@24000/1001 48000 samples in FALSETAKES/A101_3.WAV",
                "A101_4_1 12:50:03:19@24000/1001 48000 samples in BMH/18Y12M31/A101_4_1.WAV",
                "A101_4_2 12:50:03:19@24000/1001 48000 samples in BMH/18Y12M31/A101_4_2.WAV",
            ])
        #expect(rows.clips.allSatisfy { $0.kind == .sound && $0.values[.reel] == "18Y12M31" })
        #expect(rows.clips.map(\.isCircled) == [true, nil, nil, nil, nil])
        #expect(rows.clips.map(\.marks) == [[], [], ["false-take"], [], []])
        #expect(rows.clips.map { $0.values[.take] } == ["1", "2", "3", "4", "4"])
        #expect(rows.exceptions.filter { $0.code == .reelFromFolder } == [])
    }

    @Test("whom the family trusts is believed; what others said is kept with them")
    func overridden() throws {
        let clip = try #require(try rows(ShotCards.sony).clips.first)
        let start = try #require(clip.values.all[.start])
        #expect(start.text == "11:00:00:00@24000/1001")
        #expect(start.source.origin == .sidecar)
        #expect(start.overridden.map(\.text) == ["10:00:00:00@24000/1001"])
        #expect(start.overridden.map(\.source.origin) == [.container])
        #expect(clip.values.all[.make]?.overridden == [])
    }

    @Test("a reel that nobody said is the roll's folder, and that is told once")
    func reel() throws {
        let rows = try rows(ShotCards.alpha)
        let reel = try #require(rows.clips.first?.values.all[.reel])
        #expect(reel == LoggedValue("A001", LogSource(.rollName, "DAY01/A001")))
        #expect(
            rows.exceptions.filter { $0.code == .reelFromFolder } == [
                LogException(
                    .reelFromFolder, roll: "DAY01/A001",
                    "Nobody says the reel of its 1 row: the folder's name, A001, stands for it.",
                    nextStep: "If the cutting room knows the reel by another name, say so with --correct.")
            ])
    }

    @Test("media in a plain folder are a row for each file, and for each sequence of frames; smaller copies are none")
    func loose() throws {
        let rows = try rows([
            "A002C001_260312_R1QA.mov": movie(10, at: 900_000), "second/B.MOV": movie(5), "Proxy/B.mov": movie(5),
            "WILD.WAV": ShotCards.take("4", start: 2_220_000_000), "render/shot.1001.exr": "f",
            "render/shot.1002.exr": "f", "notes.txt": "n",
        ])
        #expect(
            rows.clips.map { "\($0.kind) \($0.family) \($0.name) \($0.source) \($0.start.map { "\($0)" } ?? "-")" }
                .sorted() == [
                    "picture plain-folder A002C001_260312_R1QA A002C001_260312_R1QA.mov 10:00:00:00",
                    "picture plain-folder B second/B.MOV -", "picture plain-folder shot render/shot.1001.exr -",
                    "sound plain-folder WILD WILD.WAV 12:50:03:19",
                ])
        #expect(rows.clips.first { $0.name == "shot" }?.length == 2)
        #expect(rows.clips.filter { $0.name != "shot" }.allSatisfy { $0.files.map(\.path) == [$0.source] })
        #expect(
            rows.exceptions.filter { $0.code == .cardFinding }.map(\.sentence) == [
                "1 media file lies in a folder of smaller copies and is no row of the log: Proxy/B.mov."
            ])
    }

    @Test("media beside a card are rows too; what is empty is told")
    func besides() throws {
        var card = ShotCards.alexa35
        card["A_0076_1CTJ/stray.mov"] = movie(10, at: 900_000)
        card["lost.mov"] = ""
        let rows = try rows(card)
        #expect(
            rows.clips.map { "\($0.family) \($0.name)" } == [
                "arri-35 A_0076C001_230511_184122_a1CTJ", "arri-35 A_0076C002_230511_190000_a1CTJ",
                "plain-folder lost", "plain-folder stray",
            ])
        let sentences = rows.exceptions.filter { $0.code == .cardFinding }.map(\.sentence)
        #expect(sentences.contains("1 media file is empty: lost.mov."))
        #expect(!sentences.contains { $0.contains("to no clip") })
    }

    @Test("still pictures are no rows, and are counted")
    func stills() throws {
        let rows = try rows(ShotCards.alpha)
        #expect(rows.clips.map(\.name) == ["C0001"])
        #expect(
            rows.exceptions.filter { $0.code == .stills }.map(\.sentence) == ["1 still picture is no row of the log."])
    }

    @Test("a sequence of frames is one, and its first frame is what is imported")
    func frames() throws {
        let clip = try #require(
            try rows([
                "A001R1AB/A001C001_230415_R1AB/A001C001_230415_R1AB.0864000.ari": "f",
                "A001R1AB/A001C001_230415_R1AB/A001C001_230415_R1AB.0864001.ari": "f",
            ]).clips.first)
        #expect(clip.source == "A001R1AB/A001C001_230415_R1AB/A001C001_230415_R1AB.0864000.ari")
        #expect(clip.length == 2)
        #expect(
            clip.frames
                == LoggedClip.Frames(
                    folder: "A001R1AB/A001C001_230415_R1AB", prefix: "A001C001_230415_R1AB.", suffix: ".ari",
                    runs: [864_000...864_001], digits: 7, count: 2, size: 2))
    }

    @Test("the weakest file says how a copy of a clip is known to be good; a failed one is the weakest")
    func evidence() throws {
        let records = RollRecords(
            checksum: { $0.description.hasSuffix(".MXF") ? "xxh64:0" : nil },
            evidence: { $0.description.hasSuffix(".XML") ? [.readBack, .failed, .none] : [.proved, .none, .listed] })
        let clip = try #require(try rows(ShotCards.sony, records: records, copies: 3).clips.first)
        #expect(clip.evidence == [.readBack, .failed, .none])
        #expect(clip.files.map(\.checksum) == ["xxh64:0", nil])
        #expect(try rows(ShotCards.sony, copies: 2).clips.first?.evidence == [CopyEvidence.none, .none])
    }

    @Test("what a card's layout and files tell is told of the roll, but for what its rows say themselves")
    func findings() throws {
        let exceptions = try rows(ShotCards.red).exceptions
        #expect(exceptions.filter { $0.code == .cardFinding }.map(\.roll) == ["DAY01/A001"])
        #expect(try rows(ShotCards.sony).exceptions.filter { $0.code == .cardFinding } == [])
        #expect(exceptions.contains { $0.code == .unread })
    }

    @Test("every field that is known of clips has its place in a log")
    func fields() {
        #expect(MetadataField.all.map(\.name).filter { LogField(rawValue: $0) == nil } == [])
    }
}
