import FileTree
import Foundation
import RushesFixtures
import Testing

@Suite("What is on a card, as a person sees it")
struct ClipsTests {
    /// Expects a screen of `rushes clips` without `mediainfo`; what it says is the output, without that remark.
    private func expect(
        _ card: CardBuilder, _ output: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try Stage.with(card) { (stage) throws in
            let screen = try stage.alone("clips", "A001")
            let whole = output + "\n\n" + Stage.missingMediaInfo
            #expect(screen == Screen(0, output: whole), sourceLocation: sourceLocation)
        }
    }

    @Test("a RED magazine: the second file of a clip is missing, and nobody says how long it is")
    func red() throws {
        try expect(
            ShotCards.red,
            """
            RED, roll A001_0527N0, in A001_0527N0.RDM, 2 clips, 1 finding
              certain: there is A001_0527N0.RDM; there is A001_0527N0.RDM/A001_C001_0527Q9.RDC

            clip  files
            A001_C001_0527Q9  2
            A001_C002_0527ZX  1

            ERROR A001_0527N0.RDM/A001_C001_0527Q9.RDC: Part 2 of A001_C001_0527Q9 is missing \
            (A001_C001_0527Q9_002.R3D): RED cannot open the clip without it.
              Look for it on the card before it is erased; copy the card again.
            """)
    }

    @Test("an ALEXA 35 reel: the second clip ends too early")
    func alexa35() throws {
        try expect(
            ShotCards.alexa35,
            """
            ARRI ALEXA 35, roll A_0076_1CTJ, in A_0076_1CTJ, 2 clips, 1 m 42 s, 1 finding
              certain: A_0076_1CTJ/A_0076C001_230511_184122_a1CTJ.mxf is named as its reel folder is

            clip  start  length  fps  picture  sound  codec  files
            A_0076C001_230511_184122_a1CTJ  10:00:00:00  51.4 s  23.976  4608x3168  2 ch 48.0 kHz  Apple ProRes 422 HQ  1
            A_0076C002_230511_190000_a1CTJ  10:25:00:00  51.4 s  23.976  4608x3168  2 ch 48.0 kHz  Apple ProRes 422 HQ  1

            ERROR A_0076_1CTJ/A_0076C002_230511_190000_a1CTJ.mxf: A_0076C002_230511_190000_a1CTJ.mxf ends too early: \
            it ends inside its footer.
              Copy it again from the card while there is one; if the card's file is the same, tell the camera crew.
            """)
    }

    @Test("a Sony clip of which sidecar and container disagree: the sidecar is believed, and both are told")
    func sony() throws {
        try expect(
            ShotCards.sony,
            """
            Sony XAVC, in XDROOT, 1 clip, 51.4 s, 1 finding
              certain: there is XDROOT/MEDIAPRO.XML; there is XDROOT/Clip

            clip  start  length  fps  picture  sound  codec  files
            C0001  11:00:00:00  51.4 s  23.976  4608x3168  2 ch 48.0 kHz  Apple ProRes 422 HQ  2

            NOTE XDROOT/Clip/C0001.MXF: C0001: start timecode is told differently: 10:00:00:00@24000/1001 (C0001.MXF), \
            11:00:00:00@24000/1001 (C0001M01.XML).
              11:00:00:00@24000/1001 is used; ask the camera crew which is right before it is edited.
            """)
    }

    @Test("a sound roll: scenes, takes, what was circled, and a false take")
    func sound() throws {
        try expect(
            ShotCards.sound,
            """
            Sound Devices, roll 18Y12M31, 3 takes, 3.0 s, 0 findings
              certain: there is SOUNDDEV

            clip  start  length  fps  sound  codec  scene  take  files
            A101_1  12:39:59:00  1.0 s  23.976  1 ch 48.0 kHz  PCM  A101  1 circled  1
            A101_2  12:43:07:13  1.0 s  23.976  1 ch 48.0 kHz  PCM  A101  2  1
            A101_3  12:46:35:16  1.0 s  23.976  1 ch 48.0 kHz  PCM  A101  3  1  false take
            """)
    }

    @Test("an Alpha card is two layouts: clips in M4ROOT, stills in DCIM")
    func alpha() throws {
        try expect(
            ShotCards.alpha,
            """
            Sony XAVC S, in PRIVATE/M4ROOT, 1 clip, 0.1 s, 0 findings
              certain: there is PRIVATE/M4ROOT/MEDIAPRO.XML; there is PRIVATE/M4ROOT/CLIP

            clip  start  length  fps  picture  sound  codec  files
            C0001  10:00:00:00  0.1 s  23.976  1920x1080  2 ch 48.0 kHz  Apple ProRes 422 HQ  2

            Camera with DCIM, in DCIM, 1 clip, 0 findings
              likely: there is DCIM/100MSDCF

            clip  files
            DSC00001  2  still
            """)
    }

    @Test("a folder that is nobody's card is a plain one, and an empty one too")
    func plain() throws {
        for (card, files) in [(Stage.card, "4 files"), ([:], "0 files")] as [(CardBuilder, String)] {
            try Stage.with(card) { (stage) throws in
                let words = "plain folder, \(files): no camera's card and no recorder's roll was recognised"
                #expect(try stage.alone("clips", "A001") == Screen(0, output: words))
            }
        }
    }

