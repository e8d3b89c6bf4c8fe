import CameraCards
import FileTree
import RushesFixtures
import Testing

@Suite("Sound rolls") struct SoundRollTests {
    /// A recording as a field recorder writes it.
    private static func take(
        _ scene: String = "A101", _ take: String = "1", family: String? = nil, of total: Int = 1, index: String = "A",
        start: UInt64 = 1000, samples: Int = 100, maker: String = "", reference: String = "", more: String = ""
    ) -> CardBuilder.Content {
        let set = family.map {
            "<FILE_SET><TOTAL_FILES>\(total)</TOTAL_FILES><FAMILY_UID>\($0)</FAMILY_UID>"
                + "<FILE_SET_INDEX>\(index)</FILE_SET_INDEX></FILE_SET>"
        }
        let bext = WaveBuilder.Broadcast(
            description: "sSCENE=\(scene)\r\nsTAKE=\(take)\r\nsTAPE=18Y12M31", originator: maker, reference: reference,
            timeReference: start)
        let ixml = set.map { "<SCENE>\(scene)</SCENE><TAKE>\(take)</TAKE>\($0)\(more)" }
        return .bytes(WaveBuilder(bext: bext, ixml: ixml, samples: samples).bytes)
    }

    private static let soundDevices: CardBuilder = [
        "SOUNDDEV/SETTINGS.SML": "s", "SOUND_REPORTS/18Y12M31.CSV": "r", "TRASH": .folder,
        "BMH/18Y12M31/A101_1_1.WAV": take(family: "F1", of: 2, index: "1"),
        "BMH/18Y12M31/A101_1_2.WAV": take(family: "F1", of: 2, index: "2"),
        "BMH/18Y12M31/A101_3.WAV": take("A101", "3", family: "F3", start: 900),
        "BMH/18Y12M31/S02T04.WAV": take("02", "4", family: "F4", start: 3000),
        "FALSETAKES/A101_2_1.WAV": take("A101", "2", family: "F2", of: 2, start: 2000),
    ]

