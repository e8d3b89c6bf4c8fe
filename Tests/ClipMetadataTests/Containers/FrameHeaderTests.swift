import MediaTime
import Testing

@testable import ClipMetadata

@Suite("What the header of a single frame says") struct FrameHeaderTests {
    /// A DPX header with these words at their offsets; all else is undefined.
    private func dpx(_ words: [Int: UInt32], isBigEndian: Bool = true, count: Int = 2048) -> [UInt8] {
        var bytes = [UInt8](repeating: 0xFF, count: count)
        for (offset, word) in words.merging([0: 0x5344_5058, 16: UInt32(count)], uniquingKeysWith: { said, _ in said })
        {
            let written = isBigEndian ? word.bigEndian : word.littleEndian
            withUnsafeBytes(of: written) { bytes.replaceSubrange(offset..<offset + 4, with: $0) }
        }
        return bytes
    }

    private func word(_ value: UInt32) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }

    /// An attribute of OpenEXR.
    private func attribute(_ name: String, _ type: String, _ value: [UInt8]) -> [UInt8] {
        Array(name.utf8) + [0] + Array(type.utf8) + [0] + word(UInt32(value.count)) + value
    }

    private func exr(_ attributes: [UInt8]...) -> [UInt8] {
        [0x76, 0x2F, 0x31, 0x01, 2, 0, 0, 0] + attributes.flatMap(\.self) + [0]
    }

    /// Start and rate.
    private func told(_ bytes: [UInt8]) throws -> [String?] {
        let file = try #require(try MediaFile(MemoryBytes(bytes), at: "A.0001.dpx"))
        let start = file.metadata.start.all.first?.value
        return [start.map { "\($0)" }, file.metadata.projectRate.all.first.map { "\($0.value)" }]
    }

    private static let rate = Float(23.976).bitPattern

    @Test("DPX has timecode and rate, of television before film, in both orders of bytes", arguments: [true, false])
    func television(isBigEndian: Bool) throws {
        #expect(
            try told(
                dpx([1920: 0x1000_0006, 1940: Self.rate, 1724: Float(25).bitPattern], isBigEndian: isBigEndian))
                == ["10:00:00:06", "24000/1001"])
        #expect(
            try told(dpx([1920: 0x2359_5923, 1724: Float(24).bitPattern], isBigEndian: isBigEndian))
                == ["23:59:59:23", "24"])
    }

    @Test(
        "a DPX that says no rate, no timecode, one that is none, or a rate that may drop numbers has no start",
        arguments: [
            [:], [1920: 0x1000_0006], [1940: rate], [1920: 0x1000_000A, 1940: rate], [1920: 0x1000_0024, 1940: rate],
            [1920: 0x2400_0000, 1940: rate], [1920: 0xFFFF_FFFF, 1940: rate], [1920: 0x1000_0006, 1940: 0],
            [1920: 0x1000_0006, 1940: Float.infinity.bitPattern], [1920: 0x1000_0006, 1940: Float(-24).bitPattern],
            [1920: 0x1000_0006, 1940: Float(29.97).bitPattern],
        ] as [[Int: UInt32]])
    func nothing(words: [Int: UInt32]) throws {
        #expect(try told(dpx(words))[0] == nil)
    }

    @Test("a DPX that is shorter than its header says is cut short")
    func short() throws {
        func completeness(_ bytes: [UInt8]) throws -> Completeness? {
            try MediaFile(MemoryBytes(bytes), at: "A.dpx")?.completeness
        }
        #expect(try completeness(dpx([:], count: 3000)) == .complete)
        #expect(
            try completeness(dpx([16: 9000], count: 3000))
                == .cutShort("it has 3000 bytes, and its header says 9000"))
        #expect(
            try completeness(Array(dpx([:], count: 3000).prefix(100)))
                == .cutShort("it ends after 100 bytes, in its head"))
    }

    @Test("OpenEXR has them as attributes, with the flag of drop-frame")
    func openEXR() throws {
        let pulled = attribute("framesPerSecond", "rational", word(30_000) + word(1001))
        let plain = attribute("framesPerSecond", "rational", word(24) + word(1))
        func code(_ value: UInt32) -> [UInt8] { attribute("timeCode", "timecode", word(value) + word(0)) }
        let other = attribute("owner", "string", Array("us".utf8))
        #expect(try told(exr(other, plain, code(0x1000_0006))) == ["10:00:00:06", "24"])
        #expect(try told(exr(code(0x1000_0042), pulled)) == ["10:00:00;02", "30000/1001"])
        #expect(try told(exr(code(0x1000_0002), pulled)) == ["10:00:00:02", "30000/1001"])
        // Bits that are not of the number: the field's phase and the groups of user bits.
        #expect(try told(exr(code(0xD080_8086), plain)) == ["10:00:00:06", "24"])
        #expect(try told(exr(code(0x1000_0006))) == [nil, nil])
        #expect(try told(exr(code(0x1000_0046), plain)) == [nil, "24"])
    }

    @Test("every cut of an OpenEXR's attributes is read without harm")
    func cuts() throws {
        let whole = exr(
            attribute("framesPerSecond", "rational", word(24) + word(1)),
            attribute("timeCode", "timecode", word(0x1000_0006) + word(0)))
        for count in 4..<whole.count { _ = try MediaFile(MemoryBytes(Array(whole.prefix(count))), at: "A.exr") }
        let long = exr(Array("a".utf8) + [0] + Array("b".utf8) + [0] + word(.max))
        #expect(try told(long) == [nil, nil])
    }
}
