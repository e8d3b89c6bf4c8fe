import ClipMetadata
import MediaTime
import RushesFixtures
import Testing

@Suite("A recording of sound") struct WaveFileTests {
    private func read(_ take: WaveBuilder) throws -> WaveFile {
        try WaveFile(MemoryBytes(take.bytes), at: "A101_1.WAV")
    }

    @Test("is read in all three forms, with its iXML before and behind the sound")
    func forms() throws {
        for form in WaveBuilder.Form.allCases {
            for isBehind in [false, true] {
                var take = WaveBuilder(bext: .init(timeReference: 48_000), ixml: "<SCENE>A101</SCENE>", samples: 777)
                take.form = form
                take.ixmlAfterData = isBehind
                take.channels = 3
                let file = try read(take)
                #expect(file.completeness == .complete, "\(form)")
                #expect(file.format?.channels == 3)
                #expect(file.format?.sampleRate == 48_000)
                #expect(file.format?.bits == 24)
                #expect(file.samples == 777)
                #expect(file.bext?.timeReference == 48_000)
                #expect(file.ixml?.scene == "A101")
                #expect(file.unread == [])
            }
        }
    }

    @Test("an odd chunk may lack the byte that makes it even")
    func odd() throws {
        var take = WaveBuilder(ixml: "<TAKE>1</TAKE>", samples: 33)
        take.evensChunks = false
        take.ixmlAfterData = true
        for padding in [[], [0x20]] as [[UInt8]] {
            take.padding = padding
            let file = try read(take)
            #expect(file.completeness == .complete)
            #expect(file.ixml?.take == "1")
            #expect(file.samples == 33)
        }
    }

    @Test("what is no WAVE is refused with a sentence")
    func refused() {
        for (bytes, sentence) in [
            ([], "it ends after 0 bytes, in its head"), (Array("RIFF".utf8), "it ends after 4 bytes, in its head"),
            ([UInt8](repeating: 0, count: 100), "it begins with none of RIFF, RF64 and BW64"),
            (Array("RIFF\u{4}\0\0\0AVI LIST".utf8), "it is RIFF, but holds no WAVE"),
        ] {
            let error = #expect(throws: MetadataError.self) { try WaveFile(MemoryBytes(bytes), at: "X.WAV") }
            #expect(error?.description == "X.WAV: " + sentence)
        }
    }

