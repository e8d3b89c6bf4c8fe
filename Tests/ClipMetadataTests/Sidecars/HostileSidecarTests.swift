import MediaTime
import RushesFixtures
import Testing

@testable import ClipMetadata

@Suite("Sidecars that somebody made to harm") struct HostileSidecarTests {
    private static let root = "<NonRealTimeMeta>"
    private static let end = "</NonRealTimeMeta>"

    @Test("are refused with a sentence")
    func refused() {
        let (root, end) = (HostileSidecarTests.root, HostileSidecarTests.end)
        let deep = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
        let cases = [
            ("", "damaged: line 1: it is empty"),
            ("hello", "damaged: line 1: it is not XML"),
            ("<!DOCTYPE x [<!ENTITY a \"b\">]>" + root + end, "damaged: line 1: it holds a DOCTYPE"),
            (root + deep + end, "damaged: line 1: its elements are nested too deep"),
            (root + "<Duration value=\"7", "damaged: line 1: it ends before its last tag"),
            ("<P2Main/>", "wrong-format: its outermost element is P2Main instead of NonRealTimeMeta"),
            (
                root + String(repeating: "<a/>", count: SidecarElement.mostElements) + end,
                "beyond-limits: line 1: it has more than 100000 elements"
            ),
        ]
        for (text, sentence) in cases { #expect(refusal(SonyClipXML.self, text) == sentence, "\(text.prefix(60))") }
        let large = [UInt8](repeating: 0x20, count: SidecarElement.mostBytes + 1)
        #expect(refusal(P2ClipXML.self, large) == "beyond-limits: it is larger than 16 MiB")
        #expect(refusal(P2ClipXML.self, "<P2Main/>") == "damaged: it holds no ClipContent")
    }

    @Test(
        "with numbers that no camera writes say nothing",
        arguments: [
            "nan", "inf", "-1", "1e9", "0x10", "99999999999999999999999", "١٢", "1 2", "", " ", "2147483648.5",
        ])
    func numbers(_ number: String) throws {
        let text = """
            \(HostileSidecarTests.root)<Duration value="\(number)"/><AudioFormat numOfChannel="\(number)"/>
            <VideoFormat><VideoFrame captureFps="\(number)p" formatFps="\(number)i"/></VideoFormat>
            <AcquisitionRecord><Group name="ExifGPS"><Item name="Latitude" value="\(number)"/>
            <Item name="LatitudeRef" value="N"/><Item name="Longitude" value="\(number)"/>
            <Item name="LongitudeRef" value="E"/></Group></AcquisitionRecord>\(HostileSidecarTests.end)
            """
        #expect(try SonyClipXML(Array(text.utf8), at: "C0001M01.XML").metadata.saidLines == [])
    }

    @Test("cut short at any place are refused, and never end the process")
    func cut() {
        let text = Array("<?xml version=\"1.0\"?><VideoClip><Device><SerialNo>é</SerialNo></Device></VideoClip>".utf8)
        for length in 0..<text.count { #expect(refusal(CanonClipXML.self, Array(text[..<length])) != nil, "\(length)") }
        #expect(refusal(CanonClipXML.self, text) == nil)
    }

    @Test("with bytes changed at random are read or refused, and never end the process")
    func mutated() {
        let seeds = [
            "<NonRealTimeMeta><Duration value=\"7\"/><LtcChangeTable tcFps=\"30\" halfStep=\"true\"><LtcChange "
                + "frameCount=\"0\" value=\"54830000\"/></LtcChangeTable><CreationDate value=\"2024-03-01T14:00:05+01:00\"/>"
                + "<VideoFormat><VideoFrame captureFps=\"59.94p\" formatFps=\"59.94p\"/></VideoFormat></NonRealTimeMeta>",
            "<P2Main><ClipContent><Duration>7</Duration><EditUnit>1001/30000</EditUnit><EssenceList><Video>"
                + "<FrameRate DropFrameFlag=\"true\">59.94p</FrameRate><StartTimecode>10:01:00:02</StartTimecode></Video>"
                + "</EssenceList></ClipContent></P2Main>",
            "Heading\nFPS\t29.97\n\nColumn\nName\tStart\tEnd\tDuration\tFps\tASC_SOP\n\nData\n"
                + "A.mov\t23:59:59;28\t00:00:01;02\t00:00:01:04\t59.94\t(1 1 1)(0 0 0)(1 1 1)\n",
            String(
                repeating: "1\n2017.8.5 14:11:51,393\n[iso : 100] F/2.8 GPS(149.02,-20.25,16.0M) [fnum: 280]\n",
                count: 4),
        ].map { Array($0.utf8) }
        var random = SeededGenerator(seed: 4)
        var count = (read: 0, refused: 0)
        for _ in 0..<200 {
            for seed in seeds {
                var bytes = seed
                for _ in 0..<3 {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
                }
                let sentences = [
                    refusal(SonyClipXML.self, bytes), refusal(P2ClipXML.self, bytes), refusal(ReelALE.self, bytes),
                    refusal(DJICaptions.self, bytes),
                ]
                for sentence in sentences { if sentence == nil { count.read += 1 } else { count.refused += 1 } }
            }
        }
        #expect(count.read > 100 && count.refused > 100)
    }

    @Test("with a text longer than anybody reads do not say it")
    func longText() throws {
        let long = String(repeating: "a", count: 5000)
        let text = "<VideoClip><Title>t</Title><Description>\(long)</Description></VideoClip>"
        #expect(try CanonClipXML(Array(text.utf8), at: "AA2123.XML").metadata.saidLines == [])
    }
}

@Suite("What devices write") struct WrittenValueTests {
    @Test(
        "rates become fractions",
        arguments: [
            ("25", "25"), ("23.98", "24000/1001"), ("23.976", "24000/1001"), ("24.000", "24"), ("29.97p", "30000/1001"),
            ("59.94i", "30000/1001"), ("50i", "25"), ("47.952", "48000/1001"), ("119.88p", "120000/1001"),
            ("75.000", "75"), ("33.333", "33333/1000"), ("0", nil), ("-25", nil), ("p", nil), ("25.0.0", nil),
            ("999999999", nil), ("12.5", "25/2"),
        ])
    func rates(_ text: String, _ expected: String?) {
        #expect(FrameRate(said: text)?.description == expected)
    }

    @Test(
        "moments have a day first, and perhaps a time and a zone",
        arguments: [
            ("2026-07-26T17:35:25-07:00", "2026-07-26 17:35:25 -420"), ("2017.8.5 14:11:51", "2017-08-05 14:11:51 -"),
            ("2022-08-07 13:40:40,774,808", "2022-08-07 13:40:40 -"),
            ("2026-03-14 09:30:40.123Z", "2026-03-14 09:30:40 0"),
            ("2011-02-05T16:29:28+0530", "2011-02-05 16:29:28 330"), ("20240301", "2024-03-01 - -"),
            ("2024-03-01T25:00:00", "2024-03-01 - -"), ("01/02/2024", nil), ("2024-13-01", nil), ("", nil), ("T", nil),
        ])
    func moments(_ text: String, _ expected: String?) {
        let moment = WrittenMoment(text)
        let words = [moment?.date.metadataText, moment?.time?.metadataText, moment?.zone.map(String.init)]
        #expect((moment == nil ? nil : words.map { $0 ?? "-" }.joined(separator: " ")) == expected)
    }

    @Test("places are on the earth, and not where a receiver without a fix is")
    func places() {
        #expect(WrittenPlace(latitude: -0.00000004, longitude: -180, altitude: -2.5)?.text == "+0 -180 -2.5")
        #expect(WrittenPlace(latitude: 0, longitude: 0) == nil)
        #expect(WrittenPlace(latitude: 90.1, longitude: 0) == nil)
        #expect(WrittenPlace(latitude: 1, longitude: .nan) == nil)
        #expect(WrittenPlace(latitude: 1, longitude: 1, altitude: .infinity)?.text == "+1 +1")
        for text in ["N-48", "48:60:00", "1:2:3:4", ":", "N", "48:-1"] {
            #expect(WrittenPlace.degrees(text) == nil, "\(text)")
        }
        #expect(WrittenPlace.degrees("48:30:00", side: "S") == -48.5)
        #expect(WrittenPlace.degrees("48", side: "X") == nil)
    }
}
