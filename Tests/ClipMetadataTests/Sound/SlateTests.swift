import MediaTime
import RushesFixtures
import Testing

@testable import ClipMetadata

@Suite("What a recorder says of a take") struct SlateTests {
    private func file(_ take: WaveBuilder) throws -> WaveFile {
        try WaveFile(MemoryBytes(take.bytes), at: "T.WAV")
    }

    private func ixml(_ text: String) throws -> IXML {
        try #require(try file(WaveBuilder(ixml: text)).ixml)
    }

    @Test("whatever letter a maker puts before the names of its lines, they are read")
    func lines() throws {
        for (description, name, value) in [
            ("sSPEED=023.976-ND\r\nsTAKE=1\r\nsSCENE=A101\r\n", "SCENE", "A101"),
            ("gSCENE=12A\ngTAKE=2PK", "TAKE", "2PK"), ("dFRAMERATE=23.976", "FRAMERATE", "23.976"),
            ("zTRK1=Tr1\r\nzNOTE=low wind", "NOTE", "low wind"), ("SCENE=4\r\nTAKE=06\r\nTR1=Tr1", "TAKE", "06"),
            ("sSCENE=\r\nsTAKE=1", "SCENE", nil), ("A take, scene=5", "SCENE", nil),
            ("sSCENE=a=b", "SCENE", "a=b"), ("sSCENE=1\r\nsSCENE=2", "SCENE", "1"), ("ssSCENE=1", "SCENE", nil),
        ] {
            let bext = try #require(try file(WaveBuilder(bext: .init(description: description))).bext)
            #expect(bext.slate[name] == value, "\(description)")
        }
    }

    @Test("fields end at their NUL, and letters that are not UTF-8 are Latin-1")
    func junk() throws {
        var take = WaveBuilder(bext: .init(description: "sSCENE=1", originator: "Sound Dev: 702T S#GR1"))
        take.bext?.junk = Array("sTAKE=9\n".utf8)
        let bext = try #require(try file(take).bext)
        #expect(bext.slate["TAKE"] == nil)
        #expect(bext.originator == "Sound Dev: 702T S#GR1")
        var bytes = take.bytes
        bytes.replaceSubrange(20..<30, with: Array("sNOTE=Tr".utf8) + [0xE8, 0])
        #expect(try WaveFile(MemoryBytes(bytes), at: "T.WAV").bext?.slate["NOTE"] == "Trè")
    }

    @Test("dates and times are read with any separator, and none is made up")
    func dates() throws {
        for (date, time, expected, clock) in [
            ("2018-12-31", "12:40:00", "2018-12-31", "12:40:00"), ("2019:01:01", "09.05.07", "2019-01-01", "09:05:07"),
            ("0000-00-00", "25:00:00", nil, nil), ("", "", nil, nil), ("2018-02-30", "1240", nil, nil),
        ] {
            var take = WaveBuilder(bext: .init())
            take.bext?.date = date
            take.bext?.time = time
            let bext = try #require(try file(take).bext)
            #expect(bext.date?.metadataText == expected)
            #expect(bext.time?.metadataText == clock)
        }
    }

    @Test("iXML is read as recorders write it")
    func values() throws {
        let full = try ixml(
            """
            <PROJECT>BMH</PROJECT><SCENE>12A</SCENE><TAKE>06</TAKE><TAPE>18Y12M31</TAPE><CIRCLED>TRUE</CIRCLED>
            <NOTE>take note</NOTE><UBITS>12311801</UBITS><FILE_UID>F1</FILE_UID>
            <SPEED><NOTE>speed note</NOTE><TIMECODE_RATE>23976/1000</TIMECODE_RATE><TIMECODE_FLAG>NDF</TIMECODE_FLAG>
            <FILE_SAMPLE_RATE>48000</FILE_SAMPLE_RATE><TIMESTAMP_SAMPLE_RATE>48048</TIMESTAMP_SAMPLE_RATE>
            <TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_HI>0000000001</TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_HI>
            <TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_LO>0000000007</TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_LO></SPEED>
            <HISTORY><ORIGINAL_FILENAME>A.WAV</ORIGINAL_FILENAME></HISTORY>
            <FILE_SET><TOTAL_FILES>9</TOTAL_FILES><FAMILY_UID>F0</FAMILY_UID><FAMILY_NAME>S1</FAMILY_NAME>
            <FILE_SET_INDEX>A</FILE_SET_INDEX></FILE_SET>
            <TRACK_LIST><TRACK_COUNT>2</TRACK_COUNT>
            <TRACK><CHANNEL_INDEX>3</CHANNEL_INDEX><INTERLEAVE_INDEX>2</INTERLEAVE_INDEX><NAME>Boom</NAME></TRACK>
            <TRACK><CHANNEL_INDEX>1</CHANNEL_INDEX><INTERLEAVE_INDEX>1</INTERLEAVE_INDEX><NAME>Mix</NAME>
            <FUNCTION>MIX</FUNCTION></TRACK></TRACK_LIST>
            <SYNC_POINT_LIST><SYNC_POINT><SYNC_POINT_TYPE>RELATIVE</SYNC_POINT_TYPE><SYNC_POINT_LOW>5</SYNC_POINT_LOW>
            <SYNC_POINT_HIGH>0</SYNC_POINT_HIGH></SYNC_POINT></SYNC_POINT_LIST>
            <PRE_RECORD_SAMPLECOUNT>0480000</PRE_RECORD_SAMPLECOUNT><TAKE_TYPE>no_good, REHEARSAL</TAKE_TYPE>
            """)
        var expected = IXML()
        (expected.project, expected.scene, expected.take, expected.tape) = ("BMH", "12A", "06", "18Y12M31")
        (expected.isCircled, expected.note, expected.userBits, expected.fileUID) = (true, "take note", "12311801", "F1")
        expected.speed.note = "speed note"
        expected.speed.timecodeRate = FrameRate(24_000, over: 1001)
        expected.speed.isDropFrame = false
        (expected.speed.fileSampleRate, expected.speed.timestampSampleRate) = (48_000, 48_048)
        expected.speed.samplesSinceMidnight = 4_294_967_303
        expected.originalFilename = "A.WAV"
        expected.fileSet.totalFiles = 9
        (expected.fileSet.familyUID, expected.fileSet.familyName, expected.fileSet.index) = ("F0", "S1", "A")
        var (boom, mix, mark) = (IXML.Track(), IXML.Track(), IXML.SyncPoint())
        (boom.channel, boom.interleave, boom.name) = (3, 2, "Boom")
        (mix.channel, mix.interleave, mix.name, mix.function) = (1, 1, "Mix", "MIX")
        (mark.type, mark.samples) = ("RELATIVE", 5)
        expected.tracks = [boom, mix]
        expected.syncPoints = [mark]
        expected.preRecordSamples = 480_000
        expected.takeTypes = ["NO_GOOD", "REHEARSAL"]
        #expect(full == expected)
        #expect(full.noGood == true)
    }