    @Test("the structure tells whether it is all there")
    func completeness() throws {
        var plain = WaveBuilder(ixml: "<TAKE>1</TAKE>", samples: 2000)
        plain.bits = 16
        func changed(_ change: (inout WaveBuilder) -> Void) -> WaveBuilder {
            var take = plain
            change(&take)
            return take
        }
        let behind = changed { $0.ixmlAfterData = true }
        let size = UInt32(plain.bytes.count)
        let rows: [(String, [UInt8], Completeness)] = [
            ("whole", plain.bytes, .complete),
            ("size counts the head", changed { $0.writtenSize = size }.bytes, .complete),
            ("a chunk behind the named end", changed { $0.tail = Array("LIST\u{2}\0\0\0ab".utf8) }.bytes, .complete),
            ("a block filled up", changed { $0.tail = [UInt8](repeating: 0, count: 500) }.bytes, .complete),
            ("an empty recording", changed { $0.samples = 0 }.bytes, .complete),
            (
                "an empty recording with words behind it",
                changed { ($0.samples, $0.ixmlAfterData) = (0, true) }.bytes, .complete
            ),
            (
                "half", Array(plain.bytes.prefix(2000)),
                .cutShort("its chunk data should have 4000 bytes, and \(6000 - Int(size)) are there")
            ),
            (
                "iXML lost", Array(behind.bytes.prefix(44 + 4000)),
                .cutShort("its head names \(behind.bytes.count) bytes, and 4044 are there")
            ),
            (
                "cut in a head", Array(behind.bytes.prefix(44 + 4003)),
                .cutShort("it ends in the head of a chunk, \(behind.bytes.count - 4047) bytes too early")
            ),
            (
                "no size at all", changed { $0.writtenSize = 0 }.bytes,
                .unclosed("its recorder never wrote down how long it is")
            ),
            (
                "sizes never filled in", changed { ($0.writtenSize, $0.writtenDataSize) = (.max, .max) }.bytes,
                .unclosed("nothing says where its chunk data ends; 4000 bytes of it are there")
            ),
            (
                "sound of size 0", changed { $0.writtenDataSize = 0 }.bytes,
                .unclosed("nothing says where its chunk data ends; 4000 bytes of it are there")
            ),
            (
                "sound behind the last update of the head", changed { $0.tail = seededBytes(5000, seed: 3) }.bytes,
                .unclosed("5000 bytes stand behind the end that its head names")
            ),
            (
                "RF64 never closed",
                changed { $0.form = .rf64 }.bytes.replacing(at: 20, [UInt8](repeating: 0, count: 24)),
                .unclosed("nothing says where its chunk data ends; 4000 bytes of it are there")
            ),
            (
                "RF64 without ds64", changed { $0.form = .rf64 }.bytes.replacing(at: 12, Array("JUNK".utf8)),
                .damaged("its sizes should stand in a chunk ds64, which is missing")
            ),
            ("no sound", Array("RIFF\u{4}\0\0\0WAVE".utf8), .damaged("it has no chunk fmt ")),
            (
                "zeros in the middle", plain.bytes.replacing(at: 12, [UInt8](repeating: 0, count: 8)),
                .damaged("no chunk begins at byte 12, where one should")
            ),
            (
                "no channels",
                changed { $0.channels = 1 }.bytes.replacing(at: plain.bytes.count - 4000 - 24 + 2, [0, 0]),
                .damaged("its chunk fmt makes no sense")
            ),
        ]
        for (name, bytes, expected) in rows {
            let found = try WaveFile(MemoryBytes(bytes), at: "X.WAV").completeness
            #expect(found == expected, "\(name)")
        }
    }

    @Test("cut anywhere, it is never called complete, and nothing crashes", arguments: WaveBuilder.Form.allCases)
    func cut(_ form: WaveBuilder.Form) {
        var take = WaveBuilder(bext: .init(), ixml: "<TAKE>1</TAKE>", samples: 20_000)
        take.form = form
        let bytes = take.bytes
        let head = bytes.count - 60_000
        for count in Array(0...head) + Array(stride(from: head, to: bytes.count, by: 4096)) + [bytes.count - 1] {
            let file = try? WaveFile(MemoryBytes(Array(bytes.prefix(count))), at: "X.WAV")
            #expect(file?.completeness != .complete, "\(count)")
        }
    }

    @Test("every byte of the head may be anything")
    func anyByte() {
        var take = WaveBuilder(bext: .init(), ixml: "<TAKE>1</TAKE>", samples: 10)
        take.form = .rf64
        let bytes = take.bytes
        for place in bytes.indices {
            for value in [0, 0x7F, 0x80, 0xFF] as [UInt8] {
                let file = try? WaveFile(MemoryBytes(bytes.replacing(at: place, [value])), at: "X.WAV")
                #expect((file?.samples ?? 0) <= bytes.count)
            }
        }
    }

    @Test("many chunks and a huge iXML cost little")
    func limits() throws {
        let empty = Array("aaaa\0\0\0\0".utf8)
        let many =
            Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WAVE".utf8) + Array(repeating: empty, count: 5000).joined()
        #expect(
            try WaveFile(MemoryBytes(many), at: "X.WAV").completeness == .damaged("it has more than 1000 chunks"))
        var take = WaveBuilder(ixml: "<TAKE>1</TAKE>")
        take.padding = [UInt8](repeating: 0x20, count: 1 << 20)
        let file = try read(take)
        #expect(file.unread == ["its iXML has 1048647 bytes, more than any recorder writes"])
        #expect(file.ixml == nil)
        #expect(file.completeness == .complete)
    }
}

extension [UInt8] {
    /// These bytes with others in the place of some.
    func replacing(at place: Int, _ others: [UInt8]) -> [UInt8] {
        var bytes = self
        bytes.replaceSubrange(place..<place + others.count, with: others)
        return bytes
    }
}