    @Test("files of one family are one take, in the order of the clock; false takes are marked and not looked for")
    func soundDevices() throws {
        let story = try CardStory(SoundRollTests.soundDevices)
        #expect(story.answers == ["sound-devices certain at ., reel 18Y12M31: SOUNDDEV"])
        #expect(
            story.clips == """
                A101_3 in BMH/18Y12M31
                  essence BMH/18Y12M31/A101_3.WAV
                A101_1 in BMH/18Y12M31
                  essence BMH/18Y12M31/A101_1_1.WAV
                  essence BMH/18Y12M31/A101_1_2.WAV
                A101_2_1 in FALSETAKES, false-take
                  essence FALSETAKES/A101_2_1.WAV
                S02T04 in BMH/18Y12M31
                  essence BMH/18Y12M31/S02T04.WAV
                shared
                  SOUNDDEV/SETTINGS.SML
                  SOUND_REPORTS/18Y12M31.CSV
                """)
        #expect(story.findings == "")
        #expect(story.unlisted == [])
    }

    @Test("more files than the recorder counted are told") func tooMany() throws {
        #expect(
            try CardStory([
                "12A-T001.WAV": SoundRollTests.take(family: "F1", of: 1),
                "12A-T002.WAV": SoundRollTests.take(family: "F1", of: 1),
            ]).findings.contains("2 files say that they are of the take 12A-T00, and that it has 1."))
    }

    @Test("a track that the recorder counted and that is not there is told by its number")
    func missingTrack() throws {
        var card = SoundRollTests.soundDevices
        card["BMH/18Y12M31/A101_1_2.WAV"] = nil
        #expect(
            try CardStory(card).findings == """
                missing-track error at BMH/18Y12M31
                  1 of the 2 files of A101_1_1 is not here: number 2 of the set.
                """)
    }

    @Test("a long take is one clip in parts, by its clock; midnight is no hole, lost time is")
    func parts() throws {
        let day: UInt64 = 24 * 3600 * 48_000
        func card(_ starts: [UInt64]) throws -> CardStory {
            var card: CardBuilder = ["SOUNDDEV": .folder]
            for (place, start) in starts.enumerated() {
                let name = ["S01T01", "S01T01A", "S01T01B"][place]
                card[try #require(RelativePath("\(name).WAV"))] = SoundRollTests.take(
                    "01", "1", family: "F1", start: start, samples: 48_000)
            }
            return try CardStory(card)
        }
        let whole = try card([48_000, 96_000, 144_000])
        #expect(
            whole.clips == """
                S01T01 in .
                  essence 1 S01T01.WAV
                  essence 2 S01T01A.WAV
                  essence 3 S01T01B.WAV
                """)
        #expect(whole.findings == "")
        #expect(try card([day - 48_000, 0, 48_000]).clips == whole.clips)
        #expect(try card([day - 48_000, 0, 48_000]).findings == "")
        #expect(
            try card([48_000, 192_000]).findings == """
                missing-part error at S01T01A.WAV
                  Between the parts of S01T01, 2 s before S01T01A.WAV are not here.
                """)
    }

    @Test("tracks in parts: a part with fewer files than the others is told")
    func trackOfPart() throws {
        let card: CardBuilder = [
            "SOUNDDEV": .folder, "T_1.WAV": SoundRollTests.take(family: "F", of: 2),
            "T_2.WAV": SoundRollTests.take(family: "F", of: 2),
            "T_1b.WAV": SoundRollTests.take(family: "F", of: 2, start: 1100),
        ]
        let story = try CardStory(card)
        #expect(
            story.clips == """
                T in .
                  essence 1 T_1.WAV
                  essence 1 T_2.WAV
                  essence 2 T_1b.WAV
                """)
        #expect(story.findings == "missing-track error at .\n  Part 2 of T has 1 of 2 files.")
    }

    @Test("Zoom: a take is a folder with a file for each track, and its grammar is read")
    func zoom() throws {
        let card: CardBuilder = [
            "Scene_1_2AG-T001.TAKE/Scene_1_2AG-T001_Tr1.WAV": SoundRollTests.take(family: "Z", of: 3),
            "Scene_1_2AG-T001.TAKE/Scene_1_2AG-T001_Tr1_D.WAV": SoundRollTests.take(family: "Z", of: 3),
            "Scene_1_2AG-T001.TAKE/Scene_1_2AG-T001_TrL_R.WAV": SoundRollTests.take(family: "Z", of: 3),
            "Scene_1_2AG-T002.WAV": SoundRollTests.take("2", family: "Y", start: 5000), "F8n.hprj": "p",
        ]
        let story = try CardStory(card)
        #expect(
            story.answers == [
                "zoom certain at ., reel 18Y12M31, sealed Scene_1_2AG-T001.TAKE: Scene_1_2AG-T001.TAKE"
            ])
        #expect(
            story.clips == """
                Scene_1_2AG-T001 in Scene_1_2AG-T001.TAKE
                  essence Scene_1_2AG-T001.TAKE/Scene_1_2AG-T001_Tr1.WAV
                  essence Scene_1_2AG-T001.TAKE/Scene_1_2AG-T001_Tr1_D.WAV
                  essence Scene_1_2AG-T001.TAKE/Scene_1_2AG-T001_TrL_R.WAV
                Scene_1_2AG-T002 in .
                  essence Scene_1_2AG-T002.WAV
                shared
                  F8n.hprj
                """)
        #expect(story.findings == "")
        let first = try #require(Recognition.clips(of: story.layouts[0], on: story.card).clips.first)
        #expect(first.grammar?.scene == "Scene_1_2AG")
        #expect(first.grammar?.take == "001")
    }

    @Test("without iXML, who recorded it and when tells; without that, the name")
    func fallbacks() throws {
        let reference = "USSDVGR1112089007124001"
        let card: CardBuilder = [
            "take one, left.wav": SoundRollTests.take(reference: reference + "900715601"),
            "take one, right.wav": SoundRollTests.take(reference: reference + "900718302"),
            "Scene-T009_Tr1.wav": SoundRollTests.take(start: 0), "Scene-T009_Tr2.wav": SoundRollTests.take(start: 0),
            "broken-T001_Tr1.wav": SoundRollTests.take(start: 9000), "broken-T001_Tr2.wav": "RIFF",
            "broken-T001.mp3": "m", "other.mp3": "m",
        ]
        let story = try CardStory(card)
        #expect(
            story.answers == [
                "sound-roll guess at ., reel 18Y12M31: all recordings are WAV, and say when they were made"
            ])
        #expect(
            story.clips == """
                Scene-T009 in .
                  essence Scene-T009_Tr1.wav
                  essence Scene-T009_Tr2.wav
                take one, in .
                  essence take one, left.wav
                  essence take one, right.wav
                broken-T001 in .
                  essence broken-T001_Tr1.wav
                  essence broken-T001_Tr2.wav
                  proxy broken-T001.mp3
                shared
                  other.mp3
                """)
    }

    @Test("TASCAM and Metacorder are known by their names")
    func names() throws {
        let tascam = try CardStory([
            "SOUND/TASCAM_0001_1.wav": SoundRollTests.take(start: 0),
            "SOUND/TASCAM_0001_MIX.wav": SoundRollTests.take(start: 0),
            "SOUND/TASCAM_0002.wav": SoundRollTests.take(start: 0),
        ])
        #expect(tascam.answers == ["tascam certain at ., reel 18Y12M31: SOUND/TASCAM_0001_1.wav"])
        #expect(
            tascam.clips == """
                TASCAM_0001 in SOUND
                  essence SOUND/TASCAM_0001_1.wav
                  essence SOUND/TASCAM_0001_MIX.wav
                TASCAM_0002 in SOUND
                  essence SOUND/TASCAM_0002.wav
                """)
        let metacorder = try CardStory([
            "Sr001-2C-01_01.WAV": SoundRollTests.take(start: 0), "Sr001-2C-01_02.WAV": SoundRollTests.take(start: 0),
            "Sr001-001-06_01.WAV": SoundRollTests.take(start: 0),
        ])
        #expect(
            metacorder.answers == [
                "metacorder guess at ., reel 18Y12M31: all recordings are named by roll, scene, take and track"
            ])
        #expect(
            metacorder.clips == """
                Sr001-001-06_01 in .
                  essence Sr001-001-06_01.WAV
                Sr001-2C-01 in .
                  essence Sr001-2C-01_01.WAV
                  essence Sr001-2C-01_02.WAV
                """)
    }

    @Test("whose roll it is, by the strongest mark it has")
    func recognition() throws {
        let plain = SoundRollTests.take()
        let rows: [(CardBuilder, String?)] = [
            (["SOUNDDEV": .folder], "sound-devices certain"),
            (["FALSETAKES": .folder, "TRASH": .folder, "a.WAV": plain], "sound-devices likely"),
            (["day/a.WAV": SoundRollTests.take(maker: "Sound Dev: 702T S#G")], "sound-devices likely"),
            (["a.WAV": SoundRollTests.take(maker: "ZOOM F8")], "zoom likely"),
            (["2A-T001.WAV": plain, "2A-T002_Tr1.WAV": plain], "zoom guess"),
            (["12A-T001.WAV": SoundRollTests.take(maker: "NAGRA VI")], "sound-roll guess"),
            (["SOUND/DAY1_0001_1.wav": SoundRollTests.take(maker: "TASCAM")], "tascam likely"),
            (["day/a.WAV": SoundRollTests.take(family: "F")], "sound-roll likely"),
            (["a.WAV": plain, "report.PDF": "p"], "sound-roll guess"),
            (["a.WAV": plain, "report.xlsx": "x", "notes.docx": "d"], "sound-roll guess"),
            (["a.WAV": plain, "cover.jpg": "j"], nil), (["a.WAV": .bytes(WaveBuilder().bytes)], nil),
            (["a.WAV": "RIFF"], nil), (["FALSETAKES": .folder, "TRASH": .folder], nil), ([:], nil),
            (["notes.TAKE/a.WAV": .bytes(WaveBuilder().bytes)], nil), (["SOUND/a.mp3": "m"], nil),
            (["XDROOT/Clip/C0001.MXF": "m", "XDROOT/MEDIAPRO.XML": "<x/>", "a.WAV": plain], "sony-xavc certain"),
        ]
        for (card, expected) in rows {
            let answers = try CardStory(card).layouts.map { "\($0.family.rawValue) \($0.confidence.rawValue)" }
            #expect(answers == [expected].compactMap(\.self), "\(card.entries.keys.sorted())")
        }
    }

    @Test("numbers that no recorder writes are no reason to cry")
    func nonsense() throws {
        let card: CardBuilder = [
            "SOUNDDEV": .folder, "a.WAV": SoundRollTests.take(family: "F", of: .max, start: .max),
            "b.WAV": SoundRollTests.take(family: "0000", of: 1, start: UInt64(Int.max)),
            "c.WAV": SoundRollTests.take(family: "0000", of: 0, start: UInt64(Int.max)),
            "d.WAV": SoundRollTests.take(family: "D", of: 1000, index: "-5"),
        ]
        let story = try CardStory(card)
        #expect(
            story.findings == """
                missing-track error at .
                  999 of the 1000 files of d are not here.
                """)
        #expect(story.unlisted == [])
    }

    @Test("a roll that lies there twice has two clips of each take, and an exported set counts for itself")
    func copies() throws {
        let poly = SoundRollTests.take(family: "F")
        let mono = SoundRollTests.take(family: "F", of: 2)
        let twice = try CardStory(["SOUNDDEV": .folder, "A/A101_1.WAV": poly, "B/A101_1.WAV": poly])
        #expect(
            twice.clips == """
                A101_1 in A
                  essence A/A101_1.WAV
                A101_1 in B
                  essence B/A101_1.WAV
                """)
        let exported = try CardStory([
            "SOUNDDEV": .folder, "A101_1.WAV": poly, "A101_1_1.WAV": mono, "A101_1_2.WAV": mono,
        ])
        #expect(
            exported.clips == """
                A101_1 in .
                  essence A101_1.WAV
                  essence A101_1_1.WAV
                  essence A101_1_2.WAV
                """)
        #expect(exported.findings == "")
    }

    @Test("tracks of unlike length behind midnight stay in one part")
    func midnight() throws {
        let day: UInt64 = 24 * 3600 * 48_000
        let story = try CardStory([
            "SOUNDDEV": .folder,
            "T_1.WAV": SoundRollTests.take(family: "F", start: day - 200, samples: 200),
            "T_2.WAV": SoundRollTests.take(family: "F", start: day - 200, samples: 199),
            "T_1b.WAV": SoundRollTests.take(family: "F", start: 0, samples: 100),
            "T_2b.WAV": SoundRollTests.take(family: "F", start: 0, samples: 90),
        ])
        #expect(
            story.clips == """
                T in .
                  essence 1 T_1.WAV
                  essence 1 T_2.WAV
                  essence 2 T_1b.WAV
                  essence 2 T_2b.WAV
                """)
        #expect(story.findings == "")
    }
}