    @Test("halves of a number may be negative, and absent is not false")
    func halves() throws {
        for (high, low, expected) in [
            ("0", "-1944591466", 2_350_375_830), ("0000000000", "2190940753", 2_190_940_753), ("1", "0", 4_294_967_296),
            ("0", "x", nil), ("-1", "-1", nil), ("0", "99999999999", nil),
        ] {
            let found = try ixml(
                "<BEXT><BWF_TIME_REFERENCE_LOW>\(low)</BWF_TIME_REFERENCE_LOW>"
                    + "<BWF_TIME_REFERENCE_HIGH>\(high)</BWF_TIME_REFERENCE_HIGH></BEXT>")
            #expect(found.timeReference == expected, "\(high) \(low)")
        }
        let silent = try ixml("<CIRCLED></CIRCLED><NO_GOOD>maybe</NO_GOOD>")
        #expect(silent == IXML())
        #expect(try ixml("<CIRCLED>false</CIRCLED>").isCircled == false)
    }

    @Test("what fills up the chunk is no part of the document")
    func padding() throws {
        let xml = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?><BWFXML><TAKE>1</TAKE></BWFXML>".utf8)
        let wide = Array("<?xml version=\"1.0\" encoding=\"UTF-16\"?><BWFXML><TAKE>1</TAKE></BWFXML>".utf16)
            .flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        for (name, bytes) in [
            ("NULs", xml + [0, 0, 0]), ("spaces", xml + [UInt8](repeating: 0x20, count: 5000)),
            ("an older document", xml + Array("/BWFXML>\n".utf8)), ("NUL and junk", xml + [0, 0x3C, 0xFF]),
            ("a new line before it", [0x0A] + xml), ("UTF-16", [0xFF, 0xFE] + wide),
        ] {
            var take = WaveBuilder()
            take.ixmlBytes = bytes
            let found = try file(take)
            #expect(found.ixml?.take == "1", "\(name)")
            #expect(found.unread == [], "\(name)")
        }
    }

    @Test("what cannot be read is told, and the rest is used")
    func unread() throws {
        for (text, reason) in [
            ("<BWFXML><TAKE>1</NOTE></BWFXML>", "line 1: a tag in it is closed by another"),
            ("<OTHER/>", "line 1: its root is OTHER, not BWFXML"),
            ("<!DOCTYPE a><BWFXML/>", "line 1: it holds a DOCTYPE"),
            ("<BWFXML><TAKE>1", "line 1: it ends before its last tag"),
        ] {
            var take = WaveBuilder(bext: .init(description: "sTAKE=1"))
            take.ixmlBytes = Array(text.utf8)
            let found = try file(take)
            #expect(found.unread == ["its iXML cannot be read: " + reason])
            #expect(found.ixml == nil)
            #expect(found.metadata.take.all.map(\.value) == ["1"])
            #expect(found.completeness == .complete)
        }
        var empty = WaveBuilder()
        empty.ixmlBytes = [UInt8](repeating: 0, count: 1000)
        #expect(try file(empty).unread == [])
        var latin = WaveBuilder()
        latin.ixmlBytes =
            Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?><BWFXML><NOTE>Tr".utf8) + [0xE8]
            + Array("</NOTE></BWFXML>".utf8)
        #expect(try file(latin).ixml?.note == "Trè")
    }

    @Test("names as long as the document, and elements deep in each other, cost nothing and say nothing")
    func hostile() throws {
        let long = String(repeating: "a", count: 40_000)
        let leaves = (0..<20_000).map { "<b\($0)>x</b\($0)>" }.joined()
        #expect(try ixml("<\(long)>\(leaves)</\(long)><TAKE>1</TAKE>").take == "1")
        let deep = String(repeating: "<NOTE>", count: 40) + "x" + String(repeating: "</NOTE>", count: 40)
        #expect(try ixml(deep) == IXML())
    }
}
