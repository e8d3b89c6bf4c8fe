import MediaTime
import RushesFixtures
import Testing

@testable import ClipMetadata

@Suite("What the structure of a QuickTime file says") struct QuickTimeFileTests {
    private func read(_ bytes: [UInt8]) throws -> QuickTimeFile { try QuickTimeFile(MemoryBytes(bytes), at: "A.mov") }

    private func best(_ metadata: ClipMetadata) -> [String: String] {
        let pairs = MetadataField.all.compactMap { field in field.best(metadata, []).map { (field.name, $0.value) } }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    @Test("what a movie says, every value from where it stands")
    func plain() throws {
        let file = try read(MovieBuilder().bytes)
        #expect(file.completeness == .complete)
        #expect(
            best(file.metadata) == [
                "start_tc": "10:00:00:00@24000/1001", "reel": "A001R2EC", "codec": "Apple ProRes 422 HQ",
                "width": "1920", "height": "1080", "pixel_aspect": "2", "gamut": "BT.2020", "gamma": "HLG",
                "frames": "3", "project_fps": "24000/1001", "channels": "2", "sample_rate": "48000",
                "sample_bits": "16", "samples": "3",
            ])
        #expect(
            file.metadata.start.all.map(\.source) == [ValueSource(.container, file: "A.mov", key: "tmcd")])
    }

    @Test(
        "the index may stand before or behind the media, and lengths may take 64 bits",
        arguments: [false, true], [false, true])
    func order(_ isIndexFirst: Bool, _ isLong: Bool) throws {
        var movie = MovieBuilder()
        (movie.isIndexFirst, movie.isLong) = (isIndexFirst, isLong)
        #expect(try read(movie.bytes).completeness == .complete)
        #expect(try best(read(movie.bytes).metadata)["start_tc"] == "10:00:00:00@24000/1001")
    }

    struct TimecodeCase: CustomTestStringConvertible, Sendable {
        let timescale: UInt32
        let ticks: UInt32
        let frame: UInt32
        let flags: UInt32
        let count: UInt8
        let text: String?

        var testDescription: String { "\(timescale)/\(ticks), flags \(flags), \(count) a second" }

        init(_ timescale: UInt32, _ ticks: UInt32, _ frame: UInt32, _ flags: UInt32, _ count: UInt8, _ text: String?) {
            (self.timescale, self.ticks, self.frame) = (timescale, ticks, frame)
            (self.flags, self.count, self.text) = (flags, count, text)
        }
    }

    @Test(
        "timecode is counted as its description says",
        arguments: [
            TimecodeCase(12800, 512, 900_000, 0, 25, "10:00:00:00@25"),
            TimecodeCase(30000, 1001, 1800, 1, 30, "00:01:00;02@30000/1001"),
            TimecodeCase(60000, 1001, 3600, 1, 60, "00:01:00;04@60000/1001"),
            // Every second frame is counted.
            TimecodeCase(60000, 1001, 1800, 1, 30, "00:01:00;02@30000/1001"),
            TimecodeCase(50, 1, 90_000, 0, 25, "01:00:00:00@25"),
            // The count of 300 a second does not fit into its field.
            TimecodeCase(300, 1, 300, 0, 0, "00:00:01:000@300"),
            // A signed number before midnight.
            TimecodeCase(25, 1, UInt32(bitPattern: -1), 4, 25, "23:59:59:24@25"),
            // A counter, and what cannot be true.
            TimecodeCase(25, 1, 100, 8, 25, nil), TimecodeCase(25, 1, 100, 0, 24, nil),
            TimecodeCase(25, 1, 100, 1, 25, nil), TimecodeCase(0, 0, 100, 0, 25, nil),
        ])
    func timecode(_ each: TimecodeCase) throws {
        var movie = MovieBuilder()
        (movie.timescale, movie.ticks) = (each.timescale, each.ticks)
        movie.timecode = (each.frame, each.flags, each.count)
        #expect(try best(read(movie.bytes).metadata)["start_tc"] == each.text)
    }

    @Test("user data of QuickTime, Apple's keys, and ARRI's")
    func keys() throws {
        var movie = MovieBuilder()
        movie.userData = userText("©mak", "ARRI") + userText("©mod", "ALEXA Mini")
        movie.indexExtras = keyed([
            ("com.apple.quicktime.creationdate", text("2019-06-01T12:34:56+0200")),
            ("com.arri.camera.CameraSerialNumber", text("25103")), ("com.arri.camera.ReelName", text("A003R1UK")),
            ("com.arri.camera.ExposureIndexAsa", number(800)), ("com.apple.quicktime.software", text("17.4.1")),
        ])
        let found = try best(read(movie.bytes).metadata)
        let expected = [
            "make": "ARRI", "model": "ALEXA Mini", "date": "2019-06-01", "time": "12:34:56", "time_zone": "120",
            "serial": "25103", "iso": "800",
        ]
        #expect(found.filter { expected.keys.contains($0.key) } == expected)
        #expect(try read(movie.bytes).metadata.reel.all.map(\.value) == ["A001R2EC", "A003R1UK"])
        #expect(found["firmware"] == nil)
    }

    @Test("what Blackmagic RAW says, without decoding: reel, scene, take, circled, which card of several")
    func blackmagic() throws {
        var movie = MovieBuilder()
        (movie.codec, movie.reel) = ("brxq", nil)
        movie.indexExtras = keyed([
            ("manufacturer", text("Blackmagic Design")), ("camera_type", text("Blackmagic URSA Cine 12K LF")),
            ("camera_number", text("A")), ("reel_name", text("A001")), ("scene", text("12A")), ("take", text("3")),
            ("good_take", text("true")), ("date_recorded", text("2024:08:25")), ("lens_type", text("Summicron-C 35")),
            ("firmware_version", text("8.1")), ("multicard_volume_number", number(1)),
            ("multicard_volume_count", number(2)),
        ])
        let file = try read(movie.bytes)
        #expect(file.volume == QuickTimeFile.Volume(number: 1, count: 2))
        let expected = [
            "codec": "brxq", "make": "Blackmagic Design", "model": "Blackmagic URSA Cine 12K LF", "camera_index": "A",
            "reel": "A001", "scene": "12A", "take": "3", "circled": "yes", "date": "2024-08-25",
            "lens_model": "Summicron-C 35", "firmware": "8.1",
        ]
        #expect(best(file.metadata).filter { expected.keys.contains($0.key) } == expected)
    }

    @Test("what a GoPro says in GPMF: model and serial, nested in a device")
    func goPro() throws {
        func entry(_ key: String, _ type: UInt8, _ value: [UInt8]) -> [UInt8] {
            Array(key.utf8) + [type, 1] + bigEndian(UInt16(value.count)) + value
                + [UInt8](repeating: 0, count: (4 - value.count % 4) % 4)
        }
        let device = entry(
            "DEVC", 0,
            entry("DVNM", 0x63, Array("Global Settings".utf8)) + entry("MINF", 0x63, Array("HERO9 Black".utf8))
                + entry("CASN", 0x63, Array("C3441325000000".utf8)))
        var movie = MovieBuilder()
        movie.userData = atom("FIRM", Array("HD9.01.01.60.00".utf8)) + atom("GPMF", device)
        let file = try read(movie.bytes)
        #expect(file.goPro?.device == "Global Settings")
        let found = best(file.metadata)
        #expect(found["model"] == "HERO9 Black")
        #expect(found["serial"] == "C3441325000000")
        #expect(found["firmware"] == "HD9.01.01.60.00")
        #expect(found["make"] == nil)
    }

    @Test("Sony's XML comes out as it stands in the file")
    func sony() throws {
        let xml = Array("<NonRealTimeMeta/>".utf8)
        let handler = atom("hdlr", [UInt8](repeating: 0, count: 8), Array("nrtm".utf8))
        let meta = atom("meta", [0, 0, 0, 0], handler, atom("xml ", [0, 0, 0, 0], xml))
        let file = try read(MovieBuilder().bytes + meta)
        #expect(file.sonyXML == xml)
        #expect(file.completeness == .complete)
    }

    @Test(
        "a day counted from 1904 is a day of the calendar; 0 is none",
        arguments: [
            (0, nil), (1, "1904-01-01"), (86_399, "1904-01-01"), (2_082_844_800, "1970-01-01"),
            (3_160_771_200, "2004-02-28"), (3_160_943_999, "2004-02-29"), (3_160_944_000, "2004-03-01"),
            (3_786_911_999, "2023-12-31"), (6_190_387_199, "2100-02-28"), (6_190_387_200, "2100-03-01"),
            (UInt64.max, nil),
        ] as [(UInt64, String?)])
    func epoch(_ seconds: UInt64, _ text: String?) {
        #expect(ShootDate(secondsSince1904: seconds)?.metadataText == text)
    }

    // MARK: - Keys

    private func userText(_ kind: String, _ text: String) -> [UInt8] {
        atom(kind, bigEndian(UInt16(text.utf8.count)), [0x55, 0xC4], Array(text.utf8))
    }

    private func text(_ text: String) -> [UInt8] { atom("data", [0, 0, 0, 1, 0, 0, 0, 0], Array(text.utf8)) }

    private func number(_ number: Int16) -> [UInt8] { atom("data", [0, 0, 0, 21, 0, 0, 0, 0], bigEndian(number)) }

    private func keyed(_ pairs: [(String, [UInt8])]) -> [UInt8] {
        let names = pairs.map { atom("mdta", Array($0.0.utf8)) }.joined()
        let items = pairs.enumerated().map { index, pair in
            bigEndian(UInt32(8 + pair.1.count)) + bigEndian(UInt32(index + 1)) + pair.1
        }
        return atom(
            "meta", atom("hdlr", [UInt8](repeating: 0, count: 8), Array("mdta".utf8), [UInt8](repeating: 0, count: 12)),
            atom("keys", [0, 0, 0, 0], bigEndian(UInt32(pairs.count)), Array(names)),
            atom("ilst", Array(items.joined())))
    }
}