    @Test("a folder of cards is told card by card, then what is between them, and once what could not be looked at")
    func several() throws {
        let one = """
            RED, roll A001_0527N0, in A001_0527N0.RDM, 2 clips, 1 finding
              certain: there is A001_0527N0.RDM; there is A001_0527N0.RDM/A001_C001_0527Q9.RDC

            clip  files
            A001_C001_0527Q9  2
            A001_C002_0527ZX  1

            ERROR A001_0527N0.RDM/A001_C001_0527Q9.RDC: Part 2 of A001_C001_0527Q9 is missing \
            (A001_C001_0527Q9_002.R3D): RED cannot open the clip without it.
              Look for it on the card before it is erased; copy the card again.
            """
        try Stage.with { (stage) throws in
            try stage.add("cards/B001", ShotCards.red)
            try stage.add("cards/B002", ShotCards.red)
            #expect(
                try stage.alone("clips", "cards")
                    == Screen(
                        0,
                        output: """
                            B001: \(one)

                            B002: \(one)

                            NOTE A001_0527N0.RDM/A001_C001_0527Q9.RDC: A001_C001_0527Q9 and 1 more clip of reel A001 are \
                            in both B001 and B002, of the same size.
                              The card may have been copied before, or two slots recorded the same: compare the copies.
                            \(Stage.missingMediaInfo)
                            """))
            // What the logs of copies lie in is no card.
            #expect(try stage.rushes("ingest", "cards/B001", "--to", "A").status == 0)
            #expect(try stage.clips("A").lines.of("card").texts("card") == ["B001"])
        }
    }

    @Test("names are shown so that they are one line of ours, and can be named however they begin")
    func oddNames() throws {
        try Stage.with([:]) { (stage) throws in
            var card: CardBuilder = [
                "SOUNDDEV": .folder, "NFD e\u{301}.WAV": ShotCards.take("1", start: 0),
                "line\nA001 SAFE.WAV": ShotCards.take("\u{202E}2", start: 1_000_000), "-rf": "x",
            ]
            let name = Array("caf".utf8) + [0xE9] + Array(".WAV".utf8)
            card[try #require(RelativePath(name))] = ShotCards.take("3", start: 2_000_000)
            try stage.add("-rf", card)
            let screen = try stage.alone("clips", "--", "-rf")
            #expect(
                screen
                    == Screen(
                        0,
                        output: """
                            Sound Devices, roll 18Y12M31, 3 takes, 3.0 s, 0 findings
                              certain: there is SOUNDDEV

                            clip  start  length  fps  sound  codec  scene  take  files
                            NFD e\u{301}  00:00:00:00  1.0 s  23.976  1 ch 48.0 kHz  PCM  A101  1  1
                            line\\nA001 SAFE  00:00:20:20  1.0 s  23.976  1 ch 48.0 kHz  PCM  A101  \\u{202e}2  1
                            caf\u{FFFD}  00:00:41:15  1.0 s  23.976  1 ch 48.0 kHz  PCM  A101  3  1

                            \(Stage.missingMediaInfo)
                            """))
            #expect(try stage.alone("clips", "./-rf") == screen)
            let files = try stage.clips("./-rf").lines.of("clip").compactMap {
                ($0["files"] as? [[String: Any]])?.first
            }
            #expect(files.texts("path_base64") == [nil, nil, Data(name).base64EncodedString()])
        }
    }

    @Test("what is not there, or is no folder, ends with 64; what may not be read, with 40")
    func refused() throws {
        try Stage.with(ShotCards.sony) { (stage) throws in
            #expect(
                try stage.alone("clips", "none") == Screen(64, talk: "none: There is nothing there. Check the path."))
            #expect(
                try stage.alone("clips", "A001/XDROOT/MEDIAPRO.XML")
                    == Screen(64, talk: "A001/XDROOT/MEDIAPRO.XML: This is not a folder."))
            let (status, lines) = try stage.clips("none")
            #expect(status == 64)
            #expect(lines.texts("type") == ["refused"])
            try stage.run("chmod", "0", "A001/XDROOT/Clip/C0001.MXF")
            try stage.add("A001", ["XDROOT/Sub/C0001S03.MP4": "x"])
            try stage.run("chmod", "0", "A001/XDROOT/Sub")
            #expect(
                try stage.rushesAsNobody("clips", "A001")
                    == Screen(
                        40,
                        output: """
                            Sony XAVC, in XDROOT, 1 clip, 0 findings
                              certain: there is XDROOT/MEDIAPRO.XML; there is XDROOT/Clip

                            clip  start  fps  files
                            C0001  11:00:00:00  23.976  2

                            NOT READ XDROOT/Clip/C0001.MXF: it could not be read: permission was denied.

                            UNREADABLE FOLDER XDROOT/Sub: permission was denied. Check the owner and permissions there, \
                            or run as a user who may. Nothing is known of what it holds.
                            """))
            try stage.run("chmod", "0", "A001")
            let locked = try stage.rushesAsNobody("clips", "A001")
            #expect(locked.status == 40)
            #expect(locked.output == "")
            #expect(locked.talk.hasPrefix("A001: It could not be looked at: "))
        }
    }
}
