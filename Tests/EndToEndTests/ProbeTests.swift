import Foundation
import RushesFixtures
import Testing

@Suite("What files say of themselves")
struct ProbeTests {
    @Test("each value with who says it, whether the file is whole, and what is no file")
    func people() throws {
        try Stage.with(ShotCards.alexa35) { (stage) throws in
            try stage.add("S", ShotCards.sound)
            let screen = try stage.alone(
                "probe", "A001/A_0076_1CTJ/A_0076C002_230511_190000_a1CTJ.mxf", "none", "S/BMH/18Y12M31/A101_1.WAV",
                "S")
            #expect(
                screen
                    == Screen(
                        64,
                        output: """
                            A001/A_0076_1CTJ/A_0076C002_230511_190000_a1CTJ.mxf
                              CUT SHORT: it ends inside its footer
                              clip_id  A_0076C002_230511_190000_a1CTJ  container MaterialPackage/Name
                              reel  A_0076_1CTJ  container SourcePackage/Name, file name arri35.reel
                              camera_index  A  file name arri35.camera
                              clip_number  2  file name arri35.clip
                              start_tc  10:25:00:00@24000/1001  container MaterialPackage/TimecodeComponent
                              project_fps  24000/1001  container MaterialPackage/EditRate
                              frames  1234  container MaterialPackage/Duration
                              sample_rate  48000  container AudioSamplingRate
                              sample_bits  24  container QuantizationBits
                              date  2023-05-11  container MaterialPackage/PackageCreationDate, file name arri35.date
                              time  19:00:00  file name arri35.time
                              serial  63271  file name arri35.serial
                              codec  Apple ProRes 422 HQ  container PictureEssenceCoding
                              width  4608  container DisplayWidth
                              height  3168  container DisplayHeight
                              bit_depth  10  container ComponentDepth
                              channels  2  container ChannelCount
                              universal_id  060A2B340101010501010D0013000000363695EFB051569E01787D4764A1A89C  \
                            container MaterialPackage/PackageUID

                            S/BMH/18Y12M31/A101_1.WAV
                              complete: the file ends where its structure ends
                              scene  A101  sound roll iXML/SCENE, sound roll bext/Description/SCENE
                              take  1  sound roll iXML/TAKE, sound roll bext/Description/TAKE
                              circled  yes  sound roll iXML/CIRCLED
                              start_tc  12:39:59:00@24000/1001  sound roll bext/TimeReference
                              samples  48000  container data
                              sample_rate  48000  container fmt/sample rate
                              sample_bits  24  container fmt/bits
                              samples_since_midnight  2190940753  sound roll bext/TimeReference
                              date  2018-12-31  sound roll bext/OriginationDate
                              time  12:40:00  sound roll bext/OriginationTime
                              codec  PCM  container fmt/coding
                              sound_roll  18Y12M31  sound roll iXML/TAPE, sound roll bext/Description/TAPE
                              channels  1  container fmt/channels

                            \(Stage.missingMediaInfo)
                            """,
                        talk: """
                            none: There is nothing there. Check the path.
                            S: This is a folder, not a file. For a card or a roll there is rushes clips.
                            """))
        }
    }

    @Test("every member of a line is documented")
    func json() throws {
        try Stage.with(ShotCards.sony) { (stage) throws in
            try stage.add(".", ["cut.wav": "RIFF", "bad.xml": "<NonRealTimeMeta>", "empty.mov": ""])
            let (status, lines) = try stage.probe(
                "A001/XDROOT/Clip/C0001.MXF", "A001/XDROOT/Clip/C0001M01.XML", "none", "cut.wav", "bad.xml", "empty.mov"
            )
            #expect(status == 64)
            #expect(
                lines.map { "\($0["type"] ?? "") \($0["path"] ?? $0["place"] ?? "")" } == [
                    "refused none", "file A001/XDROOT/Clip/C0001.MXF", "file A001/XDROOT/Clip/C0001M01.XML",
                    "file cut.wav", "file bad.xml", "file empty.mov", "unread bad.xml", "remark ",
                ])
            let files = lines.of("file")
            #expect(files.texts("completeness").first == "complete")
            #expect(
                files.map { $0.said("start_tc") } == [
                    [
                        "10:00:00:00@24000/1001 <- container MaterialPackage/TimecodeComponent in "
                            + "A001/XDROOT/Clip/C0001.MXF"
                    ],
                    ["11:00:00:00@24000/1001 <- sidecar LtcChange/@value in A001/XDROOT/Clip/C0001M01.XML"], [], [], [],
                ])
        }
    }

    @Test("a file that may not be read ends with 40")
    func unreadable() throws {
        try Stage.with(ShotCards.sony) { (stage) throws in
            try stage.run("chmod", "0", "A001/XDROOT/Clip/C0001.MXF")
            let screen = try stage.rushesAsNobody("probe", "A001/XDROOT/Clip/C0001.MXF")
            #expect(screen.status == 40)
            #expect(
                screen.output == """
                    A001/XDROOT/Clip/C0001.MXF
                      clip_number  1  file name sony-standard.clip
                      NOT READ: it could not be read: permission was denied

                    """)
        }
    }
}
