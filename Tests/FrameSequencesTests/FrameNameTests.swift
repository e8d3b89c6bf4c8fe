import FileTree
import FrameSequences
import Testing

@Suite("A frame's number") struct FrameNameTests {
    @Test(
        "stands before the extension and behind a separator",
        arguments: [
            // As ARRI, Codex, Blackmagic, DJI and renderers write it.
            ("A001C001_230415_R1AB.0086400.ari", "A001C001_230415_R1AB.[0086400].ari"),
            ("A001C001_230415_R1AB.0086400.ari.gz", "A001C001_230415_R1AB.[0086400].ari.gz"),
            ("A_0001C001_230415_101112_h1CTJ.0000001.arx", "A_0001C001_230415_101112_h1CTJ.[0000001].arx"),
            ("A001_08151512_C001_000001.dng", "A001_08151512_C001_[000001].dng"),
            ("A_1_2014-03-11_1512_C0001_000042.dng", "A_1_2014-03-11_1512_C0001_[000042].dng"),
            ("shot.1001.exr", "shot.[1001].exr"), ("shot_7.dpx", "shot_[7].dpx"), ("shot-07.dpx", "shot-[07].dpx"),
            ("shot 7.TIF", "shot [7].TIF"), ("0001.png", "[0001].png"), ("7.jpg", "[7].jpg"),
            ("010_comp_v02.0001.exr", "010_comp_v02.[0001].exr"), ("shot.left.0001.exr", "shot.left.[0001].exr"),
            ("mov_0001.jpg", "mov_[0001].jpg"), ("tex.1001.exr", "tex.[1001].exr"),
            // Negative numbers.
            ("shot.-12.exr", "shot.[-12].exr"), ("shot.-0012.exr", "shot.[-0012].exr"), ("-12.exr", "[-12].exr"),
            ("shot--12.exr", "shot-[-12].exr"), ("shot-12.exr", "shot-[12].exr"),
        ])
    func stands(_ name: String, _ expected: String) throws {
        let grouping = FrameSequences.group([listed(name)])
        #expect(grouping.sequences.map(\.description) == [expected])
        let sequence = try #require(grouping.sequences.first)
        #expect(sequence.shownName == nil)
        let frame = try #require(sequence.runs.first?.lowerBound)
        #expect(String(decoding: sequence.name(of: frame), as: UTF8.self) == name)
    }

    @Test(
        "is no version, no part of a word, no date with its time, and not what a system left",
        arguments: [
            "comp_v02.exr", "comp_V02.exr", "comp_v_02.exr", "comp.v.02.exr", "v_02.exr", "C0001.exr", "A1.dpx",
            "shot.0001", "shot0001.exr", "shot.0001.exr.bak", "shot.exr", "shot..exr", ".exr", "exr", "0001", "0001.",
            "IMG_20230415123456.jpg", "._shot.0001.exr", "shot.-0.exr", "shot.+1.exr", "shot.1e3.exr", "shot.１.exr",
            "shot.0001.gz", "shot.0001.exr.gz", "",
        ])
    func isNone(_ name: String) {
        #expect(found([name]) == [name])
    }

    @Test("is read from bytes that are no text, and from very long names")
    func bytes() throws {
        let name: [UInt8] = [0xFF, 0x2E] + Array("0001.dpx".utf8)
        let long = [UInt8](repeating: UInt8(ascii: "9"), count: 70_000)
        let files = [name, long, long + Array(".dpx".utf8), [0x2E, 0x2E]].map {
            ListedFile(name: $0, size: .zero, modified: Instant(nanoseconds: 0))
        }
        let grouping = FrameSequences.group(files)
        #expect(grouping.sequences.map { $0.name(of: 1) } == [name])
        #expect(grouping.others == [1, 2, 3])
    }
}
