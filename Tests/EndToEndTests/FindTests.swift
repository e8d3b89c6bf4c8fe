import RushesFixtures
import Testing

@Suite("Where is a take?")
struct FindTests {
    @Test("a clip is told with its roll, file, timecode, sound and copies")
    func clip() throws {
        try LogTests.onADay { (stage) throws in
            #expect(
                try stage.alone("find", "A", "--scene", "a0101", "--take", "01")
                    == Screen(
                        0,
                        output: """
                            C0001: scene A101, take 1, circled
                              roll  20260312/C001
                              file  A/20260312/C001/XDROOT/Clip/C0001.MXF
                              tc  12:39:58:00 to 12:40:49:10 at 23.976
                              sound  SR001/BMH/18Y12M31/A101_1.WAV, 24 frames after the picture
                              copy  A/20260312/C001: proved (C001_TIME_ingest.json, TIME)

                            1 FOUND: 2 clips and 3 takes of sound of 2 rolls looked at.
                            """))
        }
    }

    @Test("sound that belongs to no clip is found too, and what is not there with status 10")
    func others() throws {
        try LogTests.onADay { (stage) throws in
            let sound = try stage.alone("find", "A", "--take", "2")
            #expect(sound.status == 0)
            #expect(sound.output.hasPrefix("A101_2: scene A101, take 2\n"))
            #expect(
                try stage.alone("find", "A", "--scene", "99")
                    == Screen(10, output: "NOTHING FOUND: 2 clips and 3 takes of sound of 2 rolls looked at."))
            #expect(try stage.alone("find", "A/Logs", "--scene", "99").status == 10)
            #expect(try stage.alone("find", "A").status == 64)
            #expect(try stage.alone("find", "A", "--tc", "noon").status == 64)
            let dropped = try stage.alone("find", "A", "--tc", "10:01:00;00")
            #expect(dropped.status == 64)
            #expect(dropped.talk.contains("Drop-frame timecode has no such number"))
        }
    }

    @Test("every line for programs is explained")
    func json() throws {
        try LogTests.onADay { (stage) throws in
            let document = try JSONDocument(of: "rushes find", and: "rushes diff", "rushes log")
            for criteria in [["--tc", "12:40:00:00"], ["--take", "3"], ["--clip", "C0001.mxf"]] {
                let screen = try stage.command(["find", "A", "--json"] + criteria).finished()
                #expect(screen.status == 0)
                let lines = try stage.lines(of: screen, as: document)
                #expect(lines.compactMap { $0["type"] as? String }.last == "searched")
                #expect(lines.of("found").count == 1)
            }
        }
    }
}
